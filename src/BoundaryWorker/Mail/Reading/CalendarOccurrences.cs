using NodaTime;

namespace BoundaryWorker.Mail.Reading;

/// <summary>When the events of a calendar object take place: the first event with its rule, and the single occurrences moved or added beside it.</summary>
/// <param name="lines">The object.</param>
/// <param name="zone">What floating and all-day times are meant in.</param>
internal sealed class CalendarOccurrences(CalendarLines lines, DateTimeZone zone)
{
    private readonly CalendarZones zones = new(lines, zone);

    /// <summary>
    /// The occurrences in order. A single event is given whenever it is; of a series, what ends after <paramref name="from"/> and begins
    /// before <paramref name="until"/>, at most <see cref="ReadingLimits.Occurrences"/>; of one that is over its last occurrence. Empty where
    /// the object names no time.
    /// </summary>
    public IReadOnlyList<Interval> Between(Instant from, Instant until)
    {
        var all = new SortedDictionary<Instant, Interval>();
        for (var index = 0; index < lines.EventCount; index++)
        {
            if (CalendarTime.Of(lines.AllOfEvent("DTSTART", index).FirstOrDefault()) is not { } start)
            {
                continue;
            }

            // An occurrence with RECURRENCE-ID stands in the place of the one that the rule gives.
            if (CalendarTime.Of(lines.AllOfEvent("RECURRENCE-ID", index).FirstOrDefault()) is { } replaced)
            {
                all.Remove(zones.Instant(replaced));
            }

            foreach (var interval in OfEvent(index, start, from, until))
            {
                all[interval.Start] = interval;
            }
        }

        return [.. all.Values.Take(ReadingLimits.Occurrences)];
    }

    private IEnumerable<Interval> OfEvent(int index, CalendarTime start, Instant from, Instant until)
    {
        var length = Length(index, start);
        var rule = lines.AllOfEvent("RRULE", index).FirstOrDefault()?.Value;
        var dates = Times("RDATE", index).ToList();
        if (rule is null && dates.Count == 0)
        {
            return [Interval(zones.Instant(start), length)];
        }

        var excluded = Times("EXDATE", index).ToList();
        var starts = rule is null ? [start.Local] : CalendarRule.Starts(start.Local, zones.Local(rule, start.TzId), Until(until, start));
        var all = starts
            .Select(s => start with { Local = s })
            .Where(s => !excluded.Any(e => e.IsDate ? e.Local.Date == s.Local.Date : zones.Instant(e) == zones.Instant(s)))
            .Concat(dates)
            .Select(s => Interval(zones.Instant(s), length))
            .ToList();
        var ahead = all.Where(i => i.End > from && i.Start < until).Take(ReadingLimits.Occurrences).ToList();
        return ahead.Count > 0 ? ahead : all.TakeLast(1);
    }

    private IEnumerable<CalendarTime> Times(string name, int index) =>
        lines.AllOfEvent(name, index).SelectMany(CalendarTime.All).Take(1_000);

    private LocalDateTime Until(Instant until, CalendarTime start) => until.InZone(zones.Of(start.TzId)).LocalDateTime;

    // An end before the start is a slip of a program (F1): the event is taken to have no length.
    private Duration Length(int index, CalendarTime start)
    {
        var end = CalendarTime.Of(lines.AllOfEvent("DTEND", index).FirstOrDefault());
        var length = end is not null ? zones.Instant(end) - zones.Instant(start)
            : CalendarTime.Length(lines.AllOfEvent("DURATION", index).FirstOrDefault()?.Value) ?? (start.IsDate ? Duration.FromDays(1) : Duration.Zero);
        return length < Duration.Zero ? Duration.Zero : length;
    }

    private static Interval Interval(Instant start, Duration length) => new(start, start + length);
}
