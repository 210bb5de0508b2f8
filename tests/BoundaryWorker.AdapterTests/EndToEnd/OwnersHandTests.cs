using BoundaryWorker.Pipeline;
using NodaTime;

namespace BoundaryWorker.AdapterTests.EndToEnd;

/// <summary>What she does by hand or command wins, and what she breaks strands no mail: the real process.</summary>
public sealed class OwnersHandTests
{
    private static readonly Instant Evening = Played.London(11, 26, 18, 0);
    private static readonly Instant Opening = Played.London(11, 27, 9, 0);

    [Fact]
    public async Task Release_all_is_done_by_the_running_worker_and_never_undone()
    {
        using var play = new Played();
        var held = await HeldAsync(play);

        using var command = WorkerProcess.Start(["release", "--all", "--settings", play.Folder.SettingsFile]);
        await Eventually.HoldsAsync(
            () =>
            {
                play.Folder.SetClock(play.Folder.Now + Duration.FromSeconds(61));
                return command.HasExited;
            },
            () => command.Output);

        Assert.Equal(0, await command.EndAsync());
        Assert.Contains("1 back in the inbox", command.Output, StringComparison.Ordinal);
        await play.SettleAsync();
        Assert.Equal("INBOX", play.Place(held).Folder);
    }

    [Fact]
    public async Task Release_by_id_works_where_no_worker_runs()
    {
        using var play = new Played();
        var held = await HeldAsync(play);
        await play.Worker.StopAsync();
        var id = ((string)play.Folder.Scalar("select message_key from messages")!)[..8];

        using var command = WorkerProcess.Start(["release", id, "--settings", play.Folder.SettingsFile]);

        Assert.Equal(0, await command.EndAsync());
        Assert.Equal("INBOX", play.Place(held).Folder);
    }

    [Fact]
    public async Task A_second_worker_on_the_same_store_refuses_to_start_and_says_why()
    {
        using var play = new Played();
        await play.StartAsync(Evening);

        using var second = WorkerProcess.Run(play.Folder);

        Assert.Equal(4, await second.EndAsync());
        Assert.Contains("Another BoundaryWorker already works with", second.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Release_on_stop_empties_Held()
    {
        using var play = new Played(extra: "\"ReleaseOnStop\": true,");
        var held = await HeldAsync(play);

        await play.Worker.StopAsync();

        Assert.Equal(0, play.Worker.ExitCode);
        Assert.Equal("INBOX", play.Place(held).Folder);
    }

    [Fact]
    public async Task D7_a_held_message_that_she_moves_back_stays_where_she_put_it()
    {
        using var play = new Played();
        var held = await HeldAsync(play);
        var file = Assert.Single(Directory.GetFiles(Path.Combine(play.Folder.Mail, ".Held/new")));
        File.Move(file, Path.Combine(play.Folder.Mail, "new", Path.GetFileName(file)));

        await play.SettleAsync();
        await play.SettleAsync();

        Assert.Equal("INBOX", play.Place(held).Folder);
        Assert.Single(play.Folder.Replies());
    }

    [Fact]
    public async Task Promise_1_the_ledger_can_be_deleted_and_Held_is_adopted_until_the_next_opening()
    {
        using var play = new Played();
        var held = await HeldAsync(play);
        await play.Worker.StopAsync();
        foreach (var file in Directory.GetFiles(play.Folder.Root, "ledger.db*"))
        {
            File.Delete(file);
        }

        await play.StartAsync(Evening + Duration.FromHours(1));
        Assert.Equal("Held", play.Place(held).Folder);
        await play.GoToAsync(Opening + Duration.FromMinutes(2));
        await play.SettleAsync();

        var place = play.Place(held);
        Assert.Equal(("INBOX", "new", held.At), (place.Folder, place.Sub, place.Modified));
        Assert.Single(play.Folder.Replies());
    }

    [Fact]
    public async Task A_broken_Code_goes_release_only_and_back()
    {
        using var play = new Played();
        var held = await HeldAsync(play);
        var good = await File.ReadAllTextAsync(play.Folder.CodeFile, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(play.Folder.CodeFile, good.Replace("09:00-12:30", "9-12", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        // Nothing new is held or answered while it is broken; no look is noted either, since what comes now is judged later.
        var meanwhile = Evening + Duration.FromMinutes(30);
        play.Folder.SetClock(meanwhile);
        await Eventually.HoldsAsync(() => play.Worker.Output.Contains("BrokenFiles", StringComparison.Ordinal), () => play.Worker.Output);
        var arrived = play.Folder.Deliver("b", Eml.From("leo@gamma.example", meanwhile, "Plan", "Where is the plan?"), meanwhile);
        await AdvanceAsync(play, 3);
        Assert.Equal("INBOX", play.Place(arrived).Folder);

        // The last good version gives the release time, and she is told once, in her hours.
        play.Folder.SetClock(Opening + Duration.FromMinutes(2));
        await Eventually.HoldsAsync(() => play.Folder.Places(held) is [{ Folder: "INBOX" }], () => play.Worker.Output);
        await Eventually.HoldsAsync(() => Notices(play).Count > 0, () => play.Worker.Output);
        await AdvanceAsync(play, 3);
        Assert.Contains("code.yaml:", Assert.Single(Notices(play)).TextBody, StringComparison.Ordinal);

        // Put right, it goes on by itself.
        await File.WriteAllTextAsync(play.Folder.CodeFile, good, TestContext.Current.CancellationToken);
        var evening = Played.London(11, 30, 18, 0);
        await play.GoToAsync(evening);
        var next = await play.ArriveAsync("c", evening + Duration.FromMinutes(5), Eml.From("mia@gamma.example", evening, "Plan", "Where is the plan?"));
        Assert.Equal("Held", play.Place(next).Folder);
    }

    [Fact]
    public async Task Broken_settings_stop_the_start_with_every_error_at_its_place()
    {
        using var folder = new WorkerFolder();
        await File.WriteAllTextAsync(folder.SettingsFile, "{ \"Boundary\": { \"Mode\": \"enforcing\", \"Mailboxes\": [] } }", TestContext.Current.CancellationToken);
        folder.SetClock(Evening);

        using var worker = WorkerProcess.Run(folder);

        Assert.Equal(3, await worker.EndAsync());
        Assert.Contains("appsettings.json:1:25", worker.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_log_says_no_address_and_no_subject()
    {
        using var play = new Played();
        await HeldAsync(play);

        Assert.DoesNotContain("acme.example", play.Worker.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Numbers", play.Worker.Output, StringComparison.Ordinal);
        Assert.Contains("held until", play.Worker.Output, StringComparison.Ordinal);
    }

    private static IReadOnlyList<MimeKit.MimeMessage> Notices(Played play) =>
        [.. play.Folder.Outbox().Where(m => m.Headers["X-BoundaryWorker"]?.Contains("kind=notice", StringComparison.Ordinal) == true)];

    private static async Task<Delivered> HeldAsync(Played play)
    {
        await play.StartAsync(Evening);
        var at = Evening + Duration.FromMinutes(5);
        var held = await play.ArriveAsync("a", at, Eml.From("jane@acme.example", at, "Numbers", "How many people opened the last mailing?"));
        Assert.Equal("Held", play.Place(held).Folder);
        return held;
    }

    /// <summary>Lets some polls come round where no look is noted: each round begins by renewing its lease, and rounds follow each other.</summary>
    private static async Task AdvanceAsync(Played play, int polls)
    {
        for (var i = 0; i < polls; i++)
        {
            var at = play.Folder.Now + Duration.FromSeconds(61);
            play.Folder.SetClock(at);
            await Eventually.HoldsAsync(
                () => play.Folder.Scalar("select until from lease") is long until && Instant.FromUnixTimeTicks(until) >= at + RunLease.Term, () => play.Worker.Output);
        }
    }
}
