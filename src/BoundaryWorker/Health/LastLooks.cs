using BoundaryWorker.Pipeline.Ports;
using BoundaryWorker.Settings;
using NodaTime;

namespace BoundaryWorker.Health;

/// <summary>When each mailbox was last looked at completely, by the ledger.</summary>
internal sealed class LastLooks(ILookLedger ledger, BoundarySettings settings)
{
    /// <summary>That of one mailbox; null where it was never looked at.</summary>
    /// <exception cref="LedgerUnavailableException">The store cannot be used.</exception>
    public async Task<Instant?> OfAsync(string mailbox, CancellationToken token) => (await ledger.LastLookAsync(mailbox, token)).At;

    /// <summary>Every mailbox of the settings; null where it was never looked at.</summary>
    /// <exception cref="LedgerUnavailableException">The store cannot be used.</exception>
    public async Task<IReadOnlyList<(string Mailbox, Instant? At)>> AllAsync(CancellationToken token)
    {
        var all = new List<(string, Instant?)>();
        foreach (var mailbox in settings.Mailboxes)
        {
            all.Add((mailbox.Id, (await ledger.LastLookAsync(mailbox.Id, token)).At));
        }

        return all;
    }
}
