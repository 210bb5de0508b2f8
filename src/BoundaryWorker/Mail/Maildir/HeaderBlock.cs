using System.Security.Cryptography;
using MimeKit;
using MimeKit.Utils;

namespace BoundaryWorker.Mail.Maildir;

/// <summary>The raw header of a stored message: the bytes before the first empty line, at most <see cref="Limit"/> of them.</summary>
/// <param name="Bytes">As they stand.</param>
public sealed record HeaderBlock(byte[] Bytes)
{
    /// <summary>More header than this is not read: no honest message has it.</summary>
    public const int Limit = 256 * 1024;

    private static readonly FileStreamOptions Shared = new()
    {
        Mode = FileMode.Open,
        Access = FileAccess.Read,
        Share = FileShare.ReadWrite | FileShare.Delete,
        BufferSize = 0,
    };

    /// <summary>SHA-256 in lower-case hexadecimal.</summary>
    public string Digest => Convert.ToHexStringLower(SHA256.HashData(Bytes));

    /// <summary>The first Message-ID without brackets, or null.</summary>
    public string? MessageId => IdIn(Fields()[HeaderId.MessageId]);

    /// <summary>Reads a file's header and no more of it than that needs.</summary>
    public static HeaderBlock Read(string path)
    {
        using var file = new FileStream(path, Shared);
        var bytes = new byte[8192];
        var filled = 0;
        while (true)
        {
            var count = file.Read(bytes, filled, bytes.Length - filled);
            filled += count;
            var end = EndOf(bytes.AsSpan(0, filled));
            if (end >= 0 || count == 0 || filled >= Limit)
            {
                return new HeaderBlock(bytes[..(end >= 0 ? end : filled)]);
            }

            if (filled == bytes.Length)
            {
                Array.Resize(ref bytes, bytes.Length * 2);
            }
        }
    }

    /// <summary>The fields; none where the bytes are no header.</summary>
    public HeaderList Fields()
    {
        try
        {
            return HeaderList.Load(new MemoryStream([.. Bytes, (byte)'\r', (byte)'\n', (byte)'\r', (byte)'\n']));
        }
        catch (FormatException)
        {
            return [];
        }
    }

    /// <summary>A Message-ID without brackets; what is not well formed is taken as it stands rather than not at all. Null where there is none.</summary>
    public static string? IdIn(string? value)
    {
        var id = value is null ? null : MimeUtils.ParseMessageId(value) ?? value.Trim().Trim('<', '>');
        return string.IsNullOrEmpty(id) ? null : id;
    }

    private static int EndOf(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("\n"u8) || bytes.StartsWith("\r\n"u8))
        {
            return 0;
        }

        var bare = bytes.IndexOf("\n\n"u8);
        var paired = bytes.IndexOf("\n\r\n"u8);
        var end = bare < 0 ? paired : paired < 0 ? bare : Math.Min(bare, paired);
        return end < 0 ? -1 : end + 1;
    }
}
