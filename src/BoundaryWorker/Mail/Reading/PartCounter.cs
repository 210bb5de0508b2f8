using MimeKit;

namespace BoundaryWorker.Mail.Reading;

/// <summary>
/// Walks a message without keeping anything and finds how much of it may be parsed into objects: up to where it exceeds the number of parts
/// or header fields, or the length of one. A few megabytes of empty parts would else become gigabytes of them, and an endless field minutes.
/// </summary>
internal sealed class PartCounter : MimeKit.MimeReader
{
    /// <summary>What is smaller cannot hold enough parts to matter.</summary>
    private const long Harmless = 64 << 10;

    // Reading is ahead of the parser by a buffer or two.
    private const long LongestField = 4L * ReadingLimits.FieldBytes;

    private readonly WatchedStream message;
    private int fields;
    private long fieldBytes;
    private int parts;

    // Where the field that is being read began; null outside of headers.
    private long? field;

    private PartCounter(WatchedStream message)
        : base(MimeTree.Options, message, MimeFormat.Entity) => this.message = message;

    /// <summary>How many bytes from the start can safely be parsed.</summary>
    public static long SafeLength(MessageSource source)
    {
        PartCounter? counter = null;
        using var stream = new WatchedStream(source.Open(), position => counter?.StopInEndlessField(position));
        if (stream.Length < Harmless)
        {
            return stream.Length;
        }

        counter = new PartCounter(stream);
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

    protected override void OnHeadersBegin(long beginOffset, int beginLineNumber, CancellationToken cancellationToken) => field = beginOffset;

    protected override void OnHeadersEnd(long beginOffset, int beginLineNumber, long endOffset, int endLineNumber, CancellationToken cancellationToken) => field = null;

    protected override void OnHeaderRead(Header header, int beginLineNumber, CancellationToken cancellationToken)
    {
        Count(ref fields, ReadingLimits.FieldsInAll, header.Offset ?? 0);
        fieldBytes += header.RawValue.Length;
        field = message.Position;
        if (header.RawValue.Length > 2 * ReadingLimits.FieldBytes || fieldBytes > ReadingLimits.FieldBytesInAll)
        {
            throw new LimitReachedException(header.Offset ?? 0);
        }
    }

    protected override void OnMimePartBegin(ContentType contentType, long beginOffset, int beginLineNumber, CancellationToken cancellationToken) =>
        Count(ref parts, ReadingLimits.Parts, beginOffset);

    protected override void OnMultipartBegin(ContentType contentType, long beginOffset, int beginLineNumber, CancellationToken cancellationToken) =>
        Count(ref parts, ReadingLimits.Parts, beginOffset);

    protected override void OnMessagePartBegin(ContentType contentType, long beginOffset, int beginLineNumber, CancellationToken cancellationToken) =>
        Count(ref parts, ReadingLimits.Parts, beginOffset);

    private void StopInEndlessField(long position)
    {
        if (field is { } began && position - began > LongestField)
        {
            throw new LimitReachedException(began);
        }
    }

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
