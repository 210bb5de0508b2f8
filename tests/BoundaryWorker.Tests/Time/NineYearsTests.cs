using BoundaryWorker.Time;
using NodaTime;

namespace BoundaryWorker.Tests.Time;

/// <summary>Day by day over the years of the data, with the holidays of the files on one side and those of the oracle on the other.</summary>
public sealed class NineYearsTests
{
    [Theory]
    [InlineData("Europe/Warsaw", "PL", "mon-thu 09:00-12:00 13:00-17:00; fri 09:00-15:00")]
    [InlineData("Europe/Berlin", "DE-SN", "mon,wed 22:00-02:30; sat 10:00-14:00")]
    [InlineData("Europe/London", "GB-ENG", "mon-sun 00:30-01:30 08:00-16:00")]
    [InlineData("America/New_York", "US", "mon-sat 18:00-02:15")]
    [InlineData("Australia/Lord_Howe", "DE", "tue-sun 01:45-02:15 12:00-18:00")]
    public void The_windows_agree_with_the_oracle_day_by_day_from_2024_to_2032(string zone, string region, string week)
    {
        var schedule = new Schedule(zone)
        {
            Weekly = Schedule.Week(week),
            Holidays = [.. HolidayOracle.Easter.Keys.SelectMany(y => HolidayOracle.Days(region, y))],
            Closed = [new(new(2026, 12, 28), new(2027, 1, 1)), new(new(2029, 7, 2, 15, 0, 0), new(2029, 7, 20, 10, 0, 0))],
            Open = [new(new(2026, 12, 29), new(9, 0), new(12, 0)), new(new(2025, 12, 25), new(20, 0), new(1, 0))],
        };
        var engine = schedule.Engine(HolidayData.Load().For(region));
        var oracle = new WallClockOracle(schedule, new(2024, 1, 1), new(2032, 12, 31));

        var expected = Changes(oracle);
        var from = Instant.FromUtc(2024, 1, 3, 0, 0);
        var to = Instant.FromUtc(2032, 12, 29, 0, 0);
        var found = new List<Instant>();
        for (var at = engine.NextChange(from); at < to; at = engine.NextChange(at.Value))
        {
            found.Add(at.Value);
        }

        Assert.Equal(expected.Where(e => e > from && e < to), found);
        Assert.True(found.Count > 9 * 52 * 5, "five changes a week and more, or this test has seen nothing");
        Assert.All(found, change => Assert.NotEqual(engine.IsOpen(change), engine.IsOpen(change - Duration.FromNanoseconds(1))));
    }

    private static List<Instant> Changes(WallClockOracle oracle) =>
        [.. oracle.Edges().Where(e => oracle.IsOpen(e) != oracle.IsOpen(e.AddTicks(-1))).Select(Instant.FromDateTimeUtc)];
}
