using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Pipeline;
using BoundaryWorker.Pipeline.Ports;
using BoundaryWorker.Tests.Fakes;
using NodaTime;

namespace BoundaryWorker.Tests.Pipeline;

/// <summary>One look: record before act, old mail left alone, one poison message stops nobody (promises 1, 4, 7).</summary>
public sealed class ArrivalsTests
{
    [Fact]
    public async Task Promise_4_where_the_ledger_cannot_record_the_mail_is_untouched_and_handled_at_the_next_look()
    {
        using var fixture = await PathFixture.WatchingAsync();
        fixture.Ledger.Faults.On(nameof(ILedger.RecordAsync), new LedgerUnavailableException("The disk is full."));
        var message = fixture.Deliver("jane@acme.example");

        await Assert.ThrowsAsync<LedgerUnavailableException>(() => fixture.RoundAsync());
        Assert.Equal("INBOX", fixture.FolderOf(message));
        Assert.Equal(0, fixture.Mailbox.Faults.Calls(nameof(IMailbox.HoldAsync)));
        Assert.Empty(fixture.Replies.Sent);

        await fixture.RoundAsync();
        Assert.Equal(InMemoryMailbox.Held, fixture.FolderOf(message));
        Assert.Single(fixture.Replies.Sent);
    }

    [Fact]
    public async Task Record_comes_before_act_and_the_reply_after_the_hold()
    {
        using var fixture = await PathFixture.WatchingAsync();
        fixture.Deliver("jane@acme.example");
        fixture.Life.Order("mailbox.HoldManyAsync", 1, after: false, () => new MailboxUnavailableException("by order"));

        await fixture.RoundAsync();

        Assert.Equal(MessageState.ToHold, Assert.Single(fixture.Ledger.Messages).State);
        Assert.NotEmpty(Assert.Single(fixture.Ledger.Replies).Bytes.Bytes);
        Assert.Empty(fixture.Replies.Sent);
    }

    [Fact]
    public async Task A_message_that_cannot_be_held_is_answered_by_nobody_and_told_in_the_digest()
    {
        using var fixture = await PathFixture.WatchingAsync();
        fixture.Mailbox.RefuseMoves = "The mailbox is full.";
        var message = fixture.Deliver("jane@acme.example");

        await fixture.RoundAsync();
        await fixture.RoundAsync(PathFixture.Opening - Duration.FromMinutes(10));

        Assert.Equal(MessageState.HoldFailed, fixture.RecordOf(message).State);
        Assert.Empty(fixture.Replies.Sent);
        Assert.Contains("The mailbox is full.", Assert.Single(fixture.Mails), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_message_that_cannot_be_moved_stays_where_it_is_and_stops_no_other()
    {
        using var fixture = await PathFixture.WatchingAsync();
        fixture.Mailbox.Faults.Before(nameof(IMailbox.HoldAsync), 1, () => new InvalidOperationException("poison"));
        var (poison, other) = (fixture.Deliver("jane@acme.example"), fixture.Deliver("anna@brzoza.example"));

        await fixture.SettleAsync();

        Assert.Equal(("INBOX", InMemoryMailbox.Held), (fixture.FolderOf(poison), fixture.FolderOf(other)));
        Assert.Equal(MessageState.HoldFailed, fixture.RecordOf(poison).State);
        Assert.Equal("anna@brzoza.example", Assert.Single(fixture.Replies.Sent).EnvelopeTo.Key);
    }

    [Fact]
    public async Task Promise_7_the_first_look_takes_what_is_there_for_its_baseline()
    {
        using var fixture = new PathFixture();
        var before = fixture.Deliver("jane@acme.example");

        await fixture.RoundAsync();
        await fixture.RoundAsync();

        Assert.Equal("INBOX", fixture.FolderOf(before));
        Assert.Empty(fixture.Ledger.Messages);
    }

    [Fact]
    public async Task Promise_7_a_message_that_says_it_came_before_the_last_look_is_left_alone()
    {
        using var fixture = await PathFixture.WatchingAsync();
        var moved = fixture.Mailbox.Deliver(fixture.Letter("jane@acme.example"), fixture.Now - Duration.FromMinutes(11));

        await fixture.RoundAsync();

        Assert.Equal(Reason.OldMail, fixture.RecordOf(moved).Decision.Hold.Reasons[0].Reason);
        Assert.Equal("INBOX", fixture.FolderOf(moved));
    }

    [Fact]
    public async Task Promise_7_a_flood_of_old_mail_pauses_the_look_and_is_told_at_each_time_it_happens()
    {
        using var fixture = await PathFixture.WatchingAsync();
        var fresh = await FloodAsync(fixture);
        Assert.Equal("INBOX", fixture.FolderOf(fresh));
        await fixture.RoundAsync(PathFixture.Opening);
        Assert.Single(fixture.Mails, m => m.Contains("starej poczty", StringComparison.Ordinal));

        await fixture.RoundAsync(PathFixture.Evening + Duration.FromDays(1));
        await FloodAsync(fixture);
        await fixture.RoundAsync(PathFixture.Opening + Duration.FromDays(1));

        Assert.Equal(2, fixture.Mails.Count(m => m.Contains("starej poczty", StringComparison.Ordinal)));
        Assert.Empty(fixture.Replies.Sent);
    }

    [Fact]
    public async Task What_comes_back_at_an_opening_is_no_flood_however_much_it_is()
    {
        using var fixture = await PathFixture.WatchingAsync();
        for (var n = 0; n <= OldMail.AtOnce; n++)
        {
            fixture.Deliver($"p{n}@acme.example");
        }

        await fixture.RoundAsync();
        await fixture.RoundAsync(PathFixture.Opening - Duration.FromSeconds(1));
        fixture.Clock.Reset(PathFixture.Opening);
        var fresh = fixture.Deliver("anna@brzoza.example", "Banner", "Please prepare the banner for the sale.");
        await fixture.RoundAsync();
        await fixture.RoundAsync(PathFixture.Opening + Duration.FromMinutes(1));

        Assert.All(fixture.Mailbox.Messages, m => Assert.Equal("INBOX", m.Folder));
        Assert.DoesNotContain(fixture.Mails, m => m.StartsWith("kind=notice", StringComparison.Ordinal));
        Assert.NotEqual(Reason.OldMail, fixture.RecordOf(fresh).Decision.Hold.Reasons[0].Reason);
    }

    [Theory]
    [InlineData(6)]
    [InlineData(-6)]
    public async Task A_clock_that_disagrees_with_the_server_stops_holding_and_answering_and_is_told(int minutes)
    {
        using var fixture = await PathFixture.WatchingAsync();
        fixture.Mailbox.ServerSkew = Duration.FromMinutes(minutes);
        var message = fixture.Deliver("jane@acme.example");

        await fixture.RoundAsync();
        Assert.Equal("INBOX", fixture.FolderOf(message));
        Assert.Empty(fixture.Replies.Sent);
        await fixture.RoundAsync(PathFixture.Opening);
        await fixture.RoundAsync(PathFixture.Opening + Duration.FromMinutes(1));

        Assert.Single(fixture.Mails, m => m.Contains("Zegar", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_clock_that_agrees_again_lets_the_mail_be_judged_that_came_meanwhile()
    {
        using var fixture = await PathFixture.WatchingAsync();
        fixture.Mailbox.ServerSkew = Duration.FromMinutes(6);
        var message = fixture.Deliver("jane@acme.example");
        await fixture.RoundAsync();

        fixture.Mailbox.ServerSkew = Duration.Zero;
        await fixture.RoundAsync(fixture.Now + Duration.FromHours(1));

        Assert.Equal(InMemoryMailbox.Held, fixture.FolderOf(message));
        Assert.Contains(fixture.RecordOf(message).Decision.Reply.Reasons, b => b.Reason == Reason.HandledLate);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(OldMail.AtOnce + 1)]
    public async Task One_poison_message_stops_no_other_and_is_told_after_three_tries(int others)
    {
        using var fixture = await PathFixture.WatchingAsync();
        var read = fixture.Mailbox.Reader;
        fixture.Mailbox.Reader = (stream, at, flags) => read(stream, at, flags) is var message && message.Subject == "Poison" ? throw new InvalidOperationException("poison") : message;
        var poison = fixture.Deliver("jane@acme.example", "Poison");
        for (var n = 0; n < others; n++)
        {
            fixture.Deliver($"p{n}@acme.example");
        }

        await fixture.RoundAsync();
        Assert.Equal(others, fixture.Mailbox.Messages.Count(m => m.Folder == InMemoryMailbox.Held));
        Assert.Equal("INBOX", fixture.FolderOf(poison));
        await fixture.RoundAsync(fixture.Now + Duration.FromMinutes(20));
        var reads = fixture.Mailbox.Faults.Calls(nameof(IMailbox.ReadAsync));
        await fixture.RoundAsync(fixture.Now + Duration.FromMinutes(20));
        await fixture.RoundAsync(fixture.Now + Duration.FromMinutes(20));
        await fixture.RoundAsync(PathFixture.Opening);

        Assert.True(fixture.Mailbox.Faults.Calls(nameof(IMailbox.ReadAsync)) <= reads + 2 + others, "still being read");
        Assert.Single(fixture.Mails, m => m.Contains(poison.Stored.Identity.Key("me").Label, StringComparison.Ordinal));
        Assert.Equal("INBOX", fixture.FolderOf(poison));
    }

    [Fact]
    public async Task A_message_that_can_be_read_at_the_third_try_is_held_though_that_was_half_an_hour_later()
    {
        using var fixture = await PathFixture.WatchingAsync();
        fixture.Mailbox.Faults
            .Before(nameof(IMailbox.ReadAsync), 1, () => new InvalidOperationException("poison"))
            .Before(nameof(IMailbox.ReadAsync), 2, () => new InvalidOperationException("poison"));
        var message = fixture.Deliver("jane@acme.example");
        await fixture.RoundAsync();
        await fixture.RoundAsync(fixture.Now + Duration.FromMinutes(15));
        await fixture.RoundAsync(fixture.Now + Duration.FromMinutes(15));

        Assert.Equal(InMemoryMailbox.Held, fixture.FolderOf(message));
    }

    [Fact]
    public async Task D3_in_the_look_after_the_server_numbered_its_messages_anew_nobody_is_answered_and_all_is_held_as_ever()
    {
        using var fixture = await PathFixture.WatchingAsync();
        var known = fixture.Deliver("q@quiet.example");
        await fixture.RoundAsync();
        fixture.Mailbox.Renumber();
        var (first, second) = (fixture.Deliver("jane@acme.example"), fixture.Deliver("anna@brzoza.example"));

        await fixture.SettleAsync();

        Assert.All(new[] { known, first, second }, m => Assert.Equal(InMemoryMailbox.Held, fixture.FolderOf(m)));
        Assert.All(new[] { first, second }, m => Assert.Equal(Reason.Renumbered, Assert.Single(fixture.RecordOf(m).Decision.Reply.Reasons).Reason));
        Assert.Empty(fixture.Replies.Sent);

        fixture.Deliver("jane@acme.example");
        await fixture.SettleAsync();
        Assert.Equal("jane@acme.example", Assert.Single(fixture.Replies.Sent).EnvelopeTo.Key);
    }

    [Fact]
    public async Task D3_a_reply_that_was_ready_waits_while_the_messages_are_numbered_anew()
    {
        using var fixture = await PathFixture.WatchingAsync();
        fixture.Deliver("jane@acme.example");
        fixture.Deliver("anna@brzoza.example");
        await fixture.RoundAsync();
        Assert.Single(fixture.Replies.Sent);
        fixture.Mailbox.Renumber();

        await fixture.RoundAsync(fixture.Now + Outbox.Pace);
        Assert.Single(fixture.Replies.Sent);

        await fixture.RoundAsync(fixture.Now + Outbox.Pace);
        Assert.Equal(2, fixture.Replies.Sent.Count);
    }

    [Fact]
    public async Task Twins_alike_to_the_byte_are_both_held_answered_once_and_both_back()
    {
        using var fixture = await PathFixture.WatchingAsync();
        var letter = fixture.Letter("jane@acme.example");
        fixture.DeliverBytes(letter);
        fixture.DeliverBytes(letter);

        await fixture.RoundAsync();
        await fixture.RoundAsync(fixture.Now + Duration.FromMinutes(1));
        Assert.Equal(2, fixture.Mailbox.Messages.Count(m => m.Folder == InMemoryMailbox.Held));
        Assert.Single(fixture.Replies.Sent);

        await fixture.RoundAsync(PathFixture.Opening);
        await fixture.RoundAsync(PathFixture.Opening + Duration.FromMinutes(1));
        Assert.Equal(2, fixture.Mailbox.Messages.Count(m => m.Folder == "INBOX"));
        Assert.All(fixture.Ledger.Messages, m => Assert.Equal(MessageState.Released, m.State));
        Assert.Empty(fixture.Mailbox.Lost);
    }

    [Fact]
    public async Task Row_17_what_she_sent_during_a_long_outage_is_known_before_the_arrivals_are_judged()
    {
        using var fixture = await PathFixture.WatchingAsync();
        fixture.Clock.Advance(Duration.FromHours(2));
        fixture.Mailbox.Deliver(
            "From: me@studio.example\r\nTo: jane@acme.example\r\nSubject: Hello\r\nMessage-ID: <hers@studio.example>\r\n\r\nHello\r\n"u8.ToArray(), fixture.Now, "Sent", MessageFlags.Seen);
        fixture.Clock.Advance(Duration.FromHours(3));
        var message = fixture.Deliver("jane@acme.example");

        await fixture.RoundAsync();

        Assert.Equal("INBOX", fixture.FolderOf(message));
        Assert.Contains(fixture.RecordOf(message).Decision.Hold.Reasons, b => b.Reason == Reason.OwnerWroteToPerson);
    }

    private static async Task<InMemoryMessage> FloodAsync(PathFixture fixture)
    {
        for (var n = 0; n <= OldMail.AtOnce; n++)
        {
            fixture.Mailbox.Deliver(fixture.Letter("jane@acme.example"), fixture.Now - Duration.FromDays(n + 1));
        }

        var fresh = fixture.Deliver("anna@brzoza.example");
        await fixture.RoundAsync();
        return fresh;
    }
}
