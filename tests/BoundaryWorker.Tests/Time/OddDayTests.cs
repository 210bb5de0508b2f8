using NodaTime;

namespace BoundaryWorker.Tests.Time;

/// <summary>
/// Minute by minute over the days on which a zone's clock jumps, against the oracle. Each case first shows that the day is odd in the way it is
/// here for. Pinned: a skipped time shifts forward by the gap, an ambiguous one opens early and closes late, a day that does not exist has no hours.
/// </summary>
public sealed class OddDayTests
{
    // 30 minutes at 02:00 (Lord Howe); gap at midnight (Cairo, Beirut, Sao Paulo, Havana), midnight itself twice (Havana), 23:00 twice
    // (Cairo, Sao Paulo); back over midnight into the day before (Goose Bay), forward over midnight (Toronto); a whole day skipped (Apia); the ordinary one last. Days of the past: the machine's zone data and NodaTime's are of
    // different versions, and governments change the coming ones.
    public static TheoryData<string, string, string> Jumps => new()
    {
        { "Australia/Lord_Howe", "2025-10-05T02:15", "gap" },
        { "Australia/Lord_Howe", "2025-04-06T01:45", "overlap" },
        { "Africa/Cairo", "2025-04-25T00:30", "gap" },
        { "Africa/Cairo", "2025-10-30T23:30", "overlap" },
        { "America/Havana", "2025-03-09T00:30", "gap" },
        { "America/Havana", "2025-11-02T00:00", "overlap" },
        { "Asia/Beirut", "2025-03-30T00:30", "gap" },
        { "Asia/Beirut", "2025-10-25T23:30", "overlap" },
        { "America/Sao_Paulo", "2018-11-04T00:30", "gap" },
        { "America/Sao_Paulo", "2018-02-17T23:30", "overlap" },
        { "America/Goose_Bay", "2010-03-14T00:30", "gap" },
        { "America/Goose_Bay", "2010-11-06T23:30", "overlap" },
        { "America/Toronto", "1919-03-31T00:15", "gap" },
        { "Pacific/Apia", "2011-12-30T12:00", "gap" },
        { "Europe/Warsaw", "2025-03-30T02:30", "gap" },
        { "Europe/Warsaw", "2025-10-26T02:30", "overlap" },
    };

    // Edges inside, at and across the jumps; past midnight; touching ranges; a whole day.
    public static IReadOnlyList<string> Weeks { get; } =
    [
        "mon-fri 09:00-17:00",
        "mon-sun 00:00-00:30 02:15-02:20 02:30-03:15 09:00-12:00 12:00-13:00 23:30-00:15",
        "mon-sun 22:00-02:15",
        "mon-sun 23:15-00:45 01:45-09:00",
        "mon,wed,fri,sat,sun 00:00-24:00",
    ];

    [Theory]
    [MemberData(nameof(Jumps))]
    public void The_windows_agree_with_the_oracle_minute_by_minute_over_a_day_on_which_the_clock_jumps(string zone, string jump, string kind)
    {
        var local = DateTime.Parse(jump, System.Globalization.CultureInfo.InvariantCulture);
        var day = DateOnly.FromDateTime(local);
        Assert.Equal(kind == "gap" ? 0 : 2, new WallClockOracle(new Schedule(zone), day, day).Occurrences(local).Count);
        foreach (var schedule in Weeks.SelectMany(week => Variants(zone, week, day)))
        {
            Agree(schedule, day);
        }
    }

    private static IEnumerable<Schedule> Variants(string zone, string week, DateOnly day)
    {
        var plain = new Schedule(zone) { Weekly = Schedule.Week(week) };
        yield return plain;
        // Leave that ends, and leave that begins, with the odd day; an hour's leave across the jump; extra hours that beat a holiday.
        yield return plain with { Closed = [new(day.AddDays(-2).ToDateTime(default), day.ToDateTime(default))] };
        yield return plain with { Closed = [new(day.ToDateTime(default), day.AddDays(1).ToDateTime(default))] };
        yield return plain with { Closed = [new(day.AddDays(-1).ToDateTime(new(23, 20)), day.ToDateTime(new(2, 20)))], Extra = Schedule.Week("sat,sun 00:10-10:00") };
        yield return plain with { Holidays = [day], Open = [new(day, new(0, 20), new(2, 40)), new(day, new(23, 10), new(0, 50))] };
    }

    private static void Agree(Schedule schedule, DateOnly day)
    {
        var oracle = new WallClockOracle(schedule, day.AddDays(-2), day.AddDays(2));
        var engine = schedule.Engine();
        var first = day.AddDays(-1).ToDateTime(default, DateTimeKind.Utc);
        var open = Enumerable.Range(0, 3 * 24 * 60).Select(m => oracle.IsOpen(first.AddMinutes(m))).ToArray();
        var start = Instant.FromDateTimeUtc(first);
        var next = -1;
        for (var m = open.Length - 1; m >= 0; m--)
        {
            var at = start + Duration.FromMinutes(m);
            Assert.True(open[m] == engine.IsOpen(at), $"{schedule.Zone} {at}: the oracle says {(open[m] ? "open" : "closed")}");
            next = open[m] ? m : next;
            if (next >= 0 && (m % 5 == 0 || m == next))
            {
                Assert.Equal(start + Duration.FromMinutes(next), engine.NextOpening(at));
            }
        }
    }
}
