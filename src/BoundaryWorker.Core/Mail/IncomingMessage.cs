using NodaTime;

namespace BoundaryWorker.Core.Mail;

/// <summary>
/// What the rules may look at of one message: built once by a reader at the edge, never changed. Holds no attachment and no more than the
/// start of the text; whatever is in it is data from mail, to be trusted with nothing.
/// </summary>
public sealed record IncomingMessage
{
    /// <summary>When the server took it (INTERNALDATE, receivedDateTime, the delivery time of a Maildir file): what counts as arrival (design.md section 4).</summary>
    public required Instant Received { get; init; }

    /// <summary>The Date field as an instant, null where it is missing or cannot be read.</summary>
    public Instant? Sent { get; init; }

    /// <summary>The time in the topmost Received field, null where there is none.</summary>
    public Instant? TopmostReceived { get; init; }

    /// <summary>Message-ID without angle brackets, null where there is none (RFC 5322 3.6.4).</summary>
    public string? MessageId { get; init; }

    /// <summary>In-Reply-To and References, without angle brackets, oldest first.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>In-Reply-To alone, without angle brackets.</summary>
    public IReadOnlyList<string> InReplyTo { get; init; } = [];

    /// <summary>The envelope sender.</summary>
    public ReversePath ReversePath { get; init; } = ReversePath.Absent;

    /// <summary>How many From fields there are; 1 in a well-formed message. Several make it a machine's (A1).</summary>
    public int FromFields { get; init; } = 1;

    /// <summary>All mailboxes of the From fields that could be read.</summary>
    public IReadOnlyList<EmailAddress> From { get; init; } = [];

    /// <summary>The Sender field's mailbox, or null.</summary>
    public EmailAddress? Sender { get; init; }

    /// <summary>The To field.</summary>
    public IReadOnlyList<EmailAddress> To { get; init; } = [];

    /// <summary>The Cc field.</summary>
    public IReadOnlyList<EmailAddress> Cc { get; init; } = [];

    /// <summary>Bcc, Resent-To, Resent-Cc, Resent-Bcc, Delivered-To, X-Original-To and Envelope-To together (A11).</summary>
    public IReadOnlyList<EmailAddress> OtherRecipients { get; init; } = [];

    /// <summary>The decoded subject, empty where there is none.</summary>
    public string Subject { get; init; } = "";

    /// <summary>The start of the text as it stands, quoted history included; HTML turned into text.</summary>
    public string Text { get; init; } = "";

    /// <summary>The top-level header.</summary>
    public MailHeaders Headers { get; init; } = MailHeaders.Empty;

    /// <summary>The MIME tree, the message's own content type first.</summary>
    public IReadOnlyList<MessagePart> Parts { get; init; } = [];

    /// <summary>The calendar object in it, where one could be read.</summary>
    public Invitation? Invitation { get; init; }

    /// <summary>The delivery report in it, where it is one.</summary>
    public DeliveryReport? Report { get; init; }

    /// <summary>The flags it had when first looked at.</summary>
    public MessageFlags Flags { get; init; }

    /// <summary>The server marked it as spam by flag or keyword ($Junk). Headers of spam filters are read from <see cref="Headers"/>.</summary>
    public bool FlaggedAsSpam { get; init; }

    /// <summary>Size in bytes as stored.</summary>
    public long Size { get; init; }

    /// <summary>
    /// The one sender that is judged: the From mailbox; of two in one field Sender, else the first (design.md section 6). Null where there
    /// is none or there are several From fields.
    /// </summary>
    public EmailAddress? Author => FromFields > 1 || From.Count == 0
        ? null
        : From.Count > 1 && Sender is not null && From.Contains(Sender) ? From.First(f => f.Equals(Sender)) : From[0];

    /// <summary>To and Cc together.</summary>
    public IEnumerable<EmailAddress> Addressees => To.Concat(Cc);
}
