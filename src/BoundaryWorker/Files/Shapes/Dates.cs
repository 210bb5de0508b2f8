using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;

namespace BoundaryWorker.Files.Shapes;

/// <summary>A date, perhaps with a time; a whole day where none was given.</summary>
internal sealed record DayOrTime(LocalDate Date, LocalTime? Time);

/// <summary>Dates: year, month, day, and nothing that could be read in two ways.</summary>
internal static partial class Dates
{
    /// <summary>A local date, gives a <see cref="LocalDate"/>.</summary>
    public static Scalar Day { get; } = new(
        "a date such as 2026-12-28",
        n => ParseDay(n.Text),
        () => new JsonObject { ["type"] = "string", ["pattern"] = @"^\d{4}-\d{2}-\d{2}$" });

    /// <summary>A local date or a local date with a time, gives a <see cref="DayOrTime"/>.</summary>
    public static Scalar Moment { get; } = new(
        "a date such as 2026-12-28, or with a time 2026-12-28 12:00",
        n => ParseMoment(n.Text),
        () => new JsonObject { ["type"] = "string", ["pattern"] = @"^\d{4}-\d{2}-\d{2}([ T]\d{1,2}:\d{2})?$" });

    private static Parsed ParseMoment(string text)
    {
        var parts = text.Split([' ', 'T'], 2, StringSplitOptions.TrimEntries);
        var day = ParseDay(parts[0]);
        if (day.Value is null || parts.Length == 1)
        {
            return day.Value is LocalDate whole ? Parsed.Ok(new DayOrTime(whole, null)) : day;
        }

        var time = LocalTimePattern.CreateWithInvariantCulture("H:mm").Parse(parts[1]);
        return time.Success
            ? Parsed.Ok(new DayOrTime((LocalDate)day.Value, time.Value))
            : Parsed.Bad($"`{parts[1]}` is no time", $"write hours and minutes: {parts[0]} 12:00", text.IndexOf(parts[1], StringComparison.Ordinal));
    }

    private static Parsed ParseDay(string text)
    {
        var iso = LocalDatePattern.Iso.Parse(text);
        return iso.Success && iso.Value.Year is >= 2000 and <= 2199 ? Parsed.Ok(iso.Value)
            : iso.Success ? Parsed.Bad($"the year of {text} cannot be meant", "write a year from 2000 to 2199")
            : Parsed.Bad($"`{text}` is no date", Meant(text));
    }

    private static string Meant(string text)
    {
        if (IsoLike().Match(text) is { Success: true } iso)
        {
            var (year, month, day) = (Number(iso.Groups[1]), Number(iso.Groups[2]), Number(iso.Groups[3]));
            return month is < 1 or > 12 ? "there are 12 months: write year-month-day, 2026-12-28"
                : day < 1 || day > CalendarSystem.Iso.GetDaysInMonth(year, month) ? string.Create(CultureInfo.InvariantCulture, $"that month has {CalendarSystem.Iso.GetDaysInMonth(year, month)} days")
                : string.Create(CultureInfo.InvariantCulture, $"write {year:0000}-{month:00}-{day:00}");
        }

        // 28.12.2026 can be read in one way only; 05/06/2026 in two, and the reader does not choose.
        if (DayFirst().Match(text) is { Success: true } dotted && Number(dotted.Groups[2]) is >= 1 and <= 12 and var m && Number(dotted.Groups[1]) is >= 1 and <= 31 and var d)
        {
            return string.Create(CultureInfo.InvariantCulture, $"write {Number(dotted.Groups[3]):0000}-{m:00}-{d:00}");
        }

        return "write year-month-day: 2026-12-28";
    }

    private static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(20\d{2}|21\d{2})[-/.](\d{1,2})[-/.](\d{1,2})$")]
    private static partial Regex IsoLike();

    [GeneratedRegex(@"^(\d{1,2})\.(\d{1,2})\.(20\d{2}|21\d{2})$")]
    private static partial Regex DayFirst();
}
