using BoundaryWorker.Core.Mail;
using NodaTime;

namespace BoundaryWorker.Core.Replies;

/// <summary>A message to be sent, as data; the edge turns it into the exact bytes (RFC 5322, 2045) that the ledger keeps.</summary>
public sealed record OutgoingMessage
{
    /// <summary>From (C2).</summary>
    public required EmailAddress From { get; init; }

    /// <summary>The one To (C1).</summary>
    public required EmailAddress To { get; init; }

    /// <summary>The subject, decoded (C5).</summary>
    public required string Subject { get; init; }

    /// <summary>text/plain.</summary>
    public required string Text { get; init; }

    /// <summary>text/html, or null for none.</summary>
    public string? Html { get; init; }

    /// <summary>Message-ID without brackets (C7).</summary>
    public required string MessageId { get; init; }

    /// <summary>Date, with the offset of her zone.</summary>
    public required OffsetDateTime Date { get; init; }

    /// <summary>In-Reply-To without brackets, or null (C6).</summary>
    public string? InReplyTo { get; init; }

    /// <summary>References without brackets, oldest first (C6).</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>Further fields: Auto-Submitted, X-Auto-Response-Suppress, the marker (C4).</summary>
    public IReadOnlyList<HeaderField> Headers { get; init; } = [];

    /// <summary>MAIL FROM: an address, or null for the null path (C3).</summary>
    public EmailAddress? EnvelopeFrom { get; init; }

    /// <summary>The language of the text, for Content-Language.</summary>
    public string Language { get; init; } = "en";
}

/// <summary>The header fields by which our own mail is known (A2, C4).</summary>
public static class Marker
{
    /// <summary><c>X-BoundaryWorker</c>: <c>kind=reply; key=...; rules=1.1,2.1; installation=...</c>.</summary>
    public const string Header = "X-BoundaryWorker";
}

/// <summary>Which installation writes: the source of Message-IDs that cannot be guessed (C7) and of the marker (E4).</summary>
/// <param name="Id">Public, in the marker.</param>
/// <param name="Secret">The HMAC key; never leaves the store.</param>
public sealed record Installation(string Id, byte[] Secret);
