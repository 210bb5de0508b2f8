namespace BoundaryWorker.Core.Matters;

/// <summary>The words of a rule's condition (<c>subject: [oferta*, price list]</c>), looked for in a text.</summary>
public static class Words
{
    /// <summary>
    /// Whether one of <paramref name="words"/> is in <paramref name="text"/>: letter case and diacritics ignored (<c>ł</c> equals <c>l</c>),
    /// whole words. A trailing <c>*</c> stands for any ending: <c>faktur*</c> meets <c>FAKTURĘ</c>. Several words must follow each other in one
    /// sentence. An entry without letters or digits is looked for as it stands.
    /// </summary>
    public static bool AnyIn(string text, IEnumerable<string> words)
    {
        IReadOnlyList<Sentence>? sentences = null;
        return words.Any(word => Phrase.OfWords(word) is { } phrase
            ? (sentences ??= SentenceSplitter.Split(text)).Any(s => phrase.In(s) is not null)
            : word.Trim().Length > 0 && text.Contains(word.Trim(), StringComparison.Ordinal));
    }
}
