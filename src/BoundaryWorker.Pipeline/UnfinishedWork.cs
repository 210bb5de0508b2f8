using BoundaryWorker.Pipeline.Ports;

namespace BoundaryWorker.Pipeline;

/// <summary>
/// What was recorded and not confirmed when the process ended: the same acts, with the stored decision and the stored bytes. Nothing is decided twice.
/// </summary>
public sealed class UnfinishedWork(IMailbox mailbox, ILedger ledger, HoldAct hold, Outbox outbox)
{
    /// <summary>Goes on where the last process stopped. What was marked for release is released by <see cref="HeldMessages"/>, which runs next.</summary>
    /// <returns>How many messages were taken up again.</returns>
    public async Task<int> ResumeAsync(CancellationToken token)
    {
        await outbox.ResolveInterruptedAsync(token);

        var open = await ledger.InStateAsync(mailbox.Id, [MessageState.ToHold], token);
        await hold.ActAndConfirmAsync(open, token);
        return open.Count;
    }
}
