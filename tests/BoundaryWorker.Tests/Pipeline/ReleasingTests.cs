using BoundaryWorker.Pipeline;
using BoundaryWorker.Pipeline.Ports;
using BoundaryWorker.Tests.Fakes;
using NodaTime;

namespace BoundaryWorker.Tests.Pipeline;

/// <summary>Releasing at her word, and releases that fail (promises 5 and 6).</summary>
public sealed class ReleasingTests
{
    private static readonly Instant Midnight = PathFixture.Evening + Duration.FromHours(6);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Promise_6_what_is_released_by_command_is_never_held_again_and_the_command_learns_how_many()
    {
        var (fixture, held) = await PathFixture.HeldAsync();
        using var _ = fixture;
        var other = fixture.Deliver("anna@brzoza.example");
        await fixture.RoundAsync();
        var id = await fixture.Ledger.AskAsync(RequestKind.Release, fixture.RecordOf(other).Key.Value[..8].ToUpperInvariant(), fixture.Now, Token);

        await fixture.RoundAsync(Midnight);
        Assert.Equal("1", await fixture.Ledger.AnswerToAsync(id, Token));
        Assert.Equal((InMemoryMailbox.Held, "INBOX"), (fixture.FolderOf(held), fixture.FolderOf(other)));

        var all = await fixture.Ledger.AskAsync(RequestKind.ReleaseAll, "", fixture.Now, Token);
        await fixture.RoundAsync();
        await fixture.RoundAsync(Midnight + Duration.FromHours(1));
        Assert.Equal("1", await fixture.Ledger.AnswerToAsync(all, Token));
        fixture.DeliverBytes([.. "X-Filtered: again\r\n"u8, .. held.Bytes]);
        await fixture.RoundAsync();
        Assert.All(fixture.Mailbox.Messages, m => Assert.Equal("INBOX", m.Folder));
    }

    [Fact]
    public async Task One_message_that_cannot_be_moved_back_stops_no_other_and_is_tried_again()
    {
        var (fixture, poison) = await PathFixture.HeldAsync();
        using var _ = fixture;
        var other = fixture.Deliver("anna@brzoza.example");
        await fixture.RoundAsync();
        fixture.Mailbox.Faults.Before(nameof(IMailbox.ReleaseAsync), 1, () => new InvalidOperationException("poison")).Before(nameof(IMailbox.ReleaseAsync), 3, () => new InvalidOperationException("poison"));

        await fixture.RoundAsync(PathFixture.Opening);
        Assert.Equal((InMemoryMailbox.Held, "INBOX"), (fixture.FolderOf(poison), fixture.FolderOf(other)));
        await fixture.RoundAsync(PathFixture.Opening + Duration.FromMinutes(1));

        Assert.Equal("INBOX", fixture.FolderOf(poison));
    }

    [Fact]
    public async Task A_request_to_release_is_answered_at_once_although_the_mailbox_cannot_be_reached_and_may_be_made_again()
    {
        var (fixture, held) = await PathFixture.HeldAsync();
        using var _ = fixture;
        var id = await fixture.Ledger.AskAsync(RequestKind.ReleaseAll, "", fixture.Now, Token);
        fixture.Mailbox.Faults.Before(nameof(IMailbox.OpenAsync)).Before(nameof(IMailbox.OpenAsync), 2);

        await fixture.RoundAsync(Midnight);
        Assert.Equal("0\nme: OpenAsync fails by order.", await fixture.Ledger.AnswerToAsync(id, Token));
        Assert.Equal(InMemoryMailbox.Held, fixture.FolderOf(held));
        var again = await fixture.Ledger.AskAsync(RequestKind.ReleaseAll, "", fixture.Now, Token);
        await fixture.RoundAsync(Midnight + Duration.FromMinutes(1));

        Assert.Equal("1", await fixture.Ledger.AnswerToAsync(again, Token));
        Assert.Equal("INBOX", fixture.FolderOf(held));
    }

    [Fact]
    public async Task A_refused_release_is_tried_again_at_every_round_and_told_in_the_digest_and_a_notice()
    {
        var (fixture, held) = await PathFixture.HeldAsync();
        using var _ = fixture;
        fixture.Mailbox.RefuseMoves = "The mailbox is full.";

        await fixture.RoundAsync(PathFixture.Opening);
        await fixture.RoundAsync(PathFixture.Opening + Duration.FromMinutes(1));

        Assert.Equal(MessageState.Held, fixture.RecordOf(held).State);
        Assert.Single(fixture.Mails, m => m.StartsWith("kind=notice", StringComparison.Ordinal) && m.Contains("The mailbox is full.", StringComparison.Ordinal));
        await fixture.RoundAsync(PathFixture.Opening + Duration.FromDays(1));
        Assert.Equal(2, fixture.Mails.Count(m => m.StartsWith("kind=digest", StringComparison.Ordinal) && m.Contains("The mailbox is full.", StringComparison.Ordinal)));

        fixture.Mailbox.RefuseMoves = null;
        await fixture.RoundAsync(PathFixture.Opening + Duration.FromDays(1) + Duration.FromMinutes(1));
        Assert.Equal("INBOX", fixture.FolderOf(held));
    }
}
