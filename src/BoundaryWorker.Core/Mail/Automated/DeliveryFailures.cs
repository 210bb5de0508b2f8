using System.Text.RegularExpressions;
using BoundaryWorker.Core.Code;
using BoundaryWorker.Core.Deciding;

namespace BoundaryWorker.Core.Mail;

/// <summary>
/// Bounces that are no multipart/report: qmail's, Exim's, those of gateways (replies.md A8, A9). A person who writes as postmaster@ may be
/// answered, and so may a person who forwards a bounce (B3): the form decides.
/// </summary>
internal static partial class DeliveryFailures
{
    private static readonly string[] Subjects =
    [
        "failure notice", "delivery failure", "mail delivery failed", "mail delivery failure", "delivery status notification", "delivery notification",
        "undeliverable", "undelivered mail", "undelivered message", "undeliverable mail", "undeliverable message", "returned mail", "mail returned", "returned to sender",
        "message could not be delivered", "could not deliver", "unable to deliver", "delivery error", "delivery has failed", "delivery problem",
        "mail system error", "non-delivery", "nondeliverable mail", "nondelivery", "warning: message", "warning: could not send", "warning: mail delayed",
        "delayed mail", "delivery delayed", "delivery warning", "message delayed", "mail delivery warning", "mail could not be delivered", "message status - undeliverable",
        "rejected mail", "mail rejected", "message rejected", "notification d'etat", "undelivered", "message you sent blocked", "user unknown",
        "nie mozna dostarczyc", "niedostarczona", "niedostarczalne", "nie dostarczono", "blad doreczenia", "niedoreczona", "zwrot poczty",
        "unzustellbar", "zustellung fehlgeschlagen", "nicht zugestellt", "zustellfehler", "zustellungsfehler", "non remis", "echec de la remise",
        "non distribue", "no se puede entregar", "no entregado", "error de entrega", "non recapitabile", "mancata consegna", "onbestelbaar", "niet afgeleverd",
        "nao entregue", "nao pode ser entregue", "kan ikke leveres", "olevererbart", "nedorucitelne", "nedorucena", "недоставленное", "не доставлено",
        "配信できません", "配信不能", "エラーメール",
    ];

    /// <summary>A8: postmaster@ in From or envelope, in the form of a delivery notice.</summary>
    public static Because? ByPostmaster(IncomingMessage m, Owner owner) =>
        (m.From.Any(RobotAddresses.IsPostmaster) || RobotAddresses.IsPostmaster(m.ReversePath.Address))
        && (HasFailureSubject(m) || HasTranscript(m) || ReturnsOriginal(m))
            ? new(Reason.RobotAddress, "postmaster")
            : null;

    /// <summary>
    /// A9 in plain text, whoever is in From: a failure subject that is not forwarded or answered, no thread, and what only a mail program
    /// writes below it. One sign alone is not enough: people speak of bounces too.
    /// </summary>
    public static Because? InPlainText(IncomingMessage m, Owner owner) =>
        HasFailureSubject(m) && m.References.Count == 0 && (HasTranscript(m) || ReturnsOriginal(m))
        && m.From.All(f => MailDaemon.IsName(f.Local) || MailDaemon.IsName(f.DisplayName))
            ? new(Reason.Report, Evidence.Of("Subject", m.Subject))
            : null;

    private static bool HasFailureSubject(IncomingMessage m)
    {
        var subject = Folding.Fold(m.Subject.Trim().TrimStart('*', '[', '<', '"', ' '));
        return Subjects.Any(s => subject.StartsWith(s, StringComparison.Ordinal))
            || (!IsForwardedOrAnswered().IsMatch(subject) && Subjects.Any(s => subject.Contains(s, StringComparison.Ordinal)));
    }

    private static bool HasTranscript(IncomingMessage m) => Transcript().IsMatch(m.Text);

    private static bool ReturnsOriginal(IncomingMessage m) =>
        m.OwnParts().Any(p => p.Depth <= 1 && p.MediaType is "message/rfc822" or "text/rfc822-headers" or "message/global")
        || ReturnedOriginal().IsMatch(m.Text);

    [GeneratedRegex(@"^(re|fwd?|odp|pd|aw|wg|tr|rv|i|sv|vs)\s*(\[\d+\])?:", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex IsForwardedOrAnswered();

    [GeneratedRegex(
        @"^.{0,300}?\b[45]\d\d[ -]#?[45]\.\d{1,3}\.\d{1,3}\b|^\s*(Remote host said|SMTP error|Status|Diagnostic-Code|Sent <<<|Received >>>|<<<|>>>)\W|\b(RCPT TO|MAIL FROM):\s*<|\bstate [45]\d\b|\b[45]\d\d (unknown|user|mailbox|requested|sorry|no such|recipient|relay|message|rcpt|access)\b",
        RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Transcript();

    [GeneratedRegex(
        @"below this line is a copy of the message|this is a copy of (the|your) message|original message (follows|headers|header)|returned message|the following addresses? had|permanent fatal errors|^-{2,} .{0,60}(original|returned|copy).{0,60} -{2,}",
        RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex ReturnedOriginal();
}
