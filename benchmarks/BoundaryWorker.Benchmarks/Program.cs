using BoundaryWorker.AdapterTests.Imap;
using BoundaryWorker.Benchmarks;

// What holding and releasing costs, beside a bare client on the same server in the same run: benchmarks/run [--quick] [--once] [moves] [parts] [backlog] [memory].
var sizes = args.Contains("--quick") ? Sizes.Quick : Sizes.Whole;
sizes = args.Contains("--once") ? sizes with { Runs = 1 } : sizes;
var chosen = args.Where(a => a[0] != '-').ToHashSet();
bool Wanted(string name) => chosen.Count == 0 || chosen.Contains(name);

using var server = DovecotServer.Full;
Console.WriteLine($"Dovecot on this machine, {Environment.ProcessorCount} processors, .NET {Environment.Version}. Ratios hold on any machine; times on this one at this hour.");
if (Wanted("moves"))
{
    await MoveBenchmark.RunAsync(server, sizes);
}

if (Wanted("parts"))
{
    await PartsBenchmark.RunAsync(server);
}

if (Wanted("backlog"))
{
    await BacklogBenchmark.RunAsync(server, sizes);
}

if (Wanted("memory"))
{
    await MemoryBenchmark.RunAsync(server, sizes);
}
