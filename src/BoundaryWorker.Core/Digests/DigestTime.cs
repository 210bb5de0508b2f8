using BoundaryWorker.Core.Time;
using NodaTime;

namespace BoundaryWorker.Core.Digests;

/// <summary>When the morning's digest is due (promise 11): so long before the day's first opening.</summary>
public static class DigestTime
{
    /// <summary>The first instant of that local day at which a working window begins, or null.</summary>
    public static Instant? FirstOpening(WorkingWindows windows, DateTimeZone zone, LocalDate day)
    {
        var (start, end) = (zone.AtStartOfDay(day).ToInstant(), zone.AtStartOfDay(day.PlusDays(1)).ToInstant());

        // A window that runs over midnight began the day before: today's first opening comes after it closes.
        var from = windows.IsOpen(start) && windows.IsOpen(start - Duration.Epsilon) ? windows.NextChange(start) : start;
        var opening = from is { } f ? windows.NextOpening(f) : null;
        return opening < end ? opening : null;
    }

    /// <summary>
    /// The digest that is to be sent at <paramref name="now"/>: from <paramref name="before"/> the first opening on; after that opening only while
    /// she works, and then it is late (a worker that slept through). Null where none is due.
    /// </summary>
    public static DueDigest? Due(WorkingWindows windows, DateTimeZone zone, Duration before, Instant now)
    {
        var today = now.InZone(zone).Date;
        foreach (var day in new[] { today, today.PlusDays(1) })
        {
            if (FirstOpening(windows, zone, day) is { } opening && now >= opening - before && (now < opening || windows.IsOpen(now)))
            {
                return new DueDigest(day, opening, IsLate: now > opening);
            }
        }

        return null;
    }

    /// <summary>The next instant after <paramref name="now"/> at which a digest becomes due, or null within the next ten days.</summary>
    public static Instant? Next(WorkingWindows windows, DateTimeZone zone, Duration before, Instant now)
    {
        var today = now.InZone(zone).Date;
        return Enumerable.Range(0, 10)
            .Select(n => FirstOpening(windows, zone, today.PlusDays(n)) - before)
            .FirstOrDefault(due => due > now);
    }
}

/// <summary>A digest that is due.</summary>
/// <param name="Day">The local day it is for; one a day.</param>
/// <param name="Opening">That day's first opening.</param>
/// <param name="IsLate">It is sent after the opening.</param>
public sealed record DueDigest(LocalDate Day, Instant Opening, bool IsLate);
