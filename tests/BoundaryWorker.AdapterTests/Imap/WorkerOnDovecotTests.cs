using BoundaryWorker.AdapterTests.EndToEnd;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Pipeline;
using NodaTime;

namespace BoundaryWorker.AdapterTests.Imap;

/// <summary>The real worker process on a real mail server, seen by an independent IMAP client over all folders.</summary>
public sealed class WorkerOnDovecotTests
{
    public static TheoryData<bool, string> Steps =>
    [
        .. new[] { true, false }.SelectMany(move => new[] { Step.Recorded, Step.Moved, Step.HoldConfirmed, Step.ReleaseMarked, Step.MovedBack, Step.ReleaseConfirmed }.Select(step => (move, step))),
    ];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_message_of_a_closed_window_waits_in_Held_unread_and_is_back_unchanged_at_the_opening(bool move)
    {
        using var on = new WorkerOnDovecot(move ? DovecotServer.Full : DovecotServer.WithoutMove);
        await on.Play.StartAsync(WorkerOnDovecot.RealNow());
        var delivered = on.Deliver("Numbers");
        Assert.Equal(("INBOX", MessageFlags.None), (delivered.Folder, delivered.Flags));

        await on.Play.GoToAsync(delivered.Received + Duration.FromMinutes(2));
        await on.Play.SettleAsync();
        Assert.Equal(delivered with { Folder = "Held" }, Assert.Single(on.All()));
        Assert.Single(on.Play.Folder.Replies("jane@acme.example"));

        await on.Play.GoToAsync(on.Opening + Duration.FromMinutes(1));
        await on.Play.SettleAsync();
        Assert.Equal(delivered, Assert.Single(on.All()));
        Assert.Single(on.Play.Folder.Replies());
        Assert.DoesNotContain(on.User, on.Play.Worker.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(DovecotServer.Password, on.Play.Worker.Output, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task Killed_at_a_step_nothing_is_lost_changed_or_done_twice(bool move, string step)
    {
        using var on = new WorkerOnDovecot(move ? DovecotServer.Full : DovecotServer.WithoutMove);
        await on.Play.StartAsync(WorkerOnDovecot.RealNow(), step);
        var delivered = on.Deliver("Numbers");

        var kills = 0;
        foreach (var station in new[] { delivered.Received + Duration.FromMinutes(2), on.Opening + Duration.FromMinutes(1) }.SelectMany(s => new[] { s, s + Duration.FromSeconds(61) }))
        {
            on.Play.Folder.SetClock(station);
            await Eventually.HoldsAsync(() => Halted(on, kills) || on.Play.Folder.LastLook() >= station, () => on.Play.Worker.Output);
            if (Halted(on, kills))
            {
                kills++;
                on.Play.Worker.Kill();
                await on.Play.StartAsync(station);
            }
        }

        await on.Play.SettleAsync();

        Assert.Equal(1, kills);
        Assert.Equal(delivered, Assert.Single(on.All()));
        Assert.Single(on.Play.Folder.Replies());
    }

    [Fact]
    public async Task D3_after_the_folder_was_numbered_anew_a_message_is_held_and_nobody_answered_and_the_next_one_is_answered()
    {
        using var on = new WorkerOnDovecot(DovecotServer.Full);
        var start = WorkerOnDovecot.RealNow();
        await on.Play.StartAsync(start);
        await on.Play.SettleAsync();
        on.Play.Worker.Kill();
        DovecotServer.Full.Renumber(on.User, "INBOX", 7_654_321);
        var first = on.Deliver("Numbers");

        await on.Play.StartAsync(first.Received + Duration.FromMinutes(2));
        await on.Play.SettleAsync();

        Assert.Equal(first with { Folder = "Held" }, Assert.Single(on.All()));
        Assert.Empty(on.Play.Folder.Replies());

        on.DeliverAnother("More numbers");
        await on.Play.GoToAsync(first.Received + Duration.FromMinutes(4));
        await on.Play.SettleAsync();
        Assert.Equal(["Held", "Held"], on.All().Select(p => p.Folder));
        Assert.Single(on.Play.Folder.Replies("jane@acme.example"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Promise_10_the_digest_shows_the_first_words_of_what_waits_and_no_file_of_the_records_keeps_them(bool wanted)
    {
        using var on = new WorkerOnDovecot(DovecotServer.Full, digest: wanted ? "" : ", \"Preview\": false");
        await on.Play.StartAsync(WorkerOnDovecot.RealNow());
        var delivered = on.Deliver("Numbers");
        await on.Play.GoToAsync(delivered.Received + Duration.FromMinutes(2));
        await on.Play.SettleAsync();

        await on.Play.GoToAsync(on.Opening - Duration.FromMinutes(10));
        await on.Play.SettleAsync();
        await Eventually.HoldsAsync(() => on.Play.Folder.Digests().Count > 0, () => on.Play.Worker.Output);

        var digest = Assert.Single(on.Play.Folder.Digests());
        Assert.Equal(wanted, (digest.TextBody ?? "").Contains("> How many people opened the last mailing?", StringComparison.Ordinal));
        Assert.Equal(delivered with { Folder = "Held" }, Assert.Single(on.All()));
        on.Play.Worker.Kill();
        Assert.All(Directory.GetFiles(on.Play.Folder.Root, "ledger.db*"), f => Assert.Equal(-1, File.ReadAllBytes(f).AsSpan().IndexOf("opened the last mailing"u8)));
        Assert.DoesNotContain("opened the last mailing", on.Play.Worker.Output, StringComparison.Ordinal);
    }

    private static bool Halted(WorkerOnDovecot on, int kills) => kills == 0 && on.Play.Worker.Output.Contains("halted at", StringComparison.Ordinal);
}
