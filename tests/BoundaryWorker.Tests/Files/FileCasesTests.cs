namespace BoundaryWorker.Tests.Files;

/// <summary>Every case of tests/cases/files: the file as its owner wrote it, and every finding with its place.</summary>
public sealed class FileCasesTests
{
    public static TheoryData<string> Cases => [.. Directory.GetFiles(FileCase.Folder, "*.case").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_file_gives_exactly_the_findings_of_its_case(string name)
    {
        var fileCase = FileCase.Load(name);

        Assert.Equal(fileCase.Expected, fileCase.Actual());
    }

    [Fact]
    public void At_least_forty_broken_files_are_among_the_cases()
    {
        var broken = Cases.Select(c => FileCase.Load(c.Data)).Count(c => c.Expected.Contains(": error: ", StringComparison.Ordinal));

        Assert.True(broken >= 40, $"only {broken} cases expect an error");
    }

    [Fact]
    public void Every_error_of_a_yaml_or_json_file_names_a_place_inside_it()
    {
        foreach (var fileCase in Cases.Select(c => FileCase.Load(c.Data)))
        {
            foreach (var line in fileCase.Expected.Split('\n').Where(l => fileCase.Sections.Keys.Any(s => l.StartsWith(s + ":", StringComparison.Ordinal))))
            {
                var parts = line.Split(':');
                var lines = fileCase.Sections.GetValueOrDefault(parts[0], "").Split('\n');
                var at = int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture);
                Assert.InRange(at, 1, lines.Length);
                Assert.InRange(int.Parse(parts[2], System.Globalization.CultureInfo.InvariantCulture), 1, lines[at - 1].Length + 1);
            }
        }
    }
}
