using System.Text;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Core.Replies;
using BoundaryWorker.Tests.Fakes;
using MimeKit;
using NodaTime;

namespace BoundaryWorker.Tests.Pipeline;

/// <summary>What <c>doctor</c> leaves behind for the worker, and in its way.</summary>
public sealed class SendableTests
{
    private static readonly EmailAddress Tasks = new("tasks", "studio.example");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task C2_a_reply_comes_from_the_alias_from_the_moment_it_is_known_to_be_sendable()
    {
        using var fixture = await PathFixture.WatchingAsync();

        await ArriveAsync(fixture, "jane@acme.example");
        await fixture.Ledger.NoteSendableAsync("me", Tasks, true, fixture.Now, Token);
        await ArriveAsync(fixture, "anna@brzoza.example");

        Assert.Equal(["me@studio.example", "tasks@studio.example"], fixture.Replies.Sent.Select(s => From(s.Bytes)));
        Assert.Equal(["me@studio.example", "tasks@studio.example"], fixture.Replies.Sent.Select(s => s.EnvelopeFrom!.Bare));
    }

    [Fact]
    public async Task C2_an_alias_that_did_not_come_through_is_answered_from_the_main_address()
    {
        using var fixture = await PathFixture.WatchingAsync();
        await fixture.Ledger.NoteSendableAsync("me", Tasks, true, fixture.Now, Token);
        await fixture.Ledger.NoteSendableAsync("me", Tasks, false, fixture.Now, Token);
        await fixture.Ledger.NoteSendableAsync("other", Tasks, true, fixture.Now, Token);

        await ArriveAsync(fixture, "jane@acme.example");

        Assert.Equal("me@studio.example", From(Assert.Single(fixture.Replies.Sent).Bytes));
    }

    [Fact]
    public async Task D4_what_lies_in_Held_marked_as_deleted_is_not_adopted()
    {
        using var fixture = await PathFixture.WatchingAsync();
        var line = fixture.Mailbox.Deliver(fixture.Letter("clock@boundaryworker.invalid", extra: $"{Marker.Header}: kind=clock; key=1; installation=doctor\r\n"), fixture.Now, InMemoryMailbox.Held, MessageFlags.Seen | MessageFlags.Deleted);

        await fixture.RoundAsync();
        await fixture.MorningAsync();

        Assert.Equal(InMemoryMailbox.Held, fixture.FolderOf(line));
        Assert.Empty(fixture.Ledger.Messages);
    }

    private static async Task ArriveAsync(PathFixture fixture, string from)
    {
        var letter = Encoding.ASCII.GetString(fixture.Letter(from)).Replace("To: me@", "To: tasks@", StringComparison.Ordinal);
        fixture.DeliverBytes(Encoding.ASCII.GetBytes(letter));
        await fixture.SettleAsync();
        fixture.Clock.Advance(Duration.FromMinutes(1));
    }

    private static string From(byte[] reply) => MimeMessage.Load(new MemoryStream(reply)).From.Mailboxes.Single().Address;
}
