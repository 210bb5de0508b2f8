using BoundaryWorker.Core.Mail;
using BoundaryWorker.Pipeline;
using BoundaryWorker.Pipeline.Ports;
using NodaTime;

namespace BoundaryWorker.Tests.Pipeline;

/// <summary>Each topic is told once, while she works, and again only when it was over (promises 4 and 11).</summary>
public sealed class OwnerNoticesTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Promise_11_she_is_told_once_and_only_in_her_hours()
    {
        using var fixture = await PathFixture.WatchingAsync();
        await fixture.Notices.TellAsync(Notice.ClockSkew("other"), Token);

        await fixture.RoundAsync(PathFixture.Opening - Duration.FromSeconds(1));
        Assert.Empty(fixture.Mails);
        await fixture.RoundAsync(PathFixture.Opening);
        await fixture.Notices.TellAsync(Notice.ClockSkew("other"), Token);
        await fixture.RoundAsync(PathFixture.Opening + Duration.FromHours(1));

        Assert.StartsWith("kind=notice", Assert.Single(fixture.Mails), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_over_before_she_works_is_not_told_and_what_comes_again_is_told_again()
    {
        using var fixture = await PathFixture.WatchingAsync();
        await fixture.Notices.TellAsync(Notice.ClockSkew("other"), Token);
        await fixture.Notices.OverAsync(Notice.ClockSkew("other"), Token);
        await fixture.RoundAsync(PathFixture.Opening);
        Assert.Empty(fixture.Mails);

        await fixture.Notices.TellAsync(Notice.ClockSkew("other"), Token);
        await fixture.RoundAsync(PathFixture.Opening + Duration.FromHours(1));
        await fixture.Notices.OverAsync(Notice.ClockSkew("other"), Token);
        await fixture.Notices.TellAsync(Notice.ClockSkew("other"), Token);
        await fixture.RoundAsync(PathFixture.Opening + Duration.FromHours(2));

        Assert.Equal(2, fixture.Mails.Count);
    }

    [Fact]
    public async Task One_that_is_not_accepted_is_sent_at_the_next_round()
    {
        using var fixture = await PathFixture.WatchingAsync();
        await fixture.Notices.TellAsync(Notice.ClockSkew("other"), Token);
        fixture.ToOwner.Outcomes.Enqueue(new SendOutcome(SendResult.TryAgain));

        await fixture.RoundAsync(PathFixture.Opening);
        await fixture.RoundAsync(PathFixture.Opening + Duration.FromMinutes(1));
        await fixture.RoundAsync(PathFixture.Opening + Duration.FromMinutes(2));

        Assert.Single(fixture.Mails);
    }

    [Fact]
    public async Task An_unreachable_mailbox_is_told_once_for_each_time_and_the_rounds_go_on()
    {
        using var fixture = await PathFixture.WatchingAsync();
        await fixture.RoundAsync(PathFixture.Opening);
        fixture.Mailbox.Faults.Before(nameof(IMailbox.OpenAsync)).Before(nameof(IMailbox.OpenAsync), 2).Before(nameof(IMailbox.OpenAsync), 4);

        for (var minute = 1; minute <= 5; minute++)
        {
            await fixture.RoundAsync(PathFixture.Opening + Duration.FromMinutes(minute));
        }

        Assert.Equal(2, fixture.Mails.Count);
    }

    [Fact]
    public async Task A_mailbox_that_can_be_written_to_again_and_then_not_is_told_again()
    {
        using var fixture = await PathFixture.WatchingAsync();
        await fixture.RoundAsync(PathFixture.Opening);
        foreach (var (why, minute) in new[] { ("Full.", 1), (null, 2), ("Full.", 3), ("Full.", 4) })
        {
            fixture.Mailbox.RefuseMoves = why;
            await fixture.RoundAsync(PathFixture.Opening + Duration.FromMinutes(minute));
        }

        Assert.Equal(2, fixture.Mails.Count);
    }

    [Fact]
    public async Task Broken_files_without_any_good_version_are_told_at_once_in_English_where_Digest_To_says_to_whom()
    {
        using var fixture = await PathFixture.WatchingAsync(f =>
        {
            f.DigestTo = EmailAddress.TryParse("me@studio.example");
            f.Broken = new FilesState.ReleaseOnly(null, null, ["code.yaml is missing"]);
        });
        await fixture.RoundAsync();

        var told = Assert.Single(fixture.ToOwner.Sent);
        Assert.Equal("me@studio.example", told.EnvelopeTo.Key);
        Assert.Contains("code.yaml is missing", PathFixture.TextOf(told), StringComparison.Ordinal);
        Assert.Contains("Your files have an error", PathFixture.TextOf(told), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_Code_and_without_Digest_To_nobody_is_told_by_mail()
    {
        using var fixture = await PathFixture.WatchingAsync(f => f.Broken = new FilesState.ReleaseOnly(null, null, ["code.yaml is missing"]));

        Assert.Empty(fixture.ToOwner.Sent);
    }

    [Fact]
    public async Task A16_the_breaker_is_told_although_the_process_ended_before_she_worked()
    {
        using var fixture = await PathFixture.WatchingAsync(f => f.Code = f.Code with { Replies = f.Code.Replies with { PerHour = 1 } });
        fixture.Deliver("jane@acme.example");
        fixture.Deliver("anna@brzoza.example");
        await fixture.SettleAsync();
        fixture.Deliver("tom@acme.example");
        await fixture.SettleAsync();

        fixture.Restart();
        fixture.Deliver("kim@acme.example");
        await fixture.SettleAsync();
        await fixture.RoundAsync(PathFixture.Opening);

        Assert.Single(fixture.Mails, m => m.StartsWith("kind=notice", StringComparison.Ordinal));
        Assert.Single(fixture.Replies.Sent);
        Assert.All(fixture.Mailbox.Messages, m => Assert.Equal("INBOX", m.Folder));
    }
}
