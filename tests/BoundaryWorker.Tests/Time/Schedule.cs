using System.Globalization;
using BoundaryWorker.Core.Code;
using BoundaryWorker.Core.Time;
using NodaTime;

namespace BoundaryWorker.Tests.Time;

/// <summary>Hours as plain BCL values, from which both the engine and the oracle are built, so that neither sees the other's types.</summary>
public sealed record Schedule(string Zone)
{
    public IReadOnlyList<WeekRange> Weekly { get; init; } = [];

    public IReadOnlyList<WeekRange> Extra { get; init; } = [];

    public IReadOnlyList<DatedRange> Open { get; init; } = [];

    public IReadOnlyList<ClosedRange> Closed { get; init; } = [];

    public IReadOnlyList<DateOnly> Holidays { get; init; } = [];

    /// <summary>"mon-thu 09:00-12:00 13:00-17:00; fri 22:00-02:00".</summary>
    public static IReadOnlyList<WeekRange> Week(string text) =>
        [.. text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).SelectMany(part =>
        {
            var words = part.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return words[0].Split(',').SelectMany(Days).SelectMany(d => words[1..].Select(Range).Select(r => new WeekRange(d, r.Start, r.End)));
        })];

    /// <summary>"09:00-12:00"; 24:00 is midnight.</summary>
    public static (TimeOnly Start, TimeOnly End) Range(string text)
    {
        var ends = text.Split('-');
        return (Clock(ends[0]), Clock(ends[1]));
    }

    public WorkingWindows Engine(HolidayTable? holidays = null) => WorkingWindows.Of(
        new HoursOfWork
        {
            Weekly = Noda(Weekly),
            Open = [.. Open.Select(o => new DatedHours(LocalDate.FromDateOnly(o.Date), [new LocalHours(LocalTime.FromTimeOnly(o.Start), LocalTime.FromTimeOnly(o.End))]))],
            Closed = [.. Closed.Select(c => c.Closure(ClosureKind.Leave))],
        },
        DateTimeZoneProviders.Tzdb[Zone],
        holidays ?? new HolidayTable("test", [.. Holidays.Select(h => new Holiday(LocalDate.FromDateOnly(h), LocalizedText.Of("en", "a holiday")))], LocalDate.MaxIsoValue),
        [],
        Extra.Count == 0 ? null : Noda(Extra));

    public static WeeklyHours Noda(IReadOnlyList<WeekRange> week) => new(week
        .GroupBy(w => w.Day)
        .ToDictionary(
            g => g.Key == DayOfWeek.Sunday ? IsoDayOfWeek.Sunday : (IsoDayOfWeek)(int)g.Key,
            g => (IReadOnlyList<LocalHours>)[.. g.Select(w => new LocalHours(LocalTime.FromTimeOnly(w.Start), LocalTime.FromTimeOnly(w.End)))]));

    private static TimeOnly Clock(string text) => text == "24:00" ? TimeOnly.MinValue : TimeOnly.ParseExact(text, "HH:mm", CultureInfo.InvariantCulture);

    private static IEnumerable<DayOfWeek> Days(string text)
    {
        string[] names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
        var ends = text.Split('-');
        var first = Array.IndexOf(names, ends[0]);
        var last = Array.IndexOf(names, ends[^1]);
        return Enumerable.Range(first, last - first + 1).Select(i => (DayOfWeek)((i + 1) % 7));
    }
}

public sealed record WeekRange(DayOfWeek Day, TimeOnly Start, TimeOnly End);

public sealed record DatedRange(DateOnly Date, TimeOnly Start, TimeOnly End);

public sealed record ClosedRange(DateTime From, DateTime To, string? Reason = null)
{
    public Closure Closure(ClosureKind kind) => new(
        LocalDateTime.FromDateTime(From),
        LocalDateTime.FromDateTime(To),
        kind,
        Reason is null ? null : LocalizedText.Of("en", Reason));
}
