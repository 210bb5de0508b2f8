using System.Text.Json;

namespace BoundaryWorker.AdapterTests.Commands;

/// <summary><c>explain</c> as it is typed.</summary>
public sealed class ExplainCommandTests
{
    private const string Hello = "tests/cases/demo/hello.eml";
    private const string Saturday = "2026-11-28T10:00";

    private static readonly string[] Keys = ["file", "hold", "holdUntil", "reply", "replyTo", "answer", "rules", "matter", "matters", "reasons", "evidence"];
    private static readonly string[] ErrorKeys = ["file", "error"];

    [Fact]
    public async Task It_tells_a_person_what_would_be_done_and_why()
    {
        var typed = await ExplainAsync(Hello, "--received", Saturday);

        Assert.Equal((0, ""), (typed.ExitCode, typed.Errors));
        Assert.Equal(Typed.Case("commands/explain.txt"), typed.Output);
    }

    [Fact]
    public async Task Every_line_of_json_has_the_same_keys_or_an_error_whatever_lies_in_the_folder()
    {
        var typed = await ExplainAsync("tests/cases", "nowhere.eml", "--json", "--received", Saturday);

        Assert.Equal((0, ""), (typed.ExitCode, typed.Errors));
        var byError = typed.Objects.ToLookup(o => o.TryGetProperty("error", out _));
        var (unreadable, judged) = (byError[true].ToList(), byError[false].ToList());
        Assert.All(unreadable, o => Assert.Equal(ErrorKeys, Names(o)));
        Assert.All(judged, o => Assert.Equal(Keys, Names(o)));
        Assert.Contains(unreadable, o => o.GetProperty("file").GetString() == "nowhere.eml");
        Assert.Contains(judged, o => o.GetProperty("file").GetString() == Hello);
        Assert.All(judged, o => Assert.Equal(o.GetProperty("hold").GetBoolean(), o.GetProperty("holdUntil").ValueKind == JsonValueKind.String));
        Assert.All(judged, o => Assert.Equal(o.GetProperty("reply").GetBoolean(), o.GetProperty("replyTo").ValueKind == JsonValueKind.String));
        Assert.All(judged.SelectMany(o => o.GetProperty("reasons").EnumerateArray()), r => Assert.Equal(["id", "text"], Names(r)));
    }

    [Theory]
    [InlineData("2026-11-28T10:00")]
    [InlineData("2026-11-28 10:00:00")]
    [InlineData("2026-11-28T10:00Z")]
    [InlineData("2026-11-28T11:00:00+01:00")]
    public async Task An_instant_may_be_local_or_have_an_offset(string received)
    {
        var line = Assert.Single((await ExplainAsync(Hello, "--json", "--received", received)).Objects);

        Assert.Equal("2026-11-30T09:00:00+00:00", line.GetProperty("holdUntil").GetString());
        Assert.Equal("jane.miller@agency.example", line.GetProperty("replyTo").GetString());
    }

    [Fact]
    public async Task A1_an_empty_envelope_sender_silences_the_reply()
    {
        var line = Assert.Single((await ExplainAsync(Hello, "--json", "--received", Saturday, "--envelope-from", "<>")).Objects);

        Assert.False(line.GetProperty("reply").GetBoolean());
        Assert.Contains("A1", line.GetProperty("reasons").EnumerateArray().Select(r => r.GetProperty("id").GetString()));
    }

    [Fact]
    public async Task Suppositions_make_a_stranger_to_somebody_else_a_client_of_hers_out_of_hours()
    {
        using var folder = new TempMail("From: lee@newcomer.example\r\nTo: bob@elsewhere.example\r\nSubject: Plan\r\nDate: Tue, 24 Nov 2026 10:00:00 +0000\r\nMessage-ID: <1@newcomer.example>\r\n\r\nWhere is the plan?\r\n");
        string[] asked = [folder.File, "--json", "--received", "2026-11-24T10:00"];

        var plain = Assert.Single((await ExplainAsync(asked)).Objects);
        var supposed = Assert.Single((await ExplainAsync([.. asked, "--suppose", "client,addressed,closed"])).Objects);

        Assert.Equal((false, false), (plain.GetProperty("hold").GetBoolean(), plain.GetProperty("reply").GetBoolean()));
        Assert.Equal((true, true), (supposed.GetProperty("hold").GetBoolean(), supposed.GetProperty("reply").GetBoolean()));
    }

    [Fact]
    public async Task All_that_cannot_be_is_told_at_once()
    {
        var typed = await ExplainAsync(Hello, "--received", "soon", "--envelope-from", "nobody", "--suppose", "client,rich");

        Assert.Equal((2, ""), (typed.ExitCode, typed.Output));
        Assert.Equal(["--received:", "--envelope-from:", "--suppose:"], typed.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(' ')[0]));
    }

    private static Task<Typed> ExplainAsync(params string[] rest) => Typed.Async(["explain", "--settings", Typed.Settings, .. rest]);

    private static IEnumerable<string> Names(JsonElement line) => line.EnumerateObject().Select(p => p.Name);

    private sealed class TempMail : IDisposable
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("boundaryworker-explain-").FullName;

        public TempMail(string text) => System.IO.File.WriteAllText(File, text);

        public string File => Path.Combine(_folder, "message.eml");

        public void Dispose() => Directory.Delete(_folder, recursive: true);
    }
}
