using BoundaryWorker.Core.Mail;
using BoundaryWorker.Pipeline.Ports;
using NodaTime;
using static BoundaryWorker.Contracts.LedgerData;

namespace BoundaryWorker.Contracts;

/// <summary>What every <see cref="ILedger"/> promises. An inheritor supplies a new, empty one for each test.</summary>
public abstract partial class LedgerContract
{
    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>A new, empty ledger; the inheritor disposes of it.</summary>
    protected abstract Task<ILedger> NewAsync();

    [Fact]
    public async Task A_message_comes_back_as_it_was_recorded()
    {
        var ledger = await NewAsync();
        var message = Message("a") with { HeldAt = Closing, EndedAt = Closing + Duration.FromMilliseconds(1), Failure = "no room" };

        Assert.Equal(RecordResult.Recorded, await ledger.RecordAsync(message, null, Token));

        Assert.Equal(Line(message), Line((await ledger.FindAsync(message.Key, Token))!));
        Assert.Null(await ledger.FindAsync(new MessageKey("ffff"), Token));
    }

    [Fact]
    public async Task A_message_without_author_client_and_answer_comes_back_as_it_was_recorded()
    {
        var ledger = await NewAsync();
        var message = Message("a", client: null) with { Person = "", Matters = [Matter.Other], ReleaseAt = null };
        message = message with
        {
            Identity = message.Identity with { MessageId = null },
            Decision = message.Decision with
            {
                Hold = message.Decision.Hold with { Until = null },
                Reply = message.Decision.Reply with { Answer = null },
                ClosedWindow = new Interval(Closing, null),
            },
        };

        await ledger.RecordAsync(message, null, Token);

        Assert.Equal(Line(message), Line((await ledger.FindAsync(message.Key, Token))!));
    }

    [Fact]
    public async Task E4_recording_again_changes_nothing()
    {
        var ledger = await NewAsync();
        var message = Message("a");
        await ledger.RecordAsync(message, null, Token);
        await ledger.ConfirmAsync(message.Key, new MessageChange(MessageState.Held, Closing), Token);

        Assert.Equal(RecordResult.AlreadyThere, await ledger.RecordAsync(message with { Subject = "other" }, Reply(message), Token));

        var found = await ledger.FindAsync(message.Key, Token);
        Assert.Equal((message.Subject, MessageState.Held), (found!.Subject, found.State));
        Assert.Empty(await ledger.RepliesInStateAsync(Mailbox, Enum.GetValues<ReplyState>(), Token));
    }

    [Fact]
    public async Task Messages_of_a_mailbox_in_a_state_come_in_the_order_of_arrival_and_then_of_recording()
    {
        var ledger = await NewAsync();
        var late = Message("late", Closing + Duration.FromHours(3));
        var early = Message("early", Closing + Duration.FromHours(2));
        var twin = Message("twin", Closing + Duration.FromHours(2));
        foreach (var message in new[] { late, early, twin, Message("left", state: MessageState.Left), Message("else", mailbox: "other") })
        {
            await ledger.RecordAsync(message, null, Token);
        }

        var found = await ledger.InStateAsync(Mailbox, [MessageState.ToHold, MessageState.Held], Token);

        Assert.Equal([early.Key, twin.Key, late.Key], found.Select(m => m.Key));
        Assert.Empty(await ledger.InStateAsync(Mailbox, [], Token));
    }

    [Fact]
    public async Task A_hold_and_a_release_are_confirmed_step_by_step()
    {
        var ledger = await NewAsync();
        var message = Message("a");
        await ledger.RecordAsync(message, null, Token);

        await ledger.ConfirmAsync(message.Key, new MessageChange(MessageState.Held, Closing + Duration.FromHours(2), new MessageRef("Held", "7")), Token);
        var held = await ledger.FindAsync(message.Key, Token);
        await ledger.ConfirmAsync(
            message.Key, new MessageChange(MessageState.ToRelease, Weekend.End, ReleaseAt: Weekend.End + Duration.FromHours(1), Failure: "no room"), Token);
        var failed = await ledger.FindAsync(message.Key, Token);
        await ledger.ConfirmAsync(message.Key, new MessageChange(MessageState.Released, Weekend.End, new MessageRef("INBOX", "8")), Token);
        var released = await ledger.FindAsync(message.Key, Token);

        Assert.Equal(
            Line(message with { State = MessageState.Held, HeldAt = Closing + Duration.FromHours(2), Ref = new MessageRef("Held", "7") }), Line(held!));
        Assert.Equal(Line(held! with { State = MessageState.ToRelease, ReleaseAt = Weekend.End + Duration.FromHours(1), Failure = "no room" }), Line(failed!));
        Assert.Equal(
            Line(failed! with { State = MessageState.Released, EndedAt = Weekend.End, Ref = new MessageRef("INBOX", "8"), Failure = null }), Line(released!));
    }

    [Fact]
    public async Task D7_what_is_hers_has_ended()
    {
        var ledger = await NewAsync();
        var message = Message("a", state: MessageState.Held);
        await ledger.RecordAsync(message, null, Token);

        await ledger.ConfirmAsync(message.Key, new MessageChange(MessageState.Hers, Closing), Token);

        Assert.Equal(Closing, (await ledger.FindAsync(message.Key, Token))!.EndedAt);
    }

    [Fact]
    public async Task Promise_10_a_subject_is_cut_to_200_characters()
    {
        var ledger = await NewAsync();
        var message = Message("a") with { Subject = new string('ż', 300) };

        await ledger.RecordAsync(message, null, Token);

        Assert.Equal(new string('ż', 200), (await ledger.FindAsync(message.Key, Token))!.Subject);
    }

    [Fact]
    public async Task A_cancelled_call_does_nothing()
    {
        var ledger = await NewAsync();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ledger.RecordAsync(Message("a"), null, cancelled.Token));

        Assert.Null(await ledger.FindAsync(Message("a").Key, Token));
    }
}
