using BoundaryWorker.Core.Code;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Core.Replies;
using NodaTime;

namespace BoundaryWorker.Core.Digests;

/// <summary>Mail from the worker to its owner: from her own address under the worker's name, so that she sees at once who writes.</summary>
internal static class OwnerMail
{
    private const int MaxSubject = 120;

    /// <summary>What is not text.</summary>
    internal sealed record Envelope(Owner Owner, EmailAddress To, Installation Installation, Instant Now, string Key);

    /// <summary>Renders <c>KIND-subject</c> and <c>KIND</c>; <c>notice</c> carries its subject in the data.</summary>
    public static (OutgoingMessage? Message, string? WhyNot) Compose(
        string kind, Dictionary<string, object?> data, Envelope envelope, Wording wording, ITemplates templates)
    {
        var language = wording.Texts.Language;
        var owner = envelope.Owner;
        var text = templates.Render(kind, language, data, html: false);
        var subject = data.GetValueOrDefault("subject") as string ?? templates.Render($"{kind}-subject", language, data, html: false);
        if (string.IsNullOrWhiteSpace(text) || string.IsNullOrWhiteSpace(subject))
        {
            return (null, $"The text {kind} ({language}) could not be written; `check` says what is wrong with it.");
        }

        if (owner.Addresses.All(a => a.Local == "*"))
        {
            return (null, "The Code names no address of yours to write from: add one to owner.addresses beside the *@ one.");
        }

        return (new OutgoingMessage
        {
            From = owner.MainAddress with { DisplayName = "BoundaryWorker" },
            To = envelope.To with { DisplayName = HeaderText.Clean(owner.Name, MaxSubject) },
            Subject = HeaderText.Clean(subject.Trim(), MaxSubject),
            Text = text,
            Html = templates.Render(kind, language, data, html: true),
            MessageId = OutgoingIds.MessageId(envelope.Key, owner.MainAddress),
            Date = envelope.Now.InZone(owner.Zone).ToOffsetDateTime().With(TimeAdjusters.TruncateToSecond),
            Headers = AutomaticHeaders.Of("auto-generated", new MarkerFields(kind, envelope.Key, [], envelope.Installation.Id)),
            EnvelopeFrom = owner.MainAddress with { DisplayName = "" },
            Language = language,
        }, null);
    }
}
