using MimeKit;

namespace BoundaryWorker.AdapterTests.Corpus;

/// <summary>An automatic responder of another program: which marks keep it silent. What it answers is told by rules read in its source and written anew here.</summary>
/// <param name="Name">The program.</param>
/// <param name="StaysSilent">Its rules, by name; one that holds is enough.</param>
internal sealed record OtherResponder(string Name, IReadOnlyList<(string Rule, Func<SeenMail, bool> Holds)> StaysSilent)
{
    private static readonly string[] ListHeaders = ["List-Id", "List-Owner", "List-Subscribe", "List-Post", "List-Unsubscribe", "List-Help", "List-Archive"];

    /// <summary>Dovecot Pigeonhole, <c>vacation</c> with <c>:addresses</c> (cmd-vacation.c).</summary>
    public static OtherResponder Pigeonhole { get; } = new(
        "Pigeonhole",
        [
            ("the return path is null", m => m.EnvelopeFrom is null),
            ("to itself", m => m.IsMine(m.EnvelopeFrom!)),
            ("a list header", m => ListHeaders.Any(m.Has)),
            ("Auto-Submitted is not no", m => m.Values("Auto-Submitted").Any(v => !v.Equals("no", StringComparison.OrdinalIgnoreCase))),
            ("Precedence: junk, bulk, list", m => m.Values("Precedence").Any(v => Is(v, "junk", "bulk", "list"))),
            ("X-Auto-Response-Suppress: All, OOF", m => m.Values("X-Auto-Response-Suppress").Any(v => v.Split(',').Any(i => Is(i.Trim(), "all", "oof")))),
            ("a system address", m => IsSystem(m.EnvelopeFrom!)),
            ("not addressed", m => !m.Addresses("To", "Cc", "Bcc", "Resent-To", "Resent-Cc", "Resent-Bcc").Any(m.IsMine)),
        ]);

    /// <summary>Cyrus, <c>vacation</c> with <c>:addresses</c> (bc_eval.c, shouldRespond): the first occurrence of a field alone counts.</summary>
    public static OtherResponder Cyrus { get; } = new(
        "Cyrus",
        [
            ("a list header", m => ListHeaders.Any(m.Has)),
            ("X-IgnoreVacation is not no", m => m.First("X-IgnoreVacation") is { } v && !Is(v, "no")),
            ("Auto-Submitted is not no", m => m.First("Auto-Submitted") is { } v && !Is(v, "no")),
            ("Precedence: junk, bulk, list", m => m.First("Precedence") is { } v && Is(v, "junk", "bulk", "list")),
            ("the return path is null", m => m.EnvelopeFrom is null),
            ("to itself", m => m.IsMine(m.EnvelopeFrom!)),
            ("a system address", m => IsSystem(m.EnvelopeFrom!)),
            ("not addressed", m => !m.Addresses("To", "Cc", "Bcc", "Resent-To", "Resent-Cc", "Resent-Bcc").Any(m.IsMine)),
        ]);

    /// <summary>FreeScout, the automatic reply to a new conversation (Misc\Mail, SendAutoReply): answers the From address.</summary>
    public static OtherResponder FreeScout { get; } = new(
        "FreeScout",
        [
            ("no sender", m => m.From is null),
            ("from a mailbox of its own", m => m.IsMine(m.From!)),
            ("X-Autoreply, X-Autorespond", m => m.Has("X-Autoreply") || m.Has("X-Autorespond")),
            ("Auto-Submitted is not no", m => m.Values("Auto-Submitted").Any(v => !Is(v, "no"))),
            ("Precedence: auto_reply, bulk, junk", m => m.Values("Precedence").Concat(m.Values("X-Precedence")).Any(v => Is(v, "auto_reply", "bulk", "junk"))),
            ("a bounce", m => m.IsDeliveryReport),
        ]);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<OtherResponder> All { get; } = [Pigeonhole, Cyrus, FreeScout];

    /// <summary>Whether it would answer.</summary>
    public bool Answers(SeenMail mail) => StaysSilent.All(rule => !rule.Holds(mail));

    private static bool Is(string value, params string[] words) => words.Contains(value, StringComparer.OrdinalIgnoreCase);

    private static bool IsSystem(string address)
    {
        var local = address.Split('@')[0];
        return Is(local, "mailer-daemon", "listserv", "majordomo")
            || local.EndsWith("-request", StringComparison.OrdinalIgnoreCase)
            || local.StartsWith("owner-", StringComparison.OrdinalIgnoreCase);
    }
}

/// <summary>A mail as those programs see it: fields as strings, and the envelope that the host wrote into Return-Path.</summary>
/// <param name="Message">The mail.</param>
/// <param name="Mine">Whose mailbox it is; null to suppose that it was addressed, whoever is named.</param>
internal sealed record SeenMail(MimeMessage Message, IReadOnlyList<string>? Mine)
{
    /// <summary>The return path; null where it is <c>&lt;&gt;</c>. Without the field the From address stands for it, as it would be in a person's mail.</summary>
    public string? EnvelopeFrom => First("Return-Path") is { } path
        ? (MailboxAddress.TryParse(path.Trim(), out var parsed) && parsed.Address.Contains('@', StringComparison.Ordinal) ? parsed.Address : null)
        : From;

    /// <summary>The first From address, or null.</summary>
    public string? From => Message.From.Mailboxes.FirstOrDefault(m => m.Address.Contains('@', StringComparison.Ordinal))?.Address;

    /// <summary>A delivery status report by its type.</summary>
    public bool IsDeliveryReport => Message.Body is MultipartReport report
        && string.Equals(report.ReportType, "delivery-status", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the field is there.</summary>
    public bool Has(string field) => Message.Headers.Contains(field);

    /// <summary>All values of a field, trimmed.</summary>
    public IEnumerable<string> Values(string field) => Message.Headers.Where(h => h.Field.Equals(field, StringComparison.OrdinalIgnoreCase)).Select(h => h.Value.Trim());

    /// <summary>The first value of a field, or null.</summary>
    public string? First(string field) => Values(field).FirstOrDefault();

    /// <summary>All addresses of these fields.</summary>
    public IEnumerable<string> Addresses(params string[] fields) =>
        Mine is null ? [""] : fields.SelectMany(Values).SelectMany(v => InternetAddressList.TryParse(v, out var list) ? list.Mailboxes.Select(m => m.Address) : []);

    /// <summary>Whether an address is one of the mailbox.</summary>
    public bool IsMine(string address) => Mine is null ? address.Length == 0 : Mine.Contains(address, StringComparer.OrdinalIgnoreCase);
}
