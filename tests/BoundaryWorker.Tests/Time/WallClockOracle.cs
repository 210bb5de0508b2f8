namespace BoundaryWorker.Tests.Time;

/// <summary>
/// The same question as <c>WorkingWindows</c>, answered with the BCL's time zones and no idea of days laid out, layers or next changes:
/// all ranges of the asked years are turned into UTC once, then a minute is looked up in them.
/// </summary>
public sealed class WallClockOracle
{
    private readonly TimeZoneInfo _zone;
    private readonly Ranges _dated;
    private readonly Ranges _closed;
    private readonly Ranges _weekly;

    public WallClockOracle(Schedule schedule, DateOnly first, DateOnly last)
    {
        _zone = TimeZoneInfo.FindSystemTimeZoneById(schedule.Zone);
        var days = Enumerable.Range(first.DayNumber - 3, last.DayNumber - first.DayNumber + 7).Select(DateOnly.FromDayNumber).Where(Exists).ToList();
        _dated = new(days.SelectMany(d => schedule.Open.Where(o => o.Date == d).Select(o => Utc(d, o.Start, o.End))));
        _weekly = new(days.SelectMany(d => schedule.Weekly.Concat(schedule.Extra).Where(w => w.Day == d.DayOfWeek).Select(w => Utc(d, w.Start, w.End))));
        _closed = new([
            .. schedule.Holidays.Where(h => h >= days[0] && h <= days[^1]).Select(h => (DayBegins(h), DayBegins(h.AddDays(1)))),
            .. schedule.Closed.Select(c => (Bound(c.From, Begins), Bound(c.To, Ends))),
        ]);
    }

    public bool IsOpen(DateTime utc) => _dated.Cover(utc) || (_weekly.Cover(utc) && !_closed.Cover(utc));

    /// <summary>All instants at which an answer could change, in order.</summary>
    public IReadOnlyList<DateTime> Edges() =>
        [.. _dated.All.Concat(_closed.All).Concat(_weekly.All).SelectMany(r => new[] { r.From, r.To }).Distinct().Order()];

    /// <summary>UTC of a wall-clock time; none where it is skipped, two where it comes twice.</summary>
    public IReadOnlyList<DateTime> Occurrences(DateTime local) =>
        [.. Offsets(local).Select(o => DateTime.SpecifyKind(local - o, DateTimeKind.Utc)).Where(u => u + _zone.GetUtcOffset(u) == local).Distinct().Order()];

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
        foreach (var step in new[] { 60, 1 })
        {
            while (DateOnly.FromDateTime(utc.AddMinutes(step) + _zone.GetUtcOffset(utc.AddMinutes(step))) < day)
            {
                utc = utc.AddMinutes(step);
            }
        }

        return utc.AddMinutes(1);
    }

    private bool Exists(DateOnly day) => Enumerable.Range(0, 24).Any(h => Occurrences(day.ToDateTime(new TimeOnly(h, 0))).Count > 0);

    /// <summary>Ranges found by the UTC days they touch, so that nine years can be asked.</summary>
    private sealed class Ranges
    {
        private readonly ILookup<int, (DateTime From, DateTime To)> _byDay;

        public Ranges(IEnumerable<(DateTime From, DateTime To)> ranges)
        {
            All = [.. ranges.Where(r => r.From < r.To)];
            _byDay = All.SelectMany(r => Enumerable.Range(Day(r.From), Day(r.To) - Day(r.From) + 1).Select(d => (Day: d, Range: r))).ToLookup(x => x.Day, x => x.Range);
        }

        public IReadOnlyList<(DateTime From, DateTime To)> All { get; }

        public bool Cover(DateTime utc) => _byDay[Day(utc)].Any(r => r.From <= utc && utc < r.To);

        private static int Day(DateTime utc) => DateOnly.FromDateTime(utc).DayNumber;
    }
}
