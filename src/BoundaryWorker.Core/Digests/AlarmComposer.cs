using BoundaryWorker.Core.Code;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Core.Replies;
using NodaTime;

namespace BoundaryWorker.Core.Digests;

/// <summary>One thing she has to know at once: a broken file, the circuit breaker, a clock that is wrong.</summary>
/// <param name="Title">The subject, in her language, without full stop.</param>
/// <param name="Body">What happened and what it means; paragraphs with an empty line between them.</param>
/// <param name="Remedy">What to do.</param>
public sealed record OwnerNotice(string Title, string Body, string Remedy);

/// <summary>A notice → a short mail to the owner.</summary>
public static class AlarmComposer
{
    /// <summary>Composes the mail; null and why not where the template fails.</summary>
    public static (OutgoingMessage? Message, string? WhyNot) Compose(
        OwnerNotice notice, Owner owner, EmailAddress to, Installation installation, Instant now, ITemplates templates)
    {
        var data = new Dictionary<string, object?>
        {
            ["owner"] = owner.Name,
            ["title"] = notice.Title,
            ["subject"] = notice.Title,
            ["body"] = notice.Body.Trim(),
            ["remedy"] = notice.Remedy.Trim(),
        };
        var key = OutgoingIds.OfNotice(installation, owner, notice.Title, now);
        return OwnerMail.Compose("notice", data, new OwnerMail.Envelope(owner, to, installation, now, key), ReplyLanguage.Of(owner.Languages, templates), templates);
    }
}
