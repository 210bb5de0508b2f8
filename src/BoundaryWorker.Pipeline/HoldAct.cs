using BoundaryWorker.Core.Mail;
using BoundaryWorker.Pipeline.Ports;
using NodaTime;

namespace BoundaryWorker.Pipeline;

/// <summary>The reversible act: move recorded messages to Held and confirm it. Safe to repeat after a crash at any point.</summary>
public sealed class HoldAct(IMailbox mailbox, ILedger ledger, IClock clock, ISteps steps)
{
    /// <summary>Moves and confirms, a batch at a time; what could not be moved stays where it is and is answered by nobody.</summary>
    /// <returns>The records as they are afterwards, in their order.</returns>
    public async Task<IReadOnlyList<MessageRecord>> ActAndConfirmAsync(IReadOnlyList<MessageRecord> records, CancellationToken token)
    {
        var done = new List<MessageRecord>(records.Count);
        foreach (var batch in records.Chunk(Batch.Most))
        {
            done.AddRange(await BatchAsync(batch, token));
        }

        return done;
    }

    private async Task<IReadOnlyList<MessageRecord>> BatchAsync(MessageRecord[] records, CancellationToken token)
    {
        var results = await mailbox.HoldManyAsync([.. records.Select(r => new StoredMessage(r.Ref, r.Identity, MessageFlags.None))], token);
        steps.Reached(Step.Moved);

        var changes = new List<(MessageKey Key, MessageChange Change)>(records.Length);
        foreach (var (record, result) in records.Zip(results))
        {
            changes.Add((record.Key, await ChangeAsync(record, result, token)));
        }

        await ledger.ConfirmManyAsync(changes, token);
        steps.Reached(Step.HoldConfirmed);
        return [.. records.Zip(changes, (record, c) =>
            record with { State = c.Change.State, Ref = c.Change.Ref ?? record.Ref, HeldAt = c.Change.At, Failure = c.Change.Failure })];
    }

    private async Task<MessageChange> ChangeAsync(MessageRecord record, MoveResult result, CancellationToken token) => result.Outcome switch
    {
        MoveOutcome.Moved => Held(result.Moved!.Ref),
        MoveOutcome.Refused => new MessageChange(MessageState.HoldFailed, clock.GetCurrentInstant(), Failure: result.Why),
        _ => await WhereItWentAsync(record, token),
    };

    private MessageChange Held(MessageRef place) => new(MessageState.Held, clock.GetCurrentInstant(), place);

    /// <summary>It is not where it lay: moved to Held by us before a crash, or elsewhere by her, whose hand wins (D7).</summary>
    private async Task<MessageChange> WhereItWentAsync(MessageRecord record, CancellationToken token)
    {
        var held = (await mailbox.ListHeldAsync(token)).FirstOrDefault(m => m.Identity == record.Identity);
        if (held is not null)
        {
            return Held(held.Ref);
        }

        var elsewhere = await mailbox.FindAsync(record.Identity, token);
        return new MessageChange(MessageState.Hers, clock.GetCurrentInstant(), elsewhere?.Ref);
    }
}
