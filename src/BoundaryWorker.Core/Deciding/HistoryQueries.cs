using BoundaryWorker.Core.Mail;
using NodaTime;

namespace BoundaryWorker.Core.Deciding;

/// <summary>What the ledger is to be asked before a message is decided.</summary>
public static class HistoryQueries
{
    /// <summary>The question about one message; days and periods are those of her zone on the day of the arrival.</summary>
    public static HistoryQuery For(IncomingMessage message, Classification kind, Situation situation, Instant now)
    {
        var zone = situation.Code.Owner.Zone;
        var day = message.Received.InZone(zone).Date;
        var allowance = situation.Code.UrgentTag?.Allowance;
        return new HistoryQuery(
            situation.Mailbox,
            message.Author?.Key ?? "",
            kind.Client?.Client.Id,
            situation.Windows.For(kind.Client?.Client).ClosedWindowAt(message.Received),
            new Interval(StartOf(day, zone), StartOf(day.PlusDays(1), zone)),
            allowance is null ? null : StartOf(allowance.PeriodStart(day), zone),
            message.MessageId,
            [.. message.References.Union(message.InReplyTo)],
            now)
        {
            Returned = message.Report?.ReturnedForGood ?? [],
            EventScope = InvitationTimes.IsRequest(message.Invitation) ? ReplyScope.Within(ReplyScope.OfEvent(message.Invitation!), situation.Office) : null,
            Elsewhere = situation.Elsewhere,
        };
    }

    private static Instant StartOf(LocalDate day, DateTimeZone zone) => zone.AtStartOfDay(day).ToInstant();
}
