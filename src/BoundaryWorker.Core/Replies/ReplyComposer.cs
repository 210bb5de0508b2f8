using BoundaryWorker.Core.Code;
using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Core.Mail;
using NodaTime;

namespace BoundaryWorker.Core.Replies;

/// <summary>Decision and templates → the reply, or the reason why there is none (replies.md C).</summary>
public static class ReplyComposer
{
    /// <summary>The longest display name, in characters.</summary>
    private const int MaxName = 80;

    /// <summary>The longest address (RFC 5321 4.5.3.1).</summary>
    private const int MaxAddress = 254;

    /// <summary>Composes the reply. Never throws for what a client wrote or a template does.</summary>
    /// <returns>The message, or null and why not, in words for the owner.</returns>
    public static (OutgoingMessage? Message, string? WhyNot) Compose(ReplyRequest request, ITemplates templates)
    {
        if (WhyNot(request) is { } reason)
        {
            return (null, reason);
        }

        var answer = request.Decision.Reply.Answer!;
        var wording = ReplyLanguage.Of(request, templates);
        var data = ReplyFacts.Of(request, answer, wording);
        var name = $"{Template(answer.Kind)}.{(ReplyFacts.IsFirst(request) ? "first" : "later")}";
        var text = templates.Render(name, wording.Texts.Language, data, html: false);
        return string.IsNullOrWhiteSpace(text)
            ? (null, $"The text {name} ({wording.Texts.Language}) could not be written; `check` says what is wrong with it.")
            : (Message(request, answer, wording, text, templates.Render(name, wording.Texts.Language, data, html: true)), null);
    }

    /// <summary>The template of a kind, without stage.</summary>
    public static string Template(AnswerKind kind) => kind switch
    {
        AnswerKind.Channel => "reply-channel",
        AnswerKind.UrgentSpent => "reply-urgent-spent",
        AnswerKind.UrgentInWords => "reply-urgent-words",
        AnswerKind.Invitation => "reply-invitation",
        _ => "reply-hours",
    };

    private static string? WhyNot(ReplyRequest request)
    {
        var owner = request.Code.Owner;
        return request switch
        {
            { Decision.Reply.Answer: null } => "Nothing is to be answered.",
            { Decision.Reply.Answer.To: var to } when owner.Owns(to) => "The reply would go to an address of your own.",
            { Decision.Reply.Answer.To: var to } when !IsSafe(to) => "The sender's address cannot be written into a header safely.",
            { Decision.Reply.Answer.To: var to, Message.Author: var author } when !to.Equals(author) => "The reply would not go to the sender.",
            { Decision: { ClosedWindow: { HasEnd: true } closed, Reply.Answer.Kind: not AnswerKind.Invitation } } when closed.End <= request.Now =>
                "The working window has opened meanwhile (A19).",
            _ when owner.Addresses.All(a => a.Local == "*") => "The Code names no address of yours to write from: add one to owner.addresses beside the *@ one.",
            _ => null,
        };
    }

    private static OutgoingMessage Message(ReplyRequest request, Answer answer, Wording wording, string text, string? html)
    {
        var owner = request.Code.Owner;
        var options = request.Code.Replies;
        var sender = request.FromAlias is { Local: not "*" } alias && owner.Owns(alias) && IsSafe(alias) ? alias : owner.MainAddress;
        var key = OutgoingIds.Of(request.Installation, owner, answer.Key);
        var thread = Threading.Of(request.Message);
        return new OutgoingMessage
        {
            From = sender with { DisplayName = HeaderText.Clean(owner.Name, MaxName) },
            To = answer.To with { DisplayName = HeaderText.Clean(request.Message.Author!.DisplayName, MaxName) },
            Subject = ReplySubject.Of(request.Message.Subject, Prefix(options, wording, owner), wording.Texts.NoSubject),
            Text = text,
            Html = string.IsNullOrWhiteSpace(html) ? null : html,
            MessageId = OutgoingIds.MessageId(key, sender),
            Date = request.Now.InZone(owner.Zone).ToOffsetDateTime().With(TimeAdjusters.TruncateToSecond),
            InReplyTo = thread.InReplyTo,
            References = thread.References,
            Headers = AutomaticHeaders.Of("auto-replied", new MarkerFields("reply", key, answer.Rules, request.Installation.Id)),
            EnvelopeFrom = options.NullPath ? null : sender with { DisplayName = "" },
            Language = wording.Texts.Language,
        };
    }

    private static string Prefix(ReplyOptions options, Wording wording, Owner owner) => options.SubjectPrefix is { } own
        ? own.ByLanguage[ReplyLanguage.InWhich(own, wording.Texts.Language, owner)]
        : wording.Texts.SubjectPrefix;

    private static bool IsSafe(EmailAddress address) =>
        address.Bare.Length <= MaxAddress && !address.Bare.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || char.IsSurrogate(c) || c is '<' or '>' or ',' or ';');
}
