using BoundaryWorker.Pipeline.Ports;
using static BoundaryWorker.Contracts.LedgerData;

namespace BoundaryWorker.Contracts;

/// <content>Many in one transaction.</content>
public abstract partial class LedgerContract
{
    [Fact]
    public async Task In_one_transaction_each_call_sees_what_those_before_it_wrote()
    {
        var ledger = await NewAsync();
        var (first, second) = (Message("first"), Message("second"));

        var (answered, result) = await ledger.InOneTransactionAsync(
            async () =>
            {
                await ledger.RecordAsync(first, Reply(first), Token);
                var history = await ledger.HistoryAsync(Query(), Token);
                return (history, await ledger.RecordAsync(second, Reply(second), Token));
            },
            Token);

        Assert.Equal((1, first.DecidedAt), (answered.ClientRepliesInWindow, answered.AnsweredInWindow));
        Assert.Equal(RecordResult.RecordedWithoutReply, result);
        Assert.Equal([first.Key, second.Key], (await ledger.InStateAsync(Mailbox, [MessageState.ToHold], Token)).Select(m => m.Key));
        Assert.Single(await ledger.RepliesInStateAsync(Mailbox, [ReplyState.Waiting], Token));
    }

    [Fact]
    public async Task Of_one_transaction_that_is_broken_off_nothing_is_left()
    {
        var ledger = await NewAsync();
        var (before, message) = (Message("before"), Message("a"));
        await ledger.RecordAsync(before, Reply(before), Token);

        await Assert.ThrowsAsync<TimeZoneNotFoundException>(() => ledger.InOneTransactionAsync<int>(
            async () =>
            {
                await ledger.RecordAsync(message, Reply(message, scope: "event:1"), Token);
                await ledger.ConfirmAsync(before.Key, new MessageChange(MessageState.Held, Closing), Token);
                await ledger.SetBreakerAsync(true, Closing, Token);
                await ledger.NoteBounceAsync(Jane, Closing, Token);
                throw new TimeZoneNotFoundException();
            },
            Token));

        Assert.Null(await ledger.FindAsync(message.Key, Token));
        Assert.Equal(Line(before), Line((await ledger.FindAsync(before.Key, Token))!));
        Assert.Equal(before.Key, Assert.Single(await ledger.RepliesInStateAsync(Mailbox, [ReplyState.Waiting], Token)).Message);
        var history = await ledger.HistoryAsync(Query(), Token);
        Assert.Equal((false, null), (history.BreakerOpen, history.Bounced));
        Assert.Equal(RecordResult.Recorded, await ledger.RecordAsync(message, Reply(message, scope: "event:1"), Token));
    }

    [Fact]
    public async Task Many_are_confirmed_as_each_would_be()
    {
        var ledger = await NewAsync();
        var (held, refused) = (Message("held"), Message("refused", person: "tom@acme.example"));
        await ledger.RecordAsync(held, Reply(held), Token);
        await ledger.RecordAsync(refused, Reply(refused), Token);

        await ledger.ConfirmManyAsync(
            [
                (held.Key, new MessageChange(MessageState.Held, Weekend.Start, new MessageRef("Held", "7"))),
                (refused.Key, new MessageChange(MessageState.HoldFailed, Weekend.Start, Failure: "no room")),
            ],
            Token);
        await ledger.ConfirmManyAsync([], Token);

        Assert.Equal(new MessageRef("Held", "7"), (await ledger.FindAsync(held.Key, Token))!.Ref);
        Assert.Equal((MessageState.HoldFailed, "no room"), ((await ledger.FindAsync(refused.Key, Token))!.State, (await ledger.FindAsync(refused.Key, Token))!.Failure));
        Assert.Equal(held.Key, Assert.Single(await ledger.RepliesInStateAsync(Mailbox, [ReplyState.Ready], Token)).Message);
        Assert.Equal(refused.Key, Assert.Single(await ledger.RepliesInStateAsync(Mailbox, [ReplyState.Dropped], Token)).Message);
    }
}
