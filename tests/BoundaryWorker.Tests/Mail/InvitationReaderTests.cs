using System.Text;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Mail.Reading;
using NodaTime;

namespace BoundaryWorker.Tests.Mail;

/// <summary>replies.md F1 and F2: calendar objects wherever programs put them, and when they take place.</summary>
public sealed class InvitationReaderTests
{
    private static readonly InvitationReader Reader = new(MailCase.Zone);

    private const string Times = "DTSTART;TZID=Europe/Warsaw:20261201T180000\nDTEND;TZID=Europe/Warsaw:20261201T190000";

    // 18:00-19:00 in Warsaw in December.
    private static readonly Interval Evening = new(Instant.FromUtc(2026, 12, 1, 17, 0), Instant.FromUtc(2026, 12, 1, 18, 0));

    public static TheoryData<string, string> Places => new()
    {
        { "top level", "Content-Type: text/calendar; method=REQUEST; charset=utf-8\n\n{0}" },
        { "top level as one meeting program writes it", "Content-Type: text/calendar; method=REQUEST;; charset=\"utf-8\"\n\n{0}" },
        { "alternative", "Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\nx\n--b\nContent-Type: text/calendar; method=REQUEST\n\n{0}\n--b--" },
        { "mixed", "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nx\n--b\nContent-Type: text/calendar; name=invite.ics\nContent-Disposition: attachment; filename=invite.ics\n\n{0}\n--b--" },
        { "application/ics", "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: application/ics; name=invite.ics\n\n{0}\n--b--" },
        { "octet-stream", "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: application/octet-stream; name=INVITE.ICS\n\n{0}\n--b--" },
        { "text/plain by name", "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain; name=invite.ics\n\n{0}\n--b--" },
        { "base64", "Content-Type: text/calendar; method=REQUEST\nContent-Transfer-Encoding: base64\n\n{1}" },
    };

    [Theory]
    [MemberData(nameof(Places))]
    public void F1_an_invitation_is_found(string place, string mail)
    {
        var ics = Ics("REQUEST", Times);
        var read = MailCase.ReadText("From: jan@acme.example\n" + mail.Replace("{0}", ics, StringComparison.Ordinal).Replace("{1}", Convert.ToBase64String(Encoding.UTF8.GetBytes(ics)), StringComparison.Ordinal));

        Assert.True(read.Invitation is { Method: "REQUEST", Uid: "event-1@acme.example" }, place);
        Assert.Equal([Evening], read.Invitation.Occurrences);
        Assert.Equal(("jan@acme.example", "me@studio.example"), (read.Invitation.Organizer?.Key, Assert.Single(read.Invitation.Attendees).Key));
        Assert.DoesNotContain("VCALENDAR", read.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ORGANIZER:jan@acme.example")]
    [InlineData("ORGANIZER;CN=\"Nowak; Jan: prezes\":MAILTO:Jan@Acme.Example")]
    [InlineData("ORGANIZER:mailto:jan%40acme.example")]
    [InlineData("ORGANIZER;CN=Jan;EMAIL=jan@acme.example:/o=acme/cn=jan")]
    [InlineData("ORGANIZER;CN=Jan:\n mailto:jan@ac\n\tme.example")]
    public void F1_an_organizer_is_read_as_programs_write_it(string organizer) =>
        Assert.Equal("jan@acme.example", Read(Ics("REQUEST", Times).Replace("ORGANIZER:mailto:jan@acme.example", organizer, StringComparison.Ordinal)).Organizer?.Key);

    [Theory]
    [InlineData("3", 3)]
    [InlineData("20261124203000123", 20261124203000123)]
    [InlineData("99999999999999999999999999", long.MaxValue)]
    [InlineData("-1", 0)]
    [InlineData("x", 0)]
    public void F1_a_huge_sequence_is_no_crash(string written, long expected) => Assert.Equal(expected, Read(Ics("REQUEST", Times + "\nSEQUENCE:" + written)).Sequence);

    [Theory]
    [InlineData("DTSTART;TZID=Central European Standard Time:20261201T180000\nDTEND;TZID=Central European Standard Time:20261201T190000")]
    [InlineData("DTSTART:20261201T170000Z\nDTEND:20261201T180000Z")]
    [InlineData("DTSTART:20261201T180000\nDURATION:PT1H")]
    [InlineData("DTSTART;TZID=/freeassociation.example/Europe/Warsaw:20261201T180000\nDURATION:PT60M")]
    [InlineData("DTSTART;TZID=America/New_York:20261201T120000\nDTEND;TZID=Europe/Warsaw:20261201T190000")]
    [InlineData("DTSTART;TZID=\"(UTC+01:00) Sarajevo, Skopje, Warsaw\":20261201T180000\nDURATION:PT1H")]
    public void F2_a_time_is_understood_by_any_kind_of_zone(string times) => Assert.Equal([Evening], Read(Ics("REQUEST", times, OwnZone)).Occurrences);

    [Fact]
    public void F2_an_own_zone_keeps_its_summer_time()
    {
        var summer = Assert.Single(Read(Ics("REQUEST", "DTSTART;TZID=\"(UTC+01:00) Sarajevo, Skopje, Warsaw\":20260701T180000\nDURATION:PT1H", OwnZone)).Occurrences);

        Assert.Equal(Instant.FromUtc(2026, 7, 1, 16, 0), summer.Start);
    }

    [Fact]
    public void F2_a_whole_day_is_a_day_of_hers_even_when_the_clock_changes()
    {
        var day = Assert.Single(Read(Ics("REQUEST", "DTSTART;VALUE=DATE:20261025")).Occurrences);
        var twoDays = Assert.Single(Read(Ics("REQUEST", "DTSTART;VALUE=DATE:20261025\nDTEND;VALUE=DATE:20261027")).Occurrences);

        Assert.Equal(Instant.FromUtc(2026, 10, 24, 22, 0), day.Start);
        Assert.Equal(Instant.FromUtc(2026, 10, 26, 23, 0), twoDays.End);
    }

    [Fact]
    public void F2_a_series_keeps_its_local_time_over_the_change_of_clocks_and_leaves_out_what_is_left_out()
    {
        var series = Read(Ics("REQUEST", "DTSTART;TZID=Europe/Warsaw:20270323T090000\nDURATION:PT30M\nRRULE:FREQ=WEEKLY;BYDAY=TU;UNTIL=20270413T070000Z\nEXDATE;TZID=Europe/Warsaw:20270406T090000")).Occurrences;

        Assert.Equal([Instant.FromUtc(2027, 3, 23, 8, 0), Instant.FromUtc(2027, 3, 30, 7, 0), Instant.FromUtc(2027, 4, 13, 7, 0)], series.Select(o => o.Start));
    }

    [Fact]
    public void F2_a_moved_occurrence_stands_in_the_place_of_the_one_of_the_rule()
    {
        var ics = Ics("REQUEST", "DTSTART:20261201T090000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=3")
            .Replace("END:VCALENDAR", "BEGIN:VEVENT\nUID:event-1@acme.example\nRECURRENCE-ID:20261202T090000Z\nDTSTART:20261202T150000Z\nDURATION:PT1H\nEND:VEVENT\nEND:VCALENDAR", StringComparison.Ordinal);

        Assert.Equal([9, 15, 9], Read(ics).Occurrences.Select(o => o.Start.InUtc().Hour));
    }

    [Fact]
    public void F2_expansion_is_bounded_by_number_and_horizon()
    {
        var hourly = Read(Ics("REQUEST", "DTSTART:20261201T090000Z\nDURATION:PT1H\nRRULE:FREQ=HOURLY")).Occurrences;
        var yearly = Read(Ics("REQUEST", "DTSTART:20261201T090000Z\nDURATION:PT1H\nRRULE:FREQ=YEARLY")).Occurrences;

        Assert.Equal((500, 2), (hourly.Count, yearly.Count));
    }

    [Theory]
    [InlineData("RRULE:FREQ=SECONDLY")]
    [InlineData("RRULE:FREQ=YEARLY;BYHOUR=0,1,2,3,4,5,6,7,8,9;BYMINUTE=0,1,2,3,4,5,6,7,8,9;BYSECOND=0,1,2,3,4,5,6,7,8,9")]
    [InlineData("RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")]
    [InlineData("RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31")]
    [InlineData("RRULE:FREQ=NEVERLY")]
    [InlineData("RRULE:;;;=")]
    public void F2_a_series_that_would_not_end_is_refused_or_read_but_never_followed(string rule)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();

        var reading = Reader.Read(Ics("REQUEST", "DTSTART:20261201T090000Z\nDURATION:PT1H\n" + rule), null, MailCase.Received);

        Assert.True(reading.Refused is not null || reading.Invitation!.Occurrences.Count <= 1, rule);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(3), $"{rule}: {watch.Elapsed}");
    }

    [Theory]
    [InlineData("DTEND;TZID=Europe/Warsaw:20261130T190000")]
    [InlineData("DTEND:")]
    [InlineData("DTEND;VALUE=DATE:19700101")]
    [InlineData("DTEND;TZID=Europe/Warsaw:20261301T990000")]
    public void F1_a_wrong_end_makes_an_event_without_length(string end)
    {
        var occurrence = Assert.Single(Read(Ics("REQUEST", "DTSTART;TZID=Europe/Warsaw:20261201T180000\n" + end)).Occurrences);

        Assert.Equal((Evening.Start, Evening.Start), (occurrence.Start, occurrence.End));
    }

    [Theory]
    [InlineData("two calendars", "BEGIN:VCALENDAR\nEND:VCALENDAR\nBEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261201T090000Z\nEND:VEVENT\nEND:VCALENDAR")]
    [InlineData("no event", "BEGIN:VCALENDAR\nMETHOD:REQUEST\nEND:VCALENDAR")]
    [InlineData("no time", "BEGIN:VCALENDAR\nMETHOD:REQUEST\nBEGIN:VEVENT\nUID:x\nEND:VEVENT\nEND:VCALENDAR")]
    [InlineData("no zone of that name", "BEGIN:VCALENDAR\nMETHOD:REQUEST\nBEGIN:VEVENT\nDTSTART;TZID=Nowhere:20261201T090000\nEND:VEVENT\nEND:VCALENDAR")]
    [InlineData("no calendar", "hello")]
    [InlineData("nothing", "")]
    public void F1_what_cannot_be_read_is_refused_with_a_reason(string what, string ics)
    {
        var reading = Reader.Read(ics, "REQUEST", MailCase.Received);

        Assert.True(reading.Invitation is null && reading.Refused is { Length: > 10 }, what);
    }

    [Fact]
    public void F1_a_calendar_longer_than_its_limit_is_refused_and_the_mail_is_ordinary()
    {
        var mail = MailCase.ReadText("From: jan@acme.example\nContent-Type: text/calendar; method=REQUEST\n\n" + Ics("REQUEST", Times + "\nDESCRIPTION:" + new string('x', 1 << 20)));

        Assert.Null(mail.Invitation);
        Assert.Equal("jan@acme.example", mail.Author?.Key);
    }

    [Fact]
    public void F8_a_cancel_of_one_occurrence_says_which()
    {
        var cancel = Read(Ics("cancel", Times + "\nRECURRENCE-ID;TZID=Europe/Warsaw:20261201T180000"));

        Assert.Equal(("CANCEL", "20261201T180000"), (cancel.Method, cancel.RecurrenceId));
    }

    private const string OwnZone = """
        BEGIN:VTIMEZONE
        TZID:(UTC+01:00) Sarajevo\, Skopje\, Warsaw
        BEGIN:STANDARD
        DTSTART:16010101T030000
        TZOFFSETFROM:+0200
        TZOFFSETTO:+0100
        RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
        END:STANDARD
        BEGIN:DAYLIGHT
        DTSTART:16010101T020000
        TZOFFSETFROM:+0100
        TZOFFSETTO:+0200
        RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
        END:DAYLIGHT
        END:VTIMEZONE

        """;

    private static Invitation Read(string ics)
    {
        var reading = Reader.Read(ics, null, MailCase.Received);
        Assert.Null(reading.Refused);
        return reading.Invitation!;
    }

    private static string Ics(string method, string properties, string zones = "") =>
        $"BEGIN:VCALENDAR\nVERSION:2.0\nMETHOD:{method}\n{zones}BEGIN:VEVENT\nUID:event-1@acme.example\nORGANIZER:mailto:jan@acme.example\nATTENDEE;CN=\"Me\":mailto:me@studio.example\n{properties}\nEND:VEVENT\nEND:VCALENDAR\n";
}
