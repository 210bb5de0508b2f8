using BoundaryWorker.Core.Code;
using NodaTime;
using NodaTime.Text;

namespace BoundaryWorker.Core.Time;

/// <summary>One object of <c>hours --json</c>: a half-open span.</summary>
/// <param name="From">ISO 8601 with the offset that holds there.</param>
/// <param name="To">ISO 8601 with the offset that holds there; excluded.</param>
/// <param name="Kind"><c>open</c> or <c>closed</c>.</param>
/// <param name="Why">Why, for people.</param>
public sealed record HoursEntry(string From, string To, string Kind, string Why);

/// <summary>What the <c>hours</c> command shows: her windows and closures, and why.</summary>
public static class HoursListing
{
    private static readonly OffsetDateTimePattern Iso = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'sso<+HH:mm>");

    /// <summary>One entry per span, in order.</summary>
    public static IReadOnlyList<HoursEntry> Entries(IReadOnlyList<Span> spans, DateTimeZone zone, string language) =>
        [.. spans.Select(s => new HoursEntry(Stamp(s.From, zone), Stamp(s.To, zone), s.Open ? "open" : "closed", Why(s, language)))];

    /// <summary>
    /// One line per span, under a heading for each day on which one begins:
    /// <c>czwartek 24 grudnia 2026</c>, then <c>  9:00–12:00   praca      godziny tygodniowe</c>.
    /// </summary>
    public static IReadOnlyList<string> Lines(IReadOnlyList<Span> spans, DateTimeZone zone, string language) =>
        [.. spans
            .GroupBy(s => s.From.InZone(zone).Date)
            .SelectMany(day => day.Select(s => Line(s, zone, language)).Prepend(CalendarWords.Date(language, day.Key)))];

    /// <summary>Why a span is open or closed: <c>weekly hours</c>, <c>public holiday: Boże Narodzenie</c>, <c>leave: urlop</c>.</summary>
    public static string Why(Span span, string language)
    {
        var polish = CalendarWords.IsPolish(language);
        return span.Cause switch
        {
            SpanCause.WeeklyHours => polish ? "godziny tygodniowe" : "weekly hours",
            SpanCause.DatedHours => polish ? "dodatkowe godziny tego dnia" : "extra hours of this date",
            SpanCause.ClientHours => polish ? "dodatkowe godziny dla tego klienta" : "extra hours for this client",
            SpanCause.OutsideHours => polish ? "poza godzinami pracy" : "outside the weekly hours",
            SpanCause.Leave => Named(polish ? "wolne" : "leave", span.Closure?.Reason, language),
            SpanCause.Holiday => Named(polish ? "święto" : "public holiday", span.Closure?.Reason, language),
            _ => Named(polish ? "poza biurem" : "out of office", span.Closure?.Reason, language),
        };
    }

    private static string Named(string kind, LocalizedText? reason, string language) =>
        reason is null ? kind : $"{kind}: {reason.In(language, "en")}";

    private static string Line(Span span, DateTimeZone zone, string language)
    {
        var polish = CalendarWords.IsPolish(language);
        var state = span.Open ? polish ? "praca" : "open" : polish ? "zamknięte" : "closed";
        return $"  {When(span, zone, language),-13}  {state,-9}  {Why(span, language)}";
    }

    private static string When(Span span, DateTimeZone zone, string language)
    {
        var from = span.From.InZone(zone);
        var to = span.To.InZone(zone);
        if (to.Date == from.Date || (to.TimeOfDay == LocalTime.Midnight && to.Date == from.Date.PlusDays(1)))
        {
            return CalendarWords.Range(from.TimeOfDay, to.TimeOfDay);
        }

        return $"{CalendarWords.Time(from.TimeOfDay)} – {CalendarWords.Date(language, to.Date)} {CalendarWords.Time(to.TimeOfDay)}";
    }

    private static string Stamp(Instant at, DateTimeZone zone) => Iso.Format(at.InZone(zone).ToOffsetDateTime());
}
