using System.Globalization;
using NodaTime;
using NodaTime.TimeZones;

namespace BoundaryWorker.Mail.Reading;

/// <summary>A zone made of the observances of a VTIMEZONE (RFC 5545 3.6.5).</summary>
internal sealed class ObservedZone : DateTimeZone
{
    // Rules are expanded this far; a program that means a later year sends a newer zone by then.
    private static readonly LocalDateTime Horizon = new(2100, 1, 1, 0, 0);

    private readonly List<ZoneInterval> intervals;

    private ObservedZone(string id, List<ZoneInterval> intervals)
        : base(id, isFixed: false, intervals.Min(i => i.WallOffset), intervals.Max(i => i.WallOffset)) => this.intervals = intervals;

    /// <summary>The zone, or null where there is no observance that can be read.</summary>
    public static ObservedZone? Of(string id, IEnumerable<IGrouping<(string Kind, int Index), CalendarLine>> observances)
    {
        var onsets = observances.SelectMany(Onsets).DistinctBy(o => o.At).OrderBy(o => o.At).ToList();
        if (onsets.Count == 0)
        {
            return null;
        }

        var intervals = new List<ZoneInterval> { new(id, null, onsets[0].At, onsets[0].From, Offset.Zero) };
        for (var i = 0; i < onsets.Count; i++)
        {
            intervals.Add(new ZoneInterval(id, onsets[i].At, i + 1 < onsets.Count ? onsets[i + 1].At : null, onsets[i].To, Offset.Zero));
        }

        return new ObservedZone(id, intervals);
    }

    /// <inheritdoc/>
    public override ZoneInterval GetZoneInterval(Instant instant) => intervals.First(i => i.Contains(instant));

    private static IEnumerable<(Instant At, Offset From, Offset To)> Onsets(IEnumerable<CalendarLine> observance)
    {
        var lines = observance.ToLookup(l => l.Name);
        if (CalendarTime.Of(lines["DTSTART"].FirstOrDefault()) is not { } start
            || UtcOffset(lines["TZOFFSETFROM"].FirstOrDefault()?.Value) is not { } from
            || UtcOffset(lines["TZOFFSETTO"].FirstOrDefault()?.Value) is not { } to)
        {
            return [];
        }

        var rule = lines["RRULE"].FirstOrDefault()?.Value;
        var starts = rule is null ? [start.Local] : CalendarRule.Starts(start.Local, rule.Replace("Z", "", StringComparison.Ordinal), Horizon);
        return starts.Concat(lines["RDATE"].SelectMany(CalendarTime.All).Select(t => t.Local))
            .Select(local => (local.WithOffset(from).ToInstant(), from, to));
    }

    private static Offset? UtcOffset(string? text)
    {
        var digits = text?.Trim().TrimStart('+', '-') ?? "";
        return digits.Length is 4 or 6 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
            && (digits.Length == 4 ? n * 100 : n) is var hms && (hms / 10_000) <= 18
            ? Offset.FromSeconds((((hms / 10_000) * 3_600) + ((hms / 100 % 100) * 60) + (hms % 100)) * (text!.Trim()[0] == '-' ? -1 : 1))
            : null;
    }
}
