using System.Text;
using System.Text.RegularExpressions;
using BoundaryWorker.Core.Replies;

namespace BoundaryWorker.Templates;

/// <summary>What is done to a template before it is parsed. Only the words between the tags are touched: data never passes here.</summary>
internal static partial class TemplateSource
{
    /// <summary>
    /// One-letter words are bound to the next; where a text template serves the HTML part, its own words are encoded, so that a <c>&lt;</c> in them is
    /// a character and no markup.
    /// </summary>
    public static string Prepare(string source, string boundWords, bool encode)
    {
        var prepared = new StringBuilder();
        foreach (var piece in Tags().Split(source.TrimEnd('\n')))
        {
            prepared.Append(piece.StartsWith("{{", StringComparison.Ordinal) || piece.StartsWith("{%", StringComparison.Ordinal) ? piece : Own(piece, boundWords, encode));
        }

        return prepared.ToString();
    }

    /// <summary>What the sandbox does not allow in a template, in her words; null where all is well.</summary>
    public static string? NotAllowed(string source) => Range().IsMatch(source)
        ? "ranges such as (1..5) cannot be used here: one large number in them would stop all mail."
        : null;

    private static string Own(string words, string boundWords, bool encode)
    {
        var bound = Wording.Bind(words, boundWords);
        return encode
            ? bound.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal)
            : bound;
    }

    [GeneratedRegex(@"(\{\{.*?\}\}|\{%.*?%\})", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Tags();

    [GeneratedRegex(@"\{[%{][^}]*\([^)]*\.\.", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Range();
}
