using BoundaryWorker.Core.Code;
using BoundaryWorker.Core.Time;
using NodaTime;
using NodaTime.Text;

namespace BoundaryWorker.Time;

/// <summary>
/// The form of a holiday file. Lines are cut at tabs; <c>#</c> begins a comment. Three lines say what it is: <c>regions</c> (separated by spaces),
/// <c>language</c> of the local names, <c>until</c> (the last day the data speaks of). Every other line is a day off: date, regions, local name,
/// English name (left out where the language is English). A region that others begin with (<c>DE</c>) gives its days to them too (<c>DE-BY</c>).
/// </summary>
public static class HolidayFile
{
    /// <summary>One table per region of the file.</summary>
    /// <exception cref="HolidayFileException">The text is not of this form.</exception>
    public static IReadOnlyList<HolidayTable> Read(string file, string text)
    {
        var lines = Lines(text).ToList();
        var regions = Head(file, lines, "regions").Cells[1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var language = Head(file, lines, "language").Cells[1];
        var until = Date(file, Head(file, lines, "until"), 1);
        var days = lines.Where(l => l.Cells is not [("regions" or "language" or "until"), ..]).Select(l => Day(file, l, regions, language, until)).ToList();
        return [.. regions.Select(r => new HolidayTable(r, DaysOf(r, days), until))];
    }

    private static IEnumerable<Line> Lines(string text) =>
        text.Split('\n')
            .Select((line, i) => new Line(i + 1, line.TrimEnd('\r', ' ', '\t').Split('\t', StringSplitOptions.TrimEntries)))
            .Where(l => l.Cells[0].Length > 0 && l.Cells[0][0] != '#');

    private static Line Head(string file, List<Line> lines, string key) =>
        lines.Find(l => l.Cells[0] == key && l.Cells.Length == 2)
        ?? throw new HolidayFileException(file, 0, $"a line that says \"{key}\", a tab and its value is missing. Add it above the days");

    private static LocalDate Date(string file, Line line, int cell) =>
        LocalDatePattern.Iso.Parse(line.Cells[cell]) is { Success: true } date
            ? date.Value
            : throw new HolidayFileException(file, line.Number, $"\"{line.Cells[cell]}\" is not a date. Write it like 2026-12-25");

    private static Row Day(string file, Line line, string[] known, string language, LocalDate until)
    {
        if (!char.IsAsciiDigit(line.Cells[0][0]))
        {
            throw new HolidayFileException(file, line.Number, $"a line begins with a date like 2026-12-25, with \"regions\", \"language\" or \"until\", or with # for a comment; this one begins with \"{line.Cells[0]}\"");
        }

        if (line.Cells.Length is < 3 or > 4)
        {
            throw new HolidayFileException(file, line.Number, "a day off has a date, regions, a name and an English name, with tabs between them");
        }

        var date = Date(file, line, 0);
        var regions = line.Cells[1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (regions.FirstOrDefault(r => !known.Contains(r)) is { } stranger)
        {
            throw new HolidayFileException(file, line.Number, $"the region \"{stranger}\" is not among those of the line \"regions\". Add it there, or correct it here");
        }

        if (date > until)
        {
            throw new HolidayFileException(file, line.Number, "the day lies after the one in the line \"until\". Put that line forward once the whole year is in");
        }

        var names = new Dictionary<string, string> { [language] = line.Cells[2] };
        names.TryAdd("en", line.Cells[^1]);
        return new Row(regions, new Holiday(date, new LocalizedText(names)));
    }

    private static List<Holiday> DaysOf(string region, List<Row> rows) =>
        [.. rows
            .Where(r => r.Regions.Any(given => given == region || region.StartsWith(given + "-", StringComparison.Ordinal)))
            .Select(r => r.Holiday)
            .OrderBy(h => h.Date)];

    private sealed record Line(int Number, string[] Cells);

    private sealed record Row(string[] Regions, Holiday Holiday);
}
