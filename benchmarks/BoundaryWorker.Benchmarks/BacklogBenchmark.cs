using System.Diagnostics;
using BoundaryWorker.AdapterTests.Imap;
using NodaTime;
using NodaTime.Testing;

namespace BoundaryWorker.Benchmarks;

/// <summary>
/// Messages that came while the worker was down, held in one round of a worker just started, and released in one round at the opening. A round is all of it:
/// connecting, listing, reading, deciding, recording, moving, verifying, confirming. Beside it a bare client, and imapfilter where it is installed.
/// </summary>
internal static class BacklogBenchmark
{
    private static readonly TimeSpan Outage = TimeSpan.FromMinutes(25);

    public static async Task RunAsync(DovecotServer server, Sizes sizes)
    {
        // Until the code is compiled for good: what is measured is the work, not the start of a process.
        for (var warmUp = 0; warmUp < 3; warmUp++)
        {
            await OursAsync(server, 1_000);
            await BareAsync(server, 1_000);
        }

        var rows = new List<string[]>();
        foreach (var count in sizes.Backlogs)
        {
            var (ours, bare, filter) = (new List<Rates>(), new List<Rates>(), new List<double>());
            for (var run = 0; run < sizes.Runs; run++)
            {
                bare.Add(await BareAsync(server, count));
                ours.Add(await OursAsync(server, count));
                if (Imapfilter.IsInstalled)
                {
                    filter.Add(await Imapfilter.MoveAllAsync(server, await FilledAsync(server, count), count));
                }
            }

            rows.Add([.. Row("hold", count, ours.Select(r => r.Hold), bare.Select(r => r.Hold), filter), Micro(ours.Select(r => r.HoldWork))]);
            rows.Add([.. Row("release", count, ours.Select(r => r.Release), bare.Select(r => r.Release), filter), Micro(ours.Select(r => r.ReleaseWork))]);
        }

        Table.Print(
            $"Backlogs, messages a second (median of {sizes.Runs}); own processor time is of the worker's process alone, microseconds a message",
            ["what", "messages", "worker", "bare client", "worker / bare", "imapfilter", "worker / imapfilter", "worker / 1,400", "own processor time"],
            rows);
    }

    private static string[] Row(string what, int count, IEnumerable<double> ours, IEnumerable<double> bare, IEnumerable<double> filter)
    {
        var (own, other, third) = (Table.Median(ours), Table.Median(bare), Table.Median(filter));
        return [what, Table.Number(count), Table.Number(own), Table.Number(other), Table.Number(own / other, 2), Table.Number(third), Table.Number(own / third, 2), Table.Number(own / 1400, 2)];
    }

    private static async Task<Rates> OursAsync(DovecotServer server, int count)
    {
        var user = DovecotServer.NewUser();
        using var seen = await BareClient.SignInAsync(server, user);
        using var folder = new OwnersFolder(server, [user]);
        var now = TimeProvider.System.GetUtcNow();
        var clock = new FakeClock(Instant.FromDateTimeOffset(now - Outage));
        await using (var before = await WorkerInside.BuildAsync(folder, clock))
        {
            await before.RoundAsync();
        }

        Mailbag.Fill(server, user, count, now - Outage + TimeSpan.FromMinutes(1), now);
        clock.Reset(Instant.FromDateTimeOffset(now));
        await using var worker = await WorkerInside.BuildAsync(folder, clock);
        var hold = await TimedAsync(worker.RoundAsync);
        Expect(count, await seen.CountAsync("Held"));
        clock.Reset(folder.Opening);
        var release = await TimedAsync(worker.RoundAsync);
        Expect(count, await seen.CountAsync("INBOX"));
        return new Rates(count / hold.Seconds, count / release.Seconds, hold.Work / count, release.Work / count);
    }

    private static async Task<Rates> BareAsync(DovecotServer server, int count)
    {
        using var bare = await BareClient.SignInAsync(server, await FilledAsync(server, count));
        var hold = await bare.MoveAllAsync("INBOX", "Held");
        Expect(count, await bare.CountAsync("Held"));
        var release = await bare.MoveAllAsync("Held", "INBOX");
        Expect(count, await bare.CountAsync("INBOX"));
        return new Rates(count / hold.TotalSeconds, count / release.TotalSeconds, 0, 0);
    }

    private static async Task<string> FilledAsync(DovecotServer server, int count)
    {
        var user = DovecotServer.NewUser();
        using var first = await BareClient.SignInAsync(server, user);
        await first.CountAsync("INBOX");
        var now = TimeProvider.System.GetUtcNow();
        Mailbag.Fill(server, user, count, now - Outage, now);
        return user;
    }

    private static async Task<(double Seconds, double Work)> TimedAsync(Func<Task> act)
    {
        using var own = Process.GetCurrentProcess();
        var (watch, before) = (Stopwatch.StartNew(), own.TotalProcessorTime);
        await act();
        own.Refresh();
        return (watch.Elapsed.TotalSeconds, (own.TotalProcessorTime - before).TotalMicroseconds);
    }

    private static string Micro(IEnumerable<double> work) => Table.Number(Table.Median(work));

    private static void Expect(int count, int found)
    {
        if (found != count)
        {
            throw new InvalidOperationException($"{found} of {count} messages are where they should be: there is nothing to measure.");
        }
    }

    private sealed record Rates(double Hold, double Release, double HoldWork, double ReleaseWork);
}
