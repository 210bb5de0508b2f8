namespace BoundaryWorker.Core.Matters;

/// <summary>Folded words, stems and endings, any of which will do, less those that are taken out again.</summary>
internal sealed class WordSet
{
    private readonly HashSet<string> words;
    private readonly string[] stems;
    private readonly string[] endings;
    private readonly WordSet? except;
    private readonly bool numbers;
    private readonly bool all;

    private WordSet(IReadOnlyList<string> alternatives)
    {
        var wanted = alternatives.Where(a => a[0] != '-').ToList();
        var unwanted = alternatives.Where(a => a[0] == '-').Select(a => a[1..]).ToList();
        words = wanted.Where(a => !a.Contains('*', StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);
        stems = [.. wanted.Where(a => a.EndsWith('*')).Select(a => a[..^1]).Where(a => a.Length > 0)];
        endings = [.. wanted.Where(a => a[0] == '*').Select(a => a[1..]).Where(a => a.Length > 0)];
        except = unwanted.Count == 0 ? null : new WordSet(unwanted);
        numbers = words.Contains("#");
        all = wanted.Count == 0 && except is not null;
    }

    /// <summary>The whole words.</summary>
    public IReadOnlyCollection<string> Words => words;

    /// <summary>The stems, without their <c>*</c>.</summary>
    public IReadOnlyList<string> Stems => stems;

    /// <summary>The endings, without their <c>*</c>.</summary>
    public IReadOnlyList<string> Endings => endings;

    /// <summary><c>one|other*|*ending|#</c>; <c>-word</c> takes out of the others, and where there are no others out of all words.</summary>
    public static WordSet Of(string alternatives) => new(alternatives.Split('|', StringSplitOptions.RemoveEmptyEntries));

    public bool Accepts(string folded) =>
        (all || words.Contains(folded) || (numbers && char.IsAsciiDigit(folded[0])) || HasStemOf(folded) || HasEndingOf(folded))
        && except?.Accepts(folded) != true;

    private bool HasStemOf(string folded)
    {
        foreach (var stem in stems)
        {
            if (folded.StartsWith(stem, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>An ending alone is no word: "ac" is not a verb by "*ac".</summary>
    private bool HasEndingOf(string folded)
    {
        foreach (var ending in endings)
        {
            if (folded.Length > ending.Length + 1 && folded.EndsWith(ending, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
