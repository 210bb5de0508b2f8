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

    private static bool Halted(WorkerOnDovecot on, int kills) => kills == 0 && on.Play.Worker.Output.Contains("halted at", StringComparison.Ordinal);
}
