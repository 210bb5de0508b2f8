using BoundaryWorker.Core.Code;
using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Pipeline.Ports;
using BoundaryWorker.Tests.Fakes;
using NodaTime;

namespace BoundaryWorker.Tests.Pipeline;

/// <summary>What each mode lets happen of the same decisions (design.md section 8).</summary>
public sealed class ModesTests
{
    private static readonly Instant Digest = PathFixture.Opening - Duration.FromMinutes(15);

    [Fact]
    public async Task Observe_touches_nothing_and_the_digest_tells_what_would_have_been()
    {
        using var fixture = await PathFixture.WatchingAsync(f => f.Mode = Mode.Observe);
        var message = fixture.Deliver("jane@acme.example");
        var hers = fixture.Mailbox.Deliver(fixture.Letter("anna@brzoza.example"), fixture.Now, InMemoryMailbox.Held);
        await fixture.RoundAsync();
        await fixture.RoundAsync(Digest);
        await fixture.RoundAsync(PathFixture.Opening);

        Assert.Equal(("INBOX", InMemoryMailbox.Held), (fixture.FolderOf(message), fixture.FolderOf(hers)));
        Assert.Equal(0, fixture.Mailbox.Faults.Calls(nameof(IMailbox.HoldAsync)) + fixture.Mailbox.Faults.Calls(nameof(IMailbox.ReleaseAsync)));
        Assert.Empty(fixture.Ledger.Replies);
        var record = fixture.RecordOf(message);
        Assert.True(record is { Mode: Mode.Observe, State: MessageState.Left, Decision: { Hold.IsHeld: true, Reply.Answer: not null } });
        Assert.Contains("The draft", Assert.Single(fixture.Mails), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hold_holds_and_releases_and_answers_nobody()
    {
        using var fixture = await PathFixture.WatchingAsync(f => f.Mode = Mode.Hold);
        var message = fixture.Deliver("jane@acme.example");
        await fixture.RoundAsync();
        Assert.Equal(InMemoryMailbox.Held, fixture.FolderOf(message));
        await fixture.RoundAsync(PathFixture.Opening);

        Assert.Equal("INBOX", fixture.FolderOf(message));
        Assert.Empty(fixture.Ledger.Replies);
        Assert.Empty(fixture.Replies.Sent);
    }

    [Theory]
    [InlineData(Mode.Observe)]
    [InlineData(Mode.Hold)]
    public async Task After_a_change_of_mode_nothing_more_is_sent_and_what_is_held_comes_back(Mode mode)
    {
        using var fixture = await PathFixture.WatchingAsync();
        fixture.Replies.Outcomes.Enqueue(new SendOutcome(SendResult.TryAgain));
        var held = fixture.Deliver("jane@acme.example");
        await fixture.RoundAsync();

        fixture.Mode = mode;
        fixture.Restart();
        await fixture.RoundAsync(fixture.Now + Duration.FromMinutes(5));
        await fixture.RoundAsync(PathFixture.Opening);

        Assert.Empty(fixture.Replies.Sent);
        Assert.Equal(ReplyState.Dropped, Assert.Single(fixture.Ledger.Replies).State);
        Assert.Equal("INBOX", fixture.FolderOf(held));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_mailbox_at_a_clients_own_domain_holds_and_answers_only_where_she_allows_it(bool allowed)
    {
        using var fixture = new PathFixture { AllowRepliesHere = allowed };
        fixture.Clients = new ClientBook([.. fixture.Clients.Clients, new Client { Id = "own", Name = "Own", Addresses = [], Domains = ["studio.example"] }], StrangerPolicy.Leave);
        await fixture.RoundAsync();
        var message = fixture.Deliver("jane@acme.example");

        await fixture.SettleAsync();

        Assert.Equal(InMemoryMailbox.Held, fixture.FolderOf(message));
        Assert.Equal(allowed ? 1 : 0, fixture.Replies.Sent.Count);
        Assert.Equal(allowed ? Mode.Enforce : Mode.Hold, fixture.RecordOf(message).Mode);
    }

    [Fact]
    public async Task Strangers_machines_and_her_own_mail_stay_where_they_are_unanswered()
    {
        using var fixture = await PathFixture.WatchingAsync();
        fixture.Deliver("someone@elsewhere.example");
        fixture.Deliver("noreply@acme.example");
        fixture.Deliver("me@studio.example");
        fixture.Deliver("jane@brzoza.example", extra: "List-Id: <x.example>\r\n");

        await fixture.SettleAsync();

        Assert.All(fixture.Mailbox.Messages, m => Assert.Equal("INBOX", m.Folder));
        Assert.Empty(fixture.Ledger.Replies);
    }
}
