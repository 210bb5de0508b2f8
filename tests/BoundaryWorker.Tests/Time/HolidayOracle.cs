namespace BoundaryWorker.Tests.Time;

/// <summary>
/// Public holidays from the rules of the laws and a published table of Easter Sundays (Astronomical Applications Department of the U.S. Naval
/// Observatory, "The Date of Easter"). Knows nothing of the data files.
/// </summary>
public static class HolidayOracle
{
    public static readonly IReadOnlyDictionary<int, DateOnly> Easter = new[]
    {
        new DateOnly(2024, 3, 31), new DateOnly(2025, 4, 20), new DateOnly(2026, 4, 5), new DateOnly(2027, 3, 28), new DateOnly(2028, 4, 16),
        new DateOnly(2029, 4, 1), new DateOnly(2030, 4, 21), new DateOnly(2031, 4, 13), new DateOnly(2032, 3, 28),
    }.ToDictionary(d => d.Year);

    public static IReadOnlyList<string> Regions { get; } =
    [
        "PL", "GB-ENG", "US", "DE", "DE-BW", "DE-BY", "DE-BE", "DE-BB", "DE-HB", "DE-HH", "DE-HE", "DE-MV", "DE-NI", "DE-NW", "DE-RP", "DE-SL",
        "DE-SN", "DE-ST", "DE-SH", "DE-TH",
    ];

    public static IReadOnlyList<DateOnly> Days(string region, int year) =>
        [.. (region switch
        {
            "PL" => Poland(year),
            "GB-ENG" => England(year),
            "US" => UnitedStates(year),
            _ => Germany(year).Concat(Land(region[2..].TrimStart('-'), year)),
        }).Distinct().Order()];

    private static IEnumerable<DateOnly> Poland(int y) =>
        [.. On(y, "01-01 01-06 05-01 05-03 08-15 11-01 11-11 12-25 12-26"), .. y >= 2025 ? On(y, "12-24") : [], .. AfterEaster(y, 0, 1, 49, 60)];

    private static IEnumerable<DateOnly> Germany(int y) => [.. On(y, "01-01 05-01 10-03 12-25 12-26"), .. AfterEaster(y, -2, 1, 39, 50)];

    private static IEnumerable<DateOnly> Land(string land, int y) => land switch
    {
        "BW" or "BY" => [.. On(y, "01-06 11-01"), .. AfterEaster(y, 60)],
        "BE" => On(y, "03-08" + (y == 2025 ? " 05-08" : y == 2028 ? " 06-17" : "")),
        "BB" => [.. On(y, "10-31"), .. AfterEaster(y, 0, 49)],
        "HB" or "HH" or "NI" or "SH" => On(y, "10-31"),
        "HE" => AfterEaster(y, 60),
        "MV" => On(y, "03-08 10-31"),
        "NW" or "RP" => [.. On(y, "11-01"), .. AfterEaster(y, 60)],
        "SL" => [.. On(y, "08-15 11-01"), .. AfterEaster(y, 60)],
        // The Wednesday before 23 November: eleven days before the first Sunday in Advent.
        "SN" => [.. On(y, "10-31"), Enumerable.Range(16, 7).Select(d => new DateOnly(y, 11, d)).Single(d => d.DayOfWeek == DayOfWeek.Wednesday)],
        "ST" => On(y, "01-06 10-31"),
        "TH" => On(y, "09-20 10-31"),
        _ => [],
    };

    private static IEnumerable<DateOnly> England(int y)
    {
        DateOnly[] own = [.. On(y, "01-01 12-25 12-26")];
        // Each that falls on a weekend gives the next weekday that is not taken by another.
        var substitutes = new List<DateOnly>();
        foreach (var day in own.Where(Weekend))
        {
            var free = day;
            while (Weekend(free) || own.Contains(free) || substitutes.Contains(free))
            {
                free = free.AddDays(1);
            }

            substitutes.Add(free);
        }

        return [.. own, .. substitutes, .. AfterEaster(y, -2, 1), Nth(y, 5, DayOfWeek.Monday, 1), Last(y, 5), Last(y, 8)];
    }

    private static IEnumerable<DateOnly> UnitedStates(int y)
    {
        var own = new[] { y, y + 1 }.SelectMany(x => On(x, "01-01 06-19 07-04 11-11 12-25"));
        var observed = own.Select(d => d.DayOfWeek switch { DayOfWeek.Saturday => d.AddDays(-1), DayOfWeek.Sunday => d.AddDays(1), _ => d });
        return own.Concat(observed).Where(d => d.Year == y).Concat(
        [
            Nth(y, 1, DayOfWeek.Monday, 3), Nth(y, 2, DayOfWeek.Monday, 3), Last(y, 5), Nth(y, 9, DayOfWeek.Monday, 1), Nth(y, 10, DayOfWeek.Monday, 2),
            Nth(y, 11, DayOfWeek.Thursday, 4),
        ]);
    }

    private static IEnumerable<DateOnly> On(int year, string days) =>
        days.Split(' ').Select(d => DateOnly.ParseExact($"{year}-{d}", "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    private static IEnumerable<DateOnly> AfterEaster(int year, params int[] days) => days.Select(d => Easter[year].AddDays(d));

    private static bool Weekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private static DateOnly Nth(int year, int month, DayOfWeek day, int n) =>
        Enumerable.Range(1, 28 + 3).Where(d => d <= DateTime.DaysInMonth(year, month)).Select(d => new DateOnly(year, month, d)).Where(d => d.DayOfWeek == day).ElementAt(n - 1);

    private static DateOnly Last(int year, int month) =>
        Enumerable.Range(0, 7).Select(i => new DateOnly(year, month, DateTime.DaysInMonth(year, month)).AddDays(-i)).Single(d => d.DayOfWeek == DayOfWeek.Monday);
}
