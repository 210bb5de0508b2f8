using BoundaryWorker.Core.Code;
using NodaTime;

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
    /// <summary>One entry per span, in order.</summary>
    public static IReadOnlyList<HoursEntry> Entries(IReadOnlyList<Span> spans, DateTimeZone zone, string language) =>
        [.. spans.Select(s => new HoursEntry(IsoStamp.Of(s.From, zone), IsoStamp.Of(s.To, zone), s.Open ? "open" : "closed", Why(s, language)))];

    /// <summary>
    /// A heading for each day, <c>czwartek 24 grudnia 2026</c>, and under it a line for each window and closure,
    /// <c>  9:00–12:00   praca      godziny tygodniowe</c>. A window past midnight stands whole with the day on which it begins; closed time is cut
    /// at midnight, and what is merely outside the hours is only told of a day that has nothing else.
    /// </summary>
    public static IReadOnlyList<string> Lines(IReadOnlyList<Span> spans, DateTimeZone zone, string language) =>
        [.. spans
            .SelectMany(s => s.Open && s.To - s.From < Duration.FromDays(1) ? [s] : CutAtMidnight(s, zone))
            .GroupBy(s => s.From.InZone(zone).Date)
            .SelectMany(day => Telling(day).Select(s => Line(s, zone, language)).Prepend(CalendarWords.Date(language, day.Key)))];

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

    private static IEnumerable<Span> Telling(IEnumerable<Span> day) =>
        day.Where(s => s.Cause != SpanCause.OutsideHours).DefaultIfEmpty(day.First());

    private static IEnumerable<Span> CutAtMidnight(Span span, DateTimeZone zone)
    {
        for (var from = span.From; from < span.To;)
        {
            var midnight = LocalTimePolicy.StartOfDay(from.InZone(zone).Date.PlusDays(1), zone);
            // Where the clock goes back over midnight the next day has begun already, though the wall shows this one again.
            var to = midnight > from ? Instant.Min(midnight, span.To) : span.To;
            yield return span with { From = from, To = to };
            from = to;
        }
    }

    private static string Line(Span span, DateTimeZone zone, string language)
    {
        var polish = CalendarWords.IsPolish(language);
        var state = span.Open ? polish ? "praca" : "open" : polish ? "zamknięte" : "closed";
        return $"  {When(span, zone, polish),-11}  {state,-9}  {Why(span, language)}";
    }

    private static string When(Span span, DateTimeZone zone, bool polish)
    {
        var from = span.From.InZone(zone);
        var wholeDay = span.From == LocalTimePolicy.StartOfDay(from.Date, zone) && span.To == LocalTimePolicy.StartOfDay(from.Date.PlusDays(1), zone);
        return wholeDay ? polish ? "cały dzień" : "all day" : CalendarWords.Range(from.TimeOfDay, span.To.InZone(zone).TimeOfDay);
    }
}
