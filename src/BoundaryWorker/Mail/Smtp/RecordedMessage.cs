using MailKit;
using MimeKit;

namespace BoundaryWorker.Mail.Smtp;

/// <summary>
/// The bytes of the ledger in the shape that MailKit sends. MailKit writes what it parsed; whether it writes these very bytes is looked at before
/// anything is said to a server, so that what was sent is always what was recorded (E1).
/// </summary>
internal sealed class RecordedMessage : IDisposable
{
    private RecordedMessage(MimeMessage mime, int size) => (Mime, Size) = (mime, size);

    /// <summary>As MailKit wants it.</summary>
    public MimeMessage Mime { get; }

    /// <summary>How many bytes it has, dots not doubled.</summary>
    public int Size { get; }

    /// <summary>Whether there are bytes above 127, which not every server takes (RFC 6152).</summary>
    public bool IsEightBit { get; private init; }

    /// <summary>How MailKit writes onto the wire.</summary>
    public static FormatOptions Wire { get; } = MakeWire();

    /// <summary>Reads them; null where they could not be sent exactly: loose line ends, no end of the last line, Bcc.</summary>
    public static RecordedMessage? TryRead(byte[] bytes)
    {
        if (HasLooseLineEnds(bytes))
        {
            return null;
        }

        try
        {
            var mime = MimeMessage.Load(new MemoryStream(bytes));
            using var written = new MemoryStream(bytes.Length);
            mime.WriteTo(Wire, written);
            return written.GetBuffer().AsSpan(0, (int)written.Length).SequenceEqual(bytes)
                ? new RecordedMessage(mime, bytes.Length) { IsEightBit = bytes.AsSpan().ContainsAnyExceptInRange((byte)0, (byte)127) }
                : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>Tells when all of it is handed over: the doubled dots count as bytes there, so this is never too late.</summary>
    public ITransferProgress Watch(Action ended) => new Progress(Size, ended);

    /// <inheritdoc/>
    public void Dispose() => Mime.Dispose();

    // RFC 5321 2.3.8: some servers take a bare LF for the end of a line, and so a dot between two for the end of the message.
    private static bool HasLooseLineEnds(ReadOnlySpan<byte> bytes)
    {
        for (var at = bytes.IndexOfAny((byte)'\r', (byte)'\n', (byte)0); at >= 0; at = bytes.IndexOfAny((byte)'\r', (byte)'\n', (byte)0))
        {
            if (!bytes[at..].StartsWith("\r\n"u8))
            {
                return true;
            }

            bytes = bytes[(at + 2)..];
        }

        return false;
    }

    private static FormatOptions MakeWire()
    {
        var options = FormatOptions.Default.Clone();
        options.NewLineFormat = NewLineFormat.Dos;
        options.EnsureNewLine = true;
        options.HiddenHeaders.Add(HeaderId.Bcc);
        options.HiddenHeaders.Add(HeaderId.ResentBcc);
        options.HiddenHeaders.Add(HeaderId.ContentLength);
        return options;
    }

    private sealed class Progress(int size, Action ended) : ITransferProgress
    {
        public void Report(long bytesTransferred, long totalSize) => Report(bytesTransferred);

        public void Report(long bytesTransferred)
        {
            if (bytesTransferred >= size)
            {
                ended();
            }
        }
    }
}
