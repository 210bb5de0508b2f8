using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Pipeline.Ports;

namespace BoundaryWorker.Pipeline;

/// <summary>
/// Tells her of a message that the urgent tag let through out of hours, if she chose to be told (row 8). Before the decision is recorded: told under one topic, it is
/// told once even where the process ends in between and the message is decided again.
/// </summary>
public sealed class UrgentAlarm(AlarmChoice alarms, INotices notices)
{
    /// <summary>Tells, where the decision used up one of the allowance.</summary>
    public Task WatchAsync(StoredMessage arrival, string mailbox, Decision decision, Classification classification, CancellationToken token) =>
        decision.UsesUrgentAllowance && classification.Client?.Client is { } client && alarms.AtOnce.Contains(NoticeKind.UrgentMail)
            ? notices.TellAsync(Notice.UrgentMail(mailbox, client.Id, client.Name, arrival.Identity.MessageId ?? arrival.Identity.Key(mailbox).Value), token)
            : Task.CompletedTask;
}
