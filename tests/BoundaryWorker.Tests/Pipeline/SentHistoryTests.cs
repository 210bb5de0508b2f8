using System.Text;
using BoundaryWorker.Contracts;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Core.Replies;
using BoundaryWorker.Pipeline;
using BoundaryWorker.Pipeline.Ports;
using BoundaryWorker.Tests.Fakes;
using NodaTime;
using NodaTime.Testing;
using static BoundaryWorker.Contracts.LedgerData;

namespace BoundaryWorker.Tests.Pipeline;

/// <summary>A ledger that knows less than the Sent folder, and a second worker on the mailbox (replies.md E4).</summary>
public sealed class SentHistoryTests : INotices
{
    private readonly FakeClock _clock = new(Closing + Duration.FromHours(2));
    private readonly InMemoryLedger _ledger = new();
    private readonly InMemoryMailbox _mailbox;
    private readonly List<Notice> _told = [];

    public SentHistoryTests() => _mailbox = new InMemoryMailbox(_clock);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task E4_what_lies_in_Sent_was_answered_although_the_ledger_does_not_know_it()
    {
        var message = Message("a");
        await SentAsync(Reply(message));

        await ReadAsync();

        Assert.Equal(RecordResult.RecordedWithoutReply, await _ledger.RecordAsync(message, Reply(message), Token));
        Assert.Empty(_told);
        Assert.False((await _ledger.HistoryAsync(Query(), Token)).BreakerOpen);
    }

    [Theory]
    [InlineData(ReplyState.Waiting)]
    [InlineData(ReplyState.Ready)]
    [InlineData(ReplyState.Sending)]
    [InlineData(ReplyState.Unknown)]
    public async Task E4_a_reply_of_a_restored_ledger_that_lies_in_Sent_is_not_sent_again(ReplyState state)
    {
        var (sent, unsent) = (Message("a"), Message("b", person: "rob@acme.example"));
        await _ledger.RecordAsync(sent, Reply(sent, state: ReplyState.Ready), Token);
        await _ledger.RecordAsync(unsent, Reply(unsent, state: ReplyState.Ready), Token);
        if (state is ReplyState.Sending or ReplyState.Unknown)
        {
            await _ledger.ConfirmReplyAsync(Reply(sent).Key, ReplyState.Sending, Closing, null, null, Token);
        }

        if (state is ReplyState.Unknown)
        {
            await _ledger.ConfirmReplyAsync(Reply(sent).Key, ReplyState.Unknown, Closing, null, null, Token);
        }

        await SentAsync(Reply(sent));

        await ReadAsync();

        Assert.Equal([ReplyState.Sent, ReplyState.Ready], _ledger.Replies.Select(r => r.State));
    }

    [Fact]
    public async Task E4_a_foreign_reply_turns_replies_off_and_she_is_told_until_she_lets_them_go_on()
    {
        await SentAsync(Reply(Message("a")), installation: "ffee");

        await ReadAsync();

        Assert.True((await _ledger.HistoryAsync(Query(), Token)).BreakerOpen);
        Assert.Equal((NoticeKind.ForeignWorker, "ffee"), (Assert.Single(_told).Kind, _told[0].Detail));

        // Her word holds: the same reply stops nothing at the next start, a further one does.
        await _ledger.SetBreakerAsync(false, _clock.GetCurrentInstant(), Token);
        await ReadAsync();
        Assert.False((await _ledger.HistoryAsync(Query(), Token)).BreakerOpen);

        await SentAsync(Reply(Message("b")), installation: "ffee");
        await ReadAsync();
        Assert.True((await _ledger.HistoryAsync(Query(), Token)).BreakerOpen);
    }

    [Theory]
    [InlineData("digest")]
    [InlineData("notice")]
    public async Task E4_a_digest_of_another_installation_answers_nobody(string kind)
    {
        await SentAsync(Reply(Message("a")), installation: "ffee", kind: kind);

        await ReadAsync();

        Assert.False((await _ledger.HistoryAsync(Query(), Token)).BreakerOpen);
    }

    [Fact]
    public async Task E4_seven_days_are_read_once_after_a_start()
    {
        var (old, recent) = (Message("a"), Message("b", person: "rob@acme.example"));
        await SentAsync(Reply(old), _clock.GetCurrentInstant() - SentHistory.Back - Duration.FromSeconds(1));
        var history = await ReadAsync();
        await SentAsync(Reply(recent));

        await history.ReadOnceAsync(Token);

        Assert.Equal(RecordResult.Recorded, await _ledger.RecordAsync(old, Reply(old), Token));
        Assert.Equal(RecordResult.Recorded, await _ledger.RecordAsync(recent, Reply(recent), Token));
    }

    [Fact]
    public async Task E4_a_Sent_folder_that_could_not_be_read_is_read_at_the_next_round()
    {
        var message = Message("a");
        await SentAsync(Reply(message));
        _mailbox.Faults.Before(nameof(IMailbox.SentSinceAsync));
        var history = await NewAsync();

        await Assert.ThrowsAsync<MailboxUnavailableException>(() => history.ReadOnceAsync(Token));
        await history.ReadOnceAsync(Token);

        Assert.Equal(RecordResult.RecordedWithoutReply, await _ledger.RecordAsync(message, Reply(message), Token));
    }

    public Task TellAsync(Notice notice, CancellationToken token)
    {
        _told.Add(notice);
        return Task.CompletedTask;
    }

    public Task OverAsync(Notice notice, CancellationToken token) => Task.CompletedTask;

    private async Task<SentHistory> NewAsync() => new(_mailbox, _ledger, this, await _ledger.InstallationAsync(Token), _clock);

    private async Task<SentHistory> ReadAsync()
    {
        var history = await NewAsync();
        await history.ReadOnceAsync(Token);
        return history;
    }

    /// <summary>A copy of it lies in Sent.</summary>
    private async Task SentAsync(ReplyRecord reply, Instant? at = null, string? installation = null, string kind = "reply")
    {
        var id = reply.Bytes.MessageId;
        var marker = new MarkerFields(kind, ReplyCounting.MarkerKey(id), ["1.1"], installation ?? (await _ledger.InstallationAsync(Token)).Id);
        var sent = at ?? _clock.GetCurrentInstant();
        var date = NodaTime.Text.InstantPattern.ExtendedIso.Format(sent);
        _mailbox.Deliver(
            Encoding.ASCII.GetBytes($"Message-ID: <{id}>\r\nDate: {date}\r\nTo: {reply.Bytes.EnvelopeTo.Bare}\r\n{Marker.Header}: {marker.Value}\r\nAuto-Submitted: auto-replied\r\n\r\nx\r\n"),
            sent,
            "Sent",
            MessageFlags.Seen);
    }
}
