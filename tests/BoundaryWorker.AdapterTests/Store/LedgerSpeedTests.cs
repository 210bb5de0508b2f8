using System.Diagnostics;
using BoundaryWorker.Pipeline.Ports;
using BoundaryWorker.Store;
using NodaTime;
using static BoundaryWorker.Contracts.LedgerData;

namespace BoundaryWorker.AdapterTests.Store;

/// <summary>How fast the ledger is with a year's mail. Prints; asserts only that everything is there, since a machine's speed is no promise.</summary>
public sealed class LedgerSpeedTests
{
    private const int Rows = 10_000;

    [Fact]
    public async Task Ten_thousand_open_messages_are_listed_and_asked_about()
    {
        var token = TestContext.Current.CancellationToken;
        using var folder = new TempFolder();
        await using var ledger = await SqliteLedger.OpenAsync(folder["ledger.db"], token);

        var recording = Stopwatch.StartNew();
        foreach (var number in Enumerable.Range(0, Rows))
        {
            var message = Message($"m{number}", Closing + Duration.FromSeconds(number), person: $"p{number}@acme.example", client: $"c{number % 500}");
            await ledger.RecordAsync(message, Reply(message), token);
        }

        Print($"recorded {Rows} messages, one transaction each", recording.Elapsed, Rows);

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

    private static void Print(string what, TimeSpan took, int times) => TestContext.Current.TestOutputHelper!.WriteLine(
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{what}: {took.TotalMilliseconds:F0} ms, {took.TotalMilliseconds / times:F3} ms each"));
}
