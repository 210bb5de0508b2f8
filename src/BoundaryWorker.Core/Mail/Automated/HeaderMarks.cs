using BoundaryWorker.Core.Code;
using BoundaryWorker.Core.Deciding;

namespace BoundaryWorker.Core.Mail;

/// <summary>replies.md A3-A7: header fields by which programs say that they are programs.</summary>
internal static class HeaderMarks
{
    private static readonly string[] ListFields =
    [
        "List-Id", "List-Help", "List-Subscribe", "List-Unsubscribe", "List-Post", "List-Owner", "List-Archive",
        "Mailing-List", "X-Mailing-List", "X-BeenThere",
    ];

    private static readonly string[] AutoReplyFields =
    [
        "X-Autoreply", "X-Autorespond", "X-Autoresponder", "X-AutoReply-From", "X-Mail-Autoreply", "X-Failed-Recipients", "X-Loop",
        "X-MS-Exchange-Inbox-Rules-Loop",
    ];

    // Feedback-ID alone is put on single mails too, by hosts that send for small firms; these say that it was a mailing.
    private static readonly string[] CampaignFields =
    [
        "List-Unsubscribe-Post", "X-Campaign", "X-CampaignId", "X-Campaign-Id", "X-Mailchimp-Campaign-Id", "X-CSA-Complaints", "X-MC-User",
        "X-Mailer-SID", "X-Mailer-RecptId", "X-Job", "X-MailingID", "X-Newsletter", "X-Report-Abuse",
    ];

    private static readonly string[] BulkValues = ["bulk", "junk", "list", "auto_reply", "auto-reply"];

    private static readonly string[] SuppressValues = ["All", "OOF", "AutoReply"];

    public static Because? ListHeader(IncomingMessage m, Owner owner) =>
        ListFields.FirstOrDefault(m.Headers.Has) is { } name ? new(Reason.ListHeader, name) : null;

    public static Because? AutoSubmitted(IncomingMessage m, Owner owner) =>
        m.Headers.All("Auto-Submitted").FirstOrDefault(v => !Is(Keyword(v), "no")) is { } value
            ? new(Reason.AutoSubmitted, Evidence.Of("Auto-Submitted", value))
            : null;

    public static Because? BulkPrecedence(IncomingMessage m, Owner owner) =>
        Precedence(m) is { } field ? new(Reason.BulkPrecedence, Evidence.Of(field.Name, field.Value)) : null;

    public static Because? ResponseSuppressed(IncomingMessage m, Owner owner) =>
        m.Headers.All("X-Auto-Response-Suppress").FirstOrDefault(Suppresses) is { } value
            ? new(Reason.ResponseSuppressed, Evidence.Of("X-Auto-Response-Suppress", value))
            : null;

    public static Because? AutoReplyHeader(IncomingMessage m, Owner owner)
    {
        var name = AutoReplyFields.FirstOrDefault(m.Headers.Has);
        name ??= m.Headers.Has("Feedback-ID") && IsBulk(m) ? "Feedback-ID" : null;
        return name is null ? null : new(Reason.AutoReplyHeader, name);
    }

    private static bool IsBulk(IncomingMessage m) =>
        Precedence(m) is not null || ListFields.Any(m.Headers.Has) || CampaignFields.Any(m.Headers.Has);

    private static HeaderField? Precedence(IncomingMessage m) =>
        m.Headers.Fields.FirstOrDefault(f =>
            (Is(f.Name, "Precedence") || Is(f.Name, "X-Precedence")) && BulkValues.Any(b => Is(Keyword(f.Value), b)));

    private static bool Suppresses(string value) =>
        StructuredText.WithoutComments(value).Split(',').Any(item => SuppressValues.Any(s => Is(item.Trim(), s)));

    /// <summary>The keyword before parameters, comments taken off (RFC 3834 5).</summary>
    private static string Keyword(string value) => StructuredText.WithoutComments(value).Split(';')[0].Trim();

    private static bool Is(string text, string other) => text.Equals(other, StringComparison.OrdinalIgnoreCase);
}
