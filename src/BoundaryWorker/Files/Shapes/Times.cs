using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BoundaryWorker.Core.Time;
using BoundaryWorker.Files.Reading;
using NodaTime;

namespace BoundaryWorker.Files.Shapes;

/// <summary>A range of hours and at which character of its text it stands.</summary>
internal sealed record RangeAt(LocalHours Hours, int Offset);

/// <summary>Hours of a day: <c>09:00-12:00 13:00-17:00</c>.</summary>
internal static partial class Times
{
    /// <summary>One or more ranges with blanks between them; gives a list of <see cref="RangeAt"/> as written.</summary>
    public static Scalar Ranges { get; } = new(
        "hours such as 09:00-12:00 13:00-17:00",
        ParseRanges,
        () => new JsonObject
        {
            ["type"] = "string",
            ["pattern"] = @"^\s*\d{1,2}:\d{2}\s*[-–]\s*\d{1,2}:\d{2}([\s,]+\d{1,2}:\d{2}\s*[-–]\s*\d{1,2}:\d{2})*\s*$",
        });

    private static Parsed ParseRanges(ScalarNode node)
    {
        var ranges = new List<RangeAt>();
        foreach (Match match in RangePattern().Matches(node.Text))
        {
            var (from, to) = (match.Groups["from"], match.Groups["to"]);
            if (!from.Success)
            {
                var stray = match.Groups["stray"];
                return Parsed.Bad($"`{stray.Value}` is no range of hours", Canonical(stray.Value) is { } time ? $"write both ends: {time}-17:00" : "write it like 09:00-12:00; days off are left out", stray.Index);
            }

            var (start, end) = (Time(from.Value), Time(to.Value));
            if (start is null || (end is null && to.Value != "24:00"))
            {
                var wrong = start is null ? from : to;
                return Parsed.Bad($"`{wrong.Value}` is no time", Repaired(from.Value, to.Value), wrong.Index);
            }

            // 00:00-24:00 and 00:00-00:00 are both a whole day; any other 24 hours are more likely a slip.
            var hours = new LocalHours(start.Value, end ?? LocalTime.Midnight);
            if (hours.Start == hours.End && hours.Start != LocalTime.Midnight)
            {
                return Parsed.Bad($"{from.Value}-{to.Value} begins and ends at the same time", "write 00:00-24:00 for a whole day", from.Index);
            }

            ranges.Add(new RangeAt(hours, from.Index));
        }

        return ranges.Count == 0 ? Parsed.Bad("no hours are given", "write them like 09:00-12:00; days off are left out") : Parsed.Ok(ranges);
    }

    private static string Repaired(string from, string to) => (Canonical(from), Canonical(to)) switch
    {
        ({ } a, { } b) => $"write {a}-{b}",
        _ => "write hours and minutes from 0:00 to 23:59 (24:00 as an end)",
    };

    private static LocalTime? Time(string text) =>
        TimePattern().Match(text) is { Success: true } m && Number(m.Groups[1]) is <= 23 and var hour && Number(m.Groups[2]) is <= 59 and var minute
            ? new LocalTime(hour, minute)
            : null;

    // What was meant by 9, 9.30, 9h30, 0930, 9am, 5:30pm.
    private static string? Canonical(string text)
    {
        if (LooseTimePattern().Match(text) is not { Success: true } m)
        {
            return null;
        }

        var hour = Number(m.Groups["h"]);
        var minute = m.Groups["m"].Success ? Number(m.Groups["m"]) : 0;
        var half = m.Groups["half"].Value.ToLowerInvariant();
        hour = half switch
        {
            "pm" when hour < 12 => hour + 12,
            "am" when hour == 12 => 0,
            _ => hour,
        };
        return hour <= 24 && minute <= 59 && (hour < 24 || minute == 0)
            ? string.Create(CultureInfo.InvariantCulture, $"{hour}:{minute:00}")
            : null;
    }

    private static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    // En dashes come from word processors; they are taken as hyphens.
    [GeneratedRegex(@"(?:(?<from>[^\s,–-]+)\s*[–-]\s*(?<to>[^\s,–-]+)|(?<stray>[^\s,]+))")]
    private static partial Regex RangePattern();

    [GeneratedRegex(@"^(\d{1,2}):(\d{2})$")]
    private static partial Regex TimePattern();

    [GeneratedRegex(@"^(?<h>\d{1,2})(?:[:.h]?(?<m>\d{2}))?\s*(?<half>[aApP][mM])?$")]
    private static partial Regex LooseTimePattern();
}
