using BoundaryWorker.Core.Time;
using NodaTime;

namespace BoundaryWorker.Core.Holding;

/// <summary>When a held message comes back (promise 5, replies.md D4, D12).</summary>
public static class ReleaseTime
{
    /// <summary>The release time in force at <paramref name="now"/>, after whatever she changed in her hours since it was held.</summary>
    /// <param name="planned">The release time the ledger has.</param>
    /// <param name="received">The arrival.</param>
    /// <param name="toldADay">The sender was told a day: then it never comes later than planned (D12).</param>
    /// <param name="windows">The windows that apply to the sender's client now; null when no Code is known: at once (fail open).</param>
    /// <param name="maxHold">The longest hold.</param>
    /// <param name="now">The present.</param>
    /// <returns>Never after <paramref name="received"/> + <paramref name="maxHold"/>; at or before <paramref name="now"/> when it is due.</returns>
    public static Instant InForce(
        Instant planned, Instant received, bool toldADay, WorkingWindows? windows, Duration maxHold, Instant now)
    {
        if (windows is null || planned <= now)
        {
            return Instant.Min(planned, now);
        }

        var opening = windows.NextOpening(now) ?? planned;
        var wanted = opening < planned || !toldADay ? opening : planned;
        return Instant.Min(wanted, received + maxHold);
    }

    /// <summary>The release time of a message that lies in Held without a record (promise 1): the next opening, at once where none is known or it is open.</summary>
    public static Instant OfAdopted(WorkingWindows? windows, Duration maxHold, Instant now) =>
        Instant.Min(windows?.NextOpening(now) ?? now, now + maxHold);
}
