using BoundaryWorker.Core.Code;
using BoundaryWorker.Core.Digests;
using BoundaryWorker.Core.Time;
using NodaTime;

namespace BoundaryWorker.Tests.Digests;

/// <summary>When the digest is due: promise 11 and, for long leaves, row 25.</summary>
public sealed class DigestTimeTests
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Warsaw"];
    private static readonly Duration Before = Duration.FromMinutes(15);

    [Theory]
    [InlineData("2026-11-24T08:44", null, false)]
    [InlineData("2026-11-24T08:45", "2026-11-24", false)]
    [InlineData("2026-11-24T09:00", "2026-11-24", false)]
    [InlineData("2026-11-24T11:30", "2026-11-24", true)]
    [InlineData("2026-11-24T12:30", null, false)]
    [InlineData("2026-11-24T18:00", null, false)]
    [InlineData("2026-11-28T09:00", null, false)]
    public void One_is_due_before_the_first_opening_and_late_only_while_she_works(string at, string? day, bool late)
    {
        var due = DigestTime.Due(Windows(new LocalHours(new(9, 0), new(12, 0)), new LocalHours(new(13, 0), new(17, 0))), Zone, Before, false, At(at));

        Assert.Equal((day, late), (due?.Day.ToString("uuuu-MM-dd", null), due?.IsLate ?? false));
    }

    [Fact]
    public void One_for_an_opening_at_midnight_is_due_the_evening_before_and_belongs_to_the_new_day()
    {
        var due = DigestTime.Due(Windows(new LocalHours(new(0, 0), new(4, 0))), Zone, Before, false, At("2026-11-24T23:50"));

        Assert.Equal((new LocalDate(2026, 11, 25), At("2026-11-25T00:00")), (due!.Day, due.Opening));
    }

    [Fact]
    public void Night_hours_that_run_on_are_no_opening_of_the_morning()
    {
        var windows = Windows(new LocalHours(new(22, 0), new(2, 0)));

        Assert.Equal(At("2026-11-25T22:00"), DigestTime.FirstOpening(windows, Zone, new LocalDate(2026, 11, 25)));
        Assert.Null(DigestTime.Due(windows, Zone, Before, false, At("2026-11-25T00:30")));
    }

    [Fact]
    public void The_next_one_is_found_over_the_weekend()
    {
        var windows = Windows(new LocalHours(new(9, 0), new(12, 0)));

        Assert.Equal(At("2026-11-30T08:45"), DigestTime.Next(windows, Zone, Before, false, At("2026-11-27T09:00")));
    }

    [Fact]
    public void Row_25_a_leave_that_is_held_through_has_one_every_seven_days()
    {
        var windows = Windows([new LocalHours(new(9, 0), new(12, 0))], LeaveUntil(new LocalDate(2026, 12, 18)));
        Instant[] weekly = [At("2026-12-04T08:45"), At("2026-12-11T08:45"), At("2026-12-18T08:45")];

        Assert.Equal(weekly[0], DigestTime.Next(windows, Zone, Before, true, At("2026-11-28T12:00")));
        Assert.All(weekly, at => Assert.Equal(at.InZone(Zone).Date, DigestTime.Due(windows, Zone, Before, true, at)!.Day));
        Assert.All(weekly, at => Assert.Null(DigestTime.Due(windows, Zone, Before, false, at)));
        Assert.Null(DigestTime.Due(windows, Zone, Before, true, At("2026-12-05T09:00")));
    }

    private static Closure LeaveUntil(LocalDate last) =>
        new(new LocalDateTime(2026, 11, 27, 12, 0), last.PlusDays(3).AtMidnight(), ClosureKind.Leave, LocalizedText.Of("pl", "urlop"));

    private static WorkingWindows Windows(params LocalHours[] weekdays) => Windows(weekdays, null);

    private static WorkingWindows Windows(LocalHours[] weekdays, Closure? leave)
    {
        var days = Enumerable.Range(1, 5).ToDictionary(d => (IsoDayOfWeek)d, _ => (IReadOnlyList<LocalHours>)weekdays);
        var hours = new HoursOfWork { Weekly = new WeeklyHours(days), Closed = leave is null ? [] : [leave] };
        return WorkingWindows.Of(hours, Zone, HolidayTable.None, []);
    }

    private static Instant At(string local) =>
        NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(local).Value.InZoneStrictly(Zone).ToInstant();
}
