using BoundaryWorker.Core.Code;
using BoundaryWorker.Core.Mail;
using NodaTime;

namespace BoundaryWorker.Core.Deciding;

/// <summary>
/// The decision table of design.md section 6 as a function. The two columns are decided apart from each other, as rows meet: row 25 sets the hold
/// part alone, row 19 silences every reply in open hours too, the mail of row 23 does not depend on the arrival. Always decides as for
/// <see cref="Mode.Enforce"/>; what the mode lets happen of it is the path's business.
/// </summary>
public static class Decider
{
    // Rows whose hold is a plain yes of their own; elsewhere the yes is that of row 3. Row 12 holds the bounce of a reply of ours alone (C3).
    private static readonly int[] RowsThatHold = [4, 5, 6, 9, 10, 12, 13, 14, 15, 16, 19, 21, 22, 23];

    /// <summary>Decides. The same input gives the same decision.</summary>
    /// <param name="message">What came.</param>
    /// <param name="kind">What <see cref="Classifier"/> made of it under the same situation.</param>
    /// <param name="situation">Her files and windows.</param>
    /// <param name="history">What the ledger answered to <see cref="HistoryQueries.For"/>.</param>
    /// <param name="now">The instant of deciding, not before the arrival.</param>
    public static Decision Decide(IncomingMessage message, Classification kind, Situation situation, History history, Instant now)
    {
        var facts = new Facts(message, kind, situation, history, now);
        var (holdRow, hold) = HoldTable.Of(facts);
        var (row, reply) = ReplyTable.Of(facts);
        return new Decision
        {
            Row = row,
            HoldRow = hold.IsHeld && RowsThatHold.Contains(row) ? row : holdRow,
            Hold = hold,
            Reply = reply,
            BrokenRules = facts.IsOwnBounce || (row is 12 or 18 && !hold.IsHeld) ? [] : [.. facts.Breaches.Select(b => b.Rule.Id)],
            ClosedWindow = facts.Arrival.Closed,
            UsesUrgentAllowance = holdRow == 8,
            IsUrgent = hold.IsHeld && !facts.IsSuspicious && !facts.IsOwnBounce && (facts.HasTag || facts.UrgentInWords is not null),
            IsPossibleForgery = kind.Authentication == Authentication.Failed && row is not 12 and not 18,
            OffersCode = row == 19 && kind.Client is not { Client.NeverReply: true },
        };
    }

    /// <summary>Whether one more reply would be over the cap of the whole worker: then the circuit breaker is opened (A16).</summary>
    public static bool OpensBreaker(History history, ReplyOptions options) => history.RepliesLastHour >= options.PerHour;
}
