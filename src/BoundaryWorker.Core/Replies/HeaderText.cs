using System.Globalization;
using System.Text;

namespace BoundaryWorker.Core.Replies;

/// <summary>Text from mail made safe for one header field: no line ends, no invisible turning of the reading direction, no endless names (replies.md C5, C8).</summary>
public static class HeaderText
{
    /// <summary>A character may carry marks; one with more than this many UTF-16 units is noise.</summary>
    private const int UnitsPerCharacter = 16;

    /// <summary>
    /// The text up to its first control character, tabs read as blanks, marks of direction and broken surrogates dropped, blanks joined, and cut to
    /// <paramref name="characters"/> characters as readers count them (text elements), the last one an ellipsis where something was cut.
    /// </summary>
    public static string Clean(string text, int characters)
    {
        var clean = new StringBuilder();
        var count = 0;
        foreach (var element in Elements(text))
        {
            if (element == " " && (clean.Length == 0 || clean[^1] == ' '))
            {
                continue;
            }

            if (++count > characters)
            {
                return Cut(clean, characters);
            }

            clean.Append(element);
        }

        return clean.ToString().TrimEnd();
    }

    private static string Cut(StringBuilder clean, int characters)
    {
        var kept = new StringInfo(clean.ToString()).SubstringByTextElements(0, characters - 1);
        return kept.TrimEnd() + "…";
    }

    private static IEnumerable<string> Elements(string text)
    {
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            var kept = new StringBuilder();
            foreach (var rune in elements.GetTextElement().EnumerateRunes())
            {
                if (EndsTheText(rune))
                {
                    yield break;
                }

                if (IsKept(rune) && kept.Length < UnitsPerCharacter)
                {
                    kept.Append(Rune.IsWhiteSpace(rune) ? " " : rune.ToString());
                }
            }

            if (kept.Length > 0)
            {
                yield return kept.ToString();
            }
        }
    }

    private static bool EndsTheText(Rune rune) =>
        rune.Value != '\t' && Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    // U+FFFD is what a broken surrogate is read as; U+200D joins emoji and some scripts need U+200C.
    private static bool IsKept(Rune rune) =>
        rune.Value is 0x200C or 0x200D or '\t'
        || (rune.Value != 0xFFFD && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned));
}
