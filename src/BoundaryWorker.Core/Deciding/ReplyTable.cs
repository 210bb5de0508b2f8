using BoundaryWorker.Core.Code;
using BoundaryWorker.Core.Mail;

namespace BoundaryWorker.Core.Deciding;

/// <summary>
/// The reply column of design.md section 6, in the order in which it is asked: what calls for no reply at all, the <see cref="Occasion"/> of one,
/// and in <see cref="Silences"/> what silences it. The numbers are those of the rows.
/// </summary>
internal static class ReplyTable
{
    /// <summary>No reply, whatever the message is about.</summary>
    private static readonly Row[] NeverAnswered =
    [
        new(18, f => f.IsHandled, Reason.AlreadyHandled),
        new(18, f => f.History.ReleasedByHand, Reason.ReleasedByHand),
        new(18, Own),
        new(12, f => f.IsOwnBounce ? [OwnBounce(f), .. f.Machine] : []),
        new(13, f => f.Arrival.Closed is not null && f.IsListedDespiteMarks ? f.Machine : []),
        new(12, f => f.Machine),
        new(12, f => f.Message.Author is null, Reason.NoSender),
        new(18, f => f.Client is null && f.Situation.Clients.Strangers != StrangerPolicy.HoldAndReply, Reason.Stranger),
        new(24, f => f.IsCalendarNews, Reason.CalendarNewsBeforeRelease),
        new(24, f => f.IsCalendarAnswer, Reason.CalendarAnswer),
        new(17, f => f.OwnerWroteInWindow, Reason.OwnerWroteToPerson),
        new(11, f => f.Arrival.Closed is null && f.HasTag, Reason.UrgentInOpenHours),
        new(8, f => Awaits(f) && f.HasTag && !f.IsAllowanceSpent, Reason.UrgentAllowance, f => f.Code.UrgentTag?.Id ?? ""),
    ];

    /// <summary>No reply because of when it came. Does not bind the mail about the time of an event (row 23).</summary>
    private static readonly Row[] NotAnsweredByArrival =
    [
        new(1, f => f.Arrival.Closed is null && !f.Breaches.Any(b => b.Rule.ReplyInOpenHours), Reason.OpenHours),
        new(20, f => f.Arrival.Closed is not null && !f.Arrival.IsStillClosed, Reason.WindowOpened),
        new(7, f => f.Arrival.Passes is { Reason: not Reason.ShortBreak } passes ? [passes] : []),
        new(6, f => f.Arrival.Passes is { } passes ? [passes] : []),
        new(6, f => f.Arrival.Closed is not null && f.Arrival.Length < f.Code.Hours.ReplyFrom, Reason.BreakWithoutReply),
        new(25, f => f.Arrival.Closed is not null && f.Arrival.Opening is null, Reason.BeyondHorizon),
        new(2, OnlyWeakCues),
    ];

    /// <summary>The row and the reply part.</summary>
    public static (int Row, ReplyPart Reply) Of(Facts f)
    {
        if ((Row.First(NeverAnswered, f) ?? (f.Clash is null ? Row.First(NotAnsweredByArrival, f) : null)) is { } no)
        {
            return (no.Number, new ReplyPart(null, no.Reasons));
        }

        var occasion = Occasion.Of(f);
        if (Row.First(Silences.Of(occasion), f) is { } silence)
        {
            return (silence.Number, new ReplyPart(null, silence.Reasons));
        }

        var key = new ReplyKey(f.Author.Key, ReplyScope.Within(occasion.Scope, f.Situation.Office), f.Client?.Id);
        // A rule about urgent mail may be quoted without being broken (row 9).
        var broken = occasion.Rules.Intersect(f.Breaches.Select(b => b.Rule.Id)).Select(r => new Because(Reason.RuleBroken, r));
        return (occasion.Row, new ReplyPart(new Answer(occasion.Kind, f.Author, occasion.Rules, key), [.. broken, .. occasion.Reasons]));
    }

    /// <summary>Herself, our marker, a Message-ID of ours (row 18, A2).</summary>
    public static IReadOnlyList<Because> Own(Facts f) =>
        f.History.IsOwnMessageId ? [.. f.Marks.Where(MarksThatCount.IsOwn), new(Reason.OwnMessageId)] : [.. f.Marks.Where(MarksThatCount.IsOwn)];

    /// <summary>C3; the evidence is the key of the reply that came back, which says nothing to anybody but the ledger.</summary>
    public static Because OwnBounce(Facts f) => new(Reason.OwnBounce, Evidence.Of(f.History.ReturnedReply!.Split('@')[0]));

    /// <summary>It came in a closed window that still lasts, and nothing lets it pass.</summary>
    private static bool Awaits(Facts f) => f.Arrival is { IsStillClosed: true, Passes: null };

    private static IReadOnlyList<Because> OnlyWeakCues(Facts f)
    {
        var breaches = f.Breaches.Where(b => b.Rule.ReplyInOpenHours).ToList();
        return f.Arrival.Closed is null && breaches.TrueForAll(b => !b.IsSure)
            ? [.. breaches.Select(b => new Because(Reason.WeakCues, b.WeakCue!))]
            : [];
    }
}
