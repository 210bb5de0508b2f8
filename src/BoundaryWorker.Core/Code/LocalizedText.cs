namespace BoundaryWorker.Core.Code;

/// <summary>A text of hers in each of her languages.</summary>
/// <param name="ByLanguage">Language tag in lower case (<c>pl</c>) to text; never empty.</param>
public sealed record LocalizedText(IReadOnlyDictionary<string, string> ByLanguage)
{
    /// <summary>One text for one language.</summary>
    public static LocalizedText Of(string language, string text) => new(new Dictionary<string, string> { [language] = text });

    /// <summary>The text in that language, else in the first of <paramref name="fallback"/> that has one, else the first there is.</summary>
    public string In(string language, params IReadOnlyList<string> fallback) =>
        fallback.Prepend(language).Select(l => ByLanguage.GetValueOrDefault(l)).FirstOrDefault(t => t is not null)
        ?? ByLanguage.Values.First();
}
