using System.Globalization;
using BoundaryWorker.Core.Time;
using BoundaryWorker.Files.Reading;
using BoundaryWorker.Files.Shapes;
using NodaTime;

namespace BoundaryWorker.Files;

/// <summary>Weekly hours from the days and ranges of a file.</summary>
internal static class Weekly
{
    private const int MinutesOfDay = 24 * 60;
    private const int MinutesOfWeek = 7 * MinutesOfDay;

    /// <summary>The hours, each day's in order. Only of a part that <see cref="Check"/> found nothing against.</summary>
    public static WeeklyHours Of(Bound weekly) => new(Days(weekly)
        .SelectMany(d => d.Days.Select(day => (day, d.Ranges)))
        .ToDictionary(
            x => x.day,
            x => (IReadOnlyList<LocalHours>)[.. x.Ranges.Select(r => r.Hours).OrderBy(h => h.Start)]));

    /// <summary>The ranges of one value, in order.</summary>
    public static IReadOnlyList<LocalHours> Ranges(Bound hours) => [.. Placed(hours).Select(r => r.Hours).OrderBy(h => h.Start)];

    /// <summary>Tells days that are given twice, and ranges that overlap, those past midnight into the next day included.</summary>
    public static void Check(Bound weekly, Findings findings)
    {
        var spans = new List<Span>();
        var seen = new Dictionary<IsoDayOfWeek, string>();
        foreach (var (key, at, days, ranges) in Days(weekly))
        {
            foreach (var day in days)
            {
                if (!seen.TryAdd(day, key))
                {
                    findings.Error(at, $"{Shapes.Days.Word(day)} is given twice: in `{seen[day]}` and in `{key}`", "give each day once");
                    continue;
                }

                spans.AddRange(ranges.Select(r => Span.Of(((int)day - 1) * MinutesOfDay, r.Hours, r.At)));
            }
        }

        CheckOverlaps(spans, MinutesOfWeek, findings);
    }

    /// <summary>Tells ranges of one date that overlap.</summary>
    public static void CheckDay(Bound hours, Findings findings) =>
        CheckOverlaps([.. Placed(hours).Select(r => Span.Of(0, r.Hours, r.At))], null, findings);

    private static void CheckOverlaps(List<Span> spans, int? around, Findings findings)
    {
        var order = spans.OrderBy(s => s.From).ToList();
        for (var i = 1; i < order.Count; i++)
        {
            Compare(order[i - 1], order[i], findings);
        }

        // Sunday night may run into Monday.
        if (around is { } week && order.Count > 1)
        {
            Compare(order[^1], order[0] with { From = order[0].From + week }, findings);
        }
    }

    private static void Compare(Span earlier, Span later, Findings findings)
    {
        if (later.From < earlier.To)
        {
            var (first, second) = (earlier.At.Line, earlier.At.Column).CompareTo((later.At.Line, later.At.Column)) <= 0 ? (earlier, later) : (later, earlier);
            findings.Error(second.At, $"{Words(second.Hours)} overlaps with {Words(first.Hours)}", "let one end before the other begins, or join them");
        }
    }

    private static string Words(LocalHours hours) =>
        $"{hours.Start.ToString("HH:mm", CultureInfo.InvariantCulture)}-{(hours.End == LocalTime.Midnight ? "24:00" : hours.End.ToString("HH:mm", CultureInfo.InvariantCulture))}";

    private static IEnumerable<(string Key, Mark At, List<IsoDayOfWeek> Days, List<(LocalHours Hours, Mark At)> Ranges)> Days(Bound weekly) =>
        weekly.Entries.Select(e => (e.Key, e.Value.At, (List<IsoDayOfWeek>)e.Value.Key!, Placed(e.Value)));

    private static List<(LocalHours Hours, Mark At)> Placed(Bound hours) =>
        [.. hours.Items.SelectMany(i => ((List<RangeAt>)i.Value).Select(r => (r.Hours, ((ScalarNode)i.Node).Place(r.Offset))))];

    private sealed record Span(int From, int To, LocalHours Hours, Mark At)
    {
        public static Span Of(int dayStart, LocalHours hours, Mark at) => new(
            dayStart + Minute(hours.Start),
            dayStart + Minute(hours.End) + (hours.RunsPastMidnight ? MinutesOfDay : 0),
            hours,
            at);

        private static int Minute(LocalTime time) => (time.Hour * 60) + time.Minute;
    }
}
