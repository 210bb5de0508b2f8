using System.Globalization;
using NodaTime;

namespace BoundaryWorker.Core.Matters.DueTimes;

/// <summary>A time of day: <c>22:00</c>, <c>9.30</c>, <c>9 am</c>, <c>9pm</c>; a bare <c>10</c> only where a day makes it one.</summary>
internal static class ClockTime
{
    private static readonly WordSet Hour = WordSet.Of("godz|godziny|godzine|godzinie");
    private static readonly WordSet Morning = WordSet.Of("am|rano");
    private static readonly WordSet Evening = WordSet.Of("pm|wieczorem|wieczor");

    public static (LocalTime Time, int End)? At(IReadOnlyList<Token> tokens, int i, bool hasDay)
    {
        var word = tokens[i].Folded;
        var next = i + 1 < tokens.Count ? tokens[i + 1].Folded : "";
        var suffix = word.EndsWith("am", StringComparison.Ordinal) || word.EndsWith("pm", StringComparison.Ordinal) ? word[^2..] : "";
        var digits = word[..^suffix.Length];
        var half = suffix.Length > 0 ? suffix : next;
        var isHalf = Morning.Accepts(half) || Evening.Accepts(half);
        var hasMinutes = digits.Contains(':', StringComparison.Ordinal) || digits.Contains('.', StringComparison.Ordinal);
        var isTime = hasMinutes || isHalf || hasDay || (i > 0 && Hour.Accepts(tokens[i - 1].Folded)) || DayWord.Of(next) is not null;
        if (!isTime || Parse(digits) is not { } time)
        {
            return null;
        }

        if (isHalf && Evening.Accepts(half) && time.Hour < 12)
        {
            time = time.PlusHours(12);
        }
        else if (half == "am" && time.Hour == 12)
        {
            time = time.PlusHours(-12);
        }

        return (time, isHalf && suffix.Length == 0 ? i + 2 : i + 1);
    }

    private static LocalTime? Parse(string digits)
    {
        var parts = digits.Split(':', '.');
        return parts.Length <= 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var hour) && hour is >= 0 and < 24
            && (parts.Length == 1 || parts[1].Length == 2)
            && int.TryParse(parts.Length == 2 ? parts[1] : "0", NumberStyles.None, CultureInfo.InvariantCulture, out var minute) && minute < 60
            ? new LocalTime(hour, minute)
            : null;
    }
}
