using BoundaryWorker.Contracts;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Mail.Imap;
using BoundaryWorker.Pipeline.Ports;
using NodaTime;

namespace BoundaryWorker.AdapterTests.Imap;

/// <summary>What a server is asked when many messages are moved or read: one command for all, and none of what is not needed.</summary>
public sealed class ImapBatchTests
{
    private const int Many = 30;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task D2_many_are_moved_by_one_command_and_read_by_one_each_for_flags_and_bytes()
    {
        using var relay = new ImapRelay(DovecotServer.Full.ImapPort);
        await using var box = new ImapUnderTest(DovecotServer.Full, s => s with { Port = relay.Port });
        var arrivals = await ArriveAsync(box);

        var before = relay.Said.Count;
        var read = await box.Mailbox.ReadManyAsync(arrivals, Token);
        var commands = relay.Said.Skip(before).ToList();
        Assert.Equal(Many, read.Count(r => r.Message is not null));
        Assert.Equal(2, commands.Count(c => c.StartsWith("UID FETCH", StringComparison.Ordinal)));

        before = relay.Said.Count;
        var held = await box.Mailbox.HoldManyAsync(arrivals, Token);
        commands = [.. relay.Said.Skip(before)];
        Assert.All(held, h => Assert.Equal(MoveOutcome.Moved, h.Outcome));
        Assert.Single(commands, c => c.StartsWith("UID MOVE", StringComparison.Ordinal));
        Assert.Single(commands, c => c.StartsWith("UID FETCH", StringComparison.Ordinal));
        Assert.DoesNotContain(commands, c => c.Contains("SEARCH", StringComparison.Ordinal));
    }

    [Fact]
    public async Task D2_without_MOVE_many_are_copied_by_one_command_and_those_alone_removed()
    {
        using var relay = new ImapRelay(DovecotServer.WithoutMove.ImapPort);
        await using var box = new ImapUnderTest(DovecotServer.WithoutMove, s => s with { Port = relay.Port });
        var arrivals = await ArriveAsync(box);
        await box.DeliverAsync(Mails.Simple("marked-by-her@x"), box.Now, flags: MessageFlags.Deleted);

        var held = await box.Mailbox.HoldManyAsync(arrivals, Token);

        Assert.All(held, h => Assert.Equal(MoveOutcome.Moved, h.Outcome));
        Assert.Single(relay.Said, c => c.StartsWith("UID COPY", StringComparison.Ordinal));
        Assert.Single(relay.Said, c => c.StartsWith("UID EXPUNGE", StringComparison.Ordinal));
        Assert.Equal((Many, 1), (Count(await box.AllAsync(), "Held"), Count(await box.AllAsync(), "INBOX")));
    }

    [Fact]
    public async Task D2_without_MOVE_copies_of_a_batch_that_a_crash_cut_short_are_ended_and_not_made_again()
    {
        await using var box = new ImapUnderTest(DovecotServer.WithoutMove);
        var arrivals = await ArriveAsync(box);
        _ = box.Raw.Select(Mail(0));
        box.Raw.Ask("UID COPY 3:12 Held");

        var held = await box.Mailbox.HoldManyAsync(arrivals, Token);

        Assert.All(held, h => Assert.Equal(MoveOutcome.Moved, h.Outcome));
        Assert.Equal((Many, 0), (Count(await box.AllAsync(), "Held"), Count(await box.AllAsync(), "INBOX")));
    }

    [Fact]
    public async Task In_flag_mode_many_are_marked_and_unmarked_by_one_command_each()
    {
        using var relay = new ImapRelay(DovecotServer.Poor.ImapPort);
        await using var box = new ImapUnderTest(DovecotServer.Poor, s => s with { Hold = ImapHold.Flag, Port = relay.Port });
        var arrivals = await ArriveAsync(box);

        var held = await box.Mailbox.HoldManyAsync(arrivals, Token);
        Assert.Equal(Many, (await box.Mailbox.ListHeldAsync(Token)).Count);
        var back = await box.Mailbox.ReleaseManyAsync(arrivals, "INBOX", Token);

        Assert.All(held.Concat(back), h => Assert.Equal(MoveOutcome.Moved, h.Outcome));
        Assert.Equal(2, relay.Said.Count(c => c.StartsWith("UID STORE", StringComparison.Ordinal)));
        Assert.Empty(await box.Mailbox.ListHeldAsync(Token));
    }

    [Fact]
    public async Task D4_a_Held_in_which_nothing_changed_is_not_listed_again_and_each_change_is_seen()
    {
        using var relay = new ImapRelay(DovecotServer.Full.ImapPort);
        await using var box = new ImapUnderTest(DovecotServer.Full, s => s with { Port = relay.Port });
        _ = await box.Mailbox.HoldManyAsync(await ArriveAsync(box), Token);
        var cursor = (await box.Mailbox.LookAsync(null, Token)).Cursor;
        var listed = await box.Mailbox.ListHeldAsync(Token);
        _ = await box.Mailbox.LookAsync(cursor, Token);

        var before = relay.Said.Count;
        Assert.Equal(listed, await box.Mailbox.ListHeldAsync(Token));
        Assert.DoesNotContain(relay.Said.Skip(before), c => c.Contains("FETCH", StringComparison.Ordinal));

        await box.SetFlagsByHandAsync(Mail(3), MessageFlags.Flagged);
        Assert.Single(await box.Mailbox.ListHeldAsync(Token), m => m.Flags == MessageFlags.Flagged);
        _ = await box.Mailbox.LookAsync(cursor, Token);
        await box.MoveByHandAsync(Mail(4), "Projects");
        Assert.Equal(Many - 1, (await box.Mailbox.ListHeldAsync(Token)).Count);
        _ = await box.Mailbox.LookAsync(cursor, Token);
        await box.DeliverAsync(Mails.Simple("hers@x"), box.Now, "Held");
        Assert.Equal(Many, (await box.Mailbox.ListHeldAsync(Token)).Count);
    }

    [Fact]
    public async Task E2_sent_mail_to_which_nothing_was_added_is_not_read_again_and_what_is_added_is_seen()
    {
        using var relay = new ImapRelay(DovecotServer.Full.ImapPort);
        await using var box = new ImapUnderTest(DovecotServer.Full, s => s with { Port = relay.Port });
        await box.DeliverAsync(Mails.Simple("first@x"), box.Now, "Sent", MessageFlags.Seen);
        Assert.Single(await box.Mailbox.SentSinceAsync(box.Now - Duration.FromHours(1), Token));
        _ = await box.Mailbox.LookAsync(null, Token);

        var before = relay.Said.Count;
        Assert.Single(await box.Mailbox.SentSinceAsync(box.Now - Duration.FromMinutes(30), Token));
        Assert.DoesNotContain(relay.Said.Skip(before), c => c.Contains("SEARCH", StringComparison.Ordinal));

        await box.DeliverAsync(Mails.Simple("second@x"), box.Now + Duration.FromSeconds(1), "Sent", MessageFlags.Seen);
        Assert.Equal(2, (await box.Mailbox.SentSinceAsync(box.Now - Duration.FromMinutes(30), Token)).Count);
        Assert.Equal(["second@x"], (await box.Mailbox.SentSinceAsync(box.Now + Duration.FromSeconds(1), Token)).Select(s => s.MessageId));
    }

    private static byte[] Mail(int number) => Mails.Simple($"m{number}@x");

    private static int Count(IEnumerable<Placed> all, string folder) => all.Count(p => p.Folder == folder);

    private static async Task<IReadOnlyList<StoredMessage>> ArriveAsync(ImapUnderTest box)
    {
        _ = await box.Mailbox.OpenAsync(Token);
        var cursor = (await box.Mailbox.LookAsync(null, Token)).Cursor;
        for (var n = 0; n < Many; n++)
        {
            await box.DeliverAsync(Mail(n), box.Now + Duration.FromSeconds(n));
        }

        return (await box.Mailbox.LookAsync(cursor, Token)).Arrivals;
    }
}
