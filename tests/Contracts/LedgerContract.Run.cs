using BoundaryWorker.Pipeline.Ports;
using NodaTime;
using static BoundaryWorker.Contracts.LedgerData;

namespace BoundaryWorker.Contracts;

/// <content>Who runs, looks, digests, files, requests.</content>
public abstract partial class LedgerContract
{
    private static readonly LocalDate Saturday = new(2026, 11, 21);

    [Fact]
    public async Task C7_the_installation_is_made_once()
    {
        var ledger = await NewAsync();

        var first = await ledger.InstallationAsync(Token);
        var second = await ledger.InstallationAsync(Token);

        Assert.NotEmpty(first.Id);
        Assert.Equal(32, first.Secret.Length);
        Assert.Equal((first.Id, Convert.ToHexString(first.Secret)), (second.Id, Convert.ToHexString(second.Secret)));
    }

    [Fact]
    public async Task The_lease_is_taken_when_it_is_free_own_or_over()
    {
        var ledger = await NewAsync();
        var later = Closing + Duration.FromMinutes(1);

        Assert.Null(await ledger.LeaseHolderAsync(Closing, Token));
        Assert.True(await ledger.TryLeaseAsync("one", Closing, later, Token));
        Assert.False(await ledger.TryLeaseAsync("two", later - Duration.FromSeconds(1), later + Duration.FromHours(1), Token));
        Assert.Equal("one", await ledger.LeaseHolderAsync(later - Duration.FromSeconds(1), Token));
        Assert.True(await ledger.TryLeaseAsync("one", Closing, later + Duration.FromMinutes(1), Token));
        Assert.False(await ledger.TryLeaseAsync("two", later, later + Duration.FromHours(1), Token));
        Assert.Null(await ledger.LeaseHolderAsync(later + Duration.FromMinutes(1), Token));
        Assert.True(await ledger.TryLeaseAsync("two", later + Duration.FromMinutes(1), later + Duration.FromHours(1), Token));
        Assert.Equal("two", await ledger.LeaseHolderAsync(later + Duration.FromMinutes(1), Token));
    }

    [Fact]
    public async Task The_lease_is_given_back_by_its_holder_alone()
    {
        var ledger = await NewAsync();
        await ledger.TryLeaseAsync("one", Closing, Closing + Duration.FromHours(1), Token);

        await ledger.EndLeaseAsync("two", Token);
        Assert.Equal("one", await ledger.LeaseHolderAsync(Closing, Token));

        await ledger.EndLeaseAsync("one", Token);
        Assert.True(await ledger.TryLeaseAsync("two", Closing, Closing + Duration.FromHours(1), Token));
    }

    [Fact]
    public async Task She_is_told_once_until_the_topic_is_over()
    {
        var ledger = await NewAsync();

        bool[] told =
        [
            await ledger.TellOnceAsync("clock", Closing, Token),
            await ledger.TellOnceAsync("clock", Closing, Token),
            await ledger.TellOnceAsync("code", Closing, Token),
        ];
        await ledger.ForgetTopicAsync("clock", Token);

        Assert.Equal([true, false, true], told);
        Assert.True(await ledger.TellOnceAsync("clock", Closing, Token));
        Assert.False(await ledger.TellOnceAsync("code", Closing, Token));
    }

    [Fact]
    public async Task The_last_look_of_each_mailbox_is_known()
    {
        var ledger = await NewAsync();
        var (first, second) = (new LookState("cursor-1", Closing), new LookState(null, Closing + Duration.FromTicks(1)));

        Assert.Equal(new LookState(null, null), await ledger.LastLookAsync(Mailbox, Token));
        await ledger.NoteLookAsync(Mailbox, first, Token);
        await ledger.NoteLookAsync("other", second, Token);
        Assert.Equal((first, second), (await ledger.LastLookAsync(Mailbox, Token), await ledger.LastLookAsync("other", Token)));

        await ledger.NoteLookAsync(Mailbox, second, Token);
        Assert.Equal(second, await ledger.LastLookAsync(Mailbox, Token));
    }

    [Fact]
    public async Task A_digest_of_a_day_is_claimed_once()
    {
        var ledger = await NewAsync();
        var bytes = Bytes("digest@studio.example", "me@studio.example");
        Assert.Null(await ledger.LastDigestAsync("", Token));

        Assert.True(await ledger.ClaimDigestAsync(new DigestKey("", Saturday), bytes, Closing, Token));
        Assert.False(await ledger.ClaimDigestAsync(new DigestKey("", Saturday), Bytes("again@studio.example", "me@studio.example"), Closing + Duration.FromHours(1), Token));

        var (day, unsent, marked) = Assert.Single(await ledger.UnsentDigestsAsync("", Token));
        Assert.Equal((Saturday, Line(bytes), false), (day, Line(unsent), marked));
        Assert.Equal(Closing, await ledger.LastDigestAsync("", Token));
    }

    [Fact]
    public async Task A_digest_is_unsent_until_it_is_done_and_stays_claimed()
    {
        var ledger = await NewAsync();
        await ledger.ClaimDigestAsync(new DigestKey("", Saturday.PlusDays(1)), Bytes("2@studio.example", "me@studio.example"), Closing + Duration.FromDays(1), Token);
        await ledger.ClaimDigestAsync(new DigestKey("", Saturday), Bytes("1@studio.example", "me@studio.example"), Closing, Token);

        await ledger.MarkDigestSendingAsync(new DigestKey("", Saturday), Closing, Token);
        Assert.Equal([(Saturday, true), (Saturday.PlusDays(1), false)], (await ledger.UnsentDigestsAsync("", Token)).Select(d => (d.Day, d.SendingMarked)));

        await ledger.MarkDigestSendingAsync(new DigestKey("", Saturday), null, Token);
        Assert.Equal([(Saturday, false), (Saturday.PlusDays(1), false)], (await ledger.UnsentDigestsAsync("", Token)).Select(d => (d.Day, d.SendingMarked)));
        Assert.Equal(Saturday.PlusDays(1), await ledger.LastDigestDayAsync("", Token));

        await ledger.MarkDigestDoneAsync(new DigestKey("", Saturday), Closing, "250 ok", Token);
        Assert.Equal([Saturday.PlusDays(1)], (await ledger.UnsentDigestsAsync("", Token)).Select(d => d.Day));
        Assert.False(await ledger.ClaimDigestAsync(new DigestKey("", Saturday), Bytes("3@studio.example", "me@studio.example"), Closing, Token));
        Assert.Equal(Closing + Duration.FromDays(1), await ledger.LastDigestAsync("", Token));
    }

    [Fact]
    public async Task The_digest_is_told_what_was_decided_since_or_is_not_back_yet_of_all_mailboxes_with_its_reply()
    {
        var ledger = await NewAsync();
        var since = Closing + Duration.FromHours(10);
        var recent = Message("recent", since + Duration.FromHours(2), MessageState.Left, mailbox: "other");
        var stillHeld = Message("held", Closing + Duration.FromHours(2), MessageState.Held);
        var toRelease = Message("back", Closing + Duration.FromHours(1), MessageState.ToRelease, person: "b@acme.example");
        var toHold = Message("waits", Closing + Duration.FromHours(3), MessageState.ToHold, person: "c@acme.example");
        await ledger.RecordAsync(recent, null, Token);
        await ledger.RecordAsync(stillHeld, Reply(stillHeld), Token);
        await ledger.RecordAsync(toRelease, null, Token);
        await ledger.RecordAsync(toHold, null, Token);
        await ledger.RecordAsync(Message("old", state: MessageState.Left), null, Token);
        await ledger.RecordAsync(Message("gone", state: MessageState.Released), null, Token);

        var found = await ledger.SinceAsync(since, Token);

        Assert.Equal([toRelease, stillHeld, toHold, recent], found.Select(f => f.Message), (a, b) => Line(a) == Line(b));
        Assert.Equal(["none", Line(Reply(stillHeld)), "none", "none"], found.Select(f => Line(f.Reply)));
    }

    [Fact]
    public async Task A_good_file_is_kept_once_and_the_one_read_last_comes_first()
    {
        var ledger = await NewAsync();
        var first = new GoodFile("code", 3, new LocalDate(2026, 12, 1), "version: 3 # ż", Closing);
        var second = first with { Text = "version: 3 # other", SavedAt = Closing + Duration.FromHours(1) };
        var clients = new GoodFile("clients", 0, null, "clients: []", Closing);
        foreach (var file in new[] { first, second, clients, second with { SavedAt = Closing + Duration.FromHours(2) } })
        {
            await ledger.SaveGoodAsync(file, Token);
        }

        Assert.Equal([second, first], await ledger.GoodVersionsAsync("code", "", Token));
        Assert.Equal([clients], await ledger.GoodVersionsAsync("clients", "", Token));

        await ledger.SaveGoodAsync(first with { SavedAt = Closing + Duration.FromHours(3) }, Token);
        Assert.Equal([first, second], await ledger.GoodVersionsAsync("code", "", Token));
    }

    [Fact]
    public async Task A_request_is_open_until_it_is_answered_once()
    {
        var ledger = await NewAsync();
        var first = await ledger.AskAsync("release", "--all", Closing, Token);
        var second = await ledger.AskAsync("replies", "resume", Closing + Duration.FromHours(1), Token);
        Assert.Equal(
            [new Request(first, "release", "--all", Closing), new Request(second, "replies", "resume", Closing + Duration.FromHours(1))],
            await ledger.OpenRequestsAsync(Token));

        await ledger.AnswerAsync(first, "3 released", Closing, Token);
        await ledger.AnswerAsync(first, "0 released", Closing, Token);

        Assert.Equal([second], (await ledger.OpenRequestsAsync(Token)).Select(r => r.Id));
        Assert.Equal(("3 released", null), (await ledger.AnswerToAsync(first, Token), await ledger.AnswerToAsync(second, Token)));
    }
}
