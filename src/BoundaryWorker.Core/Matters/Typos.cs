using System.Collections.Frozen;

namespace BoundaryWorker.Core.Matters;

/// <summary>
/// Long words that are one slip of the finger away from a word of the cues: two letters swapped, one left out, one typed twice. Any other letter too
/// many may be a form of its own ("spotkamy się" and "spotykamy się"), and so may one at the end.
/// </summary>
internal sealed class Typos
{
    private const int ShortestWord = 6;
    private const int LongestWord = 24;
    private const int End = 3;

    private readonly FrozenSet<string> known;
    private readonly FrozenDictionary<string, string> withoutALetter;

    public Typos(IEnumerable<string> words)
    {
        known = words.Where(w => w.Length is >= ShortestWord and <= LongestWord).ToFrozenSet(StringComparer.Ordinal);
        withoutALetter = known
            .SelectMany(w => Inside(w).Select(i => (Short: w.Remove(i, 1), Word: w)))
            .DistinctBy(p => p.Short)
            .ToFrozenDictionary(p => p.Short, p => p.Word, StringComparer.Ordinal);
    }

    /// <summary>The sentence with such words as they were meant; its places in the text stay.</summary>
    public Sentence Corrected(Sentence sentence)
    {
        Token[]? corrected = null;
        for (var i = 0; i < sentence.Tokens.Count; i++)
        {
            if (Meant(sentence.Tokens[i].Folded) is { } meant)
            {
                corrected ??= [.. sentence.Tokens];
                corrected[i] = corrected[i] with { Folded = meant };
            }
        }

        return corrected is null ? sentence : sentence with { Tokens = corrected };
    }

    private string? Meant(string word)
    {
        if (word.Length is < ShortestWord or > LongestWord || known.Contains(word))
        {
            return null;
        }

        return withoutALetter.GetValueOrDefault(word) ?? MeantInside(word);
    }

    private string? MeantInside(string word)
    {
        var lookup = known.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> tried = stackalloc char[LongestWord];
        foreach (var i in Inside(word))
        {
            word.CopyTo(tried);
            (tried[i], tried[i + 1]) = (tried[i + 1], tried[i]);
            if (lookup.TryGetValue(tried[..word.Length], out var swapped))
            {
                return swapped;
            }

            word.AsSpan(i + 1).CopyTo(tried[i..]);
            word.AsSpan(0, i).CopyTo(tried);
            if (word[i] == word[i - 1] && lookup.TryGetValue(tried[..(word.Length - 1)], out var shorter))
            {
                return shorter;
            }
        }

        return null;
    }

    private static IEnumerable<int> Inside(string word) => Enumerable.Range(1, word.Length - End);
}
