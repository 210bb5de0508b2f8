using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Pipeline;
using BoundaryWorker.Pipeline.Ports;
using NodaTime;
using static BoundaryWorker.Contracts.LedgerData;

namespace BoundaryWorker.Contracts;

/// <content>The pace of sending, copies in Sent, and what she is to be told.</content>
public abstract partial class LedgerContract
{
    [Theory]
    [InlineData(ReplyState.Sending, true)]
    [InlineData(ReplyState.Sent, true)]
    [InlineData(ReplyState.Unknown, true)]
    [InlineData(ReplyState.Ready, false)]
    [InlineData(ReplyState.Refused, false)]
    [InlineData(ReplyState.Dropped, false)]
    public async Task E6_one_that_was_marked_or_sent_in_any_mailbox_keeps_the_next_one_waiting_for_the_pace(ReplyState state, bool keeps)
    {
        var ledger = await NewAsync();
        var (first, second) = (await ReadyAsync(ledger, "a", "one"), await ReadyAsync(ledger, "b", "two"));
        await ledger.ConfirmReplyAsync(first, state, Closing, null, null, Token);
        var pace = Duration.FromSeconds(5);

        Assert.Equal(keeps ? Closing + pace : (Instant?)null, await ledger.TryMarkSendingAsync(second, Closing + pace - Duration.FromTicks(1), pace, Token));
        Assert.Equal(keeps ? ReplyState.Ready : ReplyState.Sending, Assert.Single(await ledger.RepliesInStateAsync("two", AnyReplyState, Token)).State);
        if (keeps)
        {
            Assert.Null(await ledger.TryMarkSendingAsync(second, Closing + pace, pace, Token));
            var marked = Assert.Single(await ledger.RepliesInStateAsync("two", [ReplyState.Sending], Token));
            Assert.Equal((1, Closing + pace), (marked.Attempts, marked.ChangedAt));
        }
    }

    [Fact]
    public async Task E6_of_many_that_ask_at_the_same_time_one_may_send()
    {
        var ledger = await NewAsync();
        var keys = new List<ReplyKey>();
        foreach (var number in Enumerable.Range(0, 8))
        {
            keys.Add(await ReadyAsync(ledger, $"m{number}", $"box{number % 3}"));
        }

        var answers = await Task.WhenAll(keys.Select(k => Task.Run(() => ledger.TryMarkSendingAsync(k, Closing, Duration.FromSeconds(5), Token), Token)));

        Assert.Single(answers, a => a is null);
        Assert.All(answers.Where(a => a is not null), a => Assert.Equal(Closing + Duration.FromSeconds(5), a));
    }

    [Fact]
    public async Task E6_a_clock_that_was_set_back_stops_nobody()
    {
        var ledger = await NewAsync();
        var (first, second) = (await ReadyAsync(ledger, "a", "one"), await ReadyAsync(ledger, "b", "one"));
        await ledger.ConfirmReplyAsync(first, ReplyState.Sent, Closing + Duration.FromHours(1), null, null, Token);

        Assert.Null(await ledger.TryMarkSendingAsync(second, Closing, Duration.FromSeconds(5), Token));
        await Assert.ThrowsAsync<InvalidOperationException>(() => ledger.TryMarkSendingAsync(second, Closing + Duration.FromMinutes(1), Duration.FromSeconds(5), Token));
    }

    private static async Task<ReplyKey> ReadyAsync(ILedger ledger, string name, string mailbox)
    {
        var message = Message(name, person: $"{name}@{name}.example", client: name, mailbox: mailbox);
        var reply = Reply(message, state: ReplyState.Ready);
        await ledger.RecordAsync(message, reply, Token);
        return reply.Key;
    }

    [Fact]
    public async Task E5_what_was_sent_keeps_its_bytes_for_the_copy_until_that_is_filed()
    {
        var ledger = await NewAsync();
        var (reply, id) = await SentAsync(ledger, "a");

        Assert.Equal((ReplyState.Sent, 0), (await OnlyReplyAsync(ledger)) is var r ? (r.State, r.Bytes.Bytes.Length) : default);
        var copy = Assert.Single(await ledger.SentCopiesAsync(Mailbox, Token));
        Assert.Equal((Line(reply.Bytes), Closing, null, null), (Line(copy.Message), copy.SentAt, copy.MarkedAt, copy.FiledAt));
        Assert.Empty(await ledger.SentCopiesAsync("other", Token));

        await ledger.MarkCopyAsync(id, Closing + Duration.FromMinutes(1), Token);
        await ledger.MarkCopyAsync(id, Closing + Duration.FromMinutes(2), Token);
        await ledger.ConfirmCopyFiledAsync(id, Closing + Duration.FromMinutes(3), Token);
        copy = Assert.Single(await ledger.SentCopiesAsync(Mailbox, Token));
        Assert.Equal((Closing + Duration.FromMinutes(1), Closing + Duration.FromMinutes(3)), (copy.MarkedAt, copy.FiledAt));
        Assert.Empty(copy.Message.Bytes);

        await ledger.EndCopyAsync(id, Token);
        await ledger.EndCopyAsync(id, Token);
        Assert.Empty(await ledger.SentCopiesAsync(Mailbox, Token));
        Assert.Equal(ReplyState.Sent, (await OnlyReplyAsync(ledger)).State);
    }

    [Theory]
    [InlineData(ReplyState.Sent)]
    [InlineData(ReplyState.Unknown)]
    [InlineData(ReplyState.Refused)]
    [InlineData(ReplyState.Dropped)]
    public async Task E5_what_was_settled_before_gets_no_copy(ReplyState settled)
    {
        var ledger = await NewAsync();
        var message = Message("a");
        await ledger.RecordAsync(message, Reply(message, state: ReplyState.Ready), Token);
        await ledger.ConfirmReplyAsync(Reply(message).Key, settled, Closing, null, null, Token);

        await ledger.ConfirmSentAsync(Reply(message).Key, Closing, "found in Sent", Token);

        Assert.Empty(await ledger.SentCopiesAsync(Mailbox, Token));
        Assert.Equal(settled == ReplyState.Unknown ? ReplyState.Sent : settled, (await OnlyReplyAsync(ledger)).State);
    }

    [Fact]
    public async Task E5_the_habit_of_a_host_is_remembered_and_the_last_word_counts()
    {
        var ledger = await NewAsync();
        Assert.Null(await ledger.FilesItselfAsync("smtp.host.example", Token));

        await ledger.NoteFilesItselfAsync("smtp.host.example", true, Closing, Token);
        await ledger.NoteFilesItselfAsync("other.host.example", false, Closing, Token);
        Assert.Equal((true, false), (await ledger.FilesItselfAsync("smtp.host.example", Token), await ledger.FilesItselfAsync("other.host.example", Token)));

        await ledger.NoteFilesItselfAsync("smtp.host.example", false, Closing, Token);
        Assert.False(await ledger.FilesItselfAsync("smtp.host.example", Token));
    }

    [Fact]
    public async Task Promise_10_a_copy_is_forgotten_with_its_client_and_purged_with_its_reply()
    {
        var ledger = await NewAsync();
        await SentAsync(ledger, "a");
        await ledger.PurgeAsync(Closing, Token);
        Assert.Single(await ledger.SentCopiesAsync(Mailbox, Token));
        await ledger.PurgeAsync(Closing + Duration.FromTicks(1), Token);
        Assert.Empty(await ledger.SentCopiesAsync(Mailbox, Token));

        await SentAsync(ledger, "b", MessageState.Left);
        await ledger.ForgetClientAsync(new ClientTrace("b", ["b@b.example"], []), Closing, Token);
        Assert.Empty(await ledger.SentCopiesAsync(Mailbox, Token));
    }

    [Fact]
    public async Task A17_a_reply_is_known_by_its_key_alone_and_by_nothing_less()
    {
        var ledger = await NewAsync();
        var message = Message("a");
        var bytes = Bytes("0123456789abcdef@studio.example", Jane);
        await ledger.RecordAsync(message, Reply(message) with { Bytes = bytes }, Token);

        Assert.Equal(Jane, await ledger.RecipientOfAsync("0123456789abcdef@studio.example", Token));
        Assert.Equal(Jane, await ledger.RecipientOfAsync("0123456789abcdef", Token));
        Assert.Null(await ledger.RecipientOfAsync("0123456789abcde", Token));
        Assert.Null(await ledger.RecipientOfAsync("", Token));
        Assert.Null(await ledger.RecipientOfAsync("0123456789abcdef@other.example", Token));
        Assert.Equal("0123456789abcdef", (await ledger.HistoryAsync(Query() with { Returned = ["x@y.example", "0123456789abcdef"] }, Token)).ReturnedReply);
        Assert.Null((await ledger.HistoryAsync(Query() with { Returned = ["x@y.example"] }, Token)).ReturnedReply);
    }

    [Fact]
    public async Task What_she_is_to_be_told_is_kept_in_order_until_it_was()
    {
        var ledger = await NewAsync();
        Assert.True(await ledger.KeepNoticeAsync("", Notice.CannotHold("me", "Full."), Closing, Token));
        Assert.True(await ledger.KeepNoticeAsync("", Notice.Unreadable("me", Message("a").Key), Closing + Duration.FromHours(1), Token));
        Assert.True(await ledger.KeepNoticeAsync("", Notice.CannotHold("me", "Read-only."), Closing + Duration.FromHours(2), Token));
        await ledger.MarkPostedAsync(Notice.CannotHold("me", "").Topic, Closing, Token);

        var kept = await ledger.PendingNoticesAsync("", Token);
        Assert.Equal(
            [
                new PendingNotice(Notice.CannotHold("me", "Read-only."), Closing, false, true),
                new PendingNotice(Notice.Unreadable("me", Message("a").Key), Closing + Duration.FromHours(1), false, false),
            ],
            kept);

        await ledger.DropNoticeAsync(Notice.CannotHold("me", "").Topic, Token);
        Assert.Equal(NoticeKind.UnreadableMessage, Assert.Single(await ledger.PendingNoticesAsync("", Token)).Notice.Kind);
    }

    [Fact]
    public async Task What_she_was_told_is_not_kept_again_until_it_is_over()
    {
        var ledger = await NewAsync();
        var notice = Notice.CannotHold("me", "Full.");
        await ledger.KeepNoticeAsync("", notice, Closing, Token);
        await ledger.TellOnceAsync(notice.Topic, Closing, Token);
        Assert.True(Assert.Single(await ledger.PendingNoticesAsync("", Token)).IsMailed);
        await ledger.DropNoticeAsync(notice.Topic, Token);

        Assert.False(await ledger.KeepNoticeAsync("", notice, Closing, Token));
        Assert.Empty(await ledger.PendingNoticesAsync("", Token));

        await ledger.ForgetTopicAsync(notice.Topic, Token);
        Assert.True(await ledger.KeepNoticeAsync("", notice, Closing, Token));
    }

    [Fact]
    public async Task Promise_10_nothing_of_a_clients_urgent_mail_is_kept_once_the_client_is_forgotten()
    {
        var ledger = await NewAsync();
        var (theirs, others) = (Notice.UrgentMail("me", "acme", "Acme", "1@acme.example"), Notice.UrgentMail("me", "acme-2", "Acme Two", "1@other.example"));
        await ledger.KeepNoticeAsync("", theirs, Closing, Token);
        await ledger.KeepNoticeAsync("", others, Closing, Token);
        await ledger.TellOnceAsync(theirs.Topic, Closing, Token);

        await ledger.ForgetClientAsync(ClientTrace.Of("acme"), Closing, Token);

        Assert.Equal(others, Assert.Single(await ledger.PendingNoticesAsync("", Token)).Notice);
        Assert.True(await ledger.TellOnceAsync(theirs.Topic, Closing, Token));
        await ledger.TellOnceAsync(others.Topic, Closing, Token);
        await ledger.PurgeAsync(Closing + Duration.FromTicks(1), Token);
        Assert.True(await ledger.TellOnceAsync(others.Topic, Closing, Token));
    }

    private static async Task<(ReplyRecord Reply, string Id)> SentAsync(ILedger ledger, string name, MessageState state = MessageState.ToHold)
    {
        var message = Message(name, person: $"{name}@{name}.example", client: name, state: state);
        var reply = Reply(message, state: ReplyState.Ready);
        await ledger.RecordAsync(message, reply, Token);
        await ledger.ConfirmSentAsync(reply.Key, Closing, "250 ok", Token);
        return (reply, reply.Bytes.MessageId);
    }
}
