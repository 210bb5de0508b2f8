using System.Buffers.Binary;
using System.Text;

namespace BoundaryWorker.Mail.Maildir;

/// <summary>The encoding of folder names in IMAP and on the disk of a Maildir++ (RFC 3501 5.1.3): <c>Zurückgehalten</c> is <c>Zur&amp;APw-ckgehalten</c>.</summary>
public static class ModifiedUtf7
{
    /// <summary>Encodes a name.</summary>
    public static string Encode(string name)
    {
        var result = new StringBuilder();
        for (var i = 0; i < name.Length;)
        {
            if (name[i] is >= ' ' and <= '~')
            {
                result.Append(name[i] == '&' ? "&-" : name[i].ToString());
                i++;
                continue;
            }

            var start = i;
            while (i < name.Length && name[i] is not (>= ' ' and <= '~'))
            {
                i++;
            }

            var bytes = Encoding.BigEndianUnicode.GetBytes(name[start..i]);
            result.Append('&').Append(Convert.ToBase64String(bytes).TrimEnd('=').Replace('/', ',')).Append('-');
        }

        return result.ToString();
    }

    /// <summary>Decodes a name; what is not well encoded (a program that writes plain UTF-8) is given back as it is.</summary>
    public static string Decode(string encoded)
    {
        var result = new StringBuilder();
        for (var i = 0; i < encoded.Length; i++)
        {
            var end = encoded[i] == '&' ? encoded.IndexOf('-', i) : i;
            if (end < 0)
            {
                return encoded;
            }

            if (encoded[i] != '&')
            {
                result.Append(encoded[i]);
            }
            else if (end == i + 1)
            {
                result.Append('&');
            }
            else if (Shifted(encoded[(i + 1)..end]) is { } text)
            {
                result.Append(text);
            }
            else
            {
                return encoded;
            }

            i = end;
        }

        return result.ToString();
    }

    private static string? Shifted(string base64)
    {
        var padded = base64.Replace(',', '/').PadRight((base64.Length + 3) / 4 * 4, '=');
        var bytes = new byte[padded.Length];
        if (!Convert.TryFromBase64String(padded, bytes, out var written) || written % 2 != 0)
        {
            return null;
        }

        return string.Create(written / 2, bytes, static (text, from) =>
        {
            for (var i = 0; i < text.Length; i++)
            {
                text[i] = (char)BinaryPrimitives.ReadUInt16BigEndian(from.AsSpan(i * 2));
            }
        });
    }
}
