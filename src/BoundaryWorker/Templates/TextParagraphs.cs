using System.Text.RegularExpressions;

namespace BoundaryWorker.Templates;

/// <summary>The last touch on a rendered text: no trailing blanks, no double gaps; for HTML its paragraphs as elements.</summary>
internal static partial class TextParagraphs
{
    /// <summary>Lines without trailing blanks, paragraphs one empty line apart.</summary>
    public static string Tidy(string text) => Gaps().Replace(TrailingBlanks().Replace(text, "\n"), "\n\n").Trim(' ', '\n', '\r') + "\n";

    /// <summary>An encoded text as HTML: paragraphs are <c>p</c>, lines <c>br</c>; a paragraph that is an element already stays.</summary>
    public static string ToHtml(string encoded) => string.Join("\n", Tidy(encoded).Trim().Split("\n\n").Select(Paragraph));

    private static string Paragraph(string text) =>
        Element().IsMatch(text) ? text : $"<p>{text.Replace("\n", "<br>\n", StringComparison.Ordinal)}</p>";

    [GeneratedRegex(@"[ \t\r]*\n", RegexOptions.CultureInvariant)]
    private static partial Regex TrailingBlanks();

    [GeneratedRegex(@"\n{3,}", RegexOptions.CultureInvariant)]
    private static partial Regex Gaps();

    [GeneratedRegex(@"^<(p|blockquote|ul|ol|div|table|h[1-6])\b", RegexOptions.CultureInvariant)]
    private static partial Regex Element();
}
