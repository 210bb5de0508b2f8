using BoundaryWorker.Core.Time;
using BoundaryWorker.Time;
using NodaTime;

namespace BoundaryWorker.Tests.Time;

/// <summary>The yearly data against the rules of the laws and against a table per country and year with its source (<c>tests/cases/holidays</c>), each both ways.</summary>
public sealed class HolidayDataTests
{
    private static readonly HolidayData Data = HolidayData.Load();

    public static TheoryData<string> Regions => [.. HolidayOracle.Regions];

    public static TheoryData<string> Tables => Cases.Names("holidays");

    [Fact]
    public void There_is_data_for_exactly_the_regions_that_are_promised() => Assert.Equal(HolidayOracle.Regions.Order(StringComparer.Ordinal), Data.Regions);

    [Theory]
    [MemberData(nameof(Regions))]
    public void The_data_has_every_day_that_the_rules_give_and_no_other(string region)
    {
        var table = Data.For(region)!;
        Assert.Equal(HolidayOracle.Easter.Keys.SelectMany(y => HolidayOracle.Days(region, y)), table.Days.Select(d => d.Date.ToDateOnly()));
        Assert.Equal(new LocalDate(2032, 12, 31), table.LastDay);
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void The_data_agrees_with_the_table_of_its_country_and_year(string name)
    {
        var country = name[..2];
        var year = int.Parse(name[3..], System.Globalization.CultureInfo.InvariantCulture);
        var lines = Cases.Lines("holidays", name);
        Assert.StartsWith("source: ", lines[0]);
        var rows = lines.Skip(1).Select(l => l.Split(" | ", StringSplitOptions.TrimEntries)).ToList();
        foreach (var region in Data.Regions.Where(r => r.StartsWith(country, StringComparison.Ordinal)))
        {
            var expected = rows.Where(r => r[1].Split(' ').Any(x => x == region || x == country)).Select(r => $"{r[0]} {r[2]}").Order(StringComparer.Ordinal);
            var found = Data.For(region)!.Days.Where(d => d.Date.Year == year).Select(d => $"{d.Date:uuuu-MM-dd} {d.Name.In(Language(country))}").Order(StringComparer.Ordinal);
            Assert.Equal(expected, found);
        }
    }

    [Fact]
    public void There_is_a_table_for_every_country_and_year() =>
        Assert.Equal(
            new[] { "DE", "GB", "PL", "US" }.SelectMany(c => HolidayOracle.Easter.Keys.Select(y => $"{c}-{y}")),
            Directory.GetFiles(Cases.Folder("holidays")).Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal));

    [Fact]
    public void Poland_has_Christmas_Eve_from_2025_on_and_not_in_2024()
    {
        var eves = Data.For("PL")!.Days.Where(d => d.Date is { Month: 12, Day: 24 }).Select(d => d.Date.Year);
        Assert.Equal(Enumerable.Range(2025, 8), eves);
    }

    [Fact]
    public void Every_name_is_given_in_the_countrys_language_and_in_English() =>
        Assert.All(
            Data.Regions.SelectMany(r => Data.For(r)!.Days.Select(d => (Region: r, d.Name))),
            x => Assert.Equal(new[] { Language(x.Region), "en" }.Distinct().Order(), x.Name.ByLanguage.Keys.Order()));

    [Theory]
    [InlineData("2032-10-31T22:59:59Z", false)]
    [InlineData("2032-10-31T23:00:00Z", true)]
    [InlineData("2033-05-01T00:00:00Z", true)]
    public void She_is_warned_from_sixty_days_before_the_data_ends_by_her_own_calendar(string now, bool warned)
    {
        var at = NodaTime.Text.InstantPattern.General.Parse(now).Value;
        Assert.Equal(warned, Data.For("PL")!.DataEndsSoon(at, DateTimeZoneProviders.Tzdb["Europe/Warsaw"]));
        Assert.False(HolidayTable.None.DataEndsSoon(at, DateTimeZone.Utc));
    }

    [Fact]
    public void A_region_is_found_in_any_letter_case_and_an_unknown_one_is_not() =>
        Assert.Equal(("DE-BY", null), (Data.For("de-by")?.Region, Data.For("DE-XX")?.Region));

    private static string Language(string region) => region[..2] switch { "PL" => "pl", "DE" => "de", _ => "en" };
}
