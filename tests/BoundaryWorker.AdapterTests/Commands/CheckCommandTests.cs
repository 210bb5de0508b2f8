using BoundaryWorker.AdapterTests.EndToEnd;

namespace BoundaryWorker.AdapterTests.Commands;

/// <summary><c>check</c> as it is typed.</summary>
public sealed class CheckCommandTests
{
    private static readonly string Examples = Path.Combine(RepositoryRoot.Path, "deploy/examples");

    [Theory]
    [InlineData("appsettings.json")]
    [InlineData("deploy/examples/en/appsettings.json")]
    [InlineData("deploy/examples/pl/appsettings.json")]
    public async Task The_files_that_are_shipped_have_no_error(string settings)
    {
        var typed = await Typed.Async("check", "--settings", settings);

        // Their time off will be over one day, which is a warning and no error.
        Assert.Equal((0, ""), (typed.ExitCode, typed.Errors));
        Assert.Matches("All is well: no errors|No errors, ", typed.Output);
    }

    [Fact]
    public async Task Every_mistake_of_all_three_files_is_told_at_once()
    {
        using var folder = new WorkerFolder(mode: "enforcing");
        var code = await Changed(folder, "code.yaml", "09:00-12:30", "9-12");
        var clients = await Changed(folder, "clients.yaml", "acme.example", "acme example");

        var typed = await Typed.Async("check", "--settings", folder.SettingsFile, "--code", code, "--clients", clients);

        Assert.Equal(1, typed.ExitCode);
        Assert.Matches(@"appsettings\.json:\d+:\d+", typed.Output);
        Assert.Matches(@"code\.yaml:\d+:\d+", typed.Output);
        Assert.Matches(@"clients\.yaml:\d+:\d+", typed.Output);
    }

    [Fact]
    public async Task Warnings_alone_are_told_and_refuse_nothing()
    {
        using var folder = new WorkerFolder();
        var clients = await Changed(folder, "clients.yaml", "kate@beta.example", "leo@gamma.example");

        var typed = await Typed.Async("check", "--settings", folder.SettingsFile, "--clients", clients);

        Assert.Equal(0, typed.ExitCode);
        Assert.Matches(@"clients\.yaml:\d+:\d+: warning: leo@gamma\.example", typed.Output);
    }

    [Fact]
    public async Task Other_files_than_those_of_the_settings_can_be_named()
    {
        using var folder = new WorkerFolder();
        await Changed(folder, "code.yaml", "09:00-12:30", "9-12");

        var broken = await Typed.Async("check", "--settings", folder.SettingsFile);
        var other = await Typed.Async(
            "check", "--settings", folder.SettingsFile, "--code", Path.Combine(Examples, "en/code.yaml"), "--clients", Path.Combine(Examples, "en/clients.yaml"));

        Assert.Equal((1, 0), (broken.ExitCode, other.ExitCode));
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_a_finding()
    {
        var typed = await Typed.Async("check", "--settings", Typed.Settings, "--code", "nowhere/code.yaml");

        Assert.Equal((1, ""), (typed.ExitCode, typed.Errors));
        Assert.Contains("code.yaml", typed.Output, StringComparison.Ordinal);
    }

    private static async Task<string> Changed(WorkerFolder folder, string name, string from, string to)
    {
        var path = Path.Combine(folder.Root, name);
        var text = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        Assert.Contains(from, text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(path, text.Replace(from, to, StringComparison.Ordinal), TestContext.Current.CancellationToken);
        return path;
    }
}
