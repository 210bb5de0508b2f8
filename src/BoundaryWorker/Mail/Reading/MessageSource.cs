using MimeKit.IO;

namespace BoundaryWorker.Mail.Reading;

/// <summary>The bytes of a message, seekable, from its first header line on; no more than <see cref="ReadingLimits.MessageBytes"/> of them.</summary>
internal sealed class MessageSource : IDisposable
{
    private readonly Stream bytes;
    private readonly bool owned;
    private readonly long start;
    private readonly long end;

    private MessageSource(Stream bytes, bool owned, long origin)
    {
        this.bytes = bytes;
        this.owned = owned;
        Size = bytes.Length - origin;
        end = Math.Min(bytes.Length, origin + ReadingLimits.MessageBytes);
        start = origin + PreambleLength(origin);
    }

    /// <summary>Bytes of the whole message; of a stream that cannot seek no more than were read.</summary>
    public long Size { get; }

    public static MessageSource Of(Stream eml)
    {
        if (eml.CanSeek)
        {
            return new MessageSource(eml, owned: false, eml.Position);
        }

        var copy = new MemoryStream();
        var buffer = new byte[81_920];
        for (int n; copy.Length < ReadingLimits.MessageBytes && (n = eml.Read(buffer)) > 0;)
        {
            copy.Write(buffer, 0, n);
        }

        return new MessageSource(copy, owned: true, 0);
    }

    /// <summary>A view of the first bytes, or of all of them.</summary>
    /// <param name="length">How many; those that are not there are left out.</param>
    public BoundStream Open(long length = long.MaxValue)
    {
        bytes.Position = start;
        return new BoundStream(bytes, start, Math.Min(end, length > end - start ? end : start + length), leaveOpen: true);
    }

    public void Dispose()
    {
        if (owned)
        {
            bytes.Dispose();
        }
    }

    // A byte order mark, empty lines and the "From " line of an mbox come before the header; none of them is a part of it.
    private int PreambleLength(long origin)
    {
        var head = new byte[1_024];
        bytes.Position = origin;
        var length = bytes.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        var at = head.AsSpan(0, length).StartsWith("\uFEFF"u8) ? 3 : 0;
        while (at < length && head[at] is (byte)'\r' or (byte)'\n')
        {
            at++;
        }

        if (head.AsSpan(at, length - at).StartsWith("From "u8) && head.AsSpan(at, length - at).IndexOf((byte)'\n') is >= 0 and var eol)
        {
            at += eol + 1;
        }

        return at >= length ? 0 : at;
    }
}
