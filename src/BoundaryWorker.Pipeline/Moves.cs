using BoundaryWorker.Pipeline.Ports;

namespace BoundaryWorker.Pipeline;

/// <summary>Moves that fail open: what no mailbox should throw is taken for a refusal, so that one message stops neither the others nor the release.</summary>
internal static class Moves
{
    /// <summary>The result of the move, refused with its words where it threw something unexpected. A mailbox or store that cannot be used is still thrown.</summary>
    public static async Task<MoveResult> OrRefusedAsync(Func<Task<MoveResult>> move)
    {
        try
        {
            return await move();
        }
        catch (Exception failure) when (failure is not (MailboxUnavailableException or LedgerUnavailableException or OperationCanceledException))
        {
            return new MoveResult(MoveOutcome.Refused, null, failure.Message);
        }
    }
}
