using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BoundaryWorker.Core.Code;
using NodaTime;

namespace BoundaryWorker.Files.Shapes;

/// <summary>Lengths of time with their unit, and how often something may happen.</summary>
internal static partial class Durations
{
    private const string Units = "minutes?|mins?|hours?|h|days?|weeks?";

    /// <summary>A length of elapsed time, at least <paramref name="min"/> and at most <paramref name="max"/>.</summary>
    /// <param name="min">Included.</param>
    /// <param name="max">Included.</param>
    /// <param name="example">Shown in messages.</param>
    public static Scalar Span(Duration min, Duration max, string example) => new(
        $"a length of time such as {example}",
        n => Parse(n.Text) is not { } length ? Parsed.Bad($"`{n.Text}` is no length of time", $"write a number and its unit: {Guess(n.Text, example)}")
            : length < min || length > max ? Parsed.Bad($"{n.Text} is out of bounds", $"write {Words(min)} to {Words(max)}")
            : Parsed.Ok(length),
        () => new JsonObject { ["type"] = "string", ["pattern"] = $@"^\s*\d+\s*({Units})(\s+\d+\s*({Units}))?\s*$" });

    /// <summary>The same, or the form of .NET settings (<c>00:15:00</c>, <c>90.00:00:00</c>).</summary>
    /// <param name="min">Included.</param>
    /// <param name="max">Included.</param>
    /// <param name="example">Shown in messages.</param>
    public static Scalar Setting(Duration min, Duration max, string example) => new(
        $"a length of time such as {example}",
        n =>
        {
            Duration? length = ClockForm().IsMatch(n.Text) && TimeSpan.TryParse(n.Text, CultureInfo.InvariantCulture, out var span) ? Duration.FromTimeSpan(span) : Parse(n.Text);
            return length is not { } value ? Parsed.Bad($"`{n.Text}` is no length of time", $"write hours:minutes:seconds ({example}) or a number and its unit (15 minutes)")
                : value < min || value > max ? Parsed.Bad($"{n.Text} is out of bounds", $"write {Words(min)} to {Words(max)}")
                : Parsed.Ok(value);
        },
        () => new JsonObject { ["type"] = "string", ["pattern"] = $@"^((\d+\.)?\d{{1,2}}:\d{{2}}:\d{{2}}|\d+\s*({Units}))$" });

    /// <summary>So many hours of her working time.</summary>
    public static Scalar WorkingHours { get; } = new(
        "a number of working hours such as 8 working hours",
        n => WorkingForm().Match(n.Text) is { Success: true } m && int.TryParse(m.Groups[1].ValueSpan, CultureInfo.InvariantCulture, out var hours) && hours is >= 1 and <= 400
            ? Parsed.Ok(Duration.FromHours(hours))
            : Parsed.Bad($"`{n.Text}` is no number of working hours", $"write it with the words: {Digits(n.Text) ?? "8"} working hours"),
        () => new JsonObject { ["type"] = "string", ["pattern"] = WorkingForm().ToString() });

    /// <summary>How often an urgent tag lets a client through.</summary>
    public static Scalar Allowance { get; } = new(
        "a number and a period such as 2 per month",
        n => AllowanceForm().Match(n.Text) is { Success: true } m && int.TryParse(m.Groups[1].ValueSpan, CultureInfo.InvariantCulture, out var count) && count is >= 1 and <= 1000
            ? Parsed.Ok(new Allowance(count, Enum.Parse<AllowancePeriod>(m.Groups[2].Value, ignoreCase: true)))
            : Parsed.Bad($"`{n.Text}` does not say how often", $"write it like {Digits(n.Text) ?? "2"} per month (day, week, month or year)"),
        () => new JsonObject { ["type"] = "string", ["pattern"] = AllowanceForm().ToString() });

    private static Duration? Parse(string text)
    {
        if (SpanForm().Match(text) is not { Success: true } m)
        {
            return null;
        }

        var sum = Duration.Zero;
        for (var i = 0; i < m.Groups["n"].Captures.Count; i++)
        {
            if (!int.TryParse(m.Groups["n"].Captures[i].ValueSpan, CultureInfo.InvariantCulture, out var n) || n > 100_000)
            {
                return null;
            }

            sum += m.Groups["unit"].Captures[i].Value[0] switch
            {
                'm' => Duration.FromMinutes(n),
                'h' => Duration.FromHours(n),
                'd' => Duration.FromDays(n),
                _ => Duration.FromDays(7 * n),
            };
        }

        return sum;
    }

    private static string? Digits(string text) => FirstDigits().Match(text) is { Success: true } m ? m.Value : null;

    private static string Guess(string text, string example) => Digits(text) is { } n ? $"{n} {example[(example.IndexOf(' ', StringComparison.Ordinal) + 1)..]}" : example;

    private static string Words(Duration d) =>
        d == Duration.Zero ? "0 minutes"
        : d.TotalDays >= 1 && d.TotalDays % 1 == 0 ? Unit(d.TotalDays, "day")
        : d.TotalHours % 1 == 0 ? Unit(d.TotalHours, "hour")
        : d.TotalMinutes % 1 == 0 ? Unit(d.TotalMinutes, "minute") : Unit(d.TotalSeconds, "second");

    private static string Unit(double n, string word) => string.Create(CultureInfo.InvariantCulture, $"{n:0} {word}{(n == 1 ? "" : "s")}");

    [GeneratedRegex($@"^\s*(?<n>\d+)\s*(?<unit>{Units})(\s+(?<n>\d+)\s*(?<unit>{Units}))?\s*$")]
    private static partial Regex SpanForm();

    [GeneratedRegex(@"^(\d+\.)?\d{1,2}:\d{2}:\d{2}$")]
    private static partial Regex ClockForm();

    [GeneratedRegex(@"^\s*(\d+)\s+working\s+hours?\s*$")]
    private static partial Regex WorkingForm();

    [GeneratedRegex(@"^\s*(\d+)\s+(?:per|a)\s+(day|week|month|year)\s*$")]
    private static partial Regex AllowanceForm();

    [GeneratedRegex(@"\d+")]
    private static partial Regex FirstDigits();
}
