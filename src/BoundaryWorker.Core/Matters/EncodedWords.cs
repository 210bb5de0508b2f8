using System.Text;

namespace BoundaryWorker.Core.Matters;

/// <summary>Encoded words (RFC 2047 section 2) that were left in a header value; what cannot be decoded stays as it is.</summary>
internal static class EncodedWords
{
    // RFC 2047 says 75; some programs do not care.
    private const int LongestWord = 400;

    public static string Decode(string value)
    {
        var result = new StringBuilder(value.Length);
        var at = 0;
        while (value.IndexOf("=?", at, StringComparison.Ordinal) is var start and >= 0)
        {
            result.Append(value, at, start - at);
            at = DecodeOne(value, start, result);
        }

        return result.Append(value, at, value.Length - at).ToString();
    }

    /// <summary>Appends the word that begins at <paramref name="start"/> and answers where to read on.</summary>
    private static int DecodeOne(string value, int start, StringBuilder result)
    {
        var encoding = value.IndexOf('?', start + 2);
        var end = encoding >= 0 && encoding + 3 <= value.Length && value[encoding + 2] == '?'
            ? value.IndexOf("?=", encoding + 3, Math.Min(LongestWord, value.Length - encoding - 3), StringComparison.Ordinal)
            : -1;
        var bytes = end < 0 ? null : Bytes(value[encoding + 1], value[(encoding + 3)..end]);
        if (bytes is null)
        {
            result.Append("=?");
            return start + 2;
        }

        // Any ASCII superset serves to find a tag; bytes that are no UTF-8 become replacement characters.
        result.Append(Encoding.UTF8.GetString(bytes));
        return end + 2;
    }

    private static byte[]? Bytes(char encoding, string text)
    {
        if (encoding is 'Q' or 'q')
        {
            return QuotedPrintable(text);
        }

        var buffer = new byte[text.Length];
        return encoding is 'B' or 'b' && Convert.TryFromBase64String(text, buffer, out var written) ? buffer[..written] : null;
    }

    private static byte[] QuotedPrintable(string text)
    {
        var bytes = new List<byte>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '=' && i + 2 < text.Length && char.IsAsciiHexDigit(text[i + 1]) && char.IsAsciiHexDigit(text[i + 2]))
            {
                bytes.Add(Convert.FromHexString(text.AsSpan(i + 1, 2))[0]);
                i += 2;
            }
            else
            {
                bytes.Add(text[i] == '_' ? (byte)' ' : (byte)text[i]);
            }
        }

        return [.. bytes];
    }
}
