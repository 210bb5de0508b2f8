using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Pipeline.Ports;
using NodaTime;

namespace BoundaryWorker.Pipeline;

/// <summary>
/// The path of one message: read, classify, decide, record, act, confirm. Classifying and deciding are pure; recording is one transaction; what can
/// be undone (the move) comes before what cannot (the reply, sent by <see cref="Outbox"/> once the hold is confirmed). A crash anywhere is resumed
/// from the ledger by <see cref="UnfinishedWork"/>, which calls the same acts.
/// </summary>
public sealed class MessagePath(
    IMailbox mailbox, ILedger ledger, Bounces bounces, CircuitBreaker breaker, ReplyWriter replies, HoldAct hold, IClock clock, ISteps steps)
{
    /// <summary>Takes one arrival through the path.</summary>
    /// <param name="arrival">What the look listed.</param>
    /// <param name="situation">Her files and windows.</param>
    /// <param name="lastLook">The last complete look at that folder, by which old mail is known (promise 7).</param>
    /// <param name="pause">The look brought a flood of old mail: nothing of it is touched.</param>
    /// <returns>The record, or null where it was known already or is no longer there.</returns>
    public async Task<MessageRecord?> HandleAsync(StoredMessage arrival, Situation situation, Instant? lastLook, bool pause, CancellationToken token)
    {
        if (await FreeKeyAsync(arrival, token) is not { } key || await mailbox.ReadAsync(arrival, token) is not { } message)
        {
            return null;
        }

        var now = clock.GetCurrentInstant();
        await bounces.NoteAsync(message, now, token);

        var classification = Classifier.Classify(message, situation);

        var history = await ledger.HistoryAsync(HistoryQueries.For(message, classification, situation, now), token);
        var decision = pause || OldMail.Is(new MailAge(message.Received, message.TopmostReceived), lastLook)
            ? LeftAlone.Because(Reason.OldMail)
            : Decider.Decide(message, classification, situation, history, now);

        await breaker.WatchAsync(decision, history, situation, now, token);

        var record = NewRecord(key, arrival, message, classification, decision, situation.Mode, now);
        var sendable = decision.Reply.Answer is null ? [] : await ledger.SendableAsync(mailbox.Id, token);
        var reply = replies.Write(record, message, classification, situation, history, sendable, now);

        await ledger.RecordAsync(record with { Failure = reply.WhyNot }, reply.Record, token);
        steps.Reached(Step.Recorded);

        return record.State == MessageState.ToHold ? await hold.ActAndConfirmAsync(record, token) : record;
    }

    /// <summary>
    /// The key under which the arrival is recorded; null where it is known. A copy alike in everything gets the next ordinal while the first lies in Held;
    /// where it no longer does, this is the first itself, moved back by her hand (D7).
    /// </summary>
    private async Task<MessageKey?> FreeKeyAsync(StoredMessage arrival, CancellationToken token)
    {
        for (var ordinal = 0; ; ordinal++)
        {
            var key = arrival.Identity.Key(mailbox.Id, ordinal);
            if (await ledger.FindAsync(key, token) is not { } known)
            {
                return key;
            }

            if (known.State != MessageState.Held || !(await mailbox.ListHeldAsync(token)).Any(m => m.Ref == known.Ref))
            {
                return null;
            }
        }
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
