using System.Text;
using System.Text.Json;
using NodaTime;

namespace BoundaryWorker.AdapterTests.EndToEnd;

/// <summary>Promise 10 in the real process: records go after their time, a client's can be shown and forgotten.</summary>
public sealed class PrivacyTests
{
    private const string Subject = "Zanzibar numbers";

    private static readonly Instant Evening = Played.London(11, 26, 18, 0);
    private static readonly Instant Opening = Played.London(11, 27, 9, 0);

    [Fact]
    public async Task Promise_10_records_go_after_their_retention_and_their_bytes_with_them()
    {
        using var play = new Played(extra: "\"Retention\": \"7 days\",");
        await HeldAsync(play);
        await play.GoToAsync(Opening + Duration.FromMinutes(2));
        await play.SettleAsync();
        await play.GoToAsync(Opening + Duration.FromDays(6));
        await play.SettleAsync();
        Assert.Equal(1L, play.Folder.Scalar("select count(*) from messages"));
        Assert.True(InStore(play.Folder, Subject), "The harness looks for the subject where it is not.");

        await play.GoToAsync(Opening + Duration.FromDays(8));
        await Eventually.HoldsAsync(() => play.Folder.Scalar("select count(*) from messages") is 0L, () => play.Worker.Output);
        await Eventually.HoldsAsync(() => !InStore(play.Folder, Subject), () => "The subject is still in the file.");

        // The reply's key stays a week longer.
        Assert.Equal(1L, play.Folder.Scalar("select count(*) from replies"));
        await play.GoToAsync(Opening + Duration.FromDays(16));
        await Eventually.HoldsAsync(() => play.Folder.Scalar("select count(*) from replies") is 0L, () => play.Worker.Output);
    }

    [Fact]
    public async Task An_export_tells_what_is_kept_beside_the_running_worker()
    {
        using var play = new Played();
        await HeldAsync(play);

        var (code, output) = await CommandAsync(play.Folder, "export", "acme");

        Assert.Equal(0, code);
        using var json = JsonDocument.Parse(output);
        var message = Assert.Single(json.RootElement.GetProperty("messages").EnumerateArray());
        Assert.Equal(("jane@acme.example", Subject, "Held"), (Text(message, "from"), Text(message, "subject"), Text(message, "state")));
        Assert.Equal("jane@acme.example", Text(Assert.Single(json.RootElement.GetProperty("replies").EnumerateArray()), "to"));
        Assert.DoesNotContain("opened the last mailing", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forgetting_is_refused_while_held_and_leaves_nothing_afterwards()
    {
        using var play = new Played();
        var held = await HeldAsync(play);
        var (refused, why) = await CommandAsync(play.Folder, "forget", "acme");
        Assert.Equal(1, refused);
        Assert.Contains("1 messages of acme are held", why, StringComparison.Ordinal);

        await play.GoToAsync(Opening + Duration.FromMinutes(2));
        await play.SettleAsync();
        Assert.Equal("INBOX", play.Place(held).Folder);
        var (done, words) = await CommandAsync(play.Folder, "forget", "acme");

        Assert.Equal(0, done);
        Assert.Contains("Forgotten: 1 messages, 1 replies", words, StringComparison.Ordinal);
        Assert.Equal(0L, play.Folder.Scalar("select count(*) from messages where client_id = 'acme' or person like '%acme.example'"));
        Assert.False(InStore(play.Folder, "jane@acme.example"), "The address is still in the file.");
        Assert.False(InStore(play.Folder, Subject), "The subject is still in the file.");

        // The mail itself is hers.
        Assert.Equal("INBOX", play.Place(held).Folder);
    }

    [Fact]
    public async Task A_client_nobody_knows_is_an_error_with_words()
    {
        using var play = new Played();
        await play.StartAsync(Evening);

        var (code, words) = await CommandAsync(play.Folder, "export", "nobody");

        Assert.Equal(1, code);
        Assert.Contains("No client has the id nobody", words, StringComparison.Ordinal);
    }

    private static async Task<Delivered> HeldAsync(Played play)
    {
        await play.StartAsync(Evening);
        var at = Evening + Duration.FromMinutes(5);
        var held = await play.ArriveAsync("a", at, Eml.From("jane@acme.example", at, Subject, "How many people opened the last mailing?"));
        Assert.Equal("Held", play.Place(held).Folder);
        await Eventually.HoldsAsync(() => play.Folder.Replies().Count == 1, () => play.Worker.Output);
        return held;
    }

    private static async Task<(int Code, string Output)> CommandAsync(WorkerFolder folder, params string[] arguments)
    {
        using var command = WorkerProcess.Start([.. arguments, "--settings", folder.SettingsFile]);
        return (await command.EndAsync(), command.Output);
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private static bool InStore(WorkerFolder folder, string text) => Directory.GetFiles(folder.Root, "ledger.db*")
        .Where(f => !f.EndsWith("-shm", StringComparison.Ordinal) && !f.EndsWith(".lock", StringComparison.Ordinal))
        .Any(f => Read(f).AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0);

    private static byte[] Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
