using System.Text;

namespace BoundaryWorker.Mail.Reading;

/// <summary>Bytes of a text part into characters, by what it says and by what it is.</summary>
internal static class TextDecoding
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Decodes; never fails. Without a charset, or where it is not what it says: UTF-8 if it is UTF-8, else Windows-1250, the one that most Polish mail without a label is in.</summary>
    public static string Decode(byte[] bytes, string? charset)
    {
        var said = Named(charset);
        return said is null or ASCIIEncoding or UTF8Encoding
            ? Utf8(bytes) ?? (Named("windows-1250") ?? Encoding.Latin1).GetString(bytes)
            : WithoutMark(said.GetString(bytes));
    }

    private static Encoding? Named(string? charset)
    {
        try
        {
            return string.IsNullOrWhiteSpace(charset) ? null : Encoding.GetEncoding(Alias(charset.Trim().Trim('"', '\'').ToLowerInvariant()));
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static string Alias(string charset) => charset switch
    {
        "cp1250" or "cp-1250" or "x-cp1250" or "win-1250" or "win1250" => "windows-1250",
        "cp1252" or "cp-1252" or "ansi" => "windows-1252",
        "utf8" or "unicode-1-1-utf-8" or "utf8mb4" or "utf-8mb4" => "utf-8",
        "latin2" or "iso8859-2" or "iso_8859-2" or "8859-2" => "iso-8859-2",
        _ => charset,
    };

    private static string? Utf8(byte[] bytes)
    {
        // The limit may have cut a character in two.
        for (var cut = 0; cut < 4 && cut <= bytes.Length; cut++)
        {
            try
            {
                return WithoutMark(StrictUtf8.GetString(bytes, 0, bytes.Length - cut));
            }
            catch (DecoderFallbackException) when (bytes.Length == ReadingLimits.TextBytes)
            {
                continue;
            }
            catch (DecoderFallbackException)
            {
                return null;
            }
        }

        return null;
    }

    private static string WithoutMark(string text) => text.TrimStart('\uFEFF');
}
