using BoundaryWorker.Core.Holding;
using BoundaryWorker.Core.Time;
using CsCheck;
using NodaTime;

namespace BoundaryWorker.Tests.Holding;

/// <summary>When a held message comes back: promise 5, D4, D12.</summary>
public sealed class ReleaseTimeTests
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Warsaw"];
    private static readonly Instant FridayNight = new LocalDateTime(2026, 11, 27, 21, 0).InZoneStrictly(Zone).ToInstant();
    private static readonly Instant Monday = new LocalDateTime(2026, 11, 30, 9, 0).InZoneStrictly(Zone).ToInstant();
    private static readonly Duration Week = Duration.FromDays(7);

    [Fact]
    public void Unchanged_hours_change_nothing() =>
        Assert.Equal(Monday, ReleaseTime.InForce(Monday, FridayNight, toldADay: true, Windows(), Week, FridayNight + Duration.FromHours(1)));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void D12_a_shorter_closed_time_counts_at_once(bool told)
    {
        var saturday = new LocalDate(2026, 11, 28);
        var windows = Windows(open: new DatedHours(saturday, [new LocalHours(new(10, 0), new(11, 0))]));

        Assert.Equal(
            saturday.At(new(10, 0)).InZoneStrictly(Zone).ToInstant(),
            ReleaseTime.InForce(Monday, FridayNight, told, windows, Week, FridayNight + Duration.FromHours(1)));
    }

    [Theory]
    [InlineData(true, "2026-11-30")]
    [InlineData(false, "2026-12-02")]
    public void D12_a_longer_one_counts_only_for_who_was_not_told_a_day(bool told, string day)
    {
        var leave = new Closure(new LocalDateTime(2026, 11, 30, 0, 0), new LocalDateTime(2026, 12, 2, 0, 0), ClosureKind.Leave, null);

        var release = ReleaseTime.InForce(Monday, FridayNight, told, Windows(leave), Week, FridayNight + Duration.FromHours(1));

        Assert.Equal(day, release.InZone(Zone).Date.ToString("uuuu-MM-dd", null));
    }

    [Fact]
    public void Promise_5_never_longer_than_max_hold()
    {
        var leave = new Closure(new LocalDateTime(2026, 11, 30, 0, 0), new LocalDateTime(2026, 12, 20, 0, 0), ClosureKind.Leave, null);

        Assert.Equal(FridayNight + Week, ReleaseTime.InForce(Monday, FridayNight, false, Windows(leave), Week, FridayNight + Duration.FromHours(1)));
    }

    [Fact]
    public void Promise_4_without_a_Code_everything_is_due_at_once() =>
        Assert.Equal(FridayNight, ReleaseTime.InForce(Monday, FridayNight, true, null, Week, FridayNight));

    [Fact]
    public void Promise_1_what_has_no_record_waits_for_the_next_opening()
    {
        Assert.Equal(Monday, ReleaseTime.OfAdopted(Windows(), Week, FridayNight));
        Assert.Equal(Monday, ReleaseTime.OfAdopted(Windows(), Week, Monday));
        Assert.Equal(FridayNight, ReleaseTime.OfAdopted(null, Week, FridayNight));
    }

    [Fact]
    public void Promise_5_for_any_times_it_is_due_or_in_the_hours_and_within_max_hold() =>
        Gen.Select(Gen.Int[-200, 400], Gen.Int[0, 400], Gen.Bool, Gen.Int[1, 240]).Sample((planned, now, told, longest) =>
        {
            var windows = Windows();
            var (plannedAt, at) = (FridayNight + Duration.FromHours(planned), FridayNight + Duration.FromHours(now));
            var release = ReleaseTime.InForce(plannedAt, FridayNight, told, windows, Duration.FromHours(longest), at);
            Assert.True(release <= FridayNight + Duration.FromHours(longest) || release <= at);
            Assert.True(release <= at || release == plannedAt || windows.IsOpen(release) || release == FridayNight + Duration.FromHours(longest));
        });

    private static WorkingWindows Windows(Closure? leave = null, DatedHours? open = null)
    {
        var days = Enumerable.Range(1, 5).ToDictionary(d => (IsoDayOfWeek)d, _ => (IReadOnlyList<LocalHours>)[new LocalHours(new(9, 0), new(17, 0))]);
        var hours = new HoursOfWork { Weekly = new WeeklyHours(days), Closed = leave is null ? [] : [leave], Open = open is null ? [] : [open] };
        return WorkingWindows.Of(hours, Zone, HolidayTable.None, []);
    }
}
