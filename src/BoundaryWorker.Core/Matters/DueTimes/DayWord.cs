using NodaTime;

namespace BoundaryWorker.Core.Matters.DueTimes;

/// <summary>A day in words: so many days from today, or the next such weekday.</summary>
internal sealed record DayWord(int Days, IsoDayOfWeek? Weekday)
{
    private static readonly WordSet Today = WordSet.Of("dzis|dzisiaj|dzisiejszego|today|tonight");
    private static readonly WordSet Tomorrow = WordSet.Of("jutro|jutra|jutrzejszego|tomorrow|tmrw|tomorow");
    private static readonly WordSet InTwoDays = WordSet.Of("pojutrze|pojutrza");

    private static readonly (IsoDayOfWeek Day, WordSet Names)[] Weekdays =
    [
        (IsoDayOfWeek.Monday, WordSet.Of("poniedzialek|poniedzialku|poniedzialkiem|monday|mon")),
        (IsoDayOfWeek.Tuesday, WordSet.Of("wtorek|wtorku|wtorkiem|tuesday|tue")),
        (IsoDayOfWeek.Wednesday, WordSet.Of("sroda|srode|srody|wednesday|wed")),
        (IsoDayOfWeek.Thursday, WordSet.Of("czwartek|czwartku|thursday|thu")),
        (IsoDayOfWeek.Friday, WordSet.Of("piatek|piatku|piatkiem|friday|fri")),
        (IsoDayOfWeek.Saturday, WordSet.Of("sobota|sobote|soboty|saturday|sat")),
        (IsoDayOfWeek.Sunday, WordSet.Of("niedziela|niedziele|niedzieli|sunday|sun")),
    ];

    public static DayWord? Of(string folded)
    {
        if (Today.Accepts(folded))
        {
            return new DayWord(0, null);
        }

        if (Tomorrow.Accepts(folded) || InTwoDays.Accepts(folded))
        {
            return new DayWord(Tomorrow.Accepts(folded) ? 1 : 2, null);
        }

        var weekday = Array.Find(Weekdays, w => w.Names.Accepts(folded));
        return weekday.Names is null ? null : new DayWord(0, weekday.Day);
    }

    /// <summary>A weekday named on that very day is the next one: the latest reading.</summary>
    public LocalDate After(LocalDate today) => Weekday is { } weekday ? today.Next(weekday) : today.PlusDays(Days);
}
