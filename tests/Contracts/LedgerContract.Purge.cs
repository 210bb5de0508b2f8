using BoundaryWorker.Pipeline.Ports;
using NodaTime;
using static BoundaryWorker.Contracts.LedgerData;

namespace BoundaryWorker.Contracts;

/// <content>Retention (promise 10).</content>
public abstract partial class LedgerContract
{
    private static readonly Instant LongAfter = Closing + Duration.FromDays(90);

    [Theory]
    [InlineData(MessageState.Left, true)]
    [InlineData(MessageState.Released, true)]
    [InlineData(MessageState.Hers, true)]
    [InlineData(MessageState.HoldFailed, true)]
    [InlineData(MessageState.ToHold, false)]
    [InlineData(MessageState.Held, false)]
    [InlineData(MessageState.ToRelease, false)]
    public async Task A_purge_removes_what_has_ended_and_nothing_else(MessageState state, bool removed)
    {
        var ledger = await NewAsync();
        var message = Message("a");
        await ledger.RecordAsync(message, null, Token);
        await ledger.ConfirmAsync(message.Key, new MessageChange(state, Closing), Token);

        Assert.Equal(0, await ledger.PurgeAsync(Closing, Token));
        Assert.Equal(removed ? 1 : 0, await ledger.PurgeAsync(LongAfter, Token));
        Assert.Equal(removed, await ledger.FindAsync(message.Key, Token) is null);
    }

    [Fact]
    public async Task A_purge_goes_by_the_end_and_not_by_the_arrival()
    {
        var ledger = await NewAsync();
        var message = Message("a", state: MessageState.Held);
        await ledger.RecordAsync(message, null, Token);
        await ledger.ConfirmAsync(message.Key, new MessageChange(MessageState.Released, Weekend.End), Token);

        Assert.Equal(0, await ledger.PurgeAsync(Weekend.End, Token));
        Assert.Equal(1, await ledger.PurgeAsync(Weekend.End + Duration.FromTicks(1), Token));
    }

    [Theory]
    [InlineData(ReplyState.Waiting)]
    [InlineData(ReplyState.Ready)]
    [InlineData(ReplyState.Sending)]
    public async Task A_purge_never_removes_what_is_unsent(ReplyState state)
    {
        var ledger = await NewAsync();
        var message = Message("a", state: MessageState.Left);
        await ledger.RecordAsync(message, Reply(message, state: state), Token);

        Assert.Equal(0, await ledger.PurgeAsync(LongAfter, Token));

        Assert.Equal(Line(Reply(message, state: state)), Line(await OnlyReplyAsync(ledger)));
        Assert.NotNull(await ledger.FindAsync(message.Key, Token));
    }

    [Fact]
    public async Task A_purge_keeps_the_keys_of_replies_and_her_sendings_seven_days_longer()
    {
        var ledger = await NewAsync();
        var message = Message("a", state: MessageState.Released);
        await ledger.RecordAsync(message, Reply(message), Token);
        await ledger.ConfirmReplyAsync(Reply(message).Key, ReplyState.Sent, Closing, null, null, Token);
        await ledger.NoteOwnSendingAsync(Mailbox, Sent("1@studio.example", Closing) with { References = ["root@acme.example"] }, Token);
        var again = Message("b");

        Assert.Equal(1, await ledger.PurgeAsync(Closing + Duration.FromDays(7), Token));
        Assert.Equal(RecordResult.RecordedWithoutReply, await ledger.RecordAsync(again, Reply(again), Token));
        var history = await ledger.HistoryAsync(Query(), Token);
        Assert.Equal((message.DecidedAt, Closing), (history.AnsweredInWindow, history.OwnerWroteToPerson));

        await ledger.PurgeAsync(Closing + Duration.FromDays(7) + Duration.FromTicks(1), Token);
        history = await ledger.HistoryAsync(Query(), Token);
        Assert.Equal((null, null, null), (history.AnsweredInWindow, history.OwnerWroteToPerson, await ledger.RecipientOfAsync(Reply(message).Bytes.MessageId, Token)));
    }

    [Fact]
    public async Task E4_a_message_that_is_recorded_again_after_a_purge_is_not_answered_again()
    {
        var ledger = await NewAsync();
        var message = Message("a", state: MessageState.Left);
        await ledger.RecordAsync(message, Reply(message), Token);
        await ledger.ConfirmReplyAsync(Reply(message).Key, ReplyState.Sent, Closing, null, null, Token);
        await ledger.PurgeAsync(Closing + Duration.FromDays(1), Token);

        Assert.Equal(RecordResult.RecordedWithoutReply, await ledger.RecordAsync(message, Reply(message, "window:another"), Token));
    }

    [Fact]
    public async Task C10_replies_ever_counts_purged_ones_too()
    {
        var ledger = await NewAsync();
        await AnsweredAsync(ledger, "a", Closing, scope: "window:1", state: ReplyState.Sent);
        await AnsweredAsync(ledger, "b", Closing, scope: "window:2", state: ReplyState.Dropped);
        await AnsweredAsync(ledger, "c", Closing, scope: "window:3", state: ReplyState.Unknown);
        await ledger.PurgeAsync(LongAfter, Token);
        await AnsweredAsync(ledger, "d", LongAfter, scope: "window:4", state: ReplyState.Sent);
        await ledger.PurgeAsync(LongAfter + LongAfter.Minus(Closing), Token);

        Assert.Equal(3, (await ledger.HistoryAsync(Query(), Token)).RepliesToClientEver);
    }

    [Fact]
    public async Task A17_a_purge_keeps_a_bounce_sixty_days()
    {
        var ledger = await NewAsync();
        await ledger.NoteBounceAsync(Jane, Closing, Token);

        await ledger.PurgeAsync(Closing + Duration.FromDays(60), Token);
        Assert.NotNull((await ledger.HistoryAsync(Query(), Token)).Bounced);

        await ledger.PurgeAsync(Closing + Duration.FromDays(61), Token);
        Assert.Null((await ledger.HistoryAsync(Query(), Token)).Bounced);
    }

    [Fact]
    public async Task A_purge_keeps_unsent_digests_the_newest_one_and_open_requests()
    {
        var ledger = await NewAsync();
        foreach (var day in new[] { 0, 1, 2 })
        {
            await ledger.ClaimDigestAsync(new DigestKey("", Saturday.PlusDays(day)), Bytes($"{day}@studio.example", "me@studio.example"), Closing + Duration.FromDays(day), Token);
        }

        await ledger.MarkDigestDoneAsync(new DigestKey("", Saturday), Closing, null, Token);
        await ledger.MarkDigestDoneAsync(new DigestKey("", Saturday.PlusDays(2)), Closing, null, Token);
        var (answered, open) = (await ledger.AskAsync("a", "", Closing, Token), await ledger.AskAsync("b", "", Closing, Token));
        await ledger.AnswerAsync(answered, "done", Closing, Token);

        await ledger.PurgeAsync(LongAfter, Token);

        Assert.Equal([Saturday.PlusDays(1)], (await ledger.UnsentDigestsAsync("", Token)).Select(d => d.Day));
        Assert.Equal(Closing + Duration.FromDays(2), await ledger.LastDigestAsync("", Token));
        Assert.True(await ledger.ClaimDigestAsync(new DigestKey("", Saturday), Bytes("new@studio.example", "me@studio.example"), Closing, Token));
        Assert.Equal([open], (await ledger.OpenRequestsAsync(Token)).Select(r => r.Id));
        Assert.Null(await ledger.AnswerToAsync(answered, Token));
    }
}
