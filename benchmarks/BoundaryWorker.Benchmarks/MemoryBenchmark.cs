using BoundaryWorker.AdapterTests.Imap;

namespace BoundaryWorker.Benchmarks;

/// <summary>What the real process holds of the machine's memory at rest: on an empty inbox, on a large one, and with many mailboxes.</summary>
internal static class MemoryBenchmark
{
    private const string Open = " is open";

    public static async Task RunAsync(DovecotServer server, Sizes sizes)
    {
        var empty = await RestingAsync(server, [await NewUserAsync(server)], sizes);
        var large = await NewUserAsync(server);
        var now = TimeProvider.System.GetUtcNow();
        Mailbag.Fill(server, large, sizes.Inbox, now.AddDays(-300), now.AddDays(-1));
        var full = await RestingAsync(server, [large], sizes);
        var users = new List<string>();
        for (var n = 0; n < sizes.Mailboxes; n++)
        {
            users.Add(await NewUserAsync(server));
        }

        var many = await RestingAsync(server, users, sizes);
        Table.Print(
            "Memory at rest, megabytes (VmRSS of the process)",
            ["on", "memory", "for each mailbox"],
            [
                ["an empty inbox", Table.Number(empty), ""],
                [$"an inbox of {Table.Number(sizes.Inbox)} messages", Table.Number(full), ""],
                [$"{Table.Number(sizes.Mailboxes)} mailboxes", Table.Number(many), Table.Number((many - empty) / (sizes.Mailboxes - 1), 2)],
            ]);
    }

    private static async Task<string> NewUserAsync(DovecotServer server)
    {
        var user = DovecotServer.NewUser();
        using var first = await BareClient.SignInAsync(server, user);
        await first.CountAsync("INBOX");
        return user;
    }

    private static async Task<double> RestingAsync(DovecotServer server, List<string> users, Sizes sizes)
    {
        using var folder = new OwnersFolder(server, users);
        using var worker = RunningWorker.Start(folder);
        await worker.SaysAsync(Open, users.Count);
        await Task.Delay(sizes.Rest, TimeProvider.System);
        return worker.Resident;
    }
}
