using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Pipeline.Ports;
using NodaTime;
using static BoundaryWorker.Contracts.LedgerData;

namespace BoundaryWorker.Contracts;

/// <content>Several Codes in one store: what belongs to which.</content>
public abstract partial class LedgerContract
{
    [Fact]
    public async Task What_another_owners_mailboxes_did_does_not_count_but_for_what_is_the_whole_workers()
    {
        var ledger = await NewAsync();
        await AnsweredAsync(ledger, "a", Closing + Duration.FromHours(19), scope: "window:x", state: ReplyState.Sent);
        await AnsweredAsync(ledger, "b", Closing - Duration.FromHours(2), scope: "open:2.1:2026-11-20", rules: "2.1");
        await ledger.RecordAsync(Message("c", Closing + Duration.FromHours(1), usesAllowance: true), null, Token);
        await ledger.NoteOwnSendingAsync(Mailbox, Sent("1@studio.example", Closing) with { References = ["thread@x"] }, Token);
        await ledger.NoteBounceAsync(Jane, Closing, Token);
        await ledger.SetBreakerAsync(true, Closing, Token);
        var query = Query() with { Thread = ["thread@x"] };

        var hers = await ledger.HistoryAsync(query with { Elsewhere = ["quite", "another"] }, Token);
        Assert.Equal(Line(await ledger.HistoryAsync(query, Token)), Line(hers));
        Assert.Equal((1, 2, 1, 2), (hers.ClientRepliesInWindow, hers.RepliesToClientLastDay, hers.UrgentUsed, hers.RepliesToPersonLastDay));
        Assert.NotNull(hers.OwnerWroteInThread);

        var his = await ledger.HistoryAsync(query with { Elsewhere = ["quite", Mailbox] }, Token);
        Assert.Equal(
            Line(History.Empty with { BreakerOpen = true, Bounced = Closing, RepliesLastHour = hers.RepliesLastHour }),
            Line(his));
    }

    [Fact]
    public async Task C10_purged_replies_of_another_owner_do_not_count_although_the_client_has_the_same_id()
    {
        var ledger = await NewAsync();
        await AnsweredAsync(ledger, "a", Closing, state: ReplyState.Sent);
        var reply = Message("b", Closing, mailbox: "other", client: Client);
        await ledger.RecordAsync(reply, Reply(reply, $"window:{Closing} of 0123456789ab", ReplyState.Sent), Token);
        await ledger.PurgeAsync(LongAfter, Token);

        Assert.Equal(2, (await ledger.HistoryAsync(Query(LongAfter), Token)).RepliesToClientEver);
        Assert.Equal(1, (await ledger.HistoryAsync(Query(LongAfter) with { Elsewhere = ["other"] }, Token)).RepliesToClientEver);
    }

    [Fact]
    public async Task D11_a_person_has_one_reply_in_a_window_by_each_Code()
    {
        var ledger = await NewAsync();
        var (one, same, own) = (Message("a"), Message("b", mailbox: "same"), Message("c", mailbox: "own"));
        var scope = $"window:{Closing}";

        Assert.Equal(RecordResult.Recorded, await ledger.RecordAsync(one, Reply(one, ReplyScope.Within(scope, "")), Token));
        Assert.Equal(RecordResult.RecordedWithoutReply, await ledger.RecordAsync(same, Reply(same, ReplyScope.Within(scope, "")), Token));
        Assert.Equal(RecordResult.Recorded, await ledger.RecordAsync(own, Reply(own, ReplyScope.Within(scope, "0123456789ab")), Token));
    }

    [Fact]
    public async Task Each_office_has_its_digest_of_a_day()
    {
        var ledger = await NewAsync();
        var (hers, his) = (new DigestKey("", Saturday), new DigestKey("0123456789ab", Saturday));

        Assert.True(await ledger.ClaimDigestAsync(hers, Bytes("1@studio.example", "me@studio.example"), Closing, Token));
        Assert.Null(await ledger.LastDigestDayAsync(his.Office, Token));
        Assert.True(await ledger.ClaimDigestAsync(his, Bytes("2@studio.example", "otto@field.example"), Closing + Duration.FromHours(1), Token));
        Assert.False(await ledger.ClaimDigestAsync(his, Bytes("3@studio.example", "otto@field.example"), Closing, Token));

        await ledger.MarkDigestSendingAsync(his, Closing, Token);
        Assert.False(Assert.Single(await ledger.UnsentDigestsAsync("", Token)).SendingMarked);
        Assert.True(Assert.Single(await ledger.UnsentDigestsAsync(his.Office, Token)).SendingMarked);
        await ledger.MarkDigestDoneAsync(his, Closing, null, Token);
        Assert.Single(await ledger.UnsentDigestsAsync("", Token));
        Assert.Empty(await ledger.UnsentDigestsAsync(his.Office, Token));
        Assert.Equal((Closing, Closing + Duration.FromHours(1)), (await ledger.LastDigestAsync("", Token), await ledger.LastDigestAsync(his.Office, Token)));

        // Each keeps its newest.
        await ledger.MarkDigestDoneAsync(hers, Closing, null, Token);
        await ledger.PurgeAsync(LongAfter, Token);
        Assert.Equal((Saturday, Saturday), (await ledger.LastDigestDayAsync("", Token), await ledger.LastDigestDayAsync(his.Office, Token)));
    }

    [Fact]
    public async Task Each_file_has_its_good_versions_and_forgetting_a_client_keeps_the_newest_of_each()
    {
        var ledger = await NewAsync();
        var hers = new GoodFile("clients", 0, null, "clients: []", Closing);
        var his = hers with { Source = "0123456789ab", SavedAt = Closing + Duration.FromHours(1) };
        var hisBefore = his with { Text = "with acme", SavedAt = Closing };
        foreach (var file in new[] { hers, hisBefore, his })
        {
            await ledger.SaveGoodAsync(file, Token);
        }

        Assert.Equal([hers], await ledger.GoodVersionsAsync("clients", "", Token));
        Assert.Equal([his, hisBefore], await ledger.GoodVersionsAsync("clients", his.Source, Token));

        await ledger.ForgetClientAsync(Acme, LongAfter, Token);
        Assert.Equal([hers], await ledger.GoodVersionsAsync("clients", "", Token));
        Assert.Equal([his], await ledger.GoodVersionsAsync("clients", his.Source, Token));
    }
}
