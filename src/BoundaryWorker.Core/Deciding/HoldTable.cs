using BoundaryWorker.Core.Code;

namespace BoundaryWorker.Core.Deciding;

/// <summary>One row of the table in one of its two columns: it applies where it has a reason to.</summary>
/// <param name="Number">Its number in design.md section 6; 0 where it is none of the table (an override of hers).</param>
/// <param name="Why">The reasons, empty where it does not apply.</param>
internal sealed record Row(int Number, Func<Facts, IReadOnlyList<Because>> Why)
{
    /// <summary>A row with one condition and one reason.</summary>
    public Row(int number, Func<Facts, bool> when, Reason reason, Func<Facts, string>? evidence = null)
        : this(number, f => when(f) ? [new Because(reason, evidence?.Invoke(f) ?? "")] : [])
    {
    }

    /// <summary>The first of the rows that applies, with its reasons.</summary>
    public static (int Number, IReadOnlyList<Because> Reasons)? First(IEnumerable<Row> rows, Facts facts)
    {
        foreach (var row in rows)
        {
            if (row.Why(facts) is { Count: > 0 } reasons)
            {
                return (row.Number, reasons);
            }
        }

        return null;
    }
}

/// <summary>
/// The hold column of design.md section 6: what is not held, in the order in which it is asked. Whatever is left is held until the next opening
/// that applies to its sender. The numbers are those of the rows.
/// </summary>
internal static class HoldTable
{
    private static readonly Row[] NotHeld =
    [
        new(18, f => f.IsHandled, Reason.AlreadyHandled),
        new(18, f => f.History.ReleasedByHand, Reason.ReleasedByHand),
        new(18, ReplyTable.Own),
        new(12, f => f.IsListedDespiteMarks || f.IsOwnBounce ? [] : f.Machine),
        new(18, f => f.Client is null && !f.IsOwnBounce && f.Situation.Clients.Strangers == StrangerPolicy.Leave, Reason.Stranger),
        new(24, f => f.IsCalendarNews, Reason.CalendarNewsBeforeRelease),
        new(11, f => f.Arrival.Closed is null && f.HasTag, Reason.UrgentInOpenHours),
        new(1, f => f.Arrival.Closed is null, Reason.OpenHours),
        new(20, f => !f.Arrival.IsStillClosed, Reason.WindowOpened),
        new(7, f => Passing(f, Reason.Grace, Reason.SentInOpenHours)),
        new(6, f => Passing(f, Reason.ShortBreak)),
        new(0, f => f.Client is { NeverHold: true }, Reason.HoldNever),
        new(17, f => f.OwnerWroteInWindow, Reason.OwnerWroteToPerson),
        new(8, f => f.HasTag && !f.IsAllowanceSpent, Reason.UrgentAllowance, f => f.Code.UrgentTag?.Id ?? ""),
        new(25, f => f.Arrival.Opening is null, Reason.BeyondHorizon),
        // Not cut at max_hold: coming back in the middle of a leave serves nobody, so it is held to the opening, which is within max_hold, or not at
        // all. With hold_through_leave she gives up max_hold for that window, and has the weekly digest instead.
        new(25, f => f.Arrival.Length > f.Code.MaxHold && !f.Code.HoldThroughLeave, Reason.LeaveBeyondMaxHold),
    ];

    /// <summary>The row and the hold part; row 3 stands for every row whose hold is a plain yes.</summary>
    public static (int Row, HoldPart Hold) Of(Facts f) => Row.First(NotHeld, f) is { } no
        ? (no.Number, new HoldPart(null, no.Reasons))
        : (3, new HoldPart(f.Arrival.Opening, WhyHeld(f)));

    private static IReadOnlyList<Because> WhyHeld(Facts f) => f.IsOwnBounce
        ? [new(Reason.ClosedHours), ReplyTable.OwnBounce(f)]
        : f.Kind.Authentication == Authentication.Failed
        ? [new(Reason.ClosedHours), new(Reason.PossibleForgery)]
        : [new(Reason.ClosedHours)];

    private static IReadOnlyList<Because> Passing(Facts f, params ReadOnlySpan<Reason> reasons) =>
        f.Arrival.Passes is { } passes && reasons.Contains(passes.Reason) ? [passes] : [];
}
