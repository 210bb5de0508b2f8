namespace BoundaryWorker.Files.Reading;

/// <summary>"Did you mean": the known word that a mistyped one is nearest to.</summary>
internal static class Nearest
{
    /// <summary>The nearest of <paramref name="known"/>, or null where none is near: at most a third of the letters differ, or it is a part of it.</summary>
    public static string? To(string word, IEnumerable<string> known)
    {
        var lower = word.ToLowerInvariant();
        return known
            .Select(k => (Known: k, Distance: Distance(lower, k.ToLowerInvariant())))
            .Where(x => x.Distance <= Math.Max(1, Math.Max(lower.Length, x.Known.Length) / 3))
            .OrderBy(x => x.Distance)
            .ThenBy(x => x.Known, StringComparer.Ordinal)
            .Select(x => x.Known)
            .FirstOrDefault()
            ?? known.FirstOrDefault(k => lower.Length > 2 && k.Contains(lower, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>"did you mean `x`?", else the words there are.</summary>
    public static string Remedy(string word, IReadOnlyCollection<string> known) => To(word, known) is { } near
        ? $"did you mean `{near}`?"
        : known.Count == 0 ? "take it out" : $"known here: {string.Join(", ", known)}";

    // Letters changed, added, dropped or swapped with their neighbour (optimal string alignment).
    private static int Distance(string a, string b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            d[i, 0] = i;
        }

        for (var j = 0; j <= b.Length; j++)
        {
            d[0, j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var change = a[i - 1] == b[j - 1] ? 0 : 1;
                d[i, j] = Math.Min(Math.Min(d[i - 1, j] + 1, d[i, j - 1] + 1), d[i - 1, j - 1] + change);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
                }
            }
        }

        return d[a.Length, b.Length];
    }
}
