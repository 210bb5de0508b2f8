using BoundaryWorker.Core.Time;
using NodaTime;

namespace BoundaryWorker.Core.Code.Checks;

/// <summary>The bare week as a circle of wall-clock minutes: for warnings only, so without zone, holidays and leave.</summary>
internal static class WeekCircle
{
    private const int Day = 24 * 60;
    private const int Week = 7 * Day;

    /// <summary>The longest closed stretch of the week; zero where there is none.</summary>
    public static Duration LongestGap(WeeklyHours weekly)
    {
        var spans = weekly.ByDay
            .SelectMany(d => d.Value.Select(h => Span(((int)d.Key - 1) * Day, h)))
            .OrderBy(s => s.From)
            .ToList();
        if (spans.Count == 0)
        {
            return Duration.FromMinutes(Week);
        }

        var (longest, end) = (0, spans[0].To);
        foreach (var (from, to) in spans.Skip(1).Append((spans[0].From + Week, spans[0].To + Week)))
        {
            longest = Math.Max(longest, from - end);
            end = Math.Max(end, to);
        }

        return Duration.FromMinutes(longest);
    }

    private static (int From, int To) Span(int dayStart, LocalHours hours) =>
        (dayStart + Minute(hours.Start), dayStart + Minute(hours.End) + (hours.RunsPastMidnight ? Day : 0));

    private static int Minute(LocalTime time) => (time.Hour * 60) + time.Minute;
}
