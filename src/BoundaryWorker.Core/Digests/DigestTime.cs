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
    /// <param name="windows">Her windows.</param>
    /// <param name="zone">Her zone.</param>
    /// <param name="before">So long before an opening.</param>
    /// <param name="weeklyInLeave">Messages are held through a long leave: then one comes every seven days of it too (row 25).</param>
    /// <param name="now">The present.</param>
    public static DueDigest? Due(WorkingWindows windows, DateTimeZone zone, Duration before, bool weeklyInLeave, Instant now)
    {
        var today = now.InZone(zone).Date;
        foreach (var day in new[] { today, today.PlusDays(1) })
        {
            if (FirstOpening(windows, zone, day) is { } opening && now >= opening - before && (now < opening || windows.IsOpen(now)))
            {
                return new DueDigest(day, opening, IsLate: now > opening);
            }
        }

        return weeklyInLeave
            ? InLeave(windows, zone, before, now).LastOrDefault(due => now >= due.At && now < due.At + Duration.FromDays(1)).Digest
            : null;
    }

    /// <summary>The next instant after <paramref name="now"/> at which a digest becomes due, or null within the next ten days.</summary>
    public static Instant? Next(WorkingWindows windows, DateTimeZone zone, Duration before, bool weeklyInLeave, Instant now)
    {
        var today = now.InZone(zone).Date;
        var mornings = Enumerable.Range(0, 10).Select(n => FirstOpening(windows, zone, today.PlusDays(n)) - before);
        var weekly = weeklyInLeave ? InLeave(windows, zone, before, now).Select(due => (Instant?)due.At) : [];
        return mornings.Concat(weekly).Where(due => due > now).Min();
    }

    /// <summary>In a closed window over seven days: every seventh day from its beginning on, at the time of day of the opening that ends it.</summary>
    private static IEnumerable<(Instant At, DueDigest? Digest)> InLeave(WorkingWindows windows, DateTimeZone zone, Duration before, Instant now)
    {
        if (windows.ClosedWindowAt(now) is not { HasStart: true, HasEnd: true } closed)
        {
            yield break;
        }

        var first = closed.Start.InZone(zone).Date;
        var timeOfDay = closed.End.InZone(zone).TimeOfDay;
        for (var day = first.PlusDays(7); zone.AtLeniently(day + timeOfDay).ToInstant() is var at && at < closed.End; day = day.PlusDays(7))
        {
            yield return (at - before, new DueDigest(day, closed.End, IsLate: false));
        }
    }
}

/// <summary>A digest that is due.</summary>
/// <param name="Day">The local day it is for; one a day.</param>
/// <param name="Opening">That day's first opening; in a long leave the opening that ends it.</param>
/// <param name="IsLate">It is sent after the opening.</param>
public sealed record DueDigest(LocalDate Day, Instant Opening, bool IsLate);
