using NodaTime;

namespace BoundaryWorker.Core.Time;

/// <summary>
/// Lays one local day out in spans. Everything that says "open" or "closed" is a layer, and the uppermost layer over an instant
/// decides: dated hours, then closures, then weekly hours, then a client's extra hours, then nothing (design.md section 4).
/// </summary>
internal sealed class DayPlan
{
    private readonly HoursOfWork _hours;
    private readonly WeeklyHours _clientExtra;
    private readonly DateTimeZone _zone;
    private readonly IReadOnlyList<Span> _closures;

    public DayPlan(HoursOfWork hours, DateTimeZone zone, IEnumerable<Closure> closures, WeeklyHours? clientExtra)
    {
        _hours = hours;
        _zone = zone;
        _clientExtra = clientExtra ?? WeeklyHours.None;
        // A holiday within leave is named as the holiday; a calendar event inside either is the least telling of the three.
        _closures = [.. closures.Select(Layer).OrderBy(c => c.Cause == SpanCause.Holiday ? 0 : c.Cause == SpanCause.Leave ? 1 : 2)];
    }

    /// <summary>The spans of that day, in order and without a gap between them; none for a day that the zone skipped.</summary>
    public IReadOnlyList<Span> Of(LocalDate day)
    {
        var start = LocalTimePolicy.StartOfDay(day, _zone);
        var end = LocalTimePolicy.StartOfDay(day.PlusDays(1), _zone);
        if (start >= end)
        {
            return [];
        }

        var layers = Layers(day).Where(l => l.From < end && l.To > start).ToList();
        var cuts = layers.SelectMany(l => new[] { l.From, l.To }).Where(c => c > start && c < end).Append(start).Append(end);
        var edges = cuts.Distinct().Order().ToList();
        return Span.Merged(edges.Zip(edges.Skip(1), (from, to) => Topmost(layers, from, to)));
    }

    private static Span Topmost(List<Span> layers, Instant from, Instant to) =>
        layers.Find(l => l.Contains(from)) is { } layer
            ? layer with { From = from, To = to }
            : new Span(from, to, false, SpanCause.OutsideHours, null);

    private IEnumerable<Span> Layers(LocalDate day)
    {
        // Hours that began the day before may run past midnight, and over a skipped day they began two dates before.
        LocalDate[] days = [day.PlusDays(-2), day.PlusDays(-1), day];
        return [
            .. days.SelectMany(d => _hours.Open.Where(o => o.Date == d).SelectMany(o => Layers(d, o.Hours, SpanCause.DatedHours))),
            .. _closures,
            .. days.SelectMany(d => Layers(d, _hours.Weekly.On(d.DayOfWeek), SpanCause.WeeklyHours)),
            .. days.SelectMany(d => Layers(d, _clientExtra.On(d.DayOfWeek), SpanCause.ClientHours)),
        ];
    }

    private IEnumerable<Span> Layers(LocalDate day, IReadOnlyList<LocalHours> ranges, SpanCause cause) =>
        ranges.Count == 0 || LocalTimePolicy.StartOfDay(day, _zone) == LocalTimePolicy.StartOfDay(day.PlusDays(1), _zone)
            ? []
            : ranges.Select(r => new Span(
                LocalTimePolicy.Begins(day.At(r.Start), _zone),
                LocalTimePolicy.Ends((r.RunsPastMidnight ? day.PlusDays(1) : day).At(r.End), _zone),
                true,
                cause,
                null));

    private Span Layer(Closure closure) => new(
        LocalTimePolicy.ClosureBound(closure.From, _zone, isEnd: false),
        LocalTimePolicy.ClosureBound(closure.To, _zone, isEnd: true),
        false,
        closure.Kind switch
        {
            ClosureKind.Leave => SpanCause.Leave,
            ClosureKind.Holiday => SpanCause.Holiday,
            _ => SpanCause.OutOfOffice,
        },
        closure);
}
