using BoundaryWorker.Core.Mail;

namespace BoundaryWorker.Pipeline.Ports;

/// <summary>Sends finished messages. Called one at a time, only after the sending mark is in the ledger (replies.md E1).</summary>
public interface IMailSender
{
    /// <summary>Hands the bytes over. Never throws for what the other side does; the outcome says it.</summary>
    Task<SendOutcome> SendAsync(OutgoingBytes message, CancellationToken token);

    /// <summary>Whether a message of unknown outcome went out: true or false where this can be told for sure, null where it cannot (E2).</summary>
    Task<bool?> WasSentAsync(string messageId, CancellationToken token);
}

/// <summary>The exact bytes of a message and its envelope.</summary>
/// <param name="MessageId">Without brackets.</param>
/// <param name="EnvelopeFrom">MAIL FROM, null for the null path (C3).</param>
/// <param name="EnvelopeTo">RCPT TO.</param>
/// <param name="Bytes">RFC 5322 with CRLF.</param>
public sealed record OutgoingBytes(string MessageId, EmailAddress? EnvelopeFrom, EmailAddress EnvelopeTo, byte[] Bytes);

/// <summary>How a send ended.</summary>
/// <param name="Result">Which.</param>
/// <param name="Detail">The server's words or the error, for the ledger and the digest; no secrets.</param>
public sealed record SendOutcome(SendResult Result, string Detail = "")
{
    /// <summary>The other side was not reached or let nobody in, whatever the message: any other would have failed alike.</summary>
    public bool IsShutOut { get; init; }
}

/// <summary>How a send ended (E2, E3).</summary>
public enum SendResult
{
    /// <summary>The other side took it.</summary>
    Accepted,

    /// <summary>Nothing can have been accepted: it may be tried again.</summary>
    TryAgain,

    /// <summary>Refused for good.</summary>
    Refused,

    /// <summary>It may have been accepted: never send it again without finding out.</summary>
    Unknown,
}
