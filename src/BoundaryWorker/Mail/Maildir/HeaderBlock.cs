using System.Security.Cryptography;
using BoundaryWorker.Mail.Reading;
using MimeKit;
using MimeKit.Utils;
using NodaTime;

namespace BoundaryWorker.Mail.Maildir;

/// <summary>The raw header of a stored message: the bytes before the first empty line, within the limits of all reading.</summary>
/// <param name="Bytes">As they stand.</param>
public sealed record HeaderBlock(byte[] Bytes)
{
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

    /// <summary>The time in the topmost Received field, or null.</summary>
    public Instant? TopmostReceived => HeaderReading.ReceivedDate(Fields());

    /// <summary>Reads a file's header and no more of it than that needs.</summary>
    public static HeaderBlock Read(string path)
    {
        using var file = new FileStream(path, Shared);
        return new HeaderBlock(HeaderBytes.Read(file));
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
}
