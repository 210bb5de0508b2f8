using System.Text;

namespace BoundaryWorker.Core.Mail;

/// <summary>The lexical part of structured header fields (RFC 5322 3.2).</summary>
internal static class StructuredText
{
    /// <summary>The text without its comments, nested ones too; what is in quotes stays. A comment that does not end runs to the end.</summary>
    public static string WithoutComments(string text)
    {
        var kept = new StringBuilder(text.Length);
        var depth = 0;
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\\' && i + 1 < text.Length)
            {
                if (depth == 0)
                {
                    kept.Append(c).Append(text[i + 1]);
                }

                i++;
                continue;
            }

            quoted ^= c == '"' && depth == 0;
            depth += !quoted && c == '(' ? 1 : 0;
            if (depth == 0)
            {
                kept.Append(c);
            }
            else if (c == ')')
            {
                depth--;
                kept.Append(depth == 0 ? " " : "");
            }
        }

        return kept.ToString();
    }

    /// <summary>Splits where <paramref name="isSeparator"/> holds outside quotes; parts are trimmed, empty ones left out.</summary>
    public static IEnumerable<string> Split(string text, Func<char, bool> isSeparator)
    {
        var start = 0;
        var quoted = false;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length)
            {
                i += text[i] == '\\' && i + 1 < text.Length ? 1 : 0;
                quoted ^= text[i] == '"' && (i == 0 || text[i - 1] != '\\');
            }

            if (i == text.Length || (!quoted && isSeparator(text[i])))
            {
                var part = text[start..i].Trim();
                if (part.Length > 0)
                {
                    yield return part;
                }

                start = i + 1;
            }
        }
    }
}
