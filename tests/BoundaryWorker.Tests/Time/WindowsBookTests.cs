using BoundaryWorker.Core.Code;
using BoundaryWorker.Core.Time;
using NodaTime;

namespace BoundaryWorker.Tests.Time;

public sealed class WindowsBookTests
{
    // Saturday 28 November 2026, 10:30 in Warsaw.
    private static readonly Instant Saturday = Instant.FromUtc(2026, 11, 28, 9, 30);

    private static readonly Client Acme = new() { Id = "acme", Name = "Acme", ExtraHours = Schedule.Noda(Schedule.Week("sat 10:00-12:00")), Zone = DateTimeZoneProviders.Tzdb["America/New_York"] };

    [Fact]
    public void Extra_hours_are_open_for_their_client_alone_and_in_her_zone()
    {
        var book = Book();
        Assert.Equal((false, true, false), (book.Owner.IsOpen(Saturday), book.For(Acme).IsOpen(Saturday), book.For(Acme with { ExtraHours = null }).IsOpen(Saturday)));
        Assert.Equal(SpanCause.ClientHours, book.For(Acme).Spans(Saturday, Saturday + Duration.FromHours(1))[0].Cause);
    }

    [Fact]
    public void Extra_hours_are_closed_on_a_holiday_on_leave_and_out_of_office()
    {
        var day = new LocalDate(2026, 11, 28);
        Closure Closed(ClosureKind kind) => new(day.AtMidnight(), day.PlusDays(1).AtMidnight(), kind, null);
        Assert.False(Book(holidays: new HolidayTable("X", [new Holiday(day, LocalizedText.Of("en", "x"))], day)).For(Acme).IsOpen(Saturday));
        Assert.False(Book(leave: [Closed(ClosureKind.Leave)]).For(Acme).IsOpen(Saturday));
        Assert.False(Book(outOfOffice: [Closed(ClosureKind.OutOfOffice)]).For(Acme).IsOpen(Saturday));
    }

    [Fact]
    public void A_client_is_given_the_same_windows_each_time_and_one_without_extra_hours_those_of_the_owner()
    {
        var book = Book();
        Assert.Same(book.For(Acme), book.For(Acme with { Name = "Acme renamed" }));
        Assert.Same(book.Owner, book.For(null));
        Assert.Same(book.Owner, book.For(Acme with { ExtraHours = null }));
    }

    private static WindowsBook Book(HolidayTable? holidays = null, IReadOnlyList<Closure>? leave = null, IReadOnlyList<Closure>? outOfOffice = null) => WindowsBook.Of(
        new BoundaryCode
        {
            Version = 1,
            Owner = new Owner { Name = "Studio", Addresses = [], Zone = DateTimeZoneProviders.Tzdb["Europe/Warsaw"], Languages = ["pl"] },
            Hours = new HoursOfWork { Weekly = Schedule.Noda(Schedule.Week("mon-fri 09:00-17:00")), Closed = leave ?? [] },
        },
        holidays ?? HolidayTable.None,
        outOfOffice ?? []);
}
