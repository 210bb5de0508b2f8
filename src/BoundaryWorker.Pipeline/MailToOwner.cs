using BoundaryWorker.Core.Code;
using BoundaryWorker.Core.Digests;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Core.Replies;
using BoundaryWorker.Pipeline.Ports;
using NodaTime;

namespace BoundaryWorker.Pipeline;

/// <summary>The worker's mail to its owner: digests and notices, composed, written and handed over.</summary>
/// <param name="to">The setting <c>Digest.To</c>; null for her main address.</param>
public sealed class MailToOwner(EmailAddress? to, IMailSender sender, IMimeWriter mime, ITemplates templates, Installation installation)
{
    /// <summary>The setting <c>Digest.To</c>, or null.</summary>
    public EmailAddress? To => to;

    /// <summary>The digest's bytes, or why there are none.</summary>
    public (OutgoingBytes? Bytes, string? WhyNot) Write(DigestFacts facts, Owner owner) =>
        Write(DigestComposer.Compose(facts, owner, Recipient(owner), installation, templates));

    /// <summary>A notice's bytes, or why there are none.</summary>
    public (OutgoingBytes? Bytes, string? WhyNot) Write(OwnerNotice notice, Owner owner, Instant now) =>
        Write(AlarmComposer.Compose(notice, owner, Recipient(owner), installation, now, templates));

    /// <summary>Hands over what was written.</summary>
    public Task<SendOutcome> SendAsync(OutgoingBytes bytes, CancellationToken token) => sender.SendAsync(bytes, token);

    /// <summary>Whether a mail of unknown outcome went out, null where that cannot be told.</summary>
    public Task<bool?> WasSentAsync(string messageId, CancellationToken token) => sender.WasSentAsync(messageId, token);

    /// <summary>Where it goes.</summary>
    public EmailAddress Recipient(Owner owner) => to ?? owner.MainAddress;

    private (OutgoingBytes? Bytes, string? WhyNot) Write((OutgoingMessage? Message, string? WhyNot) composed) =>
        composed.Message is { } message ? mime.Write(message) : (null, composed.WhyNot);
}
