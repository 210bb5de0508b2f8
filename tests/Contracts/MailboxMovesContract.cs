using BoundaryWorker.Core.Mail;
using BoundaryWorker.Pipeline.Ports;
using NodaTime;

namespace BoundaryWorker.Contracts;

/// <summary>What every <see cref="IMailbox"/> promises about holding and releasing (promise 1, replies.md D).</summary>
public abstract class MailboxMovesContract : MailboxContract
{
    [Fact]
    public async Task D8_held_is_there_after_opening_and_opening_again_changes_nothing()
    {
        var abilities = await Mailbox.OpenAsync(Token);

        Assert.Equal((true, null), (abilities.CanHold, abilities.WhyNot));
        Assert.Empty(await Mailbox.ListHeldAsync(Token));
        Assert.Equal(abilities, await Mailbox.OpenAsync(Token));
    }

    [Theory]
    [InlineData(MessageFlags.None)]
    [InlineData(MessageFlags.Seen)]
    [InlineData(MessageFlags.Seen | MessageFlags.Answered | MessageFlags.Flagged)]
    public async Task D1_bytes_flags_and_arrival_are_the_same_in_held_and_back_again(MessageFlags flags)
    {
        var message = await ArriveAsync(Mails.Simple("keep@x"), Box.Now - Duration.FromSeconds(3), flags);
        var before = Assert.Single(await Box.AllAsync());

        var held = await Mailbox.HoldAsync(message, Token);
        Assert.Equal(before with { Folder = await HeldAsync() }, Assert.Single(await Box.AllAsync()));
        var released = await Mailbox.ReleaseAsync(held.Moved!, "INBOX", Token);

        Assert.Equal(before, Assert.Single(await Box.AllAsync()));
        Assert.Equal((MoveOutcome.Moved, MoveOutcome.Moved), (held.Outcome, released.Outcome));
        Assert.Equal((message.Identity, message.Flags), (released.Moved!.Identity, released.Moved.Flags));
        Assert.Equal("INBOX", released.Moved.Ref.Folder);
    }

    [Fact]
    public async Task Held_again_after_a_crash_is_a_success_and_nothing_moves()
    {
        var message = await ArriveAsync(Mails.Simple("again@x"));
        var first = await Mailbox.HoldAsync(message, Token);
        await Box.RestartAsync();
        var before = await Box.AllAsync();

        var second = await Mailbox.HoldAsync(message, Token);
        var third = await Mailbox.HoldAsync(first.Moved!, Token);

        Assert.Equal([MoveOutcome.Moved, MoveOutcome.Moved], [second.Outcome, third.Outcome]);
        Assert.Equal(first.Moved, second.Moved);
        Assert.Equal(before, await Box.AllAsync());
    }

    [Fact]
    public async Task Released_again_after_a_crash_is_a_success_and_nothing_moves()
    {
        var held = (await Mailbox.HoldAsync(await ArriveAsync(Mails.Simple("back@x")), Token)).Moved!;
        _ = await Mailbox.ReleaseAsync(held, "INBOX", Token);
        await Box.RestartAsync();
        var before = await Box.AllAsync();

        var again = await Mailbox.ReleaseAsync(held, "INBOX", Token);

        Assert.Equal((MoveOutcome.Moved, "INBOX"), (again.Outcome, again.Moved?.Ref.Folder));
        Assert.Equal(before, await Box.AllAsync());
    }

    [Fact]
    public async Task D7_what_she_moved_or_deleted_is_gone_for_us_and_stays_where_she_put_it()
    {
        var moved = Mails.Simple("moved@x");
        var message = await ArriveAsync(moved);
        await Box.MoveByHandAsync(moved, "Projects");
        Assert.Equal(MoveOutcome.Gone, (await Mailbox.HoldAsync(message, Token)).Outcome);
        Assert.Equal("Projects", Assert.Single(await Box.AllAsync()).Folder);

        await Box.DeleteByHandAsync(moved);
        Assert.Equal(MoveOutcome.Gone, (await Mailbox.ReleaseAsync(message, "INBOX", Token)).Outcome);
        Assert.Empty(await Box.AllAsync());
    }

    [Fact]
    public async Task A_change_of_flags_by_her_between_the_look_and_the_hold_is_kept()
    {
        var eml = Mails.Simple("flags@x");
        var message = await ArriveAsync(eml);
        await Box.SetFlagsByHandAsync(eml, MessageFlags.Seen | MessageFlags.Flagged);

        var held = await Mailbox.HoldAsync(message, Token);

        Assert.Equal(MessageFlags.Seen | MessageFlags.Flagged, held.Moved?.Flags);
        Assert.Equal(MessageFlags.Seen | MessageFlags.Flagged, Assert.Single(await Box.AllAsync()).Flags);
    }

    [Fact]
    public async Task D4_held_is_listed_in_the_order_of_arrival_with_what_she_put_there_herself()
    {
        string[] ids = ["c@x", "a@x", "b@x"];
        for (var i = 0; i < ids.Length; i++)
        {
            var message = await ArriveAsync(Mails.Simple(ids[i]), Box.Now - Duration.FromSeconds(i));
            _ = await Mailbox.HoldAsync(message, Token);
        }

        await Box.DeliverAsync(Mails.Simple("hers@x"), Box.Now - Duration.FromMinutes(5), await HeldAsync());

        var held = await Mailbox.ListHeldAsync(Token);

        Assert.Equal(["hers@x", "b@x", "a@x", "c@x"], held.Select(h => h.Identity.MessageId));
        Assert.All(held, h => Assert.Equal("Held", h.Ref.Folder));
    }

    [Fact]
    public async Task Found_in_held_and_released_from_what_the_list_says()
    {
        var message = await ArriveAsync(Mails.Simple("list@x"));
        _ = await Mailbox.HoldAsync(message, Token);
        await Box.RestartAsync();

        Assert.Equal("Held", (await Mailbox.FindAsync(message.Identity, Token))?.Ref.Folder);
        var listed = Assert.Single(await Mailbox.ListHeldAsync(Token));
        Assert.Equal(MoveOutcome.Moved, (await Mailbox.ReleaseAsync(listed, "INBOX", Token)).Outcome);
        Assert.Empty(await Mailbox.ListHeldAsync(Token));
    }

    [Fact]
    public async Task Twin_copies_alike_in_everything_are_two_messages_and_both_come_and_go()
    {
        var twin = Mails.Simple("twin@x");
        var cursor = await BaselineAsync();
        await Box.DeliverAsync(twin, Box.Now);
        await Box.DeliverAsync(twin, Box.Now);
        var twins = (await Mailbox.LookAsync(cursor, Token)).Arrivals;
        Assert.Equal(2, twins.Count);
        Assert.Single(twins.Select(t => t.Identity).Distinct());

        foreach (var message in twins)
        {
            Assert.Equal(MoveOutcome.Moved, (await Mailbox.HoldAsync(message, Token)).Outcome);
        }

        Assert.All(await Box.AllAsync(), p => Assert.Equal("Held", p.Folder));
        var held = await Mailbox.ListHeldAsync(Token);
        Assert.Equal(2, held.Count);
        foreach (var message in held)
        {
            Assert.Equal(MoveOutcome.Moved, (await Mailbox.ReleaseAsync(message, "INBOX", Token)).Outcome);
        }

        Assert.Equal(["INBOX", "INBOX"], (await Box.AllAsync()).Select(p => p.Folder));
    }

    [Fact]
    public async Task D5_back_to_a_folder_that_is_gone_means_back_to_the_inbox()
    {
        var eml = Mails.Simple("homeless@x");
        var held = (await Mailbox.HoldAsync(await ArriveAsync(eml), Token)).Moved!;
        await Box.DeliverAsync(Mails.Simple("filler@x"), Box.Now, "Clients");
        await Box.DeleteByHandAsync(Mails.Simple("filler@x"));
        await Box.RemoveFolderByHandAsync("Clients");

        var released = await Mailbox.ReleaseAsync(held, "Clients", Token);

        Assert.Equal((MoveOutcome.Moved, "INBOX"), (released.Outcome, released.Moved?.Ref.Folder));
        Assert.Equal("INBOX", Assert.Single(await Box.AllAsync()).Folder);
    }

    [Fact]
    public async Task D5_back_to_the_other_folder_that_is_there()
    {
        var held = (await Mailbox.HoldAsync(await ArriveAsync(Mails.Simple("home@x")), Token)).Moved!;
        await Box.DeliverAsync(Mails.Simple("filler@x"), Box.Now, "Clients");

        var released = await Mailbox.ReleaseAsync(held, "Clients", Token);

        Assert.Equal((MoveOutcome.Moved, "Clients"), (released.Outcome, released.Moved?.Ref.Folder));
    }

    private async Task<string> HeldAsync() => (await Mailbox.OpenAsync(Token)).HeldFolder;
}
