using BoundaryWorker.Core.Time;
using NodaTime;

namespace BoundaryWorker.Tests.Time;

/// <summary>Where the answers stop, and what no table of cases shows.</summary>
public sealed class WorkingWindowsTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 24, 12, 0);

    [Fact]
    public void Without_any_hours_there_is_no_opening_no_change_and_no_end_of_the_window()
    {
        var never = new Schedule("Europe/Warsaw").Engine();
        Assert.Equal((false, null, null, null), (never.IsOpen(Now), never.NextOpening(Now), never.NextChange(Now), never.AddWorkingTime(Now, Duration.FromHours(1))));
        Assert.Equal(new Interval(null, null), never.ClosedWindowAt(Now));
    }

    [Fact]
    public void Around_the_clock_there_is_no_change_and_hours_run_as_on_the_wall()
    {
        var always = new Schedule("Europe/Warsaw") { Weekly = Schedule.Week("mon-sun 00:00-24:00") }.Engine();
        Assert.Equal((Now, null, null), (always.NextOpening(Now), always.NextChange(Now), always.ClosedWindowAt(Now)));
        Assert.Equal(Now + Duration.FromDays(30), always.AddWorkingTime(Now, Duration.FromDays(30)));
        Assert.Null(always.AddWorkingTime(Now, WorkingWindows.Horizon + Duration.Epsilon));
    }

    [Fact]
    public void An_opening_at_the_horizon_is_found_and_one_behind_it_is_not()
    {
        var opening = Now + WorkingWindows.Horizon;
        var date = opening.InUtc().Date.ToDateOnly();
        var once = new Schedule("Etc/UTC") { Open = [new(date, new(12, 0), new(13, 0))] }.Engine();
        Assert.Equal((opening, null), (once.NextOpening(Now), once.NextOpening(Now - Duration.Epsilon)));
        Assert.Equal((false, true), (once.ClosedWindowAt(Now)!.Value.HasStart, once.ClosedWindowAt(Now)!.Value.HasEnd));
    }

    [Fact]
    public void No_hours_added_is_now_and_less_than_none_is_refused()
    {
        var windows = new Schedule("Europe/Warsaw") { Weekly = Schedule.Week("mon 09:00-17:00") }.Engine();
        Assert.Equal(Now, windows.AddWorkingTime(Now, Duration.Zero));
        Assert.Throws<ArgumentOutOfRangeException>(() => windows.AddWorkingTime(Now, -Duration.Epsilon));
    }

    public static TheoryData<Instant> EndsOfTheCalendar => [Instant.MinValue, Instant.MaxValue, Instant.FromUtc(9999, 12, 31, 23, 59), Instant.FromUtc(-9998, 1, 1, 0, 0)];

    [Theory]
    [MemberData(nameof(EndsOfTheCalendar))]
    public void A_date_at_the_end_of_the_calendar_as_some_invitations_carry_is_closed_and_breaks_nothing(Instant at)
    {
        var windows = new Schedule("Europe/Warsaw") { Weekly = Schedule.Week("mon-sun 00:00-24:00") }.Engine();
        Assert.Equal((false, null, null, null), (windows.IsOpen(at), windows.NextOpening(at), windows.NextChange(at), windows.AddWorkingTime(at, Duration.FromHours(1))));
        Assert.Equal(new Interval(null, null), windows.ClosedWindowAt(at));
        Assert.Empty(windows.Spans(Instant.Min(at, Now), Instant.Max(at, Now)));
    }

    [Fact]
    public void An_empty_stretch_has_no_spans() =>
        Assert.Empty(new Schedule("Europe/Warsaw").Engine().Spans(Now, Now));

    [Fact]
    public void The_date_line_day_that_Apia_skipped_has_no_hours_and_is_in_no_span()
    {
        var apia = new Schedule("Pacific/Apia") { Weekly = Schedule.Week("fri 09:00-17:00") }.Engine();
        var zone = DateTimeZoneProviders.Tzdb["Pacific/Apia"];
        var thursday = new LocalDate(2011, 12, 29);
        Assert.Equal(Duration.FromDays(2), zone.AtStartOfDay(new LocalDate(2012, 1, 1)).ToInstant() - zone.AtStartOfDay(thursday).ToInstant());
        Assert.DoesNotContain(apia.Spans(zone.AtStartOfDay(thursday).ToInstant(), zone.AtStartOfDay(new LocalDate(2012, 1, 6)).ToInstant()), s => s.Open);
    }
}
