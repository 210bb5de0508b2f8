using BoundaryWorker.Pipeline.Ports;
using NodaTime;

namespace BoundaryWorker.Pipeline;

/// <summary>Moves held messages back and confirms it. Safe to repeat after a crash at any point.</summary>
internal sealed class ReleaseAct(IMailbox mailbox, ILedger ledger, IClock clock, ISteps steps)
{
    /// <summary>A batch at a time, in the order of arrival; what could not be moved back stays held and is tried again.</summary>
    /// <returns>How many came back.</returns>
    public async Task<int> ActAndConfirmAsync(IReadOnlyList<HeldMessage> held, bool byHand, CancellationToken token)
    {
        var back = 0;
        foreach (var batch in held.Chunk(Batch.Most))
        {
            back += await BatchAsync(batch, byHand, token);
        }

        return back;
    }

    private async Task<int> BatchAsync(HeldMessage[] batch, bool byHand, CancellationToken token)
    {
        var marks = batch.Select(m => (m.Record.Key, new MessageChange(MessageState.ToRelease, clock.GetCurrentInstant(), m.Message.Ref, ByHand: byHand)));
        await ledger.ConfirmManyAsync([.. marks], token);
        steps.Reached(Step.ReleaseMarked);

        var results = new List<(HeldMessage Held, MoveResult Result)>(batch.Length);
        foreach (var home in batch.GroupBy(m => m.Record.HomeFolder))
        {
            var moved = await mailbox.ReleaseManyAsync([.. home.Select(m => m.Message)], home.Key, token);
            results.AddRange(home.Zip(moved));
        }

        steps.Reached(Step.MovedBack);

        await ledger.ConfirmManyAsync([.. results.Select(r => (r.Held.Record.Key, Change(r.Held, r.Result, byHand)))], token);
        steps.Reached(Step.ReleaseConfirmed);
        return results.Count(r => r.Result.Outcome == MoveOutcome.Moved);
    }

    private MessageChange Change(HeldMessage held, MoveResult result, bool byHand)
    {
        var now = clock.GetCurrentInstant();
        return result.Outcome switch
        {
            MoveOutcome.Moved => new MessageChange(MessageState.Released, now, result.Moved!.Ref, ByHand: byHand),
            MoveOutcome.Gone => new MessageChange(MessageState.Hers, now),
            _ => new MessageChange(MessageState.Held, now, held.Message.Ref, Failure: result.Why),
        };
    }
}
