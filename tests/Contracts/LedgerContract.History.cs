// Long, since each of the many facts that bear on a decision has a test of its own here.
using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Pipeline.Ports;
using NodaTime;
using static BoundaryWorker.Contracts.LedgerData;

namespace BoundaryWorker.Contracts;

/// <content>What bears on a decision, member by member.</content>
public abstract partial class LedgerContract
{
    [Fact]
    public async Task An_empty_ledger_knows_nothing()
    {
        var ledger = await NewAsync();

        Assert.Equal(Line(History.Empty), Line(await ledger.HistoryAsync(Query(), Token)));
        Assert.Equal(
            Line(History.Empty),
            Line(await ledger.HistoryAsync(Query() with { Person = "", ClientId = null, ClosedWindow = null, AllowanceSince = null, MessageId = null }, Token)));
    }

    [Fact]
    public async Task Row_4_the_last_answer_to_the_person_in_the_window_is_known()
    {
        var ledger = await NewAsync();
        var first = await AnsweredAsync(ledger, "a", Closing + Duration.FromHours(1), scope: "window:x");
        var second = await AnsweredAsync(ledger, "b", Closing + Duration.FromHours(2), scope: "event:uid::0");
        await AnsweredAsync(ledger, "c", Closing + Duration.FromHours(3), person: "other@acme.example");
        await AnsweredAsync(ledger, "d", Closing - Duration.FromHours(1), scope: "window:before");
        await AnsweredAsync(ledger, "e", Closing + Duration.FromHours(3), scope: "open:2.1:2026-11-20");

        Assert.Equal(second.RecordedAt, await AnsweredInAsync(ledger, Weekend));
        Assert.Equal(first.RecordedAt, await AnsweredInAsync(ledger, new Interval(Closing, Closing + Duration.FromHours(2))));
        Assert.Null(await AnsweredInAsync(ledger, new Interval(Weekend.End, null)));
        Assert.Null(await AnsweredInAsync(ledger, null));
    }

    [Fact]
    public async Task Row_23_an_event_is_known_to_be_answered_by_its_scope_and_person()
    {
        var ledger = await NewAsync();
        await AnsweredAsync(ledger, "a", Closing + Duration.FromHours(1), scope: "event:uid::0");

        Assert.True((await ledger.HistoryAsync(Query() with { EventScope = "event:uid::0" }, Token)).EventAnswered);
        Assert.False((await ledger.HistoryAsync(Query() with { EventScope = "event:uid::1" }, Token)).EventAnswered);
        Assert.False((await ledger.HistoryAsync(Query() with { EventScope = "event:uid::0", Person = "other@acme.example" }, Token)).EventAnswered);
        Assert.False((await ledger.HistoryAsync(Query(), Token)).EventAnswered);
    }

    [Theory]
    [InlineData(ReplyState.Sent, true)]
    [InlineData(ReplyState.Unknown, true)]
    [InlineData(ReplyState.Dropped, false)]
    [InlineData(ReplyState.Refused, false)]
    public async Task D12_a_sender_was_told_a_day_when_the_reply_went_out_or_may_have(ReplyState state, bool told)
    {
        var ledger = await NewAsync();
        var reply = await AnsweredAsync(ledger, "a", Closing + Duration.FromHours(1));
        await ledger.ConfirmReplyAsync(reply.Key, state, Closing + Duration.FromHours(2), null, null, Token);

        Assert.Equal(told, await ledger.WasToldAsync(reply.Message, Token));
    }

    [Fact]
    public async Task Row_5_the_clients_replies_of_the_window_are_counted()
    {
        var ledger = await NewAsync();
        await AnsweredAsync(ledger, "a", Closing + Duration.FromHours(1));
        await AnsweredAsync(ledger, "b", Closing + Duration.FromHours(1), person: "b@acme.example");
        await AnsweredAsync(ledger, "c", Closing - Duration.FromHours(1), person: "c@acme.example", scope: "window:before");
        await AnsweredAsync(ledger, "d", Closing + Duration.FromHours(1), person: "d@other.example", client: "other");
        await AnsweredAsync(ledger, "e", Closing + Duration.FromHours(1), person: "e@acme.example", scope: "open:2.1:2026-11-20");

        Assert.Equal(2, (await ledger.HistoryAsync(Query(), Token)).ClientRepliesInWindow);
        Assert.Equal(0, (await ledger.HistoryAsync(Query() with { ClientId = null }, Token)).ClientRepliesInWindow);
        Assert.Equal(0, (await ledger.HistoryAsync(Query() with { ClosedWindow = null }, Token)).ClientRepliesInWindow);
    }

    [Fact]
    public async Task Row_5_in_a_window_over_seven_days_each_week_counts_by_itself()
    {
        var ledger = await NewAsync();
        var leave = new Interval(Closing, Closing + Duration.FromDays(20));
        await AnsweredAsync(ledger, "a", Closing + Duration.FromHours(1), scope: "window:x+0");
        await AnsweredAsync(ledger, "b", Closing + Duration.FromDays(7), scope: "window:x+1", person: "b@acme.example");
        await AnsweredAsync(ledger, "c", Closing + Duration.FromDays(8), scope: "window:x+1", person: "c@acme.example");

        async Task<int> CountAsync(int day) =>
            (await ledger.HistoryAsync(Query(Closing + Duration.FromDays(day)) with { ClosedWindow = leave }, Token)).ClientRepliesInWindow;

        Assert.Equal((1, 2, 0), (await CountAsync(6), await CountAsync(9), await CountAsync(15)));
    }

    [Fact]
    public async Task Row_2_rules_answered_today_in_open_hours_are_known()
    {
        var ledger = await NewAsync();
        await AnsweredAsync(ledger, "a", Closing - Duration.FromHours(3), scope: "open:2.1:2026-11-20", rules: ["2.1"]);
        await AnsweredAsync(ledger, "b", Closing - Duration.FromHours(2), scope: "open:2.3:2026-11-20", rules: ["2.3", "2.1"]);
        await AnsweredAsync(ledger, "c", Closing - Duration.FromHours(26), scope: "open:2.4:2026-11-19", rules: ["2.4"]);
        await AnsweredAsync(ledger, "d", Closing + Duration.FromHours(1), rules: ["1.1"]);
        await AnsweredAsync(ledger, "e", Closing - Duration.FromHours(2), scope: "open:2.5:2026-11-20", person: "e@acme.example", rules: ["2.5"]);

        Assert.Equal(["2.1", "2.3"], (await ledger.HistoryAsync(Query(), Token)).RulesAnsweredToday);
    }

    [Fact]
    public async Task Row_8_the_urgent_allowance_used_since_its_period_began_is_counted_and_a_copy_in_a_second_mailbox_is_not()
    {
        var ledger = await NewAsync();
        var since = Query().AllowanceSince!.Value;
        MessageRecord[] messages =
        [
            Message("a", since, usesAllowance: true),
            Message("b", since + Duration.FromDays(2), usesAllowance: true, person: "b@acme.example"),
            Message("b", since + Duration.FromDays(2), usesAllowance: true, mailbox: "other"),
            Message("c", since - Duration.FromSeconds(1), usesAllowance: true),
            Message("d", usesAllowance: true, client: "other"),
            Message("e"),
        ];
        foreach (var message in messages)
        {
            await ledger.RecordAsync(message, null, Token);
        }

        Assert.Equal(2, (await ledger.HistoryAsync(Query(), Token)).UrgentUsed);
        Assert.Equal(0, (await ledger.HistoryAsync(Query() with { AllowanceSince = null }, Token)).UrgentUsed);
        Assert.Equal(0, (await ledger.HistoryAsync(Query() with { ClientId = null }, Token)).UrgentUsed);
    }

    [Fact]
    public async Task A16_replies_are_counted_by_the_hour_the_person_and_the_client()
    {
        var ledger = await NewAsync();
        var now = Closing + Duration.FromDays(8);
        await AnsweredAsync(ledger, "a", now - Duration.FromMinutes(59), scope: "window:1");
        await AnsweredAsync(ledger, "b", now - Duration.FromMinutes(61), scope: "window:2");
        await AnsweredAsync(ledger, "c", now - Duration.FromHours(23), scope: "window:3", person: "c@acme.example");
        await AnsweredAsync(ledger, "d", now - Duration.FromHours(25), scope: "window:4");
        await AnsweredAsync(ledger, "e", now - Duration.FromDays(8), scope: "window:5");
        await AnsweredAsync(ledger, "f", now - Duration.FromMinutes(5), scope: "window:6", person: "f@other.example", client: "other");

        var history = await ledger.HistoryAsync(Query(now), Token);

        Assert.Equal(
            (2, 2, 3, 4, 5),
            (history.RepliesLastHour, history.RepliesToPersonLastDay, history.RepliesToClientLastDay, history.RepliesToClientLastWeek, history.RepliesToClientEver));
    }

    [Theory]
    [InlineData(ReplyState.Waiting, 1, 1)]
    [InlineData(ReplyState.Sent, 1, 1)]
    [InlineData(ReplyState.Unknown, 1, 1)]
    [InlineData(ReplyState.Refused, 1, 0)]
    [InlineData(ReplyState.Dropped, 0, 0)]
    public async Task A16_C10_what_was_not_sent_counts_for_no_cap_and_what_was_not_taken_for_no_tone(ReplyState state, int caps, int tone)
    {
        var ledger = await NewAsync();
        await AnsweredAsync(ledger, "a", Closing + Duration.FromHours(1), state: state);

        var history = await ledger.HistoryAsync(Query(Closing + Duration.FromHours(1.5)), Token);

        Assert.Equal((caps, caps, caps), (history.RepliesLastHour, history.RepliesToPersonLastDay, history.RepliesToClientLastDay));
        Assert.Equal((tone, tone), (history.RepliesToClientLastWeek, history.RepliesToClientEver));
    }

    [Fact]
    public async Task E6_the_backlog_of_an_outage_does_not_count_for_the_breaker()
    {
        var ledger = await NewAsync();
        var message = Message("a", Closing + Duration.FromHours(1));
        message = message with { DecidedAt = message.Identity.Received + Duration.FromMinutes(20) };
        await ledger.RecordAsync(message, Reply(message), Token);

        var history = await ledger.HistoryAsync(Query(Closing + Duration.FromHours(1.5)), Token);

        Assert.Equal((0, 1), (history.RepliesLastHour, history.RepliesToPersonLastDay));
    }

    [Fact]
    public async Task Row_17_her_own_sendings_are_known_by_recipient_once_for_a_Message_ID()
    {
        var ledger = await NewAsync();
        await ledger.NoteOwnSendingAsync(Mailbox, Sent("1@studio.example", Closing, "JANE@acme.example"), Token);
        await ledger.NoteOwnSendingAsync("other", Sent("2@studio.example", Closing + Duration.FromHours(1)), Token);
        await ledger.NoteOwnSendingAsync(Mailbox, Sent("3@studio.example", Closing + Duration.FromHours(2), "b@acme.example"), Token);
        await ledger.NoteOwnSendingAsync(Mailbox, Sent("1@studio.example", Closing + Duration.FromHours(9)), Token);

        var history = await ledger.HistoryAsync(Query(), Token);

        Assert.Equal((Closing + Duration.FromHours(1), null, false), (history.OwnerWroteToPerson, history.OwnerWroteInThread, history.HostAnswers));
    }

    [Fact]
    public async Task Promise_6_our_own_mail_in_Sent_is_not_her_act()
    {
        var ledger = await NewAsync();
        var ours = await AnsweredAsync(ledger, "a", Closing + Duration.FromHours(1));
        await ledger.ClaimDigestAsync(new DigestKey("", new LocalDate(2026, 11, 21)), Bytes("digest@studio.example", "me@studio.example"), Closing, Token);

        await ledger.NoteOwnSendingAsync(Mailbox, Sent("1@studio.example", Closing) with { Marker = "kind=reply" }, Token);
        await ledger.NoteOwnSendingAsync(Mailbox, Sent(ours.Bytes.MessageId, Closing), Token);
        await ledger.NoteOwnSendingAsync(Mailbox, Sent("rewritten@host.example", Closing) with { OriginalMessageId = ours.Bytes.MessageId }, Token);
        await ledger.NoteOwnSendingAsync(Mailbox, Sent("digest@studio.example", Closing), Token);

        Assert.Null((await ledger.HistoryAsync(Query(), Token)).OwnerWroteToPerson);
    }

    [Fact]
    public async Task A15_her_own_sendings_are_known_by_thread()
    {
        var ledger = await NewAsync();
        await ledger.NoteOwnSendingAsync(Mailbox, Sent("1@studio.example", Closing, "x@x.example") with { References = ["root@acme.example"] }, Token);

        async Task<Instant?> InThreadAsync(string? id, params string[] thread) =>
            (await ledger.HistoryAsync(Query() with { MessageId = id, Thread = thread }, Token)).OwnerWroteInThread;

        Assert.Equal(Closing, await InThreadAsync("new@acme.example", "1@studio.example"));
        Assert.Equal(Closing, await InThreadAsync("new@acme.example", "root@acme.example", "else@acme.example"));
        Assert.Equal(Closing, await InThreadAsync("root@acme.example"));
        Assert.Null(await InThreadAsync("new@acme.example", "else@acme.example"));
        Assert.Null(await InThreadAsync(null));
    }

    [Fact]
    public async Task A18_an_automatic_answer_of_another_program_says_that_the_host_answers_for_a_week_and_is_not_her_act()
    {
        var ledger = await NewAsync();
        await ledger.NoteOwnSendingAsync(Mailbox, Sent("1@studio.example", Closing) with { IsForeignAutoReply = true }, Token);

        var history = await ledger.HistoryAsync(Query(), Token);

        Assert.Equal((true, null), (history.HostAnswers, history.OwnerWroteToPerson));
        Assert.False((await ledger.HistoryAsync(Query() with { Mailbox = "other" }, Token)).HostAnswers);
        Assert.False((await ledger.HistoryAsync(Query(Closing + Duration.FromDays(7)), Token)).HostAnswers);
    }

    [Fact]
    public async Task A16_the_breaker_opens_and_closes()
    {
        var ledger = await NewAsync();
        await ledger.SetBreakerAsync(true, Closing, Token);
        await ledger.SetBreakerAsync(true, Closing, Token);
        Assert.True((await ledger.HistoryAsync(Query(), Token)).BreakerOpen);

        await ledger.SetBreakerAsync(false, Closing, Token);
        Assert.False((await ledger.HistoryAsync(Query(), Token)).BreakerOpen);
    }

    [Fact]
    public async Task A17_a_bounce_counts_for_sixty_days()
    {
        var ledger = await NewAsync();
        await ledger.NoteBounceAsync("Jane@ACME.example", Closing, Token);
        await ledger.NoteBounceAsync(Jane, Closing - Duration.FromDays(3), Token);

        Assert.Equal(Closing, (await ledger.HistoryAsync(Query(Closing + Duration.FromDays(59)), Token)).Bounced);
        Assert.Null((await ledger.HistoryAsync(Query(Closing + Duration.FromDays(60)), Token)).Bounced);
        Assert.Null((await ledger.HistoryAsync(Query() with { Person = "b@acme.example" }, Token)).Bounced);
    }

    [Fact]
    public async Task A2_the_Message_IDs_of_our_replies_and_digests_are_known()
    {
        var ledger = await NewAsync();
        var ours = await AnsweredAsync(ledger, "a", Closing, state: ReplyState.Sent);
        await ledger.ClaimDigestAsync(new DigestKey("", new LocalDate(2026, 11, 21)), Bytes("digest@studio.example", "me@studio.example"), Closing, Token);

        async Task<bool> IsOwnAsync(string? id) => (await ledger.HistoryAsync(Query() with { MessageId = id }, Token)).IsOwnMessageId;

        Assert.Equal(
            (true, true, false, false),
            (await IsOwnAsync(ours.Bytes.MessageId), await IsOwnAsync("digest@studio.example"), await IsOwnAsync("new@acme.example"), await IsOwnAsync(null)));
    }

    [Fact]
    public async Task Promise_6_what_was_released_by_hand_is_known_whatever_follows()
    {
        var ledger = await NewAsync();
        var (byHand, byTime) = (Message("a", state: MessageState.Held), Message("b", state: MessageState.Held));
        await ledger.RecordAsync(byHand, null, Token);
        await ledger.RecordAsync(byTime, null, Token);
        await ledger.ConfirmAsync(byHand.Key, new MessageChange(MessageState.ToRelease, Closing, ByHand: true), Token);
        await ledger.ConfirmAsync(byHand.Key, new MessageChange(MessageState.Released, Closing), Token);
        await ledger.ConfirmAsync(byTime.Key, new MessageChange(MessageState.Released, Closing), Token);

        async Task<bool> ReleasedAsync(string? id, string mailbox) =>
            (await ledger.HistoryAsync(Query() with { MessageId = id, Mailbox = mailbox }, Token)).ReleasedByHand;

        Assert.True(await ReleasedAsync(byHand.Identity.MessageId, Mailbox));
        Assert.False(await ReleasedAsync(byTime.Identity.MessageId, Mailbox));
        Assert.False(await ReleasedAsync(byHand.Identity.MessageId, "other"));
        Assert.False(await ReleasedAsync(null, Mailbox));
    }

    private static async Task<Instant?> AnsweredInAsync(ILedger ledger, Interval? window) =>
        (await ledger.HistoryAsync(Query() with { ClosedWindow = window }, Token)).AnsweredInWindow;

    /// <summary>Records a message with a reply and, where it is not Waiting, brings the reply into that state.</summary>
    private static async Task<ReplyRecord> AnsweredAsync(
        ILedger ledger,
        string name,
        Instant at,
        string person = Jane,
        string? scope = null,
        string? client = Client,
        ReplyState state = ReplyState.Waiting,
        params string[] rules)
    {
        var message = Message(name, at, person: person, client: client);
        var reply = Reply(message, scope, rules: rules);
        Assert.Equal(RecordResult.Recorded, await ledger.RecordAsync(message, reply, Token));
        if (state is not ReplyState.Waiting)
        {
            await ledger.ConfirmReplyAsync(reply.Key, state, message.DecidedAt, null, null, Token);
        }

        return reply;
    }
}
