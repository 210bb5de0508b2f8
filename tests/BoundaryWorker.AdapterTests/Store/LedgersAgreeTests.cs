using System.Diagnostics;
using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Pipeline.Ports;
using BoundaryWorker.Store;
using BoundaryWorker.Tests.Fakes;
using CsCheck;
using NodaTime;
using static BoundaryWorker.Contracts.LedgerData;

namespace BoundaryWorker.AdapterTests.Store;

/// <summary>The ledger in memory, which the tests of the path trust, and the one on disk give the same answers whatever is asked of them.</summary>
public sealed class LedgersAgreeTests
{
    private static readonly ReplyState[] AnyReply = Enum.GetValues<ReplyState>();
    private static readonly MessageState[] AnyMessage = Enum.GetValues<MessageState>();

    /// <summary>What to do, to which of a few messages, how, and when (hours after closing).</summary>
    private static readonly Gen<List<(int What, int Which, int How, int Hours)>> Steps =
        Gen.Select(Gen.Int[0, 9], Gen.Int[0, 11], Gen.Int[0, 6], Gen.Int[0, 400]).List[1, 40];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whatever_is_done_both_ledgers_give_the_same_answers()
    {
        var watch = Stopwatch.StartNew();
        await Steps.SampleAsync(
            async steps =>
            {
                // Bounded by time, since the machine decides how many a second: what is left over passes unseen.
                if (watch.Elapsed > TimeSpan.FromSeconds(5))
                {
                    return;
                }

                using var folder = new TempFolder();
                await using var disk = await SqliteLedger.OpenAsync(folder["ledger.db"], Token);
                var memory = new InMemoryLedger();
                foreach (var step in steps)
                {
                    Assert.Equal(await DoAsync(memory, step), await DoAsync(disk, step));
                }

                var last = Closing + Duration.FromHours(steps[^1].Hours);
                Assert.Equal(await EverythingAsync(memory, last), await EverythingAsync(disk, last));
            },
            iter: 100,
            threads: 1);
    }

    private static async Task<string> DoAsync(ILedger ledger, (int What, int Which, int How, int Hours) step)
    {
        var at = Closing + Duration.FromHours(step.Hours);
        var message = Message($"m{step.Which}", Closing + Duration.FromHours(step.Which * 9), person: $"p{step.Which % 5}@acme.example", usesAllowance: step.Which % 3 == 0);
        var reply = Reply(message, step.How < 4 ? $"window:{step.Which / 6}" : $"open:2.{step.How}:{step.Which % 2}", step.How % 2 == 0 ? ReplyState.Waiting : ReplyState.Ready);
        switch (step.What)
        {
            case 0 or 1 or 2:
                return $"{await ledger.RecordAsync(message with { State = AnyMessage[step.How] }, step.How == 6 ? null : reply, Token)}";
            case 3:
                await ledger.ConfirmAsync(message.Key, new MessageChange(AnyMessage[step.How], at, ByHand: step.Hours % 2 == 0), Token);
                return "";
            case 4 when step.How < 3:
                return await MarkedAsync(ledger, reply.Key, at);
            case 5 when step.How < 3:
                await ledger.ConfirmSentAsync(reply.Key, at, "250 ok", Token);
                return string.Join(' ', (await ledger.SentCopiesAsync(Mailbox, Token)).Select(c => $"{Line(c.Message)} {c.SentAt}"));
            case 4 or 5:
                return await ConfirmedAsync(ledger, reply.Key, AnyReply[step.How], at);
            case 6:
                await ledger.NoteOwnSendingAsync(Mailbox, Sent($"s{step.How}@studio.example", at, message.Person) with { IsForeignAutoReply = step.How == 0 }, Token);
                return "";
            case 7:
                await ledger.NoteBounceAsync(message.Person, at, Token);
                return "";
            case 8:
                return $"{await ledger.NoteMarkerAsync(ReplyCounting.MarkerKey(reply.Bytes.MessageId), $"{step.How % 2}", at, Token)}";
            default:
                return $"{await ledger.PurgeAsync(at, Token)}";
        }
    }

    private static async Task<string> MarkedAsync(ILedger ledger, ReplyKey key, Instant at)
    {
        try
        {
            return $"{await ledger.TryMarkSendingAsync(key, at, Duration.FromHours(20), Token)}";
        }
        catch (InvalidOperationException)
        {
            return "refused";
        }
    }

    private static async Task<string> ConfirmedAsync(ILedger ledger, ReplyKey key, ReplyState state, Instant at)
    {
        try
        {
            await ledger.ConfirmReplyAsync(key, state, at, $"{state}", null, Token);
            return "";
        }
        catch (InvalidOperationException)
        {
            return "refused";
        }
    }

    private static async Task<string> EverythingAsync(ILedger ledger, Instant now)
    {
        var lines = new List<string>();
        lines.AddRange((await ledger.InStateAsync(Mailbox, AnyMessage, Token)).Select(Line));
        lines.AddRange((await ledger.RepliesInStateAsync(Mailbox, AnyReply, Token)).Select(r => Line(r)).Order());
        lines.AddRange((await ledger.SinceAsync(now, Token)).Select(s => $"{s.Message.Key} {Line(s.Reply)}"));
        foreach (var person in Enumerable.Range(0, 5))
        {
            var query = Query(now) with { Person = $"p{person}@acme.example", MessageId = $"m{person}@acme.example" };
            lines.Add(Line(await ledger.HistoryAsync(query, Token)));
        }

        return string.Join('\n', lines);
    }
}
