using BoundaryWorker.Core.Mail;
using NodaTime;

namespace BoundaryWorker.Pipeline.Ports;

/// <summary>From which of her addresses mail comes through as it was sent (replies.md C2): written by <c>doctor --send-test</c>, read for each reply.</summary>
public interface ISendableLedger
{
    /// <summary>What a test of that address showed; the latest counts.</summary>
    /// <param name="mailbox">The mailbox through whose server it went out.</param>
    /// <param name="address">Without its display name.</param>
    /// <param name="isSendable">It came through unchanged and was not taken for a forgery.</param>
    /// <param name="at">When.</param>
    Task NoteSendableAsync(string mailbox, EmailAddress address, bool isSendable, Instant at, CancellationToken token);

    /// <summary>Addresses known to be sendable from a mailbox, in the order of their names.</summary>
    Task<IReadOnlyList<EmailAddress>> SendableAsync(string mailbox, CancellationToken token);
}
