using BoundaryWorker.AdapterTests.Imap;
using NodaTime.Extensions;

namespace BoundaryWorker.Benchmarks;

/// <summary>
/// One message that comes while the worker idles: the time from the server's EXISTS to its tagged OK of the move, both as they pass over the wire. All of it is
/// the worker's own time and the server's. Beside it a bare client that idles, fetches and moves.
/// </summary>
internal static class MoveBenchmark
{
    private const int WarmUp = 5;

    public static async Task RunAsync(DovecotServer server, Sizes sizes)
    {
        var bare = await BareAsync(server, sizes.Moves);
        var ours = await OursAsync(server, sizes.Moves);
        var again = await BareAsync(server, sizes.Moves);
        bare = [.. bare, .. again];
        Table.Print(
            $"From EXISTS to the tagged OK of the move, milliseconds ({sizes.Moves} messages each)",
            ["who", "median", "p90", "longest", "median / bare"],
            [Row("worker", ours, bare), Row("bare client", bare, bare)]);
    }

    private static string[] Row(string who, IReadOnlyList<double> times, IReadOnlyList<double> bare) =>
    [
        who, Table.Number(Table.Median(times), 1), Table.Number(Table.Quantile(times, 0.9), 1), Table.Number(times.Max(), 1), Table.Number(Table.Median(times) / Table.Median(bare), 2),
    ];

    private static async Task<IReadOnlyList<double>> OursAsync(DovecotServer server, int count)
    {
        var user = DovecotServer.NewUser();
        using var wire = new MoveWire(server);
        using var folder = new OwnersFolder(server, [user], wire.Port);
        await using (var before = await WorkerInside.BuildAsync(folder, TimeProvider.System.ToClock()))
        {
            // The first look takes what is there for its baseline: a message must not come into it.
            await before.RoundAsync();
        }

        using var worker = RunningWorker.Start(folder);
        await worker.SaysAsync("Mailbox m0 is open", 1);
        await wire.IdlesAsync();
        return await DeliverAsync(server, user, wire, count);
    }

    private static async Task<IReadOnlyList<double>> BareAsync(DovecotServer server, int count)
    {
        var user = DovecotServer.NewUser();
        using var wire = new MoveWire(server);
        using var bare = await BareClient.SignInAsync(server, user, wire.Port);
        using var stop = new CancellationTokenSource();
        var moving = Task.Run(() => bare.IdleFetchAndMoveAsync(stop.Token));
        await wire.IdlesAsync();
        var times = await DeliverAsync(server, user, wire, count);
        await stop.CancelAsync();
        await moving;
        return times;
    }

    private static async Task<IReadOnlyList<double>> DeliverAsync(DovecotServer server, string user, MoveWire wire, int count)
    {
        var times = new List<double>();
        for (var n = 0; n < WarmUp + count; n++)
        {
            var moved = wire.NextMoveAsync();
            RawLmtp.Deliver(server, Mailbag.Address(n % 12, n % 5), user, Mailbag.Message(n, TimeProvider.System.GetUtcNow()));
            times.Add((await moved.WaitAsync(TimeSpan.FromSeconds(30))).TotalMilliseconds);

            // Until it idles again: the next message comes to one who waits.
            await wire.IdlesAsync();
            await Task.Delay(TimeSpan.FromMilliseconds(150), TimeProvider.System);
        }

        return [.. times.Skip(WarmUp)];
    }
}
