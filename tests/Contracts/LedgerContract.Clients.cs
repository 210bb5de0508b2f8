using BoundaryWorker.Core.Mail;
using BoundaryWorker.Pipeline.Ports;
using NodaTime;
using static BoundaryWorker.Contracts.LedgerData;

namespace BoundaryWorker.Contracts;

/// <content>One client, shown and forgotten (promise 10).</content>
public abstract partial class LedgerContract
{
    private const string Leo = "leo@gamma.example";

    private static readonly ClientTrace Acme = new(Client, [Jane], ["acme.example"]);

    [Fact]
    public async Task An_export_has_all_that_is_kept_of_a_client_and_nothing_of_others()
    {
        var ledger = await NewAsync();
        var (message, other) = (Message("a", state: MessageState.Released), Message("b", person: Leo, client: "gamma"));
        await ledger.RecordAsync(message, Reply(message), Token);
        await ledger.RecordAsync(other, Reply(other), Token);
        await ledger.NoteOwnSendingAsync(Mailbox, Sent("1@studio.example", Closing) with { Recipients = [Address(Jane), Address(Leo)] }, Token);
        await ledger.NoteBounceAsync(Jane, Closing, Token);
        await ledger.NoteBounceAsync(Leo, Closing, Token);

        var export = await ledger.ExportClientAsync(Acme, Token);

        Assert.Equal(Line(message), Line(Assert.Single(export.Messages)));
        Assert.Equal(Line(Reply(message)), Line(Assert.Single(export.Replies)));
        Assert.Equal([new OwnSending(Mailbox, Closing, Jane)], export.Sendings);
        Assert.Equal([(Jane, Closing)], export.Bounces);
    }

    [Theory]
    [InlineData("acme", Jane, "", true)]
    [InlineData("acme", "", "acme.example", true)]
    [InlineData("acme", "", "*.acme.example", false)]
    [InlineData("acme", "", "*.example", true)]
    [InlineData("acme", "", "me.example", false)]
    public async Task What_was_recorded_before_they_were_a_client_is_theirs_by_address_or_domain(string id, string address, string domain, bool found)
    {
        var ledger = await NewAsync();
        await ledger.RecordAsync(Message("a", state: MessageState.Left, client: null), null, Token);
        var who = new ClientTrace(id, address.Length > 0 ? [address] : [], domain.Length > 0 ? [domain] : []);

        Assert.Equal(found, !(await ledger.ExportClientAsync(who, Token)).IsEmpty);
    }

    [Fact]
    public async Task Forgetting_leaves_nothing_of_a_client_and_everything_of_others()
    {
        var ledger = await NewAsync();
        var (message, other) = (Message("a", state: MessageState.Released), Message("b", state: MessageState.Released, person: Leo, client: "gamma"));
        await RecordSentAsync(ledger, message);
        await RecordSentAsync(ledger, other);
        await ledger.NoteOwnSendingAsync(Mailbox, Sent("1@studio.example", Closing) with { Recipients = [Address(Jane), Address(Leo)] }, Token);
        await ledger.NoteOwnSendingAsync(Mailbox, Sent("2@studio.example", Closing), Token);
        await ledger.NoteBounceAsync(Jane, Closing, Token);
        await ledger.SaveGoodAsync(new GoodFile("clients", 0, null, "with acme", Closing), Token);
        await ledger.SaveGoodAsync(new GoodFile("clients", 0, null, "without", Closing + Duration.FromDays(1)), Token);
        await ledger.SaveGoodAsync(new GoodFile("code", 1, null, "the Code", Closing), Token);
        var (others, query) = (await ledger.ExportClientAsync(ClientTrace.Of("gamma"), Token), Query());

        Assert.Equal(new ForgetResult(0, 0, 1, 1, 2), await ledger.ForgetClientAsync(Acme, LongAfter, Token));

        Assert.True((await ledger.ExportClientAsync(Acme, Token)).IsEmpty);
        Assert.Null(await ledger.RecipientOfAsync(Reply(message).Bytes.MessageId, Token));
        var history = await ledger.HistoryAsync(query, Token);
        Assert.Equal((null, null, null, 0), (history.Bounced, history.AnsweredInWindow, history.OwnerWroteToPerson, history.RepliesToClientEver));
        Assert.Equal(["without"], (await ledger.GoodVersionsAsync("clients", "", Token)).Select(f => f.Text));
        Assert.Single(await ledger.GoodVersionsAsync("code", "", Token));
        var left = await ledger.ExportClientAsync(ClientTrace.Of("gamma"), Token);
        Assert.Equal(others.Messages.Select(Line), left.Messages.Select(Line));
        Assert.Equal(others.Replies.Select(Line), left.Replies.Select(Line));
        Assert.Equal([new OwnSending(Mailbox, Closing, Leo)], left.Sendings);
    }

    [Theory]
    [InlineData(MessageState.ToHold)]
    [InlineData(MessageState.Held)]
    [InlineData(MessageState.ToRelease)]
    public async Task Forgetting_refuses_while_something_is_held(MessageState state)
    {
        var ledger = await NewAsync();
        await ledger.RecordAsync(Message("a", state: state), null, Token);
        await ledger.RecordAsync(Message("b", state: MessageState.Released), null, Token);

        Assert.Equal(new ForgetResult(1, 0), await ledger.ForgetClientAsync(Acme, LongAfter, Token));
        Assert.Equal(2, (await ledger.ExportClientAsync(Acme, Token)).Messages.Count);
    }

    [Theory]
    [InlineData(ReplyState.Waiting)]
    [InlineData(ReplyState.Ready)]
    [InlineData(ReplyState.Sending)]
    public async Task Forgetting_refuses_while_a_reply_is_unsent(ReplyState state)
    {
        var ledger = await NewAsync();
        var message = Message("a", state: MessageState.Left);
        await ledger.RecordAsync(message, Reply(message, state: state), Token);

        Assert.Equal(new ForgetResult(0, 1), await ledger.ForgetClientAsync(Acme, LongAfter, Token));
        Assert.Single((await ledger.ExportClientAsync(Acme, Token)).Replies);
    }

    [Fact]
    public async Task Promise_2_who_was_forgotten_is_not_answered_again_for_the_same_window()
    {
        var ledger = await NewAsync();
        await ledger.InstallationAsync(Token);
        var message = Message("a", state: MessageState.Released);
        await RecordSentAsync(ledger, message);

        await ledger.ForgetClientAsync(Acme, Closing + Duration.FromDays(1), Token);

        var again = Message("b", state: MessageState.Left);
        Assert.True((await ledger.ExportClientAsync(Acme, Token)).IsEmpty);
        Assert.Equal(RecordResult.RecordedWithoutReply, await ledger.RecordAsync(again, Reply(again), Token));
        var later = Message("c", state: MessageState.Left);
        Assert.Equal(RecordResult.Recorded, await ledger.RecordAsync(later, Reply(later, "window:another"), Token));
    }

    private static EmailAddress Address(string bare) => EmailAddress.TryParse(bare)!;

    private static async Task RecordSentAsync(ILedger ledger, MessageRecord message)
    {
        await ledger.RecordAsync(message, Reply(message, state: ReplyState.Ready), Token);
        await ledger.ConfirmReplyAsync(Reply(message).Key, ReplyState.Sent, Closing, null, null, Token);
    }
}
