using BoundaryWorker.AdapterTests.EndToEnd;

namespace BoundaryWorker.AdapterTests.Commands;

/// <summary><c>release</c>, <c>replies resume</c> and <c>schemas</c> as they are typed, where no worker runs.</summary>
public sealed class OtherCommandsTests
{
    [Theory]
    [InlineData("release")]
    [InlineData("release --all 3f2a9c01")]
    public async Task Release_wants_either_all_or_one(string line)
    {
        using var folder = new WorkerFolder();

        var typed = await Typed.Async([.. line.Split(' '), "--settings", folder.SettingsFile]);

        Assert.Equal((2, ""), (typed.ExitCode, typed.Output));
        Assert.StartsWith("Say which: `release --all`, or `release ID`", typed.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("3f2")]
    public async Task An_id_too_short_to_mean_one_message_is_refused(string id)
    {
        using var folder = new WorkerFolder();

        var typed = await Typed.Async("release", id, "--settings", folder.SettingsFile);

        Assert.Equal((2, ""), (typed.ExitCode, typed.Output));
        Assert.Contains("four characters", typed.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Release_says_so_where_nothing_is_held()
    {
        using var folder = new WorkerFolder();

        var all = await Typed.Async("release", "--all", "--settings", folder.SettingsFile);
        var one = await Typed.Async("release", "3f2a9c01", "--settings", folder.SettingsFile);

        Assert.Equal((0, "Nothing is held.\n"), (all.ExitCode, all.Output));
        Assert.Equal((1, "No held message has an id that begins with 3f2a9c01.\n"), (one.ExitCode, one.Output));
    }

    [Fact]
    public async Task A16_replies_resume_closes_the_breaker()
    {
        using var folder = new WorkerFolder();

        var typed = await Typed.Async("replies", "resume", "--settings", folder.SettingsFile);

        Assert.Equal((0, "Replies go out again.\n", ""), (typed.ExitCode, typed.Output, typed.Errors));
    }

    [Fact]
    public async Task An_unusable_ledger_is_told_without_a_stack_trace()
    {
        using var folder = new WorkerFolder();
        await File.WriteAllTextAsync(Path.Combine(folder.Root, "ledger.db"), "This is no database, but it is long enough to be taken for one at first sight.", TestContext.Current.CancellationToken);

        var typed = await Typed.Async("release", "--all", "--settings", folder.SettingsFile);

        Assert.Equal((1, ""), (typed.ExitCode, typed.Output));
        Assert.Contains("ledger.db is damaged", typed.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", typed.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_shipped_schemas_are_those_the_program_writes()
    {
        using var folder = new WorkerFolder();
        var target = Path.Combine(folder.Root, "schemas");

        var typed = await Typed.Async("schemas", target);

        Assert.Equal((0, ""), (typed.ExitCode, typed.Errors));
        Assert.Equal(Texts(Path.Combine(RepositoryRoot.Path, "deploy/schemas")), Texts(target));
    }

    private static Dictionary<string, string> Texts(string folder) =>
        Directory.EnumerateFiles(folder).ToDictionary(f => Path.GetFileName(f), f => File.ReadAllText(f).ReplaceLineEndings("\n"));
}
