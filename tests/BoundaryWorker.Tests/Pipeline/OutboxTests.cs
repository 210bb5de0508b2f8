using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Pipeline;
using BoundaryWorker.Pipeline.Ports;
using BoundaryWorker.Tests.Fakes;
using NodaTime;

namespace BoundaryWorker.Tests.Pipeline;

/// <summary>Replies go out once, paced, in time or not at all (replies.md E1-E6, A19).</summary>
public sealed class OutboxTests
{
    [Fact]
    public async Task E6_replies_go_out_five_seconds_apart_and_the_round_says_when_to_come_back()
    {
        using var fixture = await PathFixture.WatchingAsync();
        fixture.Deliver("jane@acme.example");
        fixture.Deliver("anna@brzoza.example");

        var first = await fixture.RoundAsync();
        await fixture.RoundAsync(fixture.Now + Outbox.Pace - Duration.FromMilliseconds(1));

        Assert.Equal(PathFixture.Evening + Outbox.Pace, first.NextDue);
        Assert.Single(fixture.Replies.Sent);
        await fixture.RoundAsync(first.NextDue);
        Assert.Equal(["jane@acme.example", "anna@brzoza.example"], fixture.Replies.Sent.Select(s => s.EnvelopeTo.Key));
    }

    [Fact]
    public async Task E6_the_pace_is_that_of_the_whole_worker_and_not_of_each_mailbox()
    {
        using var fixture = new PathFixture { WatchesOther = true };
        await fixture.RoundAsync();
        fixture.Deliver("jane@acme.example");
        fixture.Deliver("anna@brzoza.example", into: fixture.Other);

        var first = await fixture.RoundAsync();
        Assert.Single(fixture.Replies.Sent);
        Assert.Equal(PathFixture.Evening + Outbox.Pace, first.NextDue);

        await fixture.RoundAsync(first.NextDue);
        Assert.Equal(2, fixture.Replies.Sent.Count);
    }

    [Theory]
    [InlineData(10, 3)]
    [InlineData(0, 1)]
    public async Task E6_after_an_outage_the_backlog_does_not_open_the_breaker(int minutesOfOutage, int answered)
    {
        using var fixture = await PathFixture.WatchingAsync(f => f.Code = f.Code with { Replies = f.Code.Replies with { PerHour = 1 } });
        foreach (var from in new[] { "jane@acme.example", "anna@brzoza.example", "tom@acme.example" })
        {
            fixture.Deliver(from);
        }

        fixture.Clock.AdvanceMinutes(minutesOfOutage);
        await fixture.SettleAsync();

        Assert.Equal(answered, fixture.Replies.Sent.Count);
        Assert.Equal(answered == 1, fixture.Notices.Current.Any(n => n.Kind == NoticeKind.BreakerOpen));
    }

    [Theory]
    [InlineData("Message-Id: <", "X-Microsoft-Original-Message-ID: <")]
    [InlineData("Message-Id: <", "X-Gone: <")]
    public async Task E2_a_reply_whose_Message_ID_the_host_rewrote_is_found_in_Sent(string from, string to)
    {
        using var fixture = await PathFixture.WatchingAsync();
        fixture.Replies.KnowsNothingLater = true;
        fixture.Replies.Outcomes.Enqueue(new SendOutcome(SendResult.Unknown, "cut off"));
        fixture.Replies.Taken = sent => fixture.Mailbox.Deliver(
            System.Text.Encoding.Latin1.GetBytes("Message-ID: <rewritten@host.example>\r\n" + System.Text.Encoding.Latin1.GetString(sent.Bytes).Replace(from, to, StringComparison.Ordinal)),
            fixture.Now,
            "Sent",
            MessageFlags.Seen);
        fixture.Deliver("jane@acme.example");

        await fixture.RoundAsync();

        Assert.Equal(ReplyState.Sent, Assert.Single(fixture.Ledger.Replies).State);
        Assert.Single(fixture.Replies.Sent);
    }

    [Fact]
    public async Task A19_what_could_not_be_sent_thirty_minutes_after_arrival_is_dropped()
    {
        using var fixture = await PathFixture.WatchingAsync();
        TryAgain(fixture, 100);
        fixture.Deliver("jane@acme.example");
        await fixture.RoundAsync();

        await fixture.RoundAsync(PathFixture.Evening + ReplyWriter.SendWithin);

        Assert.Equal(ReplyState.Dropped, Assert.Single(fixture.Ledger.Replies).State);
        Assert.Equal(1, fixture.Replies.Faults.Calls(nameof(IMailSender.SendAsync)));
    }

    [Fact]
    public async Task A19_a_reply_whose_hold_is_done_too_late_is_dropped_too()
    {
        using var fixture = await PathFixture.WatchingAsync();
        fixture.Mailbox.Faults.Before(nameof(IMailbox.HoldAsync));
        fixture.Deliver("jane@acme.example");
        await fixture.RoundAsync();
        Assert.Equal(ReplyState.Waiting, Assert.Single(fixture.Ledger.Replies).State);

        await fixture.RoundAsync(PathFixture.Evening + ReplyWriter.SendWithin);

        Assert.Equal(ReplyState.Dropped, Assert.Single(fixture.Ledger.Replies).State);
        Assert.Empty(fixture.Replies.Sent);
    }

    [Fact]
    public async Task A19_nothing_is_sent_once_the_window_has_opened()
    {
        using var fixture = await PathFixture.WatchingAsync(start: PathFixture.Opening - Duration.FromMinutes(10));
        TryAgain(fixture, 1);
        fixture.Deliver("jane@acme.example");
        await fixture.RoundAsync();

        await fixture.RoundAsync(PathFixture.Opening);

        Assert.Equal(ReplyState.Dropped, Assert.Single(fixture.Ledger.Replies).State);
        Assert.Empty(fixture.Replies.Sent);
    }

    [Fact]
    public async Task E2_what_was_not_accepted_is_tried_again_ever_more_seldom()
    {
        using var fixture = await PathFixture.WatchingAsync();
        TryAgain(fixture, 3);
        fixture.Deliver("jane@acme.example");
        var waits = new List<Duration>();
        while (fixture.Replies.Sent.Count == 0)
        {
            await fixture.RoundAsync();
            if (Assert.Single(fixture.Ledger.Replies).NotBefore is { } next)
            {
                waits.Add(next - fixture.Now);
                await fixture.RoundAsync(next - Duration.FromMilliseconds(1));
                fixture.Clock.Reset(next);
            }
        }

        Assert.Equal(4, fixture.Replies.Faults.Calls(nameof(IMailSender.SendAsync)));
        Assert.Equal(3, waits.Count);
        Assert.All(waits.Zip(waits.Skip(1)), pair => Assert.Equal(pair.First * 2, pair.Second));
    }

    [Fact]
    public async Task E2_a_reply_that_waits_for_its_retry_keeps_nobody_else_waiting()
    {
        using var fixture = await PathFixture.WatchingAsync();
        TryAgain(fixture, 1);
        fixture.Deliver("jane@acme.example");
        await fixture.RoundAsync();
        fixture.Deliver("anna@brzoza.example");

        await fixture.RoundAsync();

        Assert.Equal("anna@brzoza.example", Assert.Single(fixture.Replies.Sent).EnvelopeTo.Key);
    }

    [Fact]
    public async Task E3_A17_a_refused_reply_silences_its_address_and_is_told()
    {
        using var fixture = await PathFixture.WatchingAsync();
        fixture.Replies.Outcomes.Enqueue(new SendOutcome(SendResult.Refused, "550 no such user"));
        fixture.Deliver("jane@acme.example");
        await fixture.RoundAsync();
        Assert.Equal(ReplyState.Refused, Assert.Single(fixture.Ledger.Replies).State);

        await fixture.RoundAsync(PathFixture.Evening + Duration.FromDays(1));
        var again = fixture.Deliver("jane@acme.example");
        await fixture.RoundAsync();

        Assert.Contains(fixture.RecordOf(again).Decision.Reply.Reasons, b => b.Reason == Reason.AddressBounced);
        Assert.Empty(fixture.Replies.Sent);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task E2_an_unknown_outcome_is_looked_up_in_Sent_and_never_sent_again(bool isInSent)
    {
        using var fixture = await PathFixture.WatchingAsync();
        fixture.Replies.Faults.Before(nameof(IMailSender.SendAsync), failure: () => new IOException("cut off"));
        fixture.Deliver("jane@acme.example");
        await fixture.RoundAsync();
        var reply = Assert.Single(fixture.Ledger.Replies);
        Assert.Equal(ReplyState.Sending, reply.State);
        if (isInSent)
        {
            fixture.Mailbox.Deliver(reply.Bytes.Bytes, fixture.Now, "Sent", MessageFlags.Seen);
        }

        fixture.Restart();
        await fixture.RoundAsync(fixture.Now + Duration.FromMinutes(1));
        await fixture.RoundAsync(fixture.Now + Duration.FromMinutes(1));

        Assert.Equal(isInSent ? ReplyState.Sent : ReplyState.Unknown, Assert.Single(fixture.Ledger.Replies).State);
        Assert.Equal(1, fixture.Replies.Faults.Calls(nameof(IMailSender.SendAsync)));
    }

    [Fact]
    public async Task Nothing_is_sent_while_the_clock_disagrees_with_the_servers()
    {
        using var fixture = await PathFixture.WatchingAsync();
        TryAgain(fixture, 1);
        fixture.Deliver("jane@acme.example");
        await fixture.RoundAsync();
        fixture.Mailbox.ServerSkew = Duration.FromMinutes(6);

        await fixture.RoundAsync(fixture.Now + Duration.FromMinutes(1));
        Assert.Empty(fixture.Replies.Sent);
        fixture.Mailbox.ServerSkew = Duration.Zero;
        await fixture.RoundAsync();

        Assert.Single(fixture.Replies.Sent);
    }

    [Fact]
    public async Task D7_nobody_is_told_that_it_waits_when_she_has_taken_it_meanwhile()
    {
        using var fixture = await PathFixture.WatchingAsync();
        TryAgain(fixture, 1);
        var held = fixture.Deliver("jane@acme.example");
        await fixture.RoundAsync();
        fixture.Mailbox.ByHand(held.Serial, m => m with { Flags = MessageFlags.Answered });

        await fixture.RoundAsync(fixture.Now + Duration.FromMinutes(1));

        Assert.Empty(fixture.Replies.Sent);
        Assert.Equal(ReplyCounting.SheWasFaster, Assert.Single(fixture.Ledger.Replies).Detail);
    }

    [Fact]
    public async Task Row_23_the_words_about_the_time_of_an_event_outlive_the_opening()
    {
        using var fixture = await PathFixture.WatchingAsync(start: PathFixture.Opening - Duration.FromMinutes(10));
        TryAgain(fixture, 1);
        fixture.DeliverBytes(Invitation(fixture));
        await fixture.RoundAsync();
        Assert.Equal(AnswerKind.Invitation, Assert.Single(fixture.Ledger.Replies).Kind);

        await fixture.RoundAsync(PathFixture.Opening);

        Assert.All(fixture.Mailbox.Messages, m => Assert.Equal("INBOX", m.Folder));
        Assert.Equal("jane@acme.example", Assert.Single(fixture.Replies.Sent).EnvelopeTo.Key);
    }

    [Fact]
    public async Task D11_the_same_mail_in_two_mailboxes_is_held_in_both_and_answered_once()
    {
        using var fixture = new PathFixture { WatchesOther = true };
        await fixture.RoundAsync();
        var letter = fixture.Letter("jane@acme.example");
        fixture.DeliverBytes(letter);
        fixture.DeliverBytes(letter, fixture.Other);

        await fixture.SettleAsync();

        Assert.All([.. fixture.Mailbox.Messages, .. fixture.Other.Messages], m => Assert.Equal(InMemoryMailbox.Held, m.Folder));
        Assert.Equal(2, fixture.Ledger.Messages.Count);
        Assert.Single(fixture.Replies.Sent);
    }

    private static void TryAgain(PathFixture fixture, int times)
    {
        for (var n = 0; n < times; n++)
        {
            fixture.Replies.Outcomes.Enqueue(new SendOutcome(SendResult.TryAgain, "451 not now"));
        }
    }

    private static byte[] Invitation(PathFixture fixture) => fixture.Letter(
        "jane@acme.example",
        "A call on Sunday",
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:e1@acme.example\r\nDTSTAMP:20261124T170000Z\r\n"
        + "ORGANIZER:mailto:jane@acme.example\r\nATTENDEE:mailto:me@studio.example\r\nDTSTART:20261129T100000Z\r\nDTEND:20261129T110000Z\r\nSUMMARY:Call\r\nEND:VEVENT\r\nEND:VCALENDAR",
        "MIME-Version: 1.0\r\nContent-Type: text/calendar; method=REQUEST; charset=utf-8\r\n");
}
