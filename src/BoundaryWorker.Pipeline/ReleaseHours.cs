using BoundaryWorker.Core.Code;
using BoundaryWorker.Core.Holding;
using BoundaryWorker.Core.Time;
using BoundaryWorker.Pipeline.Ports;
using NodaTime;

namespace BoundaryWorker.Pipeline;

/// <summary>The release times in force at one moment. Many messages wait for the same opening: each window's is asked for once.</summary>
internal sealed class ReleaseHours(Standing standing, Instant now)
{
    private readonly Dictionary<string, Client> _clients = (standing.Clients?.Clients ?? []).ToDictionary(c => c.Id);
    private readonly Dictionary<WorkingWindows, Instant?> _openings = [];

    /// <summary>When it is released by her present hours; at once without a Code. The ledger is asked whether the sender was told a day where that matters alone (D12).</summary>
    public async Task<Instant> OfAsync(MessageRecord record, ILedger ledger, CancellationToken token)
    {
        var planned = record.ReleaseAt ?? now;
        if (standing.Windows is not { } book || planned <= now)
        {
            return Instant.Min(planned, now);
        }

        var windows = book.For(record.ClientId is { } id ? _clients.GetValueOrDefault(id) : null);
        var told = OpeningOf(windows) > planned && await ledger.WasToldAsync(record.Key, token);
        return ReleaseTime.InForce(planned, record.Identity.Received, told, windows, standing.MaxHold, now);
    }

    private Instant? OpeningOf(WorkingWindows windows) =>
        _openings.TryGetValue(windows, out var known) ? known : _openings[windows] = windows.NextOpening(now);
}
