using BoundaryWorker.Core.Code;
using BoundaryWorker.Core.Mail;

namespace BoundaryWorker.Core.Deciding;

/// <summary>Which of her addresses a message was sent to (replies.md A11, B2).</summary>
internal sealed class HerRecipients
{
    private readonly IReadOnlyList<EmailAddress> _addressed;

    /// <param name="message">The message.</param>
    /// <param name="owner">Whose addresses.</param>
    /// <param name="supposed">Take every recipient for one of hers (<see cref="Supposition.Addressed"/>).</param>
    public HerRecipients(IncomingMessage message, Owner owner, bool supposed)
    {
        var to = message.To.Where(owner.Owns).ToList();
        var cc = message.Cc.Where(owner.Owns).ToList();
        // Delivered-To names the mailbox even where an alias was addressed, so it speaks only where To and Cc do not name her.
        var other = to.Count + cc.Count == 0 ? message.OtherRecipients.Where(owner.Owns).ToList() : [];
        _addressed = supposed ? [owner.MainAddress] : [.. to, .. cc, .. other];
        IsCcOnly = !supposed && to.Count == 0 && cc.Count > 0;
    }

    /// <summary>She is in a recipient field at all.</summary>
    public bool IsAddressed => _addressed.Count > 0;

    /// <summary>She is in Cc and not in To.</summary>
    public bool IsCcOnly { get; }

    /// <summary>The first of her addresses in To, else in Cc, else in the other fields.</summary>
    public EmailAddress? Alias => _addressed.Count > 0 ? _addressed[0] : null;

    /// <summary>Whether a channel's address is among them; <c>me+x@</c> equals <c>me@</c>.</summary>
    public bool Include(EmailAddress? channel) => channel is not null && _addressed.Any(a => RuleBreaches.SameMailbox(a, channel));
}
