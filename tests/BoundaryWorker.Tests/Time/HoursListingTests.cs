using BoundaryWorker.Core.Time;
using BoundaryWorker.Time;
using NodaTime;

namespace BoundaryWorker.Tests.Time;

/// <summary>The golden cases of <c>tests/cases/hours-listing</c>: everything that can open or close a day, in Christmas week, as people and as programs read it.</summary>
public sealed class HoursListingTests
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Warsaw"];

    [Theory]
    [InlineData("pl")]
    [InlineData("en")]
    public void The_listing_for_people_says_when_and_why(string language) =>
        Assert.Equal(Cases.Lines("hours-listing", language), HoursListing.Lines(Spans(), Zone, language));

    [Fact]
    public void The_listing_for_programs_covers_the_time_with_offsets_kinds_and_reasons() =>
        Assert.Equal(
            Cases.Lines("hours-listing", "json"),
            HoursListing.Entries(Spans(), Zone, "en").Select(e => $"{e.From} {e.To} {e.Kind} {e.Why}"));

    [Theory]
    [InlineData(2026, 3, 29, "2026-03-29T00:00:00+01:00", "2026-03-30T00:00:00+02:00")]
    [InlineData(2026, 10, 25, "2026-10-25T00:00:00+02:00", "2026-10-26T00:00:00+01:00")]
    public void On_the_days_on_which_the_clock_jumps_each_end_carries_its_own_offset(int year, int month, int day, string from, string to)
    {
        var date = new LocalDate(year, month, day);
        var spans = new Schedule("Europe/Warsaw").Engine().Spans(Zone.AtStartOfDay(date).ToInstant(), Zone.AtStartOfDay(date.PlusDays(1)).ToInstant());
        Assert.Equal([new HoursEntry(from, to, "closed", "outside the weekly hours")], HoursListing.Entries(spans, Zone, "en"));
    }

    private static IReadOnlyList<Span> Spans()
    {
        var windows = WorkingWindows.Of(
            new HoursOfWork
            {
                Weekly = Schedule.Noda(Schedule.Week("mon-thu 09:00-12:00 13:00-17:00; fri 09:00-15:00")),
                Closed = [new Closure(new LocalDateTime(2026, 12, 28, 0, 0), new LocalDateTime(2026, 12, 31, 0, 0), ClosureKind.Leave, Reason("urlop", "annual leave"))],
                Open = [new DatedHours(new LocalDate(2026, 12, 29), [new LocalHours(new LocalTime(20, 0), new LocalTime(1, 0))])],
            },
            Zone,
            HolidayData.Load().For("PL")!,
            [new Closure(new LocalDateTime(2026, 12, 23, 11, 0), new LocalDateTime(2026, 12, 23, 14, 30), ClosureKind.OutOfOffice, null)],
            Schedule.Noda(Schedule.Week("sun 18:00-24:00")));
        return windows.Spans(Zone.AtStartOfDay(new LocalDate(2026, 12, 23)).ToInstant(), Zone.AtStartOfDay(new LocalDate(2027, 1, 2)).ToInstant());
    }

    private static Core.Code.LocalizedText Reason(string pl, string en) => new(new Dictionary<string, string> { ["pl"] = pl, ["en"] = en });
}
