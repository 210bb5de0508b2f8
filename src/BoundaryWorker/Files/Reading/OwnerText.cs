using System.Text;

namespace BoundaryWorker.Files.Reading;

/// <summary>The bytes of a file of the owner's as text, or why they are none.</summary>
internal static class OwnerText
{
    /// <summary>A Code of a hundred rules in five languages has a tenth of it. Beyond it somebody named the wrong file.</summary>
    public const int MostBytes = 512 * 1024;

    private static readonly UTF8Encoding Strict = new(false, true);

    /// <summary>Strict UTF-8 (a byte order mark is passed over), no NUL, not too large; null after an error was reported.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes, Findings findings)
    {
        if (bytes.Length > MostBytes)
        {
            findings.Error(default, $"the file is larger than {MostBytes / 1024} KB", "is it the right file? A Code is a few pages of text");
            return null;
        }

        if (bytes.StartsWith<byte>([0xFF, 0xFE]) || bytes.StartsWith<byte>([0xFE, 0xFF]))
        {
            findings.Error(new Mark(1, 1), "the file is saved as UTF-16", "save it as UTF-8 in the editor");
            return null;
        }

        var body = bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
        try
        {
            return Strict.GetString(body);
        }
        catch (DecoderFallbackException)
        {
            var (line, column) = FirstBad(body);
            findings.Error(new Mark(line, column), "a letter here is not saved as UTF-8", "save the file as UTF-8 in the editor");
            return null;
        }
    }

    /// <summary>The checks that a text passes before it is parsed; what the parser would trip over is told here.</summary>
    public static string? Usable(string text, Findings findings)
    {
        if (Encoding.UTF8.GetByteCount(text) > MostBytes)
        {
            return Decode(Encoding.UTF8.GetBytes(text), findings);
        }

        var body = text.TrimStart('\uFEFF').Replace("\r\n", "\n", StringComparison.Ordinal);
        for (var i = 0; i < body.Length; i++)
        {
            if ((char.IsControl(body[i]) && body[i] is not ('\n' or '\t' or '\u0085')) || body[i] == '\uFFFD')
            {
                var before = body[..i];
                var at = new Mark(before.Count(c => c == '\n') + 1, i - before.LastIndexOf('\n'));
                findings.Error(at, "a character here is no text", "delete it, and save the file as UTF-8");
                return null;
            }
        }

        return body;
    }

    private static (int Line, int Column) FirstBad(ReadOnlySpan<byte> body)
    {
        var good = 0;
        while (good < body.Length && Rune.DecodeFromUtf8(body[good..], out _, out var used) == System.Buffers.OperationStatus.Done)
        {
            good += used;
        }

        var before = body[..good];
        return (before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(before[(before.LastIndexOf((byte)'\n') + 1)..]) + 1);
    }
}
