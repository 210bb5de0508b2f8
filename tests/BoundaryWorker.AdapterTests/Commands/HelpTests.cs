using System.Diagnostics;
using System.Text;
using BoundaryWorker.AdapterTests.EndToEnd;

namespace BoundaryWorker.AdapterTests.Commands;

/// <summary><c>--help</c> teaches; what cannot be is said in words.</summary>
public sealed class HelpTests
{
    private static readonly string[] Commands = ["", "run", "demo", "check", "doctor", "hours", "explain", "release", "replies", "replies preview", "replies test", "replies resume", "health", "export", "forget"];

    [Fact]
    public async Task Every_command_teaches_by_its_help()
    {
        var all = new StringBuilder();
        foreach (var command in Commands)
        {
            var typed = await Typed.Async([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);
            Assert.Equal((0, ""), (typed.ExitCode, typed.Errors));
            all.Append("$ BoundaryWorker ").Append(command).Append(command.Length > 0 ? " " : "").Append("--help\n").Append(TrimmedLines(typed.Output)).Append('\n');
        }

        Typed.Expect("commands/help.txt", all.ToString());
    }

    [Fact]
    public async Task Help_is_given_even_where_the_rest_of_the_line_is_wrong()
    {
        var typed = await Typed.Async("release", "--all", "3f2a9c01", "--help");

        Assert.Equal((0, ""), (typed.ExitCode, typed.Errors));
    }

    [Theory]
    [InlineData("chekc", "check")]
    [InlineData("hours --form 2026-12-01", "--from")]
    public async Task A_mistyped_word_is_named_with_what_was_perhaps_meant(string line, string meant)
    {
        var typed = await Typed.Async(line.Split(' '));

        Assert.Equal(2, typed.ExitCode);
        Assert.Contains(line.Split(' ').First(w => w is "chekc" or "--form"), typed.Errors, StringComparison.Ordinal);
        Assert.Contains(meant, typed.Output + typed.Errors, StringComparison.Ordinal);
        Assert.Contains("--help", typed.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("Usage:", typed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_that_are_not_there_are_named()
    {
        var typed = await Typed.Async("hours", "--settings", "nowhere/appsettings.json");

        Assert.Equal(3, typed.ExitCode);
        Assert.Contains("appsettings.json", typed.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task dotnet_run_begins_where_it_is_typed()
    {
        // The Web SDK would begin in the project's folder, and the README's first command would find no settings.
        var project = Path.Combine(RepositoryRoot.Path, "src/BoundaryWorker/BoundaryWorker.csproj");
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["msbuild", project, "-getProperty:RunWorkingDirectory"]) { RedirectStandardOutput = true })!;
        var folder = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal((0, ""), (process.ExitCode, folder.Trim()));
    }

    private static string TrimmedLines(string text) => string.Join('\n', text.Split('\n').Select(l => l.TrimEnd()));
}
