using MimeKit;

namespace BoundaryWorker.Mail.Reading;

/// <summary>
/// Walks a message without keeping anything and finds how much of it may be parsed into objects: up to where it exceeds the number of parts
/// or header fields. A few megabytes of empty parts would else become gigabytes of them.
/// </summary>
internal sealed class PartCounter : MimeKit.MimeReader
{
    /// <summary>What is smaller cannot hold enough parts to matter.</summary>
    private const long Harmless = 64 << 10;

    private int fields;
    private int parts;

    private PartCounter(Stream message)
        : base(MimeTree.Options, message, MimeFormat.Entity)
    {
    }

    /// <summary>How many bytes from the start can safely be parsed.</summary>
    public static long SafeLength(MessageSource source)
    {
        using var stream = source.Open();
        if (stream.Length < Harmless)
        {
            return stream.Length;
        }

        var counter = new PartCounter(stream);
        try
        {
            counter.ReadMessage();
            return stream.Length;
        }
        catch (LimitReachedException e)
        {
            return e.Offset;
        }
        catch (FormatException)
        {
            return stream.Length;
        }
    }

    protected override void OnHeaderRead(Header header, int beginLineNumber, CancellationToken cancellationToken) =>
        Count(ref fields, ReadingLimits.FieldsInAll, header.Offset ?? 0);

    protected override void OnMimePartBegin(ContentType contentType, long beginOffset, int beginLineNumber, CancellationToken cancellationToken) =>
        Count(ref parts, ReadingLimits.Parts, beginOffset);

    protected override void OnMultipartBegin(ContentType contentType, long beginOffset, int beginLineNumber, CancellationToken cancellationToken) =>
        Count(ref parts, ReadingLimits.Parts, beginOffset);

    protected override void OnMessagePartBegin(ContentType contentType, long beginOffset, int beginLineNumber, CancellationToken cancellationToken) =>
        Count(ref parts, ReadingLimits.Parts, beginOffset);

    private static void Count(ref int count, int limit, long offset)
    {
        if (++count > limit)
        {
            throw new LimitReachedException(offset);
        }
    }

    private sealed class LimitReachedException(long offset) : Exception
    {
        public long Offset { get; } = offset;
    }
}
