using BoundaryWorker.Core.Mail;
using BoundaryWorker.Pipeline.Ports;
using NodaTime;

namespace BoundaryWorker.Contracts;

/// <summary>What every <see cref="IMailbox"/> promises about many messages at once: to each what it promises to one.</summary>
public abstract class MailboxBatchesContract : MailboxMovesContract
{
    [Fact]
    public async Task D1_many_are_held_and_come_back_unchanged_in_the_order_of_arrival()
    {
        var arrivals = await ArriveManyAsync(7, n => n % 2 == 0 ? MessageFlags.None : MessageFlags.Seen | MessageFlags.Flagged);
        var before = await AllAsync();

        var held = await Mailbox.HoldManyAsync(arrivals, Token);
        Assert.Equal(before.Select(p => p with { Folder = "Held" }), await AllAsync());
        var listed = await Mailbox.ListHeldAsync(Token);
        var back = await Mailbox.ReleaseManyAsync(listed, "INBOX", Token);

        Assert.All(held.Concat(back), r => Assert.Equal(MoveOutcome.Moved, r.Outcome));
        Assert.Equal(arrivals.Select(a => a.Identity), held.Select(h => h.Moved!.Identity));
        Assert.Equal(listed.Select(m => m.Ref), held.Select(h => h.Moved!.Ref));
        Assert.Equal(arrivals.Select(a => (a.Identity, a.Flags)), back.Select(b => (b.Moved!.Identity, b.Moved.Flags)));
        Assert.Equal(before, await AllAsync());
    }

    [Fact]
    public async Task D7_of_many_what_she_moved_or_deleted_is_gone_and_the_others_are_held()
    {
        var arrivals = await ArriveManyAsync(5);
        await Box.MoveByHandAsync(Mail(1), "Projects");
        await Box.DeleteByHandAsync(Mail(3));

        var held = await Mailbox.HoldManyAsync(arrivals, Token);

        Assert.Equal([MoveOutcome.Moved, MoveOutcome.Gone, MoveOutcome.Moved, MoveOutcome.Gone, MoveOutcome.Moved], held.Select(h => h.Outcome));
        Assert.Equal(["Held", "Held", "Held", "Projects"], (await AllAsync()).Select(p => p.Folder).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Many_of_which_some_were_held_before_a_crash_are_all_held_and_nothing_moves_twice()
    {
        var arrivals = await ArriveManyAsync(5);
        _ = await Mailbox.HoldManyAsync([arrivals[1], arrivals[4]], Token);
        await Box.RestartAsync();

        var held = await Mailbox.HoldManyAsync(arrivals, Token);
        var again = await Mailbox.HoldManyAsync(arrivals, Token);

        Assert.All(held.Concat(again), r => Assert.Equal(MoveOutcome.Moved, r.Outcome));
        Assert.Equal(held.Select(h => h.Moved!.Ref), again.Select(h => h.Moved!.Ref));
        Assert.Equal(5, (await Mailbox.ListHeldAsync(Token)).Count);
        Assert.Equal(5, (await AllAsync()).Count);
    }

    [Fact]
    public async Task Twin_copies_among_many_are_two_messages()
    {
        var twin = Mails.Simple("twin@x");
        var cursor = await BaselineAsync();
        await Box.DeliverAsync(twin, Box.Now);
        await Box.DeliverAsync(twin, Box.Now);
        var twins = (await Mailbox.LookAsync(cursor, Token)).Arrivals;

        var held = await Mailbox.HoldManyAsync(twins, Token);
        Assert.Equal(2, held.Select(h => h.Moved!.Ref).Distinct().Count());
        Assert.All(await AllAsync(), p => Assert.Equal("Held", p.Folder));
        var back = await Mailbox.ReleaseManyAsync(await Mailbox.ListHeldAsync(Token), "INBOX", Token);

        Assert.Equal(2, back.Select(b => b.Moved!.Ref).Distinct().Count());
        Assert.Equal(["INBOX", "INBOX"], (await AllAsync()).Select(p => p.Folder));
    }

    [Fact]
    public async Task D1_many_are_read_as_each_would_be_and_what_is_gone_is_none()
    {
        var arrivals = await ArriveManyAsync(4);
        await Box.DeleteByHandAsync(Mail(2));
        var before = await AllAsync();

        var read = await Mailbox.ReadManyAsync(arrivals, Token);

        Assert.Equal(["m0@x", "m1@x", null, "m3@x"], read.Select(r => r.Message?.MessageId));
        Assert.All(read, r => Assert.Null(r.Failure));
        Assert.Equal(arrivals[3].Identity.Size, read[3].Message!.Size);
        Assert.Equal(before, await AllAsync());
    }

    [Fact]
    public async Task Nothing_of_none_is_no_error()
    {
        Assert.Empty(await Mailbox.ReadManyAsync([], Token));
        Assert.Empty(await Mailbox.HoldManyAsync([], Token));
        Assert.Empty(await Mailbox.ReleaseManyAsync([], "INBOX", Token));
    }

    [Fact]
    public async Task Promise_7_a_listing_tells_the_topmost_Received_by_which_old_mail_is_known()
    {
        const string Two = "Received: from a by b; Mon, 23 Nov 2020 10:00:00 +0100\r\nReceived: from c by a; Mon, 23 Nov 2020 09:00:00 +0100\r\n";

        Assert.Equal(Instant.FromUtc(2020, 11, 23, 9, 0), (await ArriveAsync(Mails.Simple("old@x", extra: Two))).TopmostReceived);
        Assert.Null((await ArriveAsync(Mails.Simple("new@x"))).TopmostReceived);
    }

    private async Task<IReadOnlyList<Placed>> AllAsync() => [.. (await Box.AllAsync()).OrderBy(p => p.Hash, StringComparer.Ordinal)];

    private static byte[] Mail(int number) => Mails.Simple($"m{number}@x");

    private async Task<IReadOnlyList<StoredMessage>> ArriveManyAsync(int count, Func<int, MessageFlags>? flags = null)
    {
        var cursor = await BaselineAsync();
        for (var n = 0; n < count; n++)
        {
            await Box.DeliverAsync(Mail(n), Box.Now + Duration.FromSeconds(n), flags: flags?.Invoke(n) ?? MessageFlags.None);
        }

        return (await Mailbox.LookAsync(cursor, Token)).Arrivals;
    }
}
