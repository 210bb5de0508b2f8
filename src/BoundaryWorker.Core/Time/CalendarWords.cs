using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace BoundaryWorker.Core.Time;

/// <summary>
/// Days, dates and clock times as people read them, in Polish and English; other languages are given English. Own tables and not the
/// platform's: texts that reach clients must not change with the ICU of the image they run in.
/// </summary>
public static class CalendarWords
{
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("H':'mm");

    private static readonly string[] PolishDays = ["poniedziałek", "wtorek", "środa", "czwartek", "piątek", "sobota", "niedziela"];

    private static readonly string[] PolishMonths =
        ["stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca", "lipca", "sierpnia", "września", "października", "listopada", "grudnia"];

    /// <summary>Whether texts for that language are Polish; all others are English.</summary>
    internal static bool IsPolish(string language) => language.StartsWith("pl", StringComparison.OrdinalIgnoreCase);

    /// <summary>The weekday by itself: <c>wtorek</c>, <c>Tuesday</c>.</summary>
    public static string Weekday(string language, IsoDayOfWeek day) => IsPolish(language) ? PolishDays[(int)day - 1] : day.ToString();

    /// <summary>The date with its weekday: <c>wtorek 24 listopada 2026</c>, <c>Tuesday 24 November 2026</c>.</summary>
    public static string Date(string language, LocalDate date)
    {
        var month = IsPolish(language) ? PolishMonths[date.Month - 1] : CultureInfo.InvariantCulture.DateTimeFormat.MonthNames[date.Month - 1];
        return string.Create(CultureInfo.InvariantCulture, $"{Weekday(language, date.DayOfWeek)} {date.Day} {month} {date.Year}");
    }

    /// <summary>A clock time without a leading zero: <c>9:00</c>.</summary>
    public static string Time(LocalTime time) => Clock.Format(time);

    /// <summary>A range: <c>9:00–12:00</c>; one that ends with the day is written <c>18:00–24:00</c>.</summary>
    public static string Range(LocalTime start, LocalTime end) => $"{Time(start)}–{(end == LocalTime.Midnight ? "24:00" : Time(end))}";
}
