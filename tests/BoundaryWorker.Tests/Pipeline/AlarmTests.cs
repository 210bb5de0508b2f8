using BoundaryWorker.Pipeline;
using BoundaryWorker.Pipeline.Ports;
using BoundaryWorker.Tests.Fakes;
using NodaTime;

namespace BoundaryWorker.Tests.Pipeline;

/// <summary>Alarms in her hours, except the kinds she named; by mail, and by a webhook where she set one (promise 11).</summary>
public sealed class AlarmTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Promise_11_a_kind_she_named_is_told_at_any_hour_and_all_others_wait()
    {
        using var fixture = await WatchingAsync(NoticeKind.MailboxUnavailable);
        await fixture.Notices.TellAsync(Notice.MailboxUnavailable("other", "No answer."), Token);
        await fixture.Notices.TellAsync(Notice.ClockSkew("other"), Token);

        await fixture.RoundAsync();
        await fixture.RoundAsync(fixture.Now + Duration.FromMinutes(1));
        Assert.Contains("No answer.", Assert.Single(fixture.Mails), StringComparison.Ordinal);

        await fixture.RoundAsync(PathFixture.Opening);
        Assert.Equal(2, fixture.Mails.Count);
    }

    [Fact]
    public async Task A_notice_about_a_single_message_outlives_the_process()
    {
        using var fixture = await WatchingAsync();
        await fixture.Notices.TellAsync(Notice.OldMailFlood("me", 30, fixture.Now), Token);
        fixture.Restart();
        await fixture.RoundAsync();
        fixture.Restart();

        await fixture.RoundAsync(PathFixture.Opening);
        await fixture.RoundAsync(PathFixture.Opening + Duration.FromMinutes(1));

        Assert.Contains("30", Assert.Single(fixture.Mails), StringComparison.Ordinal);
        Assert.Empty(await fixture.Ledger.PendingNoticesAsync("", Token));
    }

    [Fact]
    public async Task What_was_over_while_nobody_ran_is_not_told()
    {
        using var fixture = await WatchingAsync();
        await fixture.Notices.TellAsync(Notice.MailboxUnavailable("me", "No answer."), Token);
        fixture.Restart();

        await fixture.RoundAsync(PathFixture.Opening);

        Assert.Empty(fixture.Mails);
    }

    [Fact]
    public async Task The_webhook_hears_one_alarm_however_often_it_is_tried_and_mail_goes_its_own_way()
    {
        using var fixture = await WatchingAsync(NoticeKind.CannotHold);
        var hook = (FakePost)fixture.Alarms.Post!;
        hook.Results.Enqueue(PostResult.TryAgain);
        hook.Results.Enqueue(PostResult.TryAgain);
        fixture.Mailbox.RefuseMoves = "No room for jane@acme.example.";

        await fixture.RoundAsync();
        Assert.Single(fixture.Mails);
        Assert.Single(hook.Tried);
        await fixture.RoundAsync(fixture.Now + Duration.FromSeconds(59));
        Assert.Single(hook.Tried);
        await fixture.RoundAsync(fixture.Now + Duration.FromSeconds(1));
        await fixture.RoundAsync(fixture.Now + Duration.FromSeconds(119));
        Assert.Equal(2, hook.Tried.Count);
        await fixture.RoundAsync(fixture.Now + Duration.FromSeconds(1));
        fixture.Restart();
        await fixture.RoundAsync(fixture.Now + Duration.FromHours(1));

        Assert.Equal(3, hook.Tried.Count);
        Assert.Single(hook.Tried.Select(a => a.Id).Distinct());
        var alarm = hook.Tried[^1];
        Assert.Equal(("CannotHold", "me"), (alarm.Kind, alarm.Mailbox));
        Assert.DoesNotContain("acme", alarm.Text, StringComparison.Ordinal);
        Assert.Single(fixture.Mails);
    }

    [Fact]
    public async Task A_webhook_that_wants_none_of_it_is_not_asked_again()
    {
        using var fixture = await WatchingAsync(NoticeKind.ClockSkew);
        ((FakePost)fixture.Alarms.Post!).Results.Enqueue(PostResult.Refused);
        await fixture.Notices.TellAsync(Notice.ClockSkew("other"), Token);

        await fixture.RoundAsync();
        await fixture.RoundAsync(fixture.Now + Duration.FromHours(2));

        Assert.Single(((FakePost)fixture.Alarms.Post!).Tried);
        Assert.Single(fixture.Mails);
    }

    [Fact]
    public async Task Mail_that_does_not_go_out_is_told_by_the_webhook_once_and_is_over_when_it_does()
    {
        using var fixture = await WatchingAsync(NoticeKind.SendingFails);
        var hook = (FakePost)fixture.Alarms.Post!;
        ShutOut(fixture, 3);
        fixture.Deliver("jane@acme.example");

        await fixture.RoundAsync();
        Assert.Empty(hook.Tried);
        foreach (var seconds in new[] { 20, 40, 80 })
        {
            await fixture.RoundAsync(fixture.Now + Duration.FromSeconds(seconds));
        }

        Assert.Equal(("SendingFails", "me"), (Assert.Single(hook.Tried).Kind, hook.Tried[0].Mailbox));
        Assert.Single(fixture.Replies.Sent);
        Assert.Empty(fixture.Notices.Current);

        ShutOut(fixture, 2);
        fixture.Deliver("anna@brzoza.example");
        await fixture.RoundAsync(fixture.Now + Duration.FromMinutes(2));
        await fixture.RoundAsync(fixture.Now + Duration.FromMinutes(2));
        Assert.Equal(2, hook.Tried.Count);
    }

    [Fact]
    public async Task A_refused_recipient_or_a_busy_server_is_no_alarm()
    {
        using var fixture = await WatchingAsync(NoticeKind.SendingFails);
        fixture.Replies.Outcomes.Enqueue(new SendOutcome(SendResult.TryAgain, "451 greylisted"));
        fixture.Replies.Outcomes.Enqueue(new SendOutcome(SendResult.TryAgain, "451 greylisted"));
        fixture.Deliver("jane@acme.example");
        await fixture.RoundAsync();
        await fixture.RoundAsync(fixture.Now + Duration.FromSeconds(20));
        await fixture.RoundAsync(fixture.Now + Duration.FromSeconds(40));

        Assert.Empty(((FakePost)fixture.Alarms.Post!).Tried);
        Assert.Single(fixture.Replies.Sent);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task Row_8_an_urgent_message_is_an_alarm_if_she_chose_it_and_names_nobody_to_the_webhook(bool chosen, int alarms)
    {
        using var fixture = await WatchingAsync(chosen ? NoticeKind.UrgentMail : NoticeKind.BreakerOpen);
        var urgent = fixture.Deliver("jane@acme.example", "[PILNE] The shop is down", "The shop is down.");

        await fixture.RoundAsync();
        fixture.Restart();
        await fixture.RoundAsync(fixture.Now + Duration.FromMinutes(1));
        await fixture.RoundAsync(PathFixture.Opening);

        Assert.Equal("INBOX", fixture.FolderOf(urgent));
        Assert.Equal(alarms, fixture.Mails.Count(m => m.StartsWith("kind=notice", StringComparison.Ordinal)));
        var tried = ((FakePost)fixture.Alarms.Post!).Tried;
        Assert.Equal(alarms, tried.Count);
        Assert.All(tried, a => Assert.DoesNotMatch("(?i)acme|jane|shop", a.Text));
        Assert.Empty(fixture.Replies.Sent);
    }

    [Fact]
    public async Task Row_8_an_alarm_that_was_recorded_with_a_message_and_came_to_nothing_with_it_is_told_all_the_same()
    {
        using var fixture = await WatchingAsync(NoticeKind.UrgentMail);
        fixture.Deliver("jane@acme.example", "[PILNE] The shop is down", "The shop is down.");
        fixture.Ledger.Faults.On(nameof(ILedger.RecordAsync), new LedgerUnavailableException("by order"));
        await Assert.ThrowsAsync<LedgerUnavailableException>(() => fixture.RoundAsync());
        Assert.Empty(await fixture.Ledger.PendingNoticesAsync("", Token));

        await fixture.RoundAsync(fixture.Now + Duration.FromMinutes(1));

        Assert.Single(((FakePost)fixture.Alarms.Post!).Tried);
        Assert.Single(fixture.Mails);
    }

    [Fact]
    public async Task D11_row_8_one_urgent_message_in_two_mailboxes_is_one_alarm()
    {
        using var fixture = new PathFixture { WatchesOther = true, Alarms = Choice(NoticeKind.UrgentMail) };
        await fixture.RoundAsync();
        var letter = fixture.Letter("jane@acme.example", "[PILNE] The shop is down", "The shop is down.");
        fixture.DeliverBytes(letter);
        fixture.DeliverBytes(letter, fixture.Other);

        await fixture.RoundAsync();

        Assert.Single(((FakePost)fixture.Alarms.Post!).Tried);
    }

    [Fact]
    public async Task Row_11_an_urgent_message_in_her_hours_is_no_alarm()
    {
        using var fixture = new PathFixture(PathFixture.Opening + Duration.FromHours(1)) { Alarms = Choice(NoticeKind.UrgentMail) };
        await fixture.RoundAsync();
        fixture.Deliver("jane@acme.example", "[PILNE] The shop is down", "The shop is down.");
        await fixture.RoundAsync();

        Assert.Empty(fixture.Mails);
    }

    [Theory]
    [InlineData("pl")]
    [InlineData("en")]
    public void Every_kind_has_its_words_in_full_and_in_brief(string language)
    {
        foreach (var kind in Enum.GetValues<NoticeKind>())
        {
            var notice = new Notice("t", kind, "me", "jane@acme.example said: a detail");
            var words = NoticeWords.Of(notice, language);
            Assert.All(new[] { words.Title, words.Body, words.Remedy }, w => Assert.NotEqual("", w.Trim()));
            var brief = NoticeWords.Brief(notice, language);
            Assert.True(kind == NoticeKind.HolidaysEnd || !brief.Contains("jane", StringComparison.Ordinal), $"{kind}: {brief}");
            Assert.EndsWith(".", brief, StringComparison.Ordinal);
        }
    }

    private static Task<PathFixture> WatchingAsync(params NoticeKind[] atOnce)
    {
        var fixture = new PathFixture { Alarms = Choice(atOnce) };
        return BeginAsync(fixture);
    }

    private static async Task<PathFixture> BeginAsync(PathFixture fixture)
    {
        await fixture.RoundAsync();
        return fixture;
    }

    private static AlarmChoice Choice(params NoticeKind[] atOnce) => new(atOnce.ToHashSet(), new FakePost());

    private static void ShutOut(PathFixture fixture, int times)
    {
        for (var n = 0; n < times; n++)
        {
            fixture.Replies.Outcomes.Enqueue(new SendOutcome(SendResult.TryAgain, "535 no") { IsShutOut = true });
        }
    }
}
