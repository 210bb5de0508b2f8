using BoundaryWorker.Core.Code;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Core.Time;
using BoundaryWorker.Pipeline;
using BoundaryWorker.Pipeline.Ports;
using BoundaryWorker.Tests.Deciding;
using BoundaryWorker.Tests.Fakes;
using NodaTime;

namespace BoundaryWorker.Tests.Pipeline;

/// <summary>What lies in Held comes back when it should, unless she was faster (replies.md D4-D7, D12).</summary>
public sealed class HeldMessagesTests
{
    private static readonly Instant Midnight = PathFixture.Evening + Duration.FromHours(6);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task D5_everything_comes_back_in_the_order_of_arrival_to_the_folder_it_came_from()
    {
        using var fixture = new PathFixture();
        fixture.Mailbox.Watched.Add("Clients");
        await fixture.RoundAsync();
        var filed = fixture.Mailbox.Deliver(fixture.Letter("jane@acme.example"), fixture.Now + Duration.FromSeconds(1), "Clients");
        var second = fixture.Mailbox.Deliver(fixture.Letter("anna@brzoza.example"), fixture.Now + Duration.FromSeconds(3));
        var first = fixture.Mailbox.Deliver(fixture.Letter("tom@acme.example"), fixture.Now + Duration.FromSeconds(2));
        await fixture.RoundAsync(fixture.Now + Duration.FromSeconds(10));
        Assert.All(fixture.Mailbox.Messages, m => Assert.Equal(InMemoryMailbox.Held, m.Folder));

        await fixture.RoundAsync(PathFixture.Opening);

        Assert.Equal("Clients", fixture.FolderOf(filed));
        Assert.Equal([filed.Serial, first.Serial, second.Serial], fixture.Mailbox.Messages.OrderBy(m => m.Uid).Select(m => m.Serial));
        Assert.Empty(fixture.Mailbox.Lost);
    }

    [Fact]
    public async Task D5_what_came_from_a_folder_that_is_gone_comes_back_to_the_inbox()
    {
        using var fixture = new PathFixture();
        fixture.Mailbox.Watched.Add("Clients");
        await fixture.RoundAsync();
        var filed = fixture.Mailbox.Deliver(fixture.Letter("jane@acme.example"), fixture.Now, "Clients");
        await fixture.RoundAsync();
        fixture.Mailbox.RemoveFolder("Clients");

        await fixture.RoundAsync(PathFixture.Opening);

        Assert.Equal("INBOX", fixture.FolderOf(filed));
    }

    [Fact]
    public async Task D4_with_the_ledger_gone_everything_in_Held_is_adopted_and_back_at_the_opening_whatever_its_flags()
    {
        var (fixture, held) = await PathFixture.HeldAsync();
        using var _ = fixture;
        var flagged = fixture.Mailbox.Deliver(fixture.Letter("anna@brzoza.example"), fixture.Now, InMemoryMailbox.Held, MessageFlags.Flagged);

        fixture.LoseLedger();
        await fixture.RoundAsync(Midnight);
        await fixture.RoundAsync(Midnight + Duration.FromHours(1));

        Assert.Equal((InMemoryMailbox.Held, InMemoryMailbox.Held), (fixture.FolderOf(held), fixture.FolderOf(flagged)));
        await fixture.RoundAsync(PathFixture.Opening);
        Assert.Equal(("INBOX", "INBOX"), (fixture.FolderOf(held), fixture.FolderOf(flagged)));
        Assert.Empty(fixture.Mailbox.Lost);
        Assert.Single(fixture.Replies.Sent);
    }

    [Fact]
    public async Task D4_what_she_puts_into_Held_herself_comes_back_at_the_opening()
    {
        var (fixture, held) = await PathFixture.HeldAsync();
        using var _ = fixture;
        fixture.Mailbox.ByHand(held.Serial, m => m with { Folder = "INBOX" });
        await fixture.RoundAsync(Midnight);
        fixture.Mailbox.ByHand(held.Serial, m => m with { Folder = InMemoryMailbox.Held });
        await fixture.RoundAsync(Midnight + Duration.FromHours(1));
        Assert.Equal(InMemoryMailbox.Held, fixture.FolderOf(held));

        await fixture.RoundAsync(PathFixture.Opening);

        Assert.Equal("INBOX", fixture.FolderOf(held));
    }

    [Theory]
    [InlineData(MessageFlags.Answered)]
    [InlineData(MessageFlags.Flagged)]
    [InlineData(MessageFlags.Deleted)]
    public async Task D7_what_she_flags_or_answers_while_it_is_held_is_hers_and_never_moved_again(MessageFlags gesture)
    {
        var (fixture, held) = await PathFixture.HeldAsync();
        using var _ = fixture;
        fixture.Mailbox.ByHand(held.Serial, m => m with { Flags = gesture });

        await fixture.MorningAsync();

        Assert.Equal(InMemoryMailbox.Held, fixture.FolderOf(held));
        Assert.Equal(MessageState.Hers, fixture.RecordOf(held).State);
    }

    [Theory]
    [InlineData("INBOX")]
    [InlineData("Projects")]
    public async Task D7_what_she_moves_while_it_is_held_is_hers_and_never_held_again(string folder)
    {
        var (fixture, held) = await PathFixture.HeldAsync();
        using var _ = fixture;
        fixture.Mailbox.ByHand(held.Serial, m => m with { Folder = folder });

        await fixture.MorningAsync();

        Assert.Equal(folder, fixture.FolderOf(held));
        Assert.Equal(MessageState.Hers, fixture.RecordOf(held).State);
        Assert.Single(fixture.Replies.Sent);
    }

    [Fact]
    public async Task D7_what_she_deletes_while_it_is_held_is_hers()
    {
        var (fixture, held) = await PathFixture.HeldAsync();
        using var _ = fixture;
        fixture.Mailbox.ByHand(held.Serial, _ => null);

        await fixture.MorningAsync();

        Assert.Equal(MessageState.Hers, fixture.RecordOf(held).State);
        Assert.Empty(fixture.Mailbox.Messages);
    }

    [Fact]
    public async Task D7_reading_a_held_message_is_no_gesture()
    {
        var (fixture, held) = await PathFixture.HeldAsync();
        using var _ = fixture;
        fixture.Mailbox.ByHand(held.Serial, m => m with { Flags = MessageFlags.Seen });

        await fixture.MorningAsync();

        Assert.Equal("INBOX", fixture.FolderOf(held));
    }

    [Fact]
    public async Task D12_hours_that_begin_earlier_count_at_once()
    {
        var (fixture, held) = await PathFixture.HeldAsync();
        using var _ = fixture;
        fixture.Code = WithClosed(fixture.Code) with { Hours = fixture.Code.Hours with { Open = [new DatedHours(new(2026, 11, 25), [Fixtures.Hours(7, 12)])] } };

        await fixture.RoundAsync(PathFixture.Opening - Duration.FromHours(2));

        Assert.Equal("INBOX", fixture.FolderOf(held));
    }

    [Fact]
    public async Task D12_a_leave_entered_while_mail_is_held_keeps_only_what_nobody_was_told_a_day_for()
    {
        var (fixture, told) = await PathFixture.HeldAsync();
        using var _ = fixture;
        var untold = fixture.Deliver("new@newcomer.example");
        await fixture.RoundAsync();
        fixture.Code = WithClosed(fixture.Code, Fixtures.Leave(new(2026, 11, 25), new(2026, 11, 25)));

        await fixture.MorningAsync();

        Assert.Equal("INBOX", fixture.FolderOf(told));
        Assert.Equal(InMemoryMailbox.Held, fixture.FolderOf(untold));
        await fixture.RoundAsync(PathFixture.Opening + Duration.FromDays(1));
        Assert.Equal("INBOX", fixture.FolderOf(untold));
    }

    [Fact]
    public async Task Promise_5_a_leave_entered_while_mail_is_held_never_keeps_it_longer_than_max_hold()
    {
        var (fixture, _) = await PathFixture.HeldAsync();
        using var __ = fixture;
        var untold = fixture.Deliver("new@newcomer.example");
        await fixture.RoundAsync();
        fixture.Code = WithClosed(fixture.Code, Fixtures.Leave(new(2026, 11, 25), new(2026, 12, 20)));

        await fixture.RoundAsync(Midnight);
        await fixture.RoundAsync(untold.Received + fixture.Code.MaxHold - Duration.FromSeconds(1));
        Assert.Equal(InMemoryMailbox.Held, fixture.FolderOf(untold));
        await fixture.RoundAsync(untold.Received + fixture.Code.MaxHold);

        Assert.Equal("INBOX", fixture.FolderOf(untold));
    }

    [Fact]
    public async Task Row_25_with_hold_through_leave_mail_is_held_to_the_opening_although_that_is_later_than_max_hold()
    {
        using var fixture = await PathFixture.WatchingAsync(f => f.Code = WithClosed(f.Code, Fixtures.Leave(new(2026, 11, 25), new(2026, 12, 11))) with { HoldThroughLeave = true });
        var held = fixture.Deliver("jane@acme.example");
        await fixture.RoundAsync();
        var opening = fixture.RecordOf(held).Decision.Hold.Until!.Value;
        Assert.True(opening - held.Received > fixture.Code.MaxHold);

        await fixture.RoundAsync(opening - Duration.FromSeconds(1));
        Assert.Equal(InMemoryMailbox.Held, fixture.FolderOf(held));
        await fixture.RoundAsync(opening);

        Assert.Equal("INBOX", fixture.FolderOf(held));
    }

    [Fact]
    public async Task A_broken_file_with_a_last_good_one_releases_by_that_and_holds_nothing_new()
    {
        var (fixture, held) = await PathFixture.HeldAsync();
        using var _ = fixture;
        fixture.Broken = new FilesState.ReleaseOnly(fixture.Code, fixture.Clients, ["code.yaml, line 3: no such key"]);
        var later = fixture.Deliver("anna@brzoza.example");

        await fixture.RoundAsync(Midnight);

        Assert.Equal((InMemoryMailbox.Held, "INBOX"), (fixture.FolderOf(held), fixture.FolderOf(later)));
        await fixture.RoundAsync(PathFixture.Opening);
        Assert.Equal("INBOX", fixture.FolderOf(held));
        Assert.Single(fixture.Replies.Sent);
    }

    [Fact]
    public async Task Without_any_good_Code_Held_is_emptied_at_once()
    {
        var (fixture, held) = await PathFixture.HeldAsync();
        using var _ = fixture;
        fixture.Broken = new FilesState.ReleaseOnly(null, null, ["code.yaml is missing"]);

        await fixture.RoundAsync(Midnight);

        Assert.Equal("INBOX", fixture.FolderOf(held));
    }

    [Fact]
    public async Task Extra_hours_of_a_client_release_that_clients_mail_alone()
    {
        using var fixture = await PathFixture.WatchingAsync(start: PathFixture.Evening + Duration.FromDays(3));
        var (anna, jane) = (fixture.Deliver("anna@brzoza.example"), fixture.Deliver("jane@acme.example"));
        await fixture.RoundAsync();

        await fixture.RoundAsync(PathFixture.Opening + Duration.FromDays(3) + Duration.FromHours(1));

        Assert.Equal(("INBOX", InMemoryMailbox.Held), (fixture.FolderOf(anna), fixture.FolderOf(jane)));
    }

    private static BoundaryCode WithClosed(BoundaryCode code, params Closure[] closed) => code with { Hours = code.Hours with { Closed = closed } };
}
