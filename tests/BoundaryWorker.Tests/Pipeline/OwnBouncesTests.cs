using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Tests.Fakes;
using NodaTime;

namespace BoundaryWorker.Tests.Pipeline;

/// <summary>The bounce of a reply of ours does not reach her out of hours: it waits in Held and the digest says what came back (replies.md A17, C3).</summary>
public sealed class OwnBouncesTests
{
    [Theory]
    [InlineData(Mode.Enforce)]
    [InlineData(Mode.Hold)]
    public async Task C3_it_waits_in_Held_is_told_in_the_digest_and_comes_back_unread_at_the_opening(Mode mode)
    {
        using var fixture = await RepliedAsync();
        fixture.Mode = mode;
        fixture.Restart();
        var bounce = fixture.DeliverBytes(Bounce(fixture, Id(fixture)));
        await fixture.RoundAsync();

        Assert.Equal(InMemoryMailbox.Held, fixture.FolderOf(bounce));
        Assert.Single(fixture.Replies.Sent);
        Assert.Contains(fixture.RecordOf(bounce).Decision.Reasons, b => b.Reason == Reason.OwnBounce);

        await fixture.RoundAsync(PathFixture.Opening - Duration.FromMinutes(15));
        Assert.Contains("jane@acme.example: odpowiedź wróciła", Assert.Single(fixture.Mails), StringComparison.Ordinal);
        await fixture.RoundAsync(PathFixture.Opening);
        Assert.Equal("INBOX", fixture.FolderOf(bounce));
        Assert.Empty(fixture.Mailbox.Lost);
    }

    [Fact]
    public async Task C3_in_observe_it_stays_where_it_is()
    {
        using var fixture = await RepliedAsync();
        fixture.Mode = Mode.Observe;
        fixture.Restart();
        var bounce = fixture.DeliverBytes(Bounce(fixture, Id(fixture)));
        await fixture.RoundAsync();

        Assert.Equal("INBOX", fixture.FolderOf(bounce));
    }

    [Fact]
    public async Task C3_in_open_hours_it_stays_and_the_next_digest_tells_it()
    {
        using var fixture = await RepliedAsync();
        await fixture.RoundAsync(PathFixture.Opening + Duration.FromHours(1));
        fixture.Clock.AdvanceMinutes(1);
        var bounce = fixture.DeliverBytes(Bounce(fixture, Id(fixture)));
        await fixture.RoundAsync();
        Assert.Equal("INBOX", fixture.FolderOf(bounce));

        await fixture.RoundAsync(PathFixture.Opening + Duration.FromDays(1) - Duration.FromMinutes(15));
        Assert.Contains(fixture.Mails, m => m.Contains("jane@acme.example: odpowiedź wróciła", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("550 5.1.1 no such user", true)]
    [InlineData("552 5.2.2 mailbox full", false)]
    [InlineData("451 4.4.1 no answer", false)]
    public async Task A17_one_in_plain_text_silences_the_address_if_it_is_for_good(string answer, bool isForGood)
    {
        using var fixture = await RepliedAsync();
        var bounce = fixture.DeliverBytes(Bounce(fixture, Id(fixture), answer));
        await fixture.RoundAsync();
        await fixture.RoundAsync(PathFixture.Evening + Duration.FromDays(1));
        var again = fixture.Deliver("jane@acme.example");
        await fixture.RoundAsync();

        Assert.Equal(isForGood, fixture.RecordOf(again).Decision.Reply.Reasons.Any(b => b.Reason == Reason.AddressBounced));
        Assert.Equal(isForGood, fixture.RecordOf(bounce).Decision.Hold.IsHeld);
        Assert.Equal(isForGood ? 1 : 2, fixture.Replies.Sent.Count);
    }

    [Fact]
    public async Task C3_the_bounce_of_what_somebody_else_sent_is_left_where_it_is()
    {
        using var fixture = await RepliedAsync();
        var bounce = fixture.DeliverBytes(Bounce(fixture, "hers@studio.example"));
        await fixture.RoundAsync();

        Assert.Equal("INBOX", fixture.FolderOf(bounce));
        Assert.Equal(Reason.NullReversePath, fixture.RecordOf(bounce).Decision.Hold.Reasons[0].Reason);
    }

    private static async Task<PathFixture> RepliedAsync()
    {
        var (fixture, _) = await PathFixture.HeldAsync();
        return fixture;
    }

    private static string Id(PathFixture fixture) => fixture.Replies.Sent[0].MessageId;

    private static byte[] Bounce(PathFixture fixture, string id, string answer = "550 5.1.1 no such user") => System.Text.Encoding.ASCII.GetBytes(
        $"Return-Path: <>\r\nFrom: MAILER-DAEMON@mx.host.example\r\nTo: me@studio.example\r\nSubject: failure notice\r\nMessage-ID: <{fixture.Now.ToUnixTimeTicks()}@mx.host.example>\r\n\r\n"
        + $"Hi. This is the qmail-send program at mx.host.example.\r\n<jane@acme.example>:\r\nRemote host said: {answer}\r\n\r\n--- Below this line is a copy of the message.\r\n\r\nMessage-ID: <{id}>\r\n");
}
