using BoundaryWorker.Core.Code;
using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Core.Mail;

namespace BoundaryWorker.Core.Replies;

/// <summary>From which of her addresses a reply goes out (replies.md C2).</summary>
public static class SenderAddress
{
    /// <summary>The address that was written to, where it is known to come through as the sender; null for the main address.</summary>
    /// <param name="message">What is answered. <c>me+x@</c> counts as <c>me@</c>.</param>
    /// <param name="owner">Whose addresses.</param>
    /// <param name="sendable">What <c>doctor --send-test</c> saw coming through.</param>
    public static EmailAddress? Of(IncomingMessage message, Owner owner, IReadOnlyList<EmailAddress> sendable) =>
        new HerRecipients(message, owner, supposed: false).Alias is { } alias
            ? sendable.FirstOrDefault(s => s.Equals(alias))
                ?? sendable.FirstOrDefault(s => !s.Local.Contains('+', StringComparison.Ordinal) && RuleBreaches.SameMailbox(alias, s))
            : null;
}
