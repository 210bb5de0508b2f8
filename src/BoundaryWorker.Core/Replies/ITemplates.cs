namespace BoundaryWorker.Core.Replies;

/// <summary>
/// The texts that clients and the owner read, one folder a language. Implemented at the edge (Liquid); pure as seen from here: the same names and
/// the same data give the same text. What comes from mail is data and never becomes template.
/// </summary>
public interface ITemplates
{
    /// <summary>The languages there are texts for, by tag in lower case (<c>pl</c>, <c>en</c>); never empty, English always among them.</summary>
    IReadOnlyDictionary<string, LanguageTexts> Languages { get; }

    /// <summary>Renders a template. Null where there is none of that name, or it fails or outgrows its limits.</summary>
    /// <param name="template">Its name without language and ending: <c>reply-hours.first</c>, <c>digest</c>.</param>
    /// <param name="language">A key of <see cref="Languages"/>.</param>
    /// <param name="data">Strings, numbers, booleans, and lists and dictionaries of these.</param>
    /// <param name="html">Whether the HTML part is wanted: data is encoded then. Where only a text template exists, the HTML is made of it.</param>
    string? Render(string template, string language, IReadOnlyDictionary<string, object?> data, bool html);
}
