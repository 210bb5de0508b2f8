using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Pipeline;
using BoundaryWorker.Pipeline.Ports;
using BoundaryWorker.Tests.Fakes;
using NodaTime;

namespace BoundaryWorker.Tests.Pipeline;

/// <summary>The morning's digest: once a day, before her first opening, about everything she should know (promise 11).</summary>
public sealed class DailyDigestTests
{
    private static readonly Instant Due = PathFixture.Opening - Duration.FromMinutes(15);

    [Fact]
    public async Task Promise_11_it_goes_out_once_a_day_at_its_time_and_not_before()
    {
        using var fixture = await HeldAsync();

        var before = await fixture.RoundAsync(Due - Duration.FromSeconds(1));
        Assert.Empty(fixture.Mails);
        Assert.Equal(Due, before.NextDigest);
        foreach (var minutes in new[] { 0, 1, 20, 60, 500 })
        {
            await fixture.RoundAsync(Due + Duration.FromMinutes(minutes));
        }

        Assert.StartsWith("kind=digest", Assert.Single(fixture.Mails), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_is_late_says_so_and_still_goes_out_once()
    {
        using var onTime = await HeldAsync();
        using var late = await HeldAsync();

        await onTime.RoundAsync(Due);
        await late.RoundAsync(PathFixture.Opening + Duration.FromMinutes(30));
        await late.RoundAsync(PathFixture.Opening + Duration.FromMinutes(31));

        Assert.Contains("później niż zwykle", Assert.Single(late.Mails), StringComparison.Ordinal);
        Assert.DoesNotContain("później niż zwykle", Assert.Single(onTime.Mails), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_nothing_to_tell_there_is_none_and_what_comes_later_is_told_tomorrow()
    {
        using var fixture = await PathFixture.WatchingAsync();
        await fixture.RoundAsync(Due);
        fixture.Clock.AdvanceSeconds(1);
        fixture.Deliver("jane@acme.example");
        await fixture.RoundAsync();
        await fixture.RoundAsync(PathFixture.Opening);
        Assert.Empty(fixture.Mails);

        await fixture.RoundAsync(Due + Duration.FromDays(1));

        Assert.Single(fixture.Mails);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_empty_one_that_was_claimed_and_cut_off_is_never_sent(bool knowsWhatWasNotSent)
    {
        using var fixture = await PathFixture.WatchingAsync(f => f.ToOwner.KnowsWhatWasNotSent = knowsWhatWasNotSent);
        fixture.Life.Order("ledger.ClaimDigestAsync", 1, after: true);

        await fixture.RoundAsync(Due);
        await fixture.RoundAsync(Due + Duration.FromMinutes(1));

        Assert.True(fixture.Life.WasHit);
        Assert.Empty(fixture.ToOwner.Sent);
        Assert.Empty(await fixture.Ledger.UnsentDigestsAsync("", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task It_names_the_urgent_first_then_what_is_held_what_is_here_strangers_and_forgeries()
    {
        using var fixture = await PathFixture.WatchingAsync();
        fixture.Deliver("jane@acme.example", "Plain draft");
        fixture.Deliver("anna@brzoza.example", "Urgent: the shop", "This is urgent, the shop is down.");
        fixture.Deliver("office@lawyer.example", "The hearing");
        fixture.Deliver("new@newcomer.example", "A beginning");
        fixture.Deliver("someone@elsewhere.example", "Buy");
        fixture.Deliver("someone@elsewhere.example", "Buy more");
        await fixture.SettleAsync();

        await fixture.RoundAsync(Due);

        var digest = Assert.Single(fixture.Mails);
        AssertInOrder(digest, "Urgent: the shop", "Plain draft", "The hearing", "someone@elsewhere.example");
        Assert.Contains("Newcomer", digest, StringComparison.Ordinal);
        Assert.DoesNotContain("Buy", digest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_adopted_is_named_by_its_sender_and_subject()
    {
        using var fixture = await PathFixture.WatchingAsync();
        fixture.Mailbox.Deliver(fixture.Letter("jane@acme.example", "From before"), fixture.Now, InMemoryMailbox.Held);
        await fixture.RoundAsync();

        await fixture.RoundAsync(Due);

        var digest = Assert.Single(fixture.Mails);
        Assert.Contains("From before", digest, StringComparison.Ordinal);
        Assert.Contains("jane@acme.example", digest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_tells_what_failed()
    {
        using var fixture = await PathFixture.WatchingAsync();
        fixture.Replies.Outcomes.Enqueue(new SendOutcome(SendResult.Refused, "550"));
        fixture.Deliver("jane@acme.example");
        await fixture.SettleAsync();

        await fixture.RoundAsync(Due);

        Assert.Contains($"jane@acme.example: {ReasonTable.Text(Reason.SendRefused, "pl")}", Assert.Single(fixture.Mails), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_is_not_accepted_is_sent_at_the_next_round()
    {
        using var fixture = await HeldAsync();
        fixture.ToOwner.Outcomes.Enqueue(new SendOutcome(SendResult.TryAgain, "not now"));

        await fixture.RoundAsync(Due);
        Assert.Empty(fixture.Mails);
        await fixture.RoundAsync(Due + Duration.FromMinutes(1));
        await fixture.RoundAsync(Due + Duration.FromMinutes(2));

        Assert.Single(fixture.Mails);
    }

    [Fact]
    public async Task One_of_unknown_outcome_is_not_sent_again()
    {
        using var fixture = await HeldAsync();
        fixture.Life.Order("owner.SendAsync", 1, after: false);

        await fixture.RoundAsync(Due);
        await fixture.RoundAsync(Due + Duration.FromMinutes(1));

        Assert.True(fixture.Life.WasHit);
        Assert.Empty(fixture.Mails);
    }

    [Fact]
    public async Task With_broken_files_it_still_goes_out_and_names_what_is_wrong_with_them()
    {
        using var fixture = await HeldAsync();
        fixture.Broken = new FilesState.ReleaseOnly(fixture.Code, fixture.Clients, ["code.yaml, line 3: no such key"]);

        await fixture.RoundAsync(Due);

        var digest = Assert.Single(fixture.Mails, m => m.StartsWith("kind=digest", StringComparison.Ordinal));
        Assert.Contains("code.yaml, line 3: no such key", digest, StringComparison.Ordinal);
        Assert.Contains("The draft", digest, StringComparison.Ordinal);
    }

    private static async Task<PathFixture> HeldAsync()
    {
        var fixture = await PathFixture.WatchingAsync();
        fixture.Deliver("jane@acme.example");
        await fixture.RoundAsync();
        return fixture;
    }

    private static void AssertInOrder(string text, params string[] parts)
    {
        var places = parts.Select(p => text.IndexOf(p, StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }
}
