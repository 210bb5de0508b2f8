using BoundaryWorker.Contracts;
using BoundaryWorker.Pipeline.Ports;
using BoundaryWorker.Store;
using NodaTime;
using static BoundaryWorker.Contracts.LedgerData;

namespace BoundaryWorker.AdapterTests.Store;

/// <summary>The contract on a real file, and what only a file can show: reopening and other processes.</summary>
public sealed class SqliteLedgerTests : LedgerContract, IAsyncDisposable
{
    private readonly TempFolder folder = new();
    private readonly List<SqliteLedger> opened = [];

    public async ValueTask DisposeAsync()
    {
        foreach (var ledger in opened)
        {
            await ledger.DisposeAsync();
        }

        folder.Dispose();
    }

    [Fact]
    public async Task Everything_is_there_after_reopening()
    {
        var message = Message("a");
        var installation = "";
        await using (var ledger = await OpenAsync())
        {
            await ledger.RecordAsync(message, Reply(message), Token);
            await ledger.NoteLookAsync(Mailbox, new LookState("cursor", Closing), Token);
            installation = (await ledger.InstallationAsync(Token)).Id;
        }

        var again = await OpenAsync();

        Assert.Equal(Line(message), Line((await again.FindAsync(message.Key, Token))!));
        Assert.Equal(Line(Reply(message)), Line(Assert.Single(await again.RepliesInStateAsync(Mailbox, [ReplyState.Waiting], Token))));
        Assert.Equal(new LookState("cursor", Closing), await again.LastLookAsync(Mailbox, Token));
        Assert.Equal(installation, (await again.InstallationAsync(Token)).Id);
    }

    [Fact]
    public async Task E4_of_two_processes_at_once_one_wins_each_key_and_no_client_gets_a_fourth()
    {
        var (one, two) = (await OpenAsync(), await OpenAsync());
        var messages = Enumerable.Range(0, 40).Select(n => Message($"m{n}", person: $"p{n % 5}@acme.example")).ToList();

        var results = await Task.WhenAll(messages.Select((message, n) => Task.Run(
            () => (n % 2 == 0 ? one : two).RecordAsync(message, Reply(message), Token), Token)));

        var replies = await one.RepliesInStateAsync(Mailbox, [ReplyState.Waiting], Token);
        Assert.Equal(ReplyCounting.SlotsPerWindow, replies.Count);
        Assert.Equal(replies.Count, replies.Select(r => r.Key.Person).Distinct().Count());
        Assert.Equal(replies.Count, results.Count(r => r is RecordResult.Recorded));
        Assert.Equal(messages.Count, (await two.InStateAsync(Mailbox, [MessageState.ToHold], Token)).Count);
    }

    [Fact]
    public async Task Of_two_processes_at_once_one_gets_the_lease_the_digest_and_the_topic()
    {
        var ledgers = new[] { await OpenAsync(), await OpenAsync() };

        var won = await Task.WhenAll(ledgers.Select((ledger, n) => Task.Run(
            async () => new[]
            {
                await ledger.TryLeaseAsync($"run-{n}", Closing, Closing + Duration.FromMinutes(1), Token),
                await ledger.ClaimDigestAsync(new DigestKey("", new LocalDate(2026, 11, 21)), Bytes($"{n}@studio.example", "me@studio.example"), Closing, Token),
                await ledger.TellOnceAsync("clock", Closing, Token),
            },
            Token)));

        Assert.All(Enumerable.Range(0, 3), n => Assert.Single(won, w => w[n]));
    }

    [Fact]
    public async Task What_one_process_asks_the_other_sees_and_answers()
    {
        var (running, command) = (await OpenAsync(), await OpenAsync());

        var id = await command.AskAsync("release", "--all", Closing, Token);
        await running.AnswerAsync(Assert.Single(await running.OpenRequestsAsync(Token)).Id, "done", Closing, Token);

        Assert.Equal("done", await command.AnswerToAsync(id, Token));
    }

    protected override async Task<ILedger> NewAsync() => await OpenAsync();

    private async Task<SqliteLedger> OpenAsync()
    {
        var ledger = await SqliteLedger.OpenAsync(folder["ledger.db"], Token);
        opened.Add(ledger);
        return ledger;
    }

    [Fact]
    public async Task Calls_of_others_are_no_part_of_a_transaction_and_wait_for_its_end()
    {
        var ledger = await NewAsync();
        var (within, other) = (Message("within"), Message("other"));
        Task<RecordResult>? others = null;

        await Assert.ThrowsAsync<TimeZoneNotFoundException>(() => ledger.InOneTransactionAsync<int>(
            async () =>
            {
                await ledger.RecordAsync(within, null, Token);
                using (ExecutionContext.SuppressFlow())
                {
                    others = Task.Run(() => ledger.RecordAsync(other, null, Token), Token);
                }

                throw new TimeZoneNotFoundException();
            },
            Token));

        Assert.Equal(RecordResult.Recorded, await others!);
        Assert.Null(await ledger.FindAsync(within.Key, Token));
        Assert.NotNull(await ledger.FindAsync(other.Key, Token));
    }
}
