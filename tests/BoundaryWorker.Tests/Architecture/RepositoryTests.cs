using System.Text.RegularExpressions;

namespace BoundaryWorker.Tests.Architecture;

/// <summary>What lies in the repository, and that what it says of itself is so.</summary>
public sealed partial class RepositoryTests
{
    [Fact]
    public void The_top_level_holds_what_is_meant_to_lie_there_and_nothing_else()
    {
        string[] allowed = ["src", "tests", "benchmarks", "deploy", "appsettings.json", "Dockerfile", "BoundaryWorker.sln", "README.md", "LICENSE"];

        Assert.Contains("src", Repository.TopLevel);
        Assert.Empty(Repository.TopLevel.Except(allowed).Where(n => n[0] != '.' && !DirectoryProps().IsMatch(n)).ToList());
    }

    [Fact]
    public void Every_link_between_its_own_files_leads_somewhere()
    {
        var links = Repository.Files("", ".md")
            .SelectMany(file => Links().Matches(Repository.Text(file)).Select(m => (File: file, To: m.Groups[1].Value)))
            .Where(l => !l.To.Contains("://", StringComparison.Ordinal) && l.To[0] != '#')
            .ToList();

        Assert.NotEmpty(links);
        Assert.Empty(links.Where(l => !Repository.Exists(Path.Combine(Path.GetDirectoryName(l.File)!, l.To.Split('#')[0]))).ToList());
    }

    [Fact]
    public void What_the_README_tells_to_open_is_there()
    {
        var paths = Section("To change X, open Y").Split('\n').SelectMany(l => Links().Matches(l)).Select(m => m.Groups[1].Value).ToList();

        Assert.True(paths.Count >= 10, "The table is not where this test looks for it.");
        Assert.Empty(paths.Where(p => !Repository.Exists(p)).ToList());
    }

    [Fact]
    public void What_the_README_says_to_type_is_there()
    {
        var typed = Repository.Text("README.md").Split("```bash\n").Skip(1).Select(b => b.Split("```")[0]).SelectMany(b => Paths().Matches(b)).Select(m => m.Value).ToList();

        Assert.Contains("tests/run", typed);
        Assert.Contains("benchmarks/run", typed);
        Assert.Empty(typed.Where(p => !Repository.Exists(p)).ToList());
    }

    [Fact]
    public void No_file_names_a_machine_or_a_package_registry()
    {
        var found = Repository.Files()
            .Select(f => (File: f, Text: Repository.Text(f)))
            .Where(f => !f.Text.Contains('\0', StringComparison.Ordinal))
            .SelectMany(f => Machine().Matches(f.Text).Select(m => $"{f.File}: {m.Value}"));

        Assert.Empty(found);
    }

    private static string Section(string heading) => Repository.Text("README.md").Split($"## {heading}\n")[1].Split("\n## ")[0];

    [GeneratedRegex(@"^Directory\.\w+\.props$")]
    private static partial Regex DirectoryProps();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Links();

    [GeneratedRegex(@"\b(?:src|tests|benchmarks|deploy)/[\w./-]+")]
    private static partial Regex Paths();

    // The character classes keep this line from finding itself. /home/me is the made-up home of a case.
    [GeneratedRegex(@"(?<![\w.:/-])/(?:wor[k]|roo[t]|User[s]|hom[e](?!/me\b))/|[A-Z]:\\User[s]|https?://[\w.-]*(?:nuge[t]|npmj[s]|pyp[i]|artifactor[y]|nexu[s]|jfro[g]|registr[y])[\w.-]*")]
    private static partial Regex Machine();
}
