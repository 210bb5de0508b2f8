using System.Collections.Concurrent;
using NodaTime;

namespace BoundaryWorker.Core.Time;

/// <summary>
/// When she works, as a question about instants (design.md section 4). Local times of her zone, resolved day by day; half-open;
/// windows that touch are one window. Answers are found by asking for the next change, never by walking minutes. Safe to share between threads.
/// </summary>
public sealed class WorkingWindows
{
    /// <summary>
    /// How far from the asked instant an answer may lie. A year of leave and the days around it fit; whoever declares no opening for longer
    /// is told so (null) instead of being searched for ever.
    /// </summary>
    public static readonly Duration Horizon = Duration.FromDays(400);

    // Invitations and Date headers name years at the very end of the calendar, where the next day cannot be asked for. Nobody works then.
    private static readonly Instant Earliest = Instant.FromUtc(1, 1, 1, 0, 0);
    private static readonly Instant Latest = Instant.FromUtc(9990, 1, 1, 0, 0);

    // Days are laid out once. Two years each way is more than any one question needs; beyond it the cache starts afresh and stays small for months of running.
    private const int DaysKept = 1600;

    private readonly DayPlan _plan;
    private readonly ConcurrentDictionary<LocalDate, IReadOnlyList<Span>> _days = new();

    private WorkingWindows(DayPlan plan, DateTimeZone zone)
    {
        _plan = plan;
        Zone = zone;
    }

    /// <summary>The zone in which all hours and closures are read.</summary>
    public DateTimeZone Zone { get; }

    /// <summary>Lays the windows of one owner out, or of one client with their extra hours.</summary>
    /// <param name="hours">Weekly hours, leave and dated extra hours. Dated hours are added to those of their day.</param>
    /// <param name="zone">Her zone.</param>
    /// <param name="holidays">Public holidays, each a whole local day.</param>
    /// <param name="outOfOffice">Closures from her calendar, in local time of <paramref name="zone"/>.</param>
    /// <param name="clientExtra">
    /// A client's extra hours, in <b>her</b> zone like every other hour (they say when she works, not when the client does); weekly hours in all
    /// respects, so closed on holidays, on leave and out of office.
    /// </param>
    public static WorkingWindows Of(
        HoursOfWork hours,
        DateTimeZone zone,
        HolidayTable holidays,
        IReadOnlyList<Closure> outOfOffice,
        WeeklyHours? clientExtra = null)
    {
        var closures = hours.Closed.Concat(holidays.Days.Select(h => h.AsClosure())).Concat(outOfOffice);
        return new(new DayPlan(hours, zone, closures, clientExtra), zone);
    }

    /// <summary>Whether she works at that instant; the instant of closing is closed, and so is all time before the year 1 and after 9989.</summary>
    public bool IsOpen(Instant at) => IsReckoned(at) && Day(DayOf(at)).First(s => s.Contains(at)).Open;

    /// <summary>The first open instant at or after <paramref name="at"/>; null where there is none within <see cref="Horizon"/>.</summary>
    public Instant? NextOpening(Instant at) => IsOpen(at) ? at : NextChange(at);

    /// <summary>The first instant after <paramref name="at"/> at which <see cref="IsOpen"/> gives the other answer; null where there is none within <see cref="Horizon"/>.</summary>
    public Instant? NextChange(Instant at)
    {
        if (!IsReckoned(at))
        {
            return null;
        }

        var now = IsOpen(at);
        return Onward(at).FirstOrDefault(s => s.Open != now)?.From is { } change && change <= at + Horizon ? change : null;
    }

    /// <summary>
    /// The whole closed window around <paramref name="at"/>, from closing to the next opening; null when open. A side on which no window lies
    /// within <see cref="Horizon"/> has no bound (<see cref="Interval.HasStart"/>, <see cref="Interval.HasEnd"/>).
    /// </summary>
    public Interval? ClosedWindowAt(Instant at) =>
        IsOpen(at) ? null
        : IsReckoned(at) ? new Interval(Back(at).FirstOrDefault(s => s.Open)?.To, NextChange(at))
        : new Interval(null, null);

    /// <summary>The instant at which <paramref name="amount"/> of working time has passed since <paramref name="from"/>; null where it would take longer than <see cref="Horizon"/>.</summary>
    /// <param name="from">From here; closed time does not count.</param>
    /// <param name="amount">Zero or more; zero gives <paramref name="from"/> itself.</param>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative.</exception>
    public Instant? AddWorkingTime(Instant from, Duration amount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(amount, Duration.Zero);
        if (amount == Duration.Zero || !IsReckoned(from))
        {
            return amount == Duration.Zero ? from : null;
        }

        var left = amount;
        foreach (var span in Onward(from).Where(s => s.Open))
        {
            var begin = Instant.Max(span.From, from);
            if (span.To - begin >= left)
            {
                return begin + left <= from + Horizon ? begin + left : null;
            }

            left -= span.To - begin;
        }

        return null;
    }

    /// <summary>All of [<paramref name="from"/>, <paramref name="to"/>) in order, without gap or overlap, each span with why it is open or closed; empty where <paramref name="to"/> is not after <paramref name="from"/> or one of them is before the year 1 or after 9989. Not bound by <see cref="Horizon"/>.</summary>
    public IReadOnlyList<Span> Spans(Instant from, Instant to)
    {
        if (to <= from || !IsReckoned(from) || !IsReckoned(to))
        {
            return [];
        }

        var cut = Days(DayOf(from), 1)
            .TakeWhile(s => s.From < to)
            .Where(s => s.To > from)
            .Select(s => s with { From = Instant.Max(s.From, from), To = Instant.Min(s.To, to) });
        return Span.Merged(cut);
    }

    private static bool IsReckoned(Instant at) => Earliest <= at && at < Latest;

    /// <summary>The spans from the one that contains that instant on, as far as the horizon.</summary>
    private IEnumerable<Span> Onward(Instant at) =>
        Days(DayOf(at), 1).SkipWhile(s => s.To <= at).TakeWhile(s => s.From <= at + Horizon);

    /// <summary>The spans from the one that contains that instant back, as far as the horizon.</summary>
    private IEnumerable<Span> Back(Instant at) =>
        Days(DayOf(at), -1).SkipWhile(s => s.From > at).TakeWhile(s => s.To >= at - Horizon);

    private IEnumerable<Span> Days(LocalDate first, int step)
    {
        for (var day = first; ; day = day.PlusDays(step))
        {
            var spans = Day(day);
            foreach (var span in step > 0 ? spans : spans.Reverse())
            {
                yield return span;
            }
        }
    }

    private IReadOnlyList<Span> Day(LocalDate day)
    {
        if (_days.Count > DaysKept)
        {
            _days.Clear();
        }

        return _days.GetOrAdd(day, _plan.Of);
    }

    /// <summary>The day as laid out: where the clock goes back over midnight the date on the wall comes twice, but a day begins once.</summary>
    private LocalDate DayOf(Instant at)
    {
        var day = at.InZone(Zone).Date;
        return LocalTimePolicy.StartOfDay(day.PlusDays(1), Zone) <= at ? day.PlusDays(1) : day;
    }
}
