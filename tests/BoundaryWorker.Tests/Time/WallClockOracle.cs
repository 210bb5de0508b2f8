namespace BoundaryWorker.Tests.Time;

/// <summary>
/// The same question as <c>WorkingWindows</c>, answered with the BCL's time zones and no idea of days laid out, layers or next changes:
/// all ranges of the asked years are turned into UTC once, then a minute is looked up in them.
/// </summary>
public sealed class WallClockOracle
{
    private readonly TimeZoneInfo _zone;
    private readonly List<(DateTime From, DateTime To)> _dated;
    private readonly List<(DateTime From, DateTime To)> _closed;
    private readonly List<(DateTime From, DateTime To)> _weekly;

    public WallClockOracle(Schedule schedule, DateOnly first, DateOnly last)
    {
        _zone = TimeZoneInfo.FindSystemTimeZoneById(schedule.Zone);
        var days = Enumerable.Range(first.DayNumber - 3, last.DayNumber - first.DayNumber + 7).Select(DateOnly.FromDayNumber).Where(Exists).ToList();
        _dated = [.. days.SelectMany(d => schedule.Open.Where(o => o.Date == d).Select(o => Utc(d, o.Start, o.End)))];
        _weekly = [.. days.SelectMany(d => schedule.Weekly.Concat(schedule.Extra).Where(w => w.Day == d.DayOfWeek).Select(w => Utc(d, w.Start, w.End)))];
        _closed = [
            .. schedule.Holidays.Where(h => h >= days[0] && h <= days[^1]).Select(h => (DayBegins(h), DayBegins(h.AddDays(1)))),
            .. schedule.Closed.Select(c => (Bound(c.From, Begins), Bound(c.To, Ends))),
        ];
    }

    public bool IsOpen(DateTime utc) => In(_dated, utc) || (In(_weekly, utc) && !In(_closed, utc));

    /// <summary>All instants at which an answer could change, in order.</summary>
    public IReadOnlyList<DateTime> Edges() =>
        [.. _dated.Concat(_closed).Concat(_weekly).SelectMany(r => new[] { r.From, r.To }).Distinct().Order()];

    /// <summary>UTC of a wall-clock time; none where it is skipped, two where it comes twice.</summary>
    public IReadOnlyList<DateTime> Occurrences(DateTime local) =>
        [.. Offsets(local).Select(o => DateTime.SpecifyKind(local - o, DateTimeKind.Utc)).Where(u => u + _zone.GetUtcOffset(u) == local).Distinct().Order()];

    private static bool In(List<(DateTime From, DateTime To)> ranges, DateTime utc) => ranges.Exists(r => r.From <= utc && utc < r.To);

    private (DateTime From, DateTime To) Utc(DateOnly day, TimeOnly start, TimeOnly end) =>
        (Begins(day.ToDateTime(start)), Ends((end <= start ? day.AddDays(1) : day).ToDateTime(end)));

    private DateTime Begins(DateTime local) => Occurrences(local) is [var first, ..] ? first : Shifted(local);

    private DateTime Ends(DateTime local) => Occurrences(local) is [.., var last] ? last : Shifted(local);

    /// <summary>A skipped time is read with the offset before the gap, which lands it as far behind the gap as it was into it.</summary>
    private DateTime Shifted(DateTime local) => DateTime.SpecifyKind(local - Offsets(local)[0], DateTimeKind.Utc);

    private TimeSpan[] Offsets(DateTime local) =>
        [_zone.GetUtcOffset(DateTime.SpecifyKind(local.AddDays(-1), DateTimeKind.Utc)), _zone.GetUtcOffset(DateTime.SpecifyKind(local.AddDays(1), DateTimeKind.Utc))];

    private DateTime Bound(DateTime local, Func<DateTime, DateTime> otherwise) =>
        local.TimeOfDay == TimeSpan.Zero ? DayBegins(DateOnly.FromDateTime(local)) : otherwise(local);

    /// <summary>The first minute whose wall clock shows that date or a later one.</summary>
    private DateTime DayBegins(DateOnly day)
    {
        var utc = DateTime.SpecifyKind(day.ToDateTime(TimeOnly.MinValue).AddHours(-16), DateTimeKind.Utc);
        while (DateOnly.FromDateTime(utc + _zone.GetUtcOffset(utc)) < day)
        {
            utc = utc.AddMinutes(1);
        }

        return utc;
    }

    private bool Exists(DateOnly day) => Enumerable.Range(0, 24).Any(h => Occurrences(day.ToDateTime(new TimeOnly(h, 0))).Count > 0);
}
