// Long, since each promise about several mailboxes has a test of its own here.
using BoundaryWorker.Core.Code;
using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Pipeline;
using BoundaryWorker.Pipeline.Ports;
using BoundaryWorker.Tests.Deciding;
using BoundaryWorker.Tests.Fakes;
using NodaTime;

namespace BoundaryWorker.Tests.Pipeline;

/// <summary>Several mailboxes in one worker: with one Code or each with its own.</summary>
public sealed class SeveralMailboxesTests
{
    private static readonly Instant Morning = PathFixture.Opening - Duration.FromMinutes(15);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task D11_the_same_mail_in_two_mailboxes_of_one_Code_is_held_twice_and_answered_once()
    {
        using var fixture = await WatchingBothAsync();
        var (one, other) = await ArrivesInBothAsync(fixture, "jane@acme.example");

        Assert.Equal((InMemoryMailbox.Held, InMemoryMailbox.Held), (fixture.FolderOf(one), fixture.FolderOf(other)));
        Assert.Single(fixture.Replies.Sent);
        Assert.Contains(RecordIn(fixture, "other").Decision.Reply.Reasons, b => b.Reason == Reason.AlreadyAnswered);

        await fixture.MorningAsync();
        Assert.Equal(("INBOX", "INBOX"), (fixture.FolderOf(one), fixture.FolderOf(other)));
        Assert.Single(fixture.Replies.Sent);
    }

    [Fact]
    public async Task D11_the_digest_tells_it_once_and_names_the_other_mailbox_with_the_id_to_release_it_there()
    {
        using var fixture = await WatchingBothAsync();
        await ArrivesInBothAsync(fixture, "jane@acme.example");

        await fixture.RoundAsync(Morning);

        var digest = Plain(Assert.Single(fixture.Mails));
        Assert.Equal(2, digest.Split("The draft").Length);
        Assert.Contains("odpowiedź wysłana", digest, StringComparison.Ordinal);
        Assert.Contains($"także w other ({RecordIn(fixture, "other").Key.Label})", digest, StringComparison.Ordinal);
        Assert.DoesNotContain("bez odpowiedzi", digest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_mails_of_one_person_are_two_lines()
    {
        using var fixture = await WatchingBothAsync();
        fixture.Deliver("jane@acme.example");
        fixture.Deliver("jane@acme.example", into: fixture.Other);
        await fixture.SettleAsync();

        await fixture.RoundAsync(Morning);

        Assert.Equal(3, Assert.Single(fixture.Mails).Split("The draft").Length);
        Assert.Single(fixture.Replies.Sent);
    }

    [Fact]
    public async Task D11_two_owners_each_answer_for_themselves_and_each_is_told_in_her_own_digest()
    {
        using var fixture = await WatchingBothAsync(f => f.OtherCode = Otto());
        await ArrivesInBothAsync(fixture, "jane@acme.example");

        Assert.Equal(["me@studio.example", "otto@field.example"], fixture.Replies.Sent.Select(s => s.EnvelopeFrom!.Key).Order());
        Assert.Equal(2, fixture.Replies.Sent.Select(s => s.MessageId).Distinct().Count());

        await fixture.RoundAsync(Morning);
        await fixture.RoundAsync(Morning + Duration.FromMinutes(1));
        Assert.Equal(["me@studio.example"], fixture.ToOwner.Sent.Select(s => s.EnvelopeTo.Key));
        Assert.Empty(fixture.ToOtherOwner.Sent);

        // He begins an hour later, and reads English.
        await fixture.RoundAsync(Morning + Duration.FromHours(1));
        await fixture.RoundAsync(Morning + Duration.FromHours(2));
        var his = Assert.Single(fixture.ToOtherOwner.Sent);
        Assert.Equal("otto@field.example", his.EnvelopeTo.Key);
        Assert.Contains("comes back", PathFixture.TextOf(his), StringComparison.Ordinal);
        Assert.Single(fixture.ToOwner.Sent);
    }

    [Fact]
    public async Task Row_4_the_same_person_is_answered_once_by_each_owner_whatever_the_other_did()
    {
        using var fixture = await WatchingBothAsync(f => f.OtherCode = Otto());
        fixture.Deliver("jane@acme.example");
        await fixture.SettleAsync();
        Deliver(fixture, "jane@acme.example");
        await fixture.SettleAsync();
        Deliver(fixture, "jane@acme.example");
        await fixture.SettleAsync();

        Assert.Equal(2, fixture.Replies.Sent.Count);
    }

    [Fact]
    public async Task A2_two_owners_in_one_worker_may_be_each_others_client_and_no_reply_is_answered()
    {
        using var fixture = await WatchingBothAsync(f =>
        {
            f.OtherCode = Otto();
            f.Clients = new([.. Fixtures.Clients(), Client("otto", "otto@field.example")], StrangerPolicy.Leave);
            f.OtherClients = new([Client("studio", "me@studio.example")], StrangerPolicy.Leave);
        });

        fixture.Deliver("otto@field.example");
        await fixture.SettleAsync();
        var reply = Assert.Single(fixture.Replies.Sent);
        Assert.Equal("otto@field.example", reply.EnvelopeTo.Key);

        fixture.DeliverBytes(reply.Bytes, fixture.Other);
        await fixture.SettleAsync();
        Assert.Single(fixture.Replies.Sent);
    }

    [Fact]
    public async Task A2_an_address_of_hers_by_another_Code_of_hers_is_her_own()
    {
        using var fixture = await WatchingBothAsync(f =>
        {
            f.OtherCode = Otto() with { Owner = Otto().Owner with { Name = "Studio Example" } };
            f.Clients = new([.. Fixtures.Clients(), Client("otto", "otto@field.example")], StrangerPolicy.Leave);
        });

        var own = fixture.Deliver("otto@field.example");
        await fixture.SettleAsync();

        Assert.Empty(fixture.Replies.Sent);
        Assert.Equal("INBOX", fixture.FolderOf(own));
        Assert.Contains(fixture.RecordOf(own).Decision.Reply.Reasons, b => b.Reason == Reason.OwnAddress);
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task Row_17_whom_she_wrote_herself_from_another_mailbox_of_the_same_Code_is_not_held(bool isAnotherOwner, int replies)
    {
        using var fixture = await WatchingBothAsync(f => f.OtherCode = isAnotherOwner ? Otto() : null);
        fixture.Other.Deliver(
            System.Text.Encoding.ASCII.GetBytes("From: me@studio.example\r\nTo: jane@acme.example\r\nMessage-ID: <own@studio.example>\r\n\r\nHello\r\n"), fixture.Now, "Sent", MessageFlags.Seen);
        await fixture.RoundAsync(fixture.Now + Duration.FromMinutes(1));

        var message = fixture.Deliver("jane@acme.example");
        await fixture.SettleAsync();

        Assert.Equal(isAnotherOwner ? InMemoryMailbox.Held : "INBOX", fixture.FolderOf(message));
        Assert.Equal(replies, fixture.Replies.Sent.Count);
    }

    [Fact]
    public async Task Promise_4_a_broken_Code_of_one_leaves_the_other_working_and_what_it_holds_comes_back()
    {
        using var fixture = await WatchingBothAsync(f => f.OtherCode = Otto());
        var held = Deliver(fixture, "jane@acme.example");
        await fixture.SettleAsync();
        fixture.OtherBroken = new FilesState.ReleaseOnly(fixture.OtherCode, fixture.Clients, ["otto/code.yaml:2:1: error: `ownr` is not known here"]);

        var untouched = Deliver(fixture, "anna@brzoza.example");
        var hers = fixture.Deliver("anna@brzoza.example");
        await fixture.SettleAsync();
        Assert.Equal(("INBOX", InMemoryMailbox.Held), (fixture.FolderOf(untouched), fixture.FolderOf(hers)));
        Assert.Equal(2, fixture.Replies.Sent.Count);

        // His opening is an hour after hers.
        await fixture.MorningAsync();
        Assert.Equal((InMemoryMailbox.Held, "INBOX"), (fixture.FolderOf(held), fixture.FolderOf(hers)));
        await fixture.RoundAsync(PathFixture.Opening + Duration.FromHours(1));
        Assert.Equal("INBOX", fixture.FolderOf(held));
        await fixture.RoundAsync(PathFixture.Opening + Duration.FromHours(1) + Duration.FromMinutes(1));
        Assert.Contains(fixture.ToOtherOwner.Sent, m => PathFixture.TextOf(m).Contains("otto/code.yaml:2:1", StringComparison.Ordinal));
        Assert.DoesNotContain(fixture.ToOwner.Sent, m => PathFixture.TextOf(m).Contains("otto/code.yaml", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Something_unforeseen_in_one_mailbox_stops_no_other_is_told_and_is_tried_less_and_less_often()
    {
        using var fixture = await WatchingBothAsync();
        var failing = 0;
        for (var call = 1; call <= 3; call++)
        {
            fixture.Other.Faults.Before(nameof(IMailbox.OpenAsync), call, () => new InvalidOperationException($"a mistake of ours {++failing}"));
        }

        var message = fixture.Deliver("jane@acme.example");
        await fixture.RoundAsync();
        Assert.Equal(InMemoryMailbox.Held, fixture.FolderOf(message));
        var failed = fixture.Worker.Mailboxes.Single(m => m.Id == "other").Round;
        Assert.Equal(1, failed.Unforeseen);
        Assert.Contains(fixture.Notices.Current, n => n is { Kind: NoticeKind.MailboxFailed, Subject: "other" });

        // After one minute, after two more, after four more.
        foreach (var (minute, unforeseen) in new[] { (0, 1), (1, 2), (2, 2), (3, 3), (5, 3), (6, 3), (7, 0) })
        {
            await fixture.RoundAsync(PathFixture.Evening + Duration.FromMinutes(minute));
            Assert.Equal((minute, unforeseen), (minute, failed.Unforeseen));
        }

        Assert.DoesNotContain(fixture.Notices.Current, n => n.Kind == NoticeKind.MailboxFailed);
    }

    [Fact]
    public async Task Promise_5_what_is_due_is_tried_at_its_time_although_something_unforeseen_is_waited_for()
    {
        using var fixture = await WatchingBothAsync();
        var held = fixture.Deliver("jane@acme.example");
        await fixture.SettleAsync();
        fixture.Mailbox.Faults.Before(nameof(IMailbox.OpenAsync), 1, () => new InvalidOperationException("a mistake of ours"));
        await fixture.RoundAsync(PathFixture.Opening - Duration.FromSeconds(20));
        Assert.Equal(InMemoryMailbox.Held, fixture.FolderOf(held));

        await fixture.RoundAsync(PathFixture.Opening);

        Assert.Equal("INBOX", fixture.FolderOf(held));
    }

    [Fact]
    public async Task The_digest_waits_for_a_look_of_each_mailbox_since_it_became_due_but_not_for_long()
    {
        using var fixture = await WatchingBothAsync();
        fixture.Deliver("jane@acme.example");
        await fixture.SettleAsync();
        var office = Assert.Single(fixture.Worker.Offices);
        fixture.Clock.Reset(Morning);

        var first = await office.RunAsync(Token);
        Assert.True(office.IsWaiting);
        Assert.Empty(fixture.Mails);
        Assert.Equal(Morning + Duration.FromMinutes(1), first.NextDigest);
        await fixture.Worker.RunMailboxAsync(office.Mailboxes[0], Token);
        await office.RunAsync(Token);
        Assert.Empty(fixture.Mails);

        fixture.Clock.Reset(Morning + Duration.FromMinutes(1));
        await office.RunAsync(Token);
        Assert.Single(fixture.Mails);
        Assert.False(office.IsWaiting);
    }

    [Fact]
    public async Task Release_all_does_every_mailbox_and_names_the_one_that_failed()
    {
        using var fixture = await WatchingBothAsync();
        var one = fixture.Deliver("jane@acme.example");
        var other = fixture.Deliver("anna@brzoza.example", into: fixture.Other);
        await fixture.SettleAsync();
        fixture.Mailbox.Faults.Before(nameof(IMailbox.OpenAsync), 1, () => new MailboxUnavailableException("It does not\nanswer: try later."));

        var id = await fixture.Ledger.AskAsync(RequestKind.ReleaseAll, "", fixture.Now, Token);
        await fixture.RoundAsync();

        var result = ReleaseResult.Parse((await fixture.Ledger.AnswerToAsync(id, Token))!);
        Assert.Equal((1, new FailedRelease("me", "It does not answer: try later.")), (result.Count, Assert.Single(result.Failed)));
        Assert.Equal((InMemoryMailbox.Held, "INBOX"), (fixture.FolderOf(one), fixture.FolderOf(other)));
    }

    [Fact]
    public async Task One_mailbox_may_be_observed_while_the_other_acts_and_the_digest_says_which()
    {
        using var fixture = await WatchingBothAsync(f => f.OtherMode = Mode.Observe);
        var held = fixture.Deliver("jane@acme.example");
        var seen = fixture.Deliver("anna@brzoza.example", "Colours", into: fixture.Other);
        await fixture.SettleAsync();
        Assert.Equal((InMemoryMailbox.Held, "INBOX"), (fixture.FolderOf(held), fixture.FolderOf(seen)));
        Assert.Equal("jane@acme.example", Assert.Single(fixture.Replies.Sent).EnvelopeTo.Key);

        await fixture.RoundAsync(Morning);

        var digest = Plain(Assert.Single(fixture.Mails));
        Assert.Contains("1 wiadomość wróci", digest, StringComparison.Ordinal);
        Assert.Contains("w skrzynce: tryb observe: nic nie jest ruszane; byłaby odpowiedź", digest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mailboxes_that_share_the_Code_and_not_the_clients_share_a_digest()
    {
        using var fixture = await WatchingBothAsync(f => f.OtherClients = new([Client("ink", "kim@ink.example")], StrangerPolicy.Leave));
        var held = fixture.Deliver("kim@ink.example", into: fixture.Other);
        var strange = fixture.Deliver("kim@ink.example");
        await fixture.SettleAsync();
        Assert.Equal((InMemoryMailbox.Held, "INBOX"), (fixture.FolderOf(held), fixture.FolderOf(strange)));

        await fixture.RoundAsync(Morning);

        Assert.Contains("Client ink", Assert.Single(fixture.Mails), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_notice_in_two_offices_is_told_to_both_owners()
    {
        using var fixture = await WatchingBothAsync(f => f.OtherCode = Otto());
        foreach (var office in fixture.Worker.Offices)
        {
            await office.Notices.TellAsync(Notice.BreakerOpen(3), Token);
        }

        await fixture.RoundAsync(PathFixture.Opening + Duration.FromHours(1));
        await fixture.RoundAsync(PathFixture.Opening + Duration.FromHours(2));

        Assert.Single(fixture.ToOwner.Sent);
        Assert.Single(fixture.ToOtherOwner.Sent);
    }

    [Fact]
    public async Task Promise_4_a_store_that_fails_stops_all_of_them()
    {
        using var fixture = await WatchingBothAsync();
        var one = fixture.Deliver("jane@acme.example");
        var other = fixture.Deliver("anna@brzoza.example", into: fixture.Other);
        foreach (var mailbox in fixture.Worker.Mailboxes)
        {
            fixture.Ledger.Faults.On(nameof(ILedger.RecordAsync), new LedgerUnavailableException("The disk is full."));
            await Assert.ThrowsAsync<LedgerUnavailableException>(() => fixture.Worker.RunMailboxAsync(mailbox, Token));
        }

        Assert.Equal(("INBOX", "INBOX"), (fixture.FolderOf(one), fixture.FolderOf(other)));
        Assert.Empty(fixture.Replies.Sent);
    }

    /// <summary>Without the no-break spaces after one-letter words.</summary>
    private static string Plain(string text) => text.Replace('\u00a0', ' ');

    private static Task<PathFixture> WatchingBothAsync(Action<PathFixture>? with = null) => PathFixture.WatchingAsync(f =>
    {
        f.WatchesOther = true;
        with?.Invoke(f);
    });

    /// <summary>Another owner in the same worker: he begins at ten and reads English.</summary>
    private static BoundaryCode Otto() => Fixtures.Studio() with
    {
        Owner = new Owner { Name = "Otto Field", Addresses = [Fixtures.At("otto@field.example")], Zone = Fixtures.Warsaw, Languages = ["en"] },
        Hours = Fixtures.Studio().Hours with { Weekly = new(Enumerable.Range(1, 5).ToDictionary(d => (IsoDayOfWeek)d, IReadOnlyList<Core.Time.LocalHours> (_) => [Fixtures.Hours(10, 17)])) },
    };

    private static Client Client(string id, string address) =>
        new() { Id = id, Name = $"Client {id}", Addresses = [Fixtures.At(address)], CodeGiven = new(3, new(2026, 11, 2)) };

    /// <summary>Mail to the other mailbox, addressed to its owner whoever that is.</summary>
    private static InMemoryMessage Deliver(PathFixture fixture, string from) =>
        fixture.Deliver(from, extra: "Delivered-To: otto@field.example\r\n", into: fixture.Other);

    private static async Task<(InMemoryMessage One, InMemoryMessage Other)> ArrivesInBothAsync(PathFixture fixture, string from)
    {
        var bytes = fixture.Letter(from, extra: "Delivered-To: otto@field.example\r\n");
        var (one, other) = (fixture.DeliverBytes(bytes), fixture.DeliverBytes(bytes, fixture.Other));
        await fixture.SettleAsync();
        return (one, other);
    }

    private static MessageRecord RecordIn(PathFixture fixture, string mailbox) => Assert.Single(fixture.Ledger.Messages, m => m.Mailbox == mailbox);
}
