using NodaTime;

namespace BoundaryWorker.Core.Time;

/// <summary>The weekly hours as a phrase that stands after "I work" / "Pracuję" (<c>{hours}</c> in the text of a rule, voice.md).</summary>
public static class HoursInWords
{
    // The genitive stands after "od" and "do", the plural after "w".
    private static readonly string[] PolishFrom = ["poniedziałku", "wtorku", "środy", "czwartku", "piątku", "soboty", "niedzieli"];
    private static readonly string[] PolishEvery = ["poniedziałki", "wtorki", "środy", "czwartki", "piątki", "soboty", "niedziele"];

    /// <summary>
    /// <c>od poniedziałku do czwartku 9:00–12:00 i 13:00–17:00, w piątki 9:00–15:00</c>,
    /// <c>Monday to Thursday 9:00–12:00 and 13:00–17:00, Friday 9:00–15:00</c>. Days of equal hours are named together; a range past midnight stands
    /// with the day on which it begins.
    /// </summary>
    /// <param name="language"><c>pl</c>; every other language is given English.</param>
    /// <param name="weekly">The hours.</param>
    public static string In(string language, WeeklyHours weekly)
    {
        var polish = CalendarWords.IsPolish(language);
        var groups = Enumerable.Range(1, 7).Cast<IsoDayOfWeek>()
            .Where(d => weekly.On(d).Count > 0)
            .GroupBy(d => Ranges(polish, weekly.On(d)))
            .Select(g => $"{Days(polish, [.. g])} {g.Key}")
            .ToList();
        if (groups.Count > 0)
        {
            return string.Join(", ", groups);
        }

        return polish ? "tylko w godzinach zapowiedzianych osobno" : "only at hours announced separately";
    }

    private static string Ranges(bool polish, IReadOnlyList<LocalHours> ranges) => Joined(polish, [.. ranges.Select(r => Range(polish, r))]);

    private static string Range(bool polish, LocalHours range) =>
        range is { Start: var s, End: var e } && s == LocalTime.Midnight && e == LocalTime.Midnight
            ? polish ? "całą dobę" : "around the clock"
            : CalendarWords.Range(range.Start, range.End);

    private static string Days(bool polish, List<IsoDayOfWeek> days)
    {
        if (days.Count == 7)
        {
            return polish ? "codziennie" : "every day";
        }

        var runs = Runs(days);
        return polish ? PolishDays(runs) : Joined(polish, [.. runs.SelectMany(EnglishDays)]);
    }

    private static IEnumerable<string> EnglishDays(List<IsoDayOfWeek> run) =>
        run.Count > 2 ? [$"{run[0]} to {run[^1]}"] : run.Select(d => d.ToString());

    /// <summary>"w" stands once before the days named one by one, so these come together, after the "od ... do ...".</summary>
    private static string PolishDays(List<List<IsoDayOfWeek>> runs)
    {
        var parts = runs.Where(r => r.Count > 2).Select(r => $"od {PolishFrom[(int)r[0] - 1]} do {PolishFrom[(int)r[^1] - 1]}").ToList();
        var single = runs.Where(r => r.Count <= 2).SelectMany(r => r).ToList();
        if (single.Count > 0)
        {
            parts.Add((single[0] == IsoDayOfWeek.Tuesday ? "we " : "w ") + Joined(true, [.. single.Select(d => PolishEvery[(int)d - 1])]));
        }

        return Joined(true, parts);
    }

    private static List<List<IsoDayOfWeek>> Runs(List<IsoDayOfWeek> days)
    {
        var runs = new List<List<IsoDayOfWeek>>();
        foreach (var day in days)
        {
            if (runs.Count > 0 && runs[^1][^1] + 1 == day)
            {
                runs[^1].Add(day);
            }
            else
            {
                runs.Add([day]);
            }
        }

        return runs;
    }

    private static string Joined(bool polish, List<string> parts) => parts.Count < 2
        ? parts[0]
        : $"{string.Join(", ", parts[..^1])} {(polish ? "i" : "and")} {parts[^1]}";
}
