namespace BoundaryWorker.Core.Matters.DueTimes;

/// <summary>"EOD", "end of the day", "close of business", "końca dnia".</summary>
internal static class EndOfDay
{
    private static readonly string[][] Forms =
    [
        ["eod"], ["cob"], ["end", "of", "day"], ["end", "of", "the", "day"], ["the", "end", "of", "the", "day"], ["the", "end", "of", "day"], ["end", "of", "business"],
        ["close", "of", "business"], ["konca", "dnia"], ["koniec", "dnia"], ["koncem", "dnia"],
    ];

    /// <summary>How many words such a form that begins at <paramref name="i"/> has; 0 for none.</summary>
    public static int LengthAt(IReadOnlyList<Token> tokens, int i) =>
        Forms.Where(f => i + f.Length <= tokens.Count && f.Index().All(w => tokens[i + w.Index].Folded == w.Item)).Select(f => f.Length).DefaultIfEmpty(0).Max();
}
