using System.Diagnostics;
using BoundaryWorker.Pipeline.Ports;
using BoundaryWorker.Store;
using Dapper;
using Microsoft.Data.Sqlite;
using NodaTime;
using static BoundaryWorker.Contracts.LedgerData;

namespace BoundaryWorker.AdapterTests.Store;

/// <summary>How fast the ledger is with a year's mail. Prints; asserts only that everything is there, since a machine's speed is no promise.</summary>
public sealed class LedgerSpeedTests
{
    private const int Rows = 10_000;
    private const int Recorded = 500;

    [Fact]
    public async Task Ten_thousand_open_messages_are_listed_and_asked_about()
    {
        var token = TestContext.Current.CancellationToken;
        using var folder = new TempFolder();
        await using var ledger = await SqliteLedger.OpenAsync(folder["ledger.db"], token);

        var recording = Stopwatch.StartNew();
        foreach (var number in Enumerable.Range(0, Recorded))
        {
            var message = Message($"m{number}", Closing + Duration.FromSeconds(number), person: $"p{number}@acme.example", client: $"c{number % 500}");
            await ledger.RecordAsync(message, Reply(message), token);
        }

        Print($"recorded {Recorded} messages with their replies, one transaction each", recording.Elapsed, Recorded);
        await MultiplyAsync(folder["ledger.db"]);

        var listing = Stopwatch.StartNew();
        var open = await ledger.InStateAsync(Mailbox, [MessageState.ToHold], token);
        Print($"listed {open.Count} open messages", listing.Elapsed, 1);

        var asking = Stopwatch.StartNew();
        foreach (var number in Enumerable.Range(0, 1000))
        {
            await ledger.HistoryAsync(Query() with { Person = $"p{number}@acme.example", ClientId = $"c{number % 500}" }, token);
        }

        Print("asked for 1000 histories", asking.Elapsed, 1000);
        Assert.Equal(Rows, open.Count);
    }

    /// <summary>Copies of the recorded ones in one transaction: recording thousands waits for the disk thousands of times.</summary>
    private static async Task MultiplyAsync(string path)
    {
        await using var raw = new SqliteConnection($"Data Source={path};Pooling=False");
        var columns = string.Join(", ", await raw.QueryAsync<string>("select name from pragma_table_info('messages') where name not in ('seq', 'message_key')"));
        await raw.ExecuteAsync(
            $"""
            with recursive copies (n) as (select 1 union all select n + 1 from copies where n < {Rows / Recorded} - 1)
            insert into messages (message_key, {columns}) select message_key || '-' || n, {columns} from messages, copies
            """);
    }

    private static void Print(string what, TimeSpan took, int times) => TestContext.Current.TestOutputHelper!.WriteLine(
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{what}: {took.TotalMilliseconds:F0} ms, {took.TotalMilliseconds / times:F3} ms each"));
}
