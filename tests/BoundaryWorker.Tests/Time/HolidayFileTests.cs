using BoundaryWorker.Time;
using NodaTime;

namespace BoundaryWorker.Tests.Time;

/// <summary>A country that the owner adds in a file, and what is said of one that cannot be read. The texts stand for files; nothing is written to disk.</summary>
public sealed class HolidayFileTests
{
    private const string Head = "regions\tXX XX-A XX-B\nlanguage\txx\nuntil\t2026-12-31\n";

    [Fact]
    public void A_day_of_the_country_is_a_day_of_each_of_its_regions_and_a_regions_day_is_not()
    {
        var tables = HolidayFile.Read("XX.tsv", Head + "# a comment\n2026-05-02\tXX-A\tLocal\tEnglish\n2026-01-01\tXX\tNew\tNew Year\n");
        LocalDate newYear = new(2026, 1, 1), may = new(2026, 5, 2);
        Assert.Equal(
            [("XX", [newYear]), ("XX-A", [newYear, may]), ("XX-B", [newYear])],
            tables.Select(t => (t.Region, t.Days.Select(d => d.Date).ToArray())),
            (a, b) => a.Region == b.Region && a.Item2.SequenceEqual(b.Item2));
        Assert.Equal(("Local", "English"), (tables[1].Days[1].Name.In("xx"), tables[1].Days[1].Name.In("en")));
    }

    [Theory]
    [InlineData("language\txx\nuntil\t2026-12-31\n", "XX.tsv: a line that says \"regions\"")]
    [InlineData("regions\tXX\nlanguage\txx\nuntil\tsoon\n", "XX.tsv, line 3: \"soon\" is not a date")]
    [InlineData(Head + "2026-13-01\tXX\tName\tName", "XX.tsv, line 4: \"2026-13-01\" is not a date. Write it like 2026-12-25")]
    [InlineData(Head + "2026-12-01 XX Name", "XX.tsv, line 4: a day off has a date, regions, a name")]
    [InlineData(Head + "2026-12-01\tXX-C\tName", "XX.tsv, line 4: the region \"XX-C\" is not among")]
    [InlineData(Head + "2027-01-01\tXX\tName", "XX.tsv, line 4: the day lies after")]
    [InlineData(Head + "Christmas\tXX\tName", "XX.tsv, line 4: a line begins with a date")]
    public void A_file_that_cannot_be_read_says_where_and_what_to_do(string text, string message) =>
        Assert.StartsWith(message, Assert.Throws<HolidayFileException>(() => HolidayFile.Read("XX.tsv", text)).Message);
}
