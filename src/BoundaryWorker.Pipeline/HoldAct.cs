using BoundaryWorker.Core.Mail;
using BoundaryWorker.Pipeline.Ports;
using NodaTime;

namespace BoundaryWorker.Pipeline;

/// <summary>The reversible act: move a recorded message to Held and confirm it. Safe to repeat after a crash at any point.</summary>
public sealed class HoldAct(IMailbox mailbox, ILedger ledger, IClock clock, ISteps steps)
{
    /// <summary>Moves and confirms; what could not be moved stays where it is and is answered by nobody.</summary>
    public async Task<MessageRecord> ActAndConfirmAsync(MessageRecord record, CancellationToken token)
    {
        var result = await Moves.OrRefusedAsync(() => mailbox.HoldAsync(new StoredMessage(record.Ref, record.Identity, MessageFlags.None), token));
        steps.Reached(Step.Moved);

        var change = result.Outcome switch
        {
            MoveOutcome.Moved => Held(result.Moved!.Ref),
            MoveOutcome.Refused => new MessageChange(MessageState.HoldFailed, clock.GetCurrentInstant(), Failure: result.Why),
            _ => await WhereItWentAsync(record, token),
        };

        await ledger.ConfirmAsync(record.Key, change, token);
        steps.Reached(Step.HoldConfirmed);
        return record with { State = change.State, Ref = change.Ref ?? record.Ref, HeldAt = change.At, Failure = change.Failure };
    }

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
