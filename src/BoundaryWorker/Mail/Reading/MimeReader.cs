using System.Text;
using BoundaryWorker.Core.Mail;
using MimeKit;
using NodaTime;

namespace BoundaryWorker.Mail.Reading;

/// <summary>
/// Bytes of one mail (RFC 5322, 2045) into what the rules may look at. A broken mail is read as far as it goes; what cannot be read at all
/// has no From, which makes it nobody's (replies.md A1). Costs bounded memory and time whatever it is given (<see cref="ReadingLimits"/>).
/// </summary>
/// <param name="zone">The owner's zone: floating and all-day times of invitations are meant in it (replies.md F2).</param>
public sealed class MimeReader(DateTimeZone zone)
{
    static MimeReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private readonly InvitationReader invitations = new(zone);

    /// <summary>Reads a message. Throws only what reading the stream throws (<see cref="IOException"/>).</summary>
    /// <param name="eml">The message from its first byte; read from the current position, left open.</param>
    /// <param name="received">When the server took it.</param>
    /// <param name="flags">The flags it has.</param>
    /// <param name="envelope">The envelope sender where the caller knows it; null to take the topmost Return-Path.</param>
    public IncomingMessage Read(Stream eml, Instant received, MessageFlags flags, ReversePath? envelope = null)
    {
        using var source = MessageSource.Of(eml);
        var header = HeaderReading.Fields(source);
        return With(header, received, envelope) with { Flags = flags, Size = source.Size } is var message
            && MimeTree.TryParse(source, out var body)
                ? WithBody(message, body)
                : message;
    }

    private static IncomingMessage With(HeaderList header, Instant received, ReversePath? envelope)
    {
        var inReplyTo = HeaderReading.Ids(header, "In-Reply-To");
        return new IncomingMessage
        {
            Received = received,
            Sent = HeaderReading.Date(header.FirstOrDefault(h => h.Id == HeaderId.Date)?.Value),
            TopmostReceived = HeaderReading.ReceivedDate(header),
            MessageId = HeaderReading.MessageId(header),
            InReplyTo = inReplyTo,
            References = [.. HeaderReading.Ids(header, "References").Concat(inReplyTo).Distinct()],
            ReversePath = envelope ?? Addresses.ReversePath(header),
            FromFields = header.Count(h => h.Id == HeaderId.From),
            From = Addresses.Of(header, "From"),
            Sender = Addresses.Of(header, "Sender") is [var sender, ..] ? sender : null,
            To = Addresses.Of(header, "To"),
            Cc = Addresses.Of(header, "Cc"),
            OtherRecipients = Addresses.Of(header, "Bcc", "Resent-To", "Resent-Cc", "Resent-Bcc", "Delivered-To", "X-Original-To", "Envelope-To"),
            Subject = HeaderReading.Line(header.FirstOrDefault(h => h.Id == HeaderId.Subject)),
            Headers = HeaderReading.Headers(header),
        };
    }

    private IncomingMessage WithBody(IncomingMessage message, MimeEntity body)
    {
        var parts = Unless(() => MimeTree.Describe(body)) ?? [];
        var text = Unless(() => MessageText.Of(body)) ?? "";
        return message with
        {
            Parts = parts,
            Text = text,
            Invitation = Unless(() => invitations.Find(body, message.Received)),
            Report = Unless(() => DeliveryReports.Of(body, message with { Text = text })),
        };
    }

    // The libraries below were not written for hostile input; whatever trips them leaves the message without that part.
    private static T? Unless<T>(Func<T?> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is not IOException)
        {
            return null;
        }
    }
}
