using System.Text;
using BoundaryWorker.Pipeline;
using BoundaryWorker.Pipeline.Ports;
using NodaTime;

namespace BoundaryWorker.Tests.Pipeline;

/// <summary>The first words of held messages in the digest: shown there and kept nowhere (promises 4 and 10).</summary>
public sealed class DigestPreviewsTests
{
    private const string Words = "Could you tell me which font it is?";
    private static readonly Instant Due = PathFixture.Opening - Duration.FromMinutes(15);

    [Fact]
    public async Task Promise_10_the_digest_shows_the_first_words_of_what_is_held_and_the_ledger_keeps_none()
    {
        using var fixture = await HeldAsync();
        Assert.DoesNotContain(Words, Kept(fixture), StringComparison.Ordinal);

        await fixture.RoundAsync(Due);

        Assert.Contains($"The draft\n  > {Words}\n", Assert.Single(fixture.Mails), StringComparison.Ordinal);
        Assert.DoesNotContain(Words, Kept(fixture), StringComparison.Ordinal);
        Assert.Empty(await fixture.Ledger.UnsentDigestsAsync("", TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("away")]
    [InlineData("broken")]
    [InlineData("too slow")]
    public async Task Promise_4_a_mailbox_that_cannot_be_asked_makes_a_digest_without_words(string how)
    {
        using var fixture = await HeldAsync();
        Exception failure = how switch
        {
            "away" => new MailboxUnavailableException("by order"),
            "broken" => new InvalidOperationException("by order"),
            _ => new OperationCanceledException("by order"),
        };
        fixture.Life.Order("mailbox.PreviewsAsync", 1, after: false, () => failure);

        await fixture.RoundAsync(Due);

        var digest = Assert.Single(fixture.Mails);
        Assert.Contains("The draft", digest, StringComparison.Ordinal);
        Assert.DoesNotContain(Words, digest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task She_can_do_without_them()
    {
        using var fixture = await HeldAsync(f => f.Previews = false);

        await fixture.RoundAsync(Due);

        Assert.DoesNotContain(Words, Assert.Single(fixture.Mails), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_possible_forgery_and_what_is_in_the_inbox_have_none()
    {
        using var fixture = await PathFixture.WatchingAsync();
        fixture.Deliver("jane@acme.example", "A forgery", "Pay at once to this account.", "Authentication-Results: mx; dmarc=fail\r\n");
        fixture.Deliver("office@lawyer.example", "The hearing", "It begins at ten.");
        await fixture.SettleAsync();

        await fixture.RoundAsync(Due);

        var digest = Assert.Single(fixture.Mails);
        Assert.Contains("A forgery", digest, StringComparison.Ordinal);
        Assert.Contains("The hearing", digest, StringComparison.Ordinal);
        Assert.DoesNotContain("Pay at once", digest, StringComparison.Ordinal);
        Assert.DoesNotContain("It begins at ten", digest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_many_only_the_first_fifty_in_the_order_of_the_list_have_some_the_urgent_before_all()
    {
        using var fixture = await PathFixture.WatchingAsync();
        for (var n = 0; n <= DigestPreviews.Most; n++)
        {
            fixture.Deliver($"p{n}@acme.example", $"Mail {n}.", $"Where is plan {n}?");
            fixture.Clock.AdvanceSeconds(1);
        }

        fixture.Deliver("anna@brzoza.example", "Urgent: the shop", "This is urgent, the shop is down.");
        await fixture.RoundAsync();

        await fixture.RoundAsync(Due);

        var digest = Assert.Single(fixture.Mails, m => m.StartsWith("kind=digest", StringComparison.Ordinal));
        Assert.Equal(DigestPreviews.Most, digest.Split("\n  > ").Length - 1);
        Assert.Contains("\n  > This is urgent, the shop is down.", digest, StringComparison.Ordinal);
        Assert.Contains($"\n  > Where is plan {DigestPreviews.Most - 2}?", digest, StringComparison.Ordinal);
        Assert.DoesNotContain($"\n  > Where is plan {DigestPreviews.Most - 1}?", digest, StringComparison.Ordinal);
    }

    /// <summary>All that the ledger has of messages and replies; the digest's bytes are asked for beside it.</summary>
    private static string Kept(PathFixture fixture) =>
        string.Join('\n', fixture.Ledger.Messages) + string.Join('\n', fixture.Ledger.Replies.Select(r => r + Encoding.UTF8.GetString(r.Bytes.Bytes)));

    private static async Task<PathFixture> HeldAsync(Action<PathFixture>? with = null)
    {
        var fixture = await PathFixture.WatchingAsync(with);
        fixture.Deliver("jane@acme.example", text: Words);
        await fixture.RoundAsync();
        return fixture;
    }
}
