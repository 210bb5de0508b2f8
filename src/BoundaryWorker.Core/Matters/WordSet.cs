namespace BoundaryWorker.Core.Matters;

/// <summary>Folded words and stems, any of which will do.</summary>
internal sealed class WordSet
{
    private readonly HashSet<string> words;
    private readonly string[] stems;
    private readonly bool numbers;

    private WordSet(IReadOnlyList<string> alternatives)
    {
        words = alternatives.Where(a => !a.EndsWith('*')).ToHashSet(StringComparer.Ordinal);
        stems = [.. alternatives.Where(a => a.EndsWith('*')).Select(a => a[..^1]).Where(a => a.Length > 0)];
        numbers = words.Contains("#");
    }

    /// <summary>The whole words.</summary>
    public IReadOnlyCollection<string> Words => words;

    /// <summary>The stems, without their <c>*</c>.</summary>
    public IReadOnlyList<string> Stems => stems;

    /// <summary><c>one|other*|#</c>.</summary>
    public static WordSet Of(string alternatives) => new(alternatives.Split('|', StringSplitOptions.RemoveEmptyEntries));

    public bool Accepts(string folded)
    {
        if (words.Contains(folded) || (numbers && char.IsAsciiDigit(folded[0])))
        {
            return true;
        }

        foreach (var stem in stems)
        {
            if (folded.StartsWith(stem, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
