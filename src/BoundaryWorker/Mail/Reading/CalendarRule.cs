using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Evaluation;
using NodaTime;

namespace BoundaryWorker.Mail.Reading;

/// <summary>
/// Recurrence rules (RFC 5545 3.3.10) expanded in local time by Ical.Net, within bounds: a rule can ask for millions of occurrences, or
/// search for ever for one.
/// </summary>
internal static class CalendarRule
{
    // A daily meeting of thirty years.
    private const int MaxSteps = 12_000;

    // 29 February on a Monday comes every 28 years; of daily steps that is over 10,000.
    private const int MaxUnmatched = 1_500;

    private const int MaxByValues = 120;

    /// <summary>The local starts of a series in order, its first included, up to <paramref name="until"/>.</summary>
    public static IEnumerable<LocalDateTime> Starts(LocalDateTime start, string rule, LocalDateTime until)
    {
        var pattern = Bounded(rule);
        var first = new CalDateTime(start.ToDateTimeUnspecified(), null, true);
        var series = new CalendarEvent { Start = first, RecurrenceRule = pattern };
        return series.GetOccurrences(null, new EvaluationOptions { MaxUnmatchedIncrementsLimit = MaxUnmatched })
            .Take(MaxSteps)
            .Select(o => LocalDateTime.FromDateTime(o.Period.StartTime.Value))
            .TakeWhile(s => s < until);
    }

    private static RecurrenceRule Bounded(string rule)
    {
        var text = rule.Trim().TrimEnd(';').ToUpperInvariant();
        if (text.Contains("FREQ=SECONDLY", StringComparison.Ordinal) || text.Contains("FREQ=MINUTELY", StringComparison.Ordinal))
        {
            throw new CalendarRefusedException("the series repeats every minute or second");
        }

        if (text.Count(c => c == ',') > MaxByValues || Dense(text))
        {
            throw new CalendarRefusedException("the series is too dense to be followed");
        }

        return new RecurrenceRule(text);
    }

    // BYHOUR, BYMINUTE and BYSECOND multiply within a day.
    private static bool Dense(string rule) =>
        rule.Split(';')
            .Where(p => p.StartsWith("BYHOUR=", StringComparison.Ordinal) || p.StartsWith("BYMINUTE=", StringComparison.Ordinal) || p.StartsWith("BYSECOND=", StringComparison.Ordinal))
            .Aggregate(1L, (product, p) => product * (p.Count(c => c == ',') + 1)) > 48;
}
