using BoundaryWorker.Pipeline.Ports;
using NodaTime;
using static BoundaryWorker.Contracts.LedgerData;

namespace BoundaryWorker.Contracts;

/// <content>Replies.</content>
public abstract partial class LedgerContract
{
    private static readonly ReplyState[] AnyReplyState = Enum.GetValues<ReplyState>();

    [Fact]
    public async Task E1_a_reply_comes_back_with_its_bytes()
    {
        var ledger = await NewAsync();
        var message = Message("a");
        var reply = Reply(message);

        Assert.Equal(RecordResult.Recorded, await ledger.RecordAsync(message, reply, Token));

        Assert.Equal(Line(reply), Line(Assert.Single(await ledger.RepliesInStateAsync(Mailbox, [ReplyState.Waiting], Token))));
        Assert.Empty(await ledger.RepliesInStateAsync("other", AnyReplyState, Token));
    }

    [Fact]
    public async Task C3_a_null_path_stays_one()
    {
        var ledger = await NewAsync();
        var message = Message("a");
        var reply = Reply(message);
        reply = reply with { Bytes = reply.Bytes with { EnvelopeFrom = null } };

        await ledger.RecordAsync(message, reply, Token);

        Assert.Equal(Line(reply), Line(await OnlyReplyAsync(ledger)));
    }

    [Fact]
    public async Task E4_a_key_wins_once_and_the_second_message_is_recorded_without_reply()
    {
        var ledger = await NewAsync();
        var (first, second) = (Message("a"), Message("b"));
        await ledger.RecordAsync(first, Reply(first), Token);

        Assert.Equal(RecordResult.RecordedWithoutReply, await ledger.RecordAsync(second, Reply(second), Token));

        Assert.Equal(first.Key, (await OnlyReplyAsync(ledger)).Message);
        Assert.NotNull(await ledger.FindAsync(second.Key, Token));
    }

    [Fact]
    public async Task E4_a_reply_that_was_seen_in_Sent_is_recorded_by_no_ledger_that_does_not_know_it()
    {
        var ledger = await NewAsync();
        var (first, second) = (Message("a"), Message("b", person: "rob@acme.example"));
        var key = ReplyCounting.MarkerKey(Reply(first).Bytes.MessageId);

        Assert.True(await ledger.NoteMarkerAsync(key, "0011", Closing, Token));
        Assert.False(await ledger.NoteMarkerAsync(key, "0011", Closing + Duration.FromHours(1), Token));
        Assert.True(await ledger.NoteMarkerAsync(key, "2233", Closing, Token));

        Assert.Equal(RecordResult.RecordedWithoutReply, await ledger.RecordAsync(first, Reply(first), Token));
        Assert.Equal(RecordResult.Recorded, await ledger.RecordAsync(second, Reply(second), Token));
        Assert.Equal(second.Key, (await OnlyReplyAsync(ledger)).Message);
    }

    [Fact]
    public async Task E4_what_was_seen_in_Sent_is_kept_as_long_as_the_keys_of_replies()
    {
        var ledger = await NewAsync();
        await ledger.NoteMarkerAsync("k", "0011", Closing, Token);

        await ledger.PurgeAsync(Closing + ReplyCounting.KeysKept, Token);
        Assert.False(await ledger.NoteMarkerAsync("k", "0011", Closing, Token));

        await ledger.PurgeAsync(Closing + ReplyCounting.KeysKept + Duration.FromSeconds(1), Token);
        Assert.True(await ledger.NoteMarkerAsync("k", "0011", Closing, Token));
    }

    [Theory]
    [InlineData(ReplyState.Dropped)]
    [InlineData(ReplyState.Refused)]
    public async Task Promise_2_a_key_stays_taken_when_its_reply_was_not_sent(ReplyState state)
    {
        var ledger = await NewAsync();
        var (first, second) = (Message("a"), Message("b"));
        await ledger.RecordAsync(first, Reply(first), Token);
        await ledger.ConfirmReplyAsync(Reply(first).Key, state, Closing, "too late", null, Token);

        Assert.Equal(RecordResult.RecordedWithoutReply, await ledger.RecordAsync(second, Reply(second), Token));
        Assert.NotNull((await ledger.HistoryAsync(Query(), Token)).AnsweredInWindow);
    }

    [Fact]
    public async Task Row_5_the_fourth_person_of_a_client_gets_no_reply_in_that_window()
    {
        var ledger = await NewAsync();
        var results = new List<RecordResult>();
        foreach (var person in new[] { "a", "b", "c", "d" })
        {
            var message = Message(person, person: $"{person}@acme.example");
            results.Add(await ledger.RecordAsync(message, Reply(message), Token));
        }

        var other = Message("e", person: "e@other.example", client: "other");
        var later = Message("f", person: "d@acme.example");
        var open = Message("g", person: "d@acme.example");

        Assert.Equal([RecordResult.Recorded, RecordResult.Recorded, RecordResult.Recorded, RecordResult.RecordedWithoutReply], results);
        Assert.Equal(RecordResult.Recorded, await ledger.RecordAsync(other, Reply(other), Token));
        Assert.Equal(RecordResult.Recorded, await ledger.RecordAsync(later, Reply(later, "window:another"), Token));
        Assert.Equal(RecordResult.Recorded, await ledger.RecordAsync(open, Reply(open, "open:2.1:2026-11-20"), Token));
    }

    [Fact]
    public async Task Row_2_replies_of_open_hours_and_replies_to_strangers_take_none_of_the_three()
    {
        var ledger = await NewAsync();
        foreach (var number in Enumerable.Range(1, 5))
        {
            var open = Message($"o{number}", person: $"p{number}@acme.example");
            Assert.Equal(RecordResult.Recorded, await ledger.RecordAsync(open, Reply(open, "open:2.1:2026-11-20"), Token));
            var stranger = Message($"s{number}", person: $"p{number}@unknown.example", client: null);
            Assert.Equal(RecordResult.Recorded, await ledger.RecordAsync(stranger, Reply(stranger), Token));
        }
    }

    [Fact]
    public async Task A_waiting_reply_is_ready_when_its_message_is_held()
    {
        var ledger = await NewAsync();
        var (message, other) = (Message("a"), Message("b", person: "b@acme.example"));
        await ledger.RecordAsync(message, Reply(message), Token);
        await ledger.RecordAsync(other, Reply(other), Token);

        await ledger.ConfirmAsync(message.Key, new MessageChange(MessageState.Held, Closing), Token);

        var ready = Assert.Single(await ledger.RepliesInStateAsync(Mailbox, [ReplyState.Ready], Token));
        Assert.Equal(Line(Reply(message) with { State = ReplyState.Ready, ChangedAt = Closing }), Line(ready));
        Assert.Equal(other.Key, Assert.Single(await ledger.RepliesInStateAsync(Mailbox, [ReplyState.Waiting], Token)).Message);
    }

    [Theory]
    [InlineData(MessageState.HoldFailed, ReplyCounting.HoldFailed)]
    [InlineData(MessageState.Hers, ReplyCounting.SheWasFaster)]
    public async Task A19_a_waiting_reply_is_dropped_when_its_message_is_not_held(MessageState state, string detail)
    {
        var ledger = await NewAsync();
        var message = Message("a");
        await ledger.RecordAsync(message, Reply(message), Token);

        await ledger.ConfirmAsync(message.Key, new MessageChange(state, Closing, Failure: "no room"), Token);

        var reply = await OnlyReplyAsync(ledger);
        Assert.Equal((ReplyState.Dropped, detail, 0), (reply.State, reply.Detail, reply.Bytes.Bytes.Length));
    }

    [Fact]
    public async Task A_reply_that_is_ready_stays_so_when_its_message_is_released()
    {
        var ledger = await NewAsync();
        var message = Message("a");
        await ledger.RecordAsync(message, Reply(message, state: ReplyState.Ready), Token);

        await ledger.ConfirmAsync(message.Key, new MessageChange(MessageState.Hers, Closing), Token);

        Assert.Equal(ReplyState.Ready, (await OnlyReplyAsync(ledger)).State);
    }

    [Fact]
    public async Task E1_each_step_of_a_reply_is_kept_and_each_mark_is_an_attempt()
    {
        var ledger = await NewAsync();
        var message = Message("a");
        var reply = Reply(message, state: ReplyState.Ready);
        await ledger.RecordAsync(message, reply, Token);
        var at = Closing + Duration.FromHours(2);

        await ledger.ConfirmReplyAsync(reply.Key, ReplyState.Sending, at, null, null, Token);
        Assert.Equal(Line(reply with { State = ReplyState.Sending, ChangedAt = at, Attempts = 1 }), Line(await OnlyReplyAsync(ledger)));

        await ledger.ConfirmReplyAsync(reply.Key, ReplyState.Ready, at, "421 busy", at + Duration.FromMinutes(1), Token);
        Assert.Equal(
            Line(reply with { State = ReplyState.Ready, ChangedAt = at, Attempts = 1, Detail = "421 busy", NotBefore = at + Duration.FromMinutes(1) }),
            Line(await OnlyReplyAsync(ledger)));

        await ledger.ConfirmReplyAsync(reply.Key, ReplyState.Sending, at, null, null, Token);
        Assert.Equal(2, (await OnlyReplyAsync(ledger)).Attempts);
    }

    [Theory]
    [InlineData(ReplyState.Sent)]
    [InlineData(ReplyState.Unknown)]
    [InlineData(ReplyState.Refused)]
    [InlineData(ReplyState.Dropped)]
    public async Task Promise_10_the_bytes_go_when_a_reply_is_settled_and_its_Message_ID_stays(ReplyState state)
    {
        var ledger = await NewAsync();
        var message = Message("a");
        var reply = Reply(message, state: ReplyState.Ready);
        await ledger.RecordAsync(message, reply, Token);

        await ledger.ConfirmReplyAsync(reply.Key, state, Closing, "250 ok", null, Token);

        var settled = await OnlyReplyAsync(ledger);
        Assert.Equal(Line(reply with { State = state, ChangedAt = Closing, Detail = "250 ok", Bytes = reply.Bytes with { Bytes = [] } }), Line(settled));
        Assert.Equal(Jane, await ledger.RecipientOfAsync(reply.Bytes.MessageId, Token));
        Assert.Null(await ledger.RecipientOfAsync("foreign@acme.example", Token));
    }

    [Theory]
    [InlineData(ReplyState.Sent)]
    [InlineData(ReplyState.Unknown)]
    [InlineData(ReplyState.Refused)]
    [InlineData(ReplyState.Dropped)]
    public async Task Promise_2_what_is_settled_is_never_made_ready_again(ReplyState settled)
    {
        var ledger = await NewAsync();
        var message = Message("a");
        var reply = Reply(message);
        await ledger.RecordAsync(message, reply, Token);
        await ledger.ConfirmReplyAsync(reply.Key, settled, Closing, null, null, Token);

        await ledger.ConfirmReplyAsync(reply.Key, ReplyState.Ready, Closing, null, null, Token);
        await ledger.ConfirmAsync(message.Key, new MessageChange(MessageState.Held, Closing), Token);

        Assert.Equal(settled, (await OnlyReplyAsync(ledger)).State);
    }

    [Fact]
    public async Task E2_an_unknown_one_that_is_found_in_Sent_was_sent()
    {
        var ledger = await NewAsync();
        var message = Message("a");
        await ledger.RecordAsync(message, Reply(message), Token);
        await ledger.ConfirmReplyAsync(Reply(message).Key, ReplyState.Unknown, Closing, null, null, Token);

        await ledger.ConfirmReplyAsync(Reply(message).Key, ReplyState.Sent, Closing, "found in Sent", null, Token);

        Assert.Equal(ReplyState.Sent, (await OnlyReplyAsync(ledger)).State);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(ReplyState.Waiting)]
    [InlineData(ReplyState.Sending)]
    [InlineData(ReplyState.Sent)]
    [InlineData(ReplyState.Dropped)]
    public async Task E1_the_sending_mark_is_set_on_a_ready_reply_alone(ReplyState? state)
    {
        var ledger = await NewAsync();
        var message = Message("a");
        await ledger.RecordAsync(message, state is { } given ? Reply(message, state: given) : null, Token);

        await Assert.ThrowsAsync<InvalidOperationException>(
            () => ledger.ConfirmReplyAsync(Reply(message).Key, ReplyState.Sending, Closing, null, null, Token));
    }

    [Fact]
    public async Task Replies_come_oldest_first()
    {
        var ledger = await NewAsync();
        var late = Message("late", Closing + Duration.FromHours(3), person: "b@acme.example");
        var early = Message("early", Closing + Duration.FromHours(2));
        await ledger.RecordAsync(late, Reply(late), Token);
        await ledger.RecordAsync(early, Reply(early), Token);

        Assert.Equal([early.Key, late.Key], (await ledger.RepliesInStateAsync(Mailbox, AnyReplyState, Token)).Select(r => r.Message));
    }

    private static async Task<ReplyRecord> OnlyReplyAsync(ILedger ledger) =>
        Assert.Single(await ledger.RepliesInStateAsync(Mailbox, AnyReplyState, Token));
}
