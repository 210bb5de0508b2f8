using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;

namespace BoundaryWorker.Mail.Reading;

/// <summary>A DATE or DATE-TIME (RFC 5545 3.3.4, 3.3.5) as written.</summary>
/// <param name="Local">Its local time, midnight for a date.</param>
/// <param name="TzId"><c>UTC</c>, what TZID says, or null for a floating time or a date.</param>
/// <param name="IsDate">A date without time.</param>
internal sealed partial record CalendarTime(LocalDateTime Local, string? TzId, bool IsDate)
{
    private static readonly LocalDateTimePattern DateTimes = LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss");
    private static readonly LocalDatePattern Dates = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");

    /// <summary>The time of a line, or null where there is none or it is none.</summary>
    public static CalendarTime? Of(CalendarLine? line) => line is null ? null : All(line).FirstOrDefault();

    /// <summary>All times of a line; of a PERIOD its start. What is no time is left out.</summary>
    public static IEnumerable<CalendarTime> All(CalendarLine line) =>
        line.Value.Split(',').Select(v => Parse(v.Split('/')[0].Trim(), line.Parameter("TZID"))).OfType<CalendarTime>();

    /// <summary>A DURATION (RFC 5545 3.3.6) as exact time, or null; a day counts 24 hours.</summary>
    public static Duration? Length(string? text)
    {
        if (text is null || Durations().Match(text.Trim()) is not { Success: true } m)
        {
            return null;
        }

        var seconds = (604_800L * Number(m, 1)) + (86_400L * Number(m, 2)) + (3_600L * Number(m, 3)) + (60L * Number(m, 4)) + Number(m, 5);
        return Duration.FromSeconds(seconds);
    }

    public static CalendarTime? Parse(string text, string? tzid)
    {
        if (text.Length == 8 && Dates.Parse(text) is { Success: true } date)
        {
            return new CalendarTime(date.Value.AtMidnight(), null, IsDate: true);
        }

        var isUtc = text.EndsWith('Z');
        var time = isUtc ? text[..^1] : text;
        return DateTimes.Parse(time.Length == 13 ? time + "00" : time) is { Success: true } value && value.Value.Year is >= 1600 and < 3000
            ? new CalendarTime(value.Value, isUtc ? "UTC" : string.IsNullOrWhiteSpace(tzid) ? null : tzid.Trim(), IsDate: false)
            : null;
    }

    private static long Number(Match m, int group) =>
        m.Groups[group].Success ? int.Parse(m.Groups[group].Value, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^\+?P(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:(\d{1,7})S)?)?$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Durations();
}
