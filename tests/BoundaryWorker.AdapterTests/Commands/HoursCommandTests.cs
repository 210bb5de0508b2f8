using System.Text.Json;
using BoundaryWorker.AdapterTests.EndToEnd;
using NodaTime;
using NodaTime.Text;

namespace BoundaryWorker.AdapterTests.Commands;

/// <summary><c>hours</c> as it is typed.</summary>
public sealed class HoursCommandTests
{
    private static readonly string[] Keys = ["from", "to", "kind", "why"];

    [Fact]
    public async Task It_lists_each_day_with_its_windows_and_the_reasons_for_what_is_closed()
    {
        var typed = await HoursAsync("--from", "2026-12-21", "--to", "2026-12-28");

        Assert.Equal((0, ""), (typed.ExitCode, typed.Errors));
        Assert.Equal(Typed.Case("commands/hours.txt"), typed.Output);
    }

    [Fact]
    public async Task The_spans_of_json_are_half_open_and_leave_no_gap()
    {
        // Over the change to summer time, so that the offset changes on the way.
        var typed = await HoursAsync("--from", "2027-03-25", "--to", "2027-03-31", "--json");

        Assert.Equal((0, ""), (typed.ExitCode, typed.Errors));
        Assert.All(typed.Objects, o => Assert.Equal(Keys, o.EnumerateObject().Select(p => p.Name)));
        Assert.Equal("2027-03-25T00:00:00+00:00", Text(typed.Objects[0], "from"));
        Assert.Equal("2027-04-01T00:00:00+01:00", Text(typed.Objects[^1], "to"));
        Assert.All(typed.Objects.Zip(typed.Objects.Skip(1)), pair => Assert.Equal(Text(pair.First, "to"), Text(pair.Second, "from")));
        Assert.All(typed.Objects, o => Assert.True(At(o, "from") < At(o, "to")));
        Assert.Equal(["closed", "open"], typed.Objects.Select(o => Text(o, "kind")).Distinct());
    }

    [Fact]
    public async Task A_clients_extra_hours_are_added_for_that_client()
    {
        string[] wednesday = ["--from", "2026-12-02", "--to", "2026-12-02", "--json"];

        var (usual, harbour) = (await HoursAsync(wednesday), await HoursAsync([.. wednesday, "--client", "harbour"]));

        Assert.Equal(Duration.FromHours(1), Open(harbour) - Open(usual));
    }

    [Theory]
    [InlineData("--from 2026-13-21", "`2026-13-21` is no day")]
    [InlineData("--to tomorrow", "`tomorrow` is no day")]
    [InlineData("--to 9999-12-31", "`9999-12-31` is no day")]
    [InlineData("--from 2026-12-02 --to 2026-12-01", "the last day lies before the first")]
    [InlineData("--client nobody", "there is no client `nobody`")]
    public async Task What_cannot_be_is_refused_in_words(string options, string words)
    {
        var typed = await HoursAsync(options.Split(' '));

        Assert.Equal((2, ""), (typed.ExitCode, typed.Output));
        Assert.Contains(words, typed.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_that_a_zone_skipped_has_no_length_and_breaks_nothing()
    {
        // Samoa went from Thursday 29 straight to Saturday 31 December 2011 (tz database, Pacific/Apia).
        using var folder = new WorkerFolder();
        var code = await File.ReadAllTextAsync(folder.CodeFile, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(folder.CodeFile, code.Replace("Europe/London", "Pacific/Apia", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var clients = Path.Combine(folder.Root, "clients.yaml");

        var skipped = await Typed.Async("hours", "--code", folder.CodeFile, "--clients", clients, "--from", "2011-12-30", "--to", "2011-12-30", "--json");
        var around = await Typed.Async("hours", "--code", folder.CodeFile, "--clients", clients, "--from", "2011-12-29", "--to", "2011-12-31", "--json");

        Assert.Equal((0, "", ""), (skipped.ExitCode, skipped.Output, skipped.Errors));
        Assert.Equal((0, ""), (around.ExitCode, around.Errors));
        Assert.Equal(Duration.FromDays(2), At(around.Objects[^1], "to") - At(around.Objects[0], "from"));
    }

    private static Task<Typed> HoursAsync(params string[] options) => Typed.Async(["hours", "--settings", Typed.Settings, .. options]);

    private static Duration Open(Typed typed) =>
        typed.Objects.Where(o => Text(o, "kind") == "open").Aggregate(Duration.Zero, (sum, o) => sum + (At(o, "to") - At(o, "from")));

    private static string Text(JsonElement line, string name) => line.GetProperty(name).GetString()!;

    private static Instant At(JsonElement line, string name) => OffsetDateTimePattern.Rfc3339.Parse(Text(line, name)).Value.ToInstant();
}
