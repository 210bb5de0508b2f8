using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;

namespace BoundaryWorker.Core.Replies;

/// <summary>Dates, times, places and quotations in one language, as they read in the middle of a sentence.</summary>
/// <param name="texts">The language.</param>
/// <param name="tag">The reader's language tag, which may say more than the language (<c>en-US</c>): it chooses the clock.</param>
public sealed partial class Wording(LanguageTexts texts, string tag)
{
    private static readonly LocalTimePattern Clock24 = LocalTimePattern.CreateWithInvariantCulture("H':'mm");
    private static readonly LocalTimePattern Clock12 = LocalTimePattern.CreateWithInvariantCulture("h':'mm tt");

    private readonly bool _twelveHours = texts.TwelveHourClock.Contains(tag.ToLowerInvariant());

    /// <summary>The language's texts.</summary>
    public LanguageTexts Texts { get; } = texts;

    /// <summary><c>9:00</c>, or <c>9:00 am</c> for readers of the 12-hour clock.</summary>
    public string Time(LocalTime time) => (_twelveHours ? Clock12 : Clock24).Format(time).Replace("AM", "am", StringComparison.Ordinal).Replace("PM", "pm", StringComparison.Ordinal);

    /// <summary><c>10:00–10:30</c>.</summary>
    public string Range(LocalTime from, LocalTime to) => $"{Time(from)}–{Time(to)}";

    /// <summary><c>we wtorek 24 listopada</c>, <c>on Tuesday 24 November</c>; with the year where it is not that of <paramref name="today"/>.</summary>
    public string On(LocalDate date, LocalDate today) => Date(Texts.WeekdaysOn, date, today);

    /// <summary>As after "an invitation for": <c>niedzielę 29 listopada</c>.</summary>
    public string For(LocalDate date, LocalDate today) => Date(Texts.WeekdaysFor, date, today);

    /// <summary>By itself: <c>wtorek 24 listopada</c>.</summary>
    public string Date(LocalDate date, LocalDate today) => Date(Texts.Weekdays, date, today);

    /// <summary><c>we wtorek 24 listopada o 9:00</c>.</summary>
    public string OnAt(LocalDateTime at, LocalDate today) => At(On(at.Date, today), at.TimeOfDay);

    /// <summary><c>niedzielę 29 listopada o 18:00</c>.</summary>
    public string ForAt(LocalDateTime at, LocalDate today) => At(For(at.Date, today), at.TimeOfDay);

    /// <summary>
    /// <see cref="OnAt(LocalDateTime, LocalDate)"/> in her zone, and, where the reader's clock shows something else then, with the zone and the reader's time:
    /// <c>on Tuesday 24 November at 9:00 Warsaw time (3:00 in New York)</c> (replies.md C9).
    /// </summary>
    public string OnAt(Instant at, DateTimeZone hers, DateTimeZone? readers, LocalDate today) => InZone(OnAt(at.InZone(hers).LocalDateTime, today), at, hers, readers, today);

    /// <summary><see cref="ForAt(LocalDateTime, LocalDate)"/> with the zones, as <see cref="OnAt(Instant, DateTimeZone, DateTimeZone?, LocalDate)"/>.</summary>
    public string ForAt(Instant at, DateTimeZone hers, DateTimeZone? readers, LocalDate today) => InZone(ForAt(at.InZone(hers).LocalDateTime, today), at, hers, readers, today);

    /// <summary>The zone in words: <c>Warsaw time</c>; an offset or an abbreviation stands for itself: <c>UTC</c>.</summary>
    public string Zone(DateTimeZone zone) => IsPlace(zone) ? Fill(Texts.Zone, ("place", Place(zone))) : Place(zone);

    /// <summary>The city of a zone: <c>Europe/Warsaw</c> gives <c>Warsaw</c>, or the language's own name of it.</summary>
    public string Place(DateTimeZone zone)
    {
        var city = zone.Id[(zone.Id.LastIndexOf('/') + 1)..].Replace('_', ' ');
        if (zone.Id.StartsWith("Etc/GMT", StringComparison.Ordinal) && city.Length > 3)
        {
            // POSIX counts westward: Etc/GMT-2 is two hours east (tz database, file etcetera).
            return $"UTC{(city[3] == '-' ? '+' : '−')}{city[4..]}";
        }

        return Texts.Places.GetValueOrDefault(city, city);
    }

    /// <summary>Words of hers in the quotation marks of the language.</summary>
    public string Quote(string words) => Texts.QuoteOpen + words + Texts.QuoteClose;

    /// <summary>Puts a no-break space after one-letter words. For our own text only: hers is quoted as it is.</summary>
    public string Bind(string own) => Bind(own, Texts.BoundWords);

    /// <summary>Puts a no-break space after each of these one-letter words.</summary>
    public static string Bind(string own, string letters) => letters.Length == 0
        ? own
        : LonelyLetter().Replace(own, m => letters.Contains(char.ToLowerInvariant(m.Value[0])) ? $"{m.Value[0]}\u00a0" : m.Value);

    [GeneratedRegex(@"(?<![\p{L}\p{N}<{%&'’_])\p{L} (?=[^\s{:,>]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex LonelyLetter();

    private static bool IsPlace(DateTimeZone zone) => zone.Id.Contains('/', StringComparison.Ordinal) && !zone.Id.StartsWith("Etc/", StringComparison.Ordinal);

    private static string Fill(string pattern, params ReadOnlySpan<(string Name, string Value)> values)
    {
        foreach (var (name, value) in values)
        {
            pattern = pattern.Replace($"{{{name}}}", value, StringComparison.Ordinal);
        }

        return pattern;
    }

    private string At(string date, LocalTime time) => Bind(Fill(Texts.Moment, ("date", date), ("time", Time(time))));

    private string Date(IReadOnlyList<string> weekdays, LocalDate date, LocalDate today) => Bind(Fill(
        date.Year == today.Year ? Texts.Date : Texts.DateOfOtherYear,
        ("weekday", weekdays[(int)date.DayOfWeek - 1]),
        ("day", date.Day.ToString(CultureInfo.InvariantCulture)),
        ("month", Texts.Months[date.Month - 1]),
        ("year", date.Year.ToString(CultureInfo.InvariantCulture))));

    private string InZone(string moment, Instant at, DateTimeZone hers, DateTimeZone? readers, LocalDate today)
    {
        var there = readers is null ? (LocalDateTime?)null : at.InZone(readers).LocalDateTime;
        var here = at.InZone(hers).LocalDateTime;
        if (there is not { } local || local == here)
        {
            return moment;
        }

        var elsewhere = Fill(
            local.Date == here.Date ? Texts.Elsewhere : Texts.ElsewhereOtherDay,
            ("date", Date(local.Date, today)),
            ("time", Time(local.TimeOfDay)),
            ("place", Place(readers!)));
        return Fill(Texts.MomentInZone, ("moment", moment), ("zone", Zone(hers)), ("elsewhere", elsewhere));
    }
}
