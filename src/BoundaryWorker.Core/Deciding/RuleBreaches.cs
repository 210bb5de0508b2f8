using BoundaryWorker.Core.Code;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Core.Matters;

namespace BoundaryWorker.Core.Deciding;

/// <summary>An enforced rule that a message breaks.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="WeakCue">Where the matter that breaks it is not sure (row 2): the one cue there was. Null where it is sure.</param>
internal sealed record Breach(Rule Rule, string? WeakCue = null)
{
    /// <summary>Sure enough to be quoted to the client.</summary>
    public bool IsSure => WeakCue is null;
}

/// <summary>All enforced rules against one message; every broken one counts (design.md section 3).</summary>
internal static class RuleBreaches
{
    private static readonly string[] NoRealAttachments =
        ["text/calendar", "application/ics", "application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature"];

    /// <summary>In the order of the Code, which is the order of quoting.</summary>
    public static IReadOnlyList<Breach> Of(Facts f) => [.. f.Code.Rules.Select(rule => BreachOf(rule, f)).OfType<Breach>()];

    private static Breach? BreachOf(Rule rule, Facts f)
    {
        if (rule.EnforcesHours)
        {
            return f.Arrival.CountsAsOpen && f.Clash is not { IsOutsideHours: true } ? null : new Breach(rule);
        }

        return rule.When is { } when && IsMet(when, f) ? new Breach(rule, WeakCueOf(when, f)) : null;
    }

    private static bool IsMet(Condition when, Facts f) =>
        Holds(when.Sender, s => IsSender(s, f))
        && Holds(when.Alias, a => f.Kind.Alias is { } alias && SameMailbox(a, alias))
        && Holds(when.Matter, m => f.Kind.Matters.Any(found => found.Matter == m))
        && Holds(when.Via, f.Kind.Via.Contains)
        && !when.NotVia.Any(f.Kind.Via.Contains)
        && (when.Subject.Count == 0 || Words.AnyIn(f.Message.Subject, when.Subject))
        && (when.Body.Count == 0 || Words.AnyIn(f.Kind.NewText, when.Body))
        && Holds(when.Attachment, HasAttachment(f.Message))
        && Holds(when.Invitation, InvitationTimes.IsRequest(f.Message.Invitation))
        && Holds(when.Language, l => l.Equals(f.Kind.Language, StringComparison.OrdinalIgnoreCase))
        && Holds(when.InOpenHours, f.Arrival.CountsAsOpen);

    private static bool Holds<T>(IReadOnlyList<T> wanted, Func<T, bool> isSo) => wanted.Count == 0 || wanted.Any(isSo);

    private static bool Holds(bool? wanted, bool isSo) => wanted is null || wanted == isSo;

    // A matter by one weak cue may be wrong: a rule that rests on it is never quoted to a client, in closed hours neither.
    private static string? WeakCueOf(Condition when, Facts f)
    {
        var findings = f.Kind.Matters.Where(found => when.Matter.Contains(found.Matter)).ToList();
        return findings.Count == 0 || findings.Any(found => found.IsSure || found.Matter == Matter.Invitation)
            ? null
            : findings.SelectMany(found => found.Cues).Select(c => c.Id).FirstOrDefault() ?? "";
    }

    private static bool IsSender(string wanted, Facts f) =>
        wanted.Equals(f.Client?.Id, StringComparison.OrdinalIgnoreCase)
        || (EmailAddress.TryParse(wanted) is { } address && address.Equals(f.Message.Author));

    private static bool HasAttachment(IncomingMessage message) =>
        message.Parts.Any(p => p.IsAttachment && !NoRealAttachments.Contains(p.MediaType));

    /// <summary>Whether two addresses are one mailbox of hers: <c>me+x@</c> equals <c>me@</c>.</summary>
    public static bool SameMailbox(EmailAddress one, EmailAddress other) =>
        one.Domain == other.Domain && Bare(one.Local).Equals(Bare(other.Local), StringComparison.OrdinalIgnoreCase);

    private static string Bare(string local) => local.Split('+')[0];
}
