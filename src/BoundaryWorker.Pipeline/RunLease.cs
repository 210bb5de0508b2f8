using BoundaryWorker.Pipeline.Ports;
using NodaTime;

namespace BoundaryWorker.Pipeline;

/// <summary>
/// Who works on a store, in the store itself: one <c>run</c> at a time (design.md section 9). On one machine a file lock already says so, and says it at
/// once when a process died; the lease says it to whoever shares the store from elsewhere.
/// </summary>
/// <param name="holder">Unique for a process.</param>
public sealed class RunLease(ILedger ledger, string holder, IClock clock)
{
    /// <summary>How long it holds unless renewed.</summary>
    public static readonly Duration Term = Duration.FromMinutes(5);

    private static readonly Duration Fresh = Duration.FromMinutes(1);
    private Instant? _renewedAt;

    /// <summary>Takes it. The holder before us, if any, is known to be dead: the caller has the lock that it would have.</summary>
    public async Task TakeAsync(CancellationToken token)
    {
        if (await ledger.LeaseHolderAsync(clock.GetCurrentInstant(), token) is { } dead)
        {
            await ledger.EndLeaseAsync(dead, token);
        }

        await RenewAsync(token);
    }

    /// <summary>Renews it.</summary>
    /// <exception cref="LedgerUnavailableException">Another worker has taken over: this one must do nothing more.</exception>
    public async Task RenewAsync(CancellationToken token)
    {
        var now = clock.GetCurrentInstant();
        if (!await ledger.TryLeaseAsync(holder, now, now + Term, token))
        {
            throw new LedgerUnavailableException(
                "Another BoundaryWorker works on this store, perhaps from another machine. Stop one of the two; until then this one touches nothing.");
        }

        _renewedAt = now;
    }

    /// <summary>Makes sure of it before anything is done. One that was renewed within the last minute holds for longer than what is done takes: nobody else can have taken it.</summary>
    /// <exception cref="LedgerUnavailableException">Another worker has taken over: this one must do nothing more.</exception>
    public Task HoldAsync(CancellationToken token) =>
        _renewedAt is { } at && clock.GetCurrentInstant() - at is var age && age >= Duration.Zero && age < Fresh ? Task.CompletedTask : RenewAsync(token);

    /// <summary>Gives it back.</summary>
    public Task EndAsync(CancellationToken token) => ledger.EndLeaseAsync(holder, token);
}
