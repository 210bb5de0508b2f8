using BoundaryWorker.Time;
using NodaTime;

namespace BoundaryWorker.AdapterTests.Time;

/// <summary>Countries that the owner adds or replaces with files in a folder.</summary>
public sealed class HolidayFolderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("holidays-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_file_in_the_folder_adds_a_country_to_those_that_come_with_the_program()
    {
        Put("CZ.tsv", "regions\tCZ\nlanguage\tcs\nuntil\t2026-12-31\n2026-09-28\tCZ\tDen české státnosti\tStatehood Day\n");
        var data = HolidayData.Load(_folder);
        Assert.Equal(HolidayData.Load().Regions.Append("CZ").Order(StringComparer.Ordinal), data.Regions);
        Assert.Equal(new LocalDate(2026, 9, 28), Assert.Single(data.For("CZ")!.Days).Date);
    }

    [Fact]
    public void A_file_of_the_name_of_a_built_in_one_takes_its_place()
    {
        Put("PL.tsv", "regions\tPL\nlanguage\tpl\nuntil\t2040-12-31\n2040-01-01\tPL\tNowy Rok\tNew Year's Day\n");
        Assert.Equal(new LocalDate(2040, 12, 31), HolidayData.Load(_folder).For("PL")!.LastDay);
    }

    [Fact]
    public void Two_files_that_describe_one_region_are_told_by_name()
    {
        Put("mine.tsv", "regions\tPL\nlanguage\tpl\nuntil\t2040-12-31\n");
        var message = Assert.Throws<HolidayFileException>(() => HolidayData.Load(_folder)).Message;
        Assert.Contains("PL.tsv", message);
        Assert.Contains("mine.tsv", message);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_no_folder() =>
        Assert.Equal(HolidayData.Load().Regions, HolidayData.Load(Path.Combine(_folder, "nowhere")).Regions);

    private void Put(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text);
}
