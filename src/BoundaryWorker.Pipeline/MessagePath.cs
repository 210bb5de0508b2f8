using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Pipeline.Ports;
using NodaTime;

namespace BoundaryWorker.Pipeline;

/// <summary>
/// The path of messages: read, classify, decide, record, act, confirm. Up to <see cref="Batch.Most"/> go side by side, since each step costs little more for
/// many; a single one is a batch of one. Classifying and deciding are pure; recording is one transaction, in which each decision knows those before it;
/// what can be undone (the move) comes before what cannot (the reply, sent by <see cref="Outbox"/> once the hold is confirmed). A crash anywhere is resumed
/// from the ledger by <see cref="UnfinishedWork"/>, which calls the same acts.
/// </summary>
public sealed class MessagePath(
    IMailbox mailbox, ILedger ledger, Bounces bounces, CircuitBreaker breaker, UrgentAlarm urgent, ReplyWriter replies, HoldAct hold, IClock clock, ISteps steps)
{
    private readonly ArrivalKeys _keys = new(mailbox, ledger);

    /// <summary>Takes a batch through the path.</summary>
    /// <param name="arrivals">What the look listed, in the order of arrival.</param>
    /// <param name="situation">Her files and windows.</param>
    /// <param name="lastLook">The last complete look at that folder, by which old mail is known (promise 7).</param>
    /// <param name="pause">The look brought a flood of old mail: nothing of it is touched.</param>
    /// <returns>What became of those that were not known already and are still there.</returns>
    public async Task<IReadOnlyList<Handled>> HandleAsync(
        IReadOnlyList<StoredMessage> arrivals, Situation situation, Instant? lastLook, bool pause, CancellationToken token)
    {
        var unknown = await _keys.OfUnknownAsync(arrivals, token);
        if (unknown.Count == 0)
        {
            return [];
        }

        var read = await mailbox.ReadManyAsync([.. unknown.Select(u => u.Arrival)], token);

        var classified = Classified.Each(unknown, read, situation);

        var recorded = await ledger.InOneTransactionAsync(
            () => Handled.EachAsync(classified, c => RecordAsync(c, situation, lastLook, pause, token)), token);
        steps.Reached(Step.Recorded);

        var held = await hold.ActAndConfirmAsync([.. recorded.Select(h => h.Record).OfType<MessageRecord>().Where(r => r.State == MessageState.ToHold)], token);
        return Handled.With(recorded, held);
    }

    private async Task<MessageRecord> RecordAsync(Classified arrival, Situation situation, Instant? lastLook, bool pause, CancellationToken token)
    {
        var (message, classification) = arrival.What ?? throw arrival.Failure!;
        var now = clock.GetCurrentInstant();
        await bounces.NoteAsync(message, now, token);

        var history = await ledger.HistoryAsync(HistoryQueries.For(message, classification, situation, now), token);
        var decision = pause || OldMail.Is(new MailAge(message.Received, message.TopmostReceived), lastLook)
            ? LeftAlone.Because(Reason.OldMail)
            : Decider.Decide(message, classification, situation, history, now);

        await breaker.WatchAsync(decision, history, situation, now, token);
        await urgent.WatchAsync(arrival.Arrival, mailbox.Id, decision, classification, token);

        var record = NewRecord(arrival.Key, arrival.Arrival, message, classification, decision, situation.Mode, now);
        var sendable = decision.Reply.Answer is null ? [] : await ledger.SendableAsync(mailbox.Id, token);
        var reply = replies.Write(record, message, classification, situation, history, sendable, now);

        await ledger.RecordAsync(record with { Failure = reply.WhyNot }, reply.Record, token);
        return record;
    }

    private MessageRecord NewRecord(
        MessageKey key, StoredMessage arrival, IncomingMessage message, Classification classification, Decision decision, Mode mode, Instant now) => new()
        {
            Key = key,
            Mailbox = mailbox.Id,
            Identity = arrival.Identity,
            Ref = arrival.Ref,
            HomeFolder = arrival.Ref.Folder,
            Person = message.Author?.Key ?? "",
            ClientId = classification.Client?.Client.Id,
            Subject = message.Subject.Length > 200 ? message.Subject[..200] : message.Subject,
            Matters = [.. classification.Matters.Select(m => m.Matter)],
            Decision = decision,
            Mode = mode,
            DecidedAt = now,
            State = decision.Hold.IsHeld && mode != Mode.Observe ? MessageState.ToHold : MessageState.Left,
            ReleaseAt = decision.Hold.Until,
        };
}
