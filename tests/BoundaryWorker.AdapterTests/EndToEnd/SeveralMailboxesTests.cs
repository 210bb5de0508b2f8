using System.Net;
using System.Net.Sockets;
using NodaTime;

namespace BoundaryWorker.AdapterTests.EndToEnd;

/// <summary>The real process with several mailboxes: each with its own Code if wanted, and one that fails stops no other.</summary>
public sealed class SeveralMailboxesTests
{
    private static readonly Instant Evening = Played.London(11, 26, 18, 0);
    private static readonly Instant Arrival = Evening + Duration.FromMinutes(5);
    private static readonly Instant NorasOpening = Played.London(11, 27, 9, 0);
    private static readonly Instant OttosOpening = Played.London(11, 27, 10, 0);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_owners_in_one_worker_are_each_kept_by_their_own_Code_and_a_broken_one_harms_the_other_in_nothing()
    {
        using var pages = new HealthPages();
        using var two = new TwoOwners(pages.Setting);
        await two.Play.StartAsync(Evening);
        await two.Play.GoToAsync(Arrival);
        var eml = TwoOwners.Eml("jane@acme.example", Arrival, "Numbers");
        var hers = two.Play.Folder.Deliver("a", eml, Arrival);
        two.DeliverToOtto("a", eml, Arrival);
        await two.AdvanceUntilAsync(() => two.Play.Folder.Replies().Count == 1 && two.OttosOutbox().Count == 1);

        // D11: two owners, so each answers for herself and himself, with other hours and another name.
        Assert.Equal(("Held", "Held"), (two.Play.Place(hers).Folder, Assert.Single(two.OttosFolders("Numbers"))));
        var (reply, his) = (two.Play.Folder.Replies().Single(), two.OttosOutbox().Single());
        Assert.Equal(("Nora Field", "Otto Berg"), (reply.From.Mailboxes.Single().Name, his.From.Mailboxes.Single().Name));
        Assert.Contains("9:00", reply.TextBody, StringComparison.Ordinal);
        Assert.Contains("10:00", his.TextBody, StringComparison.Ordinal);
        Assert.NotEqual(reply.MessageId, his.MessageId);

        // Broken: named with its folder, only released there, and nothing changes for her.
        var good = await File.ReadAllTextAsync(two.OttosCode, Token);
        await File.WriteAllTextAsync(two.OttosCode, good.Replace("owner:", "ownr:", StringComparison.Ordinal), Token);
        await two.AdvanceUntilAsync(() => pages.ReadyAsync().Result.Problems.Contains("otto/code.yaml:", StringComparison.Ordinal));
        var later = two.Play.Folder.Now;
        var second = two.Play.Folder.Deliver("b", TwoOwners.Eml("leo@gamma.example", later, "Colours"), later);
        two.DeliverToOtto("b", TwoOwners.Eml("leo@gamma.example", later, "Colours"), later);
        await two.Play.SettleAsync();
        await two.AdvanceUntilAsync(() => two.Play.Folder.Replies().Count == 2);
        Assert.Equal(("Held", "INBOX"), (two.Play.Place(second).Folder, Assert.Single(two.OttosFolders("Colours"))));
        Assert.Single(two.OttosOutbox());

        await two.Play.GoToAsync(NorasOpening + Duration.FromMinutes(1));
        await two.AdvanceUntilAsync(() => two.Play.Folder.Digests().Count == 1 && two.Play.Place(hers).Folder == "INBOX");
        Assert.Equal("Held", Assert.Single(two.OttosFolders("Numbers")));
        Assert.Equal("nora@norafield.example", two.Play.Folder.Digests().Single().To.Mailboxes.Single().Address);

        await two.Play.GoToAsync(OttosOpening + Duration.FromMinutes(1));
        await two.AdvanceUntilAsync(() => two.OttosFolders("Numbers").SequenceEqual(["INBOX"]) && two.OttosOutbox().Count == 3);
        var told = two.OttosOutbox().Where(m => m.To.Mailboxes.Single().Address != "jane@acme.example").ToList();
        Assert.All(told, t => Assert.Equal("otto@ottoberg.example", t.To.Mailboxes.Single().Address));
        Assert.Contains(told, t => t.Subject!.Contains("W plikach jest błąd", StringComparison.Ordinal) && t.TextBody!.Contains("otto/code.yaml:", StringComparison.Ordinal));
        Assert.Contains(told, t => t.Headers["X-BoundaryWorker"]!.Contains("kind=digest", StringComparison.Ordinal));
        Assert.DoesNotContain(two.Play.Folder.Outbox(), m => m.TextBody!.Contains("otto/code.yaml", StringComparison.Ordinal));

        await File.WriteAllTextAsync(two.OttosCode, good, Token);
        await two.AdvanceUntilAsync(() => pages.ReadyAsync().Result.Status == HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_broken_Code_of_its_own_is_known_by_its_last_good_version_after_a_restart()
    {
        using var two = new TwoOwners();
        await two.Play.StartAsync(Evening);
        await two.Play.GoToAsync(Arrival);
        two.DeliverToOtto("a", TwoOwners.Eml("jane@acme.example", Arrival, "Numbers"), Arrival);
        await two.AdvanceUntilAsync(() => two.OttosFolders("Numbers").SequenceEqual(["Held"]));
        two.Play.Worker.Kill();
        await File.WriteAllTextAsync(two.OttosCode, "version: [", Token);

        await two.Play.StartAsync(two.Play.Folder.Now + Duration.FromMinutes(1));
        await two.Play.GoToAsync(NorasOpening + Duration.FromMinutes(1));
        await two.Play.SettleAsync();
        Assert.Equal("Held", Assert.Single(two.OttosFolders("Numbers")));
        await two.Play.GoToAsync(OttosOpening + Duration.FromMinutes(1));
        await two.AdvanceUntilAsync(() => two.OttosFolders("Numbers").SequenceEqual(["INBOX"]));
    }

    [Fact]
    public async Task A_server_that_swallows_everything_delays_no_other_mailbox()
    {
        using var hole = new BlackHole();
        using var two = new TwoOwners(ottosMailbox: $$"""
            "Imap": { "Host": "127.0.0.1", "Port": {{hole.Port}}, "Security": "none", "User": "otto", "Password": "right-horse" }
            """);
        await two.Play.StartAsync(Evening);

        // Three looks at hers while one and the same connection of his is waited for (twenty seconds): a worker whose rounds wait for the slowest does one.
        var shown = false;
        for (var attempt = 0; attempt < 5 && !shown; attempt++)
        {
            await two.AdvanceUntilAsync(() => hole.Open.Count > 0);
            var before = hole.Open;
            for (var look = 0; look < 3; look++)
            {
                await two.Play.GoToAsync(two.Play.Folder.Now + Duration.FromSeconds(61));
            }

            shown = before.Intersect(hole.Open).Any();
        }

        Assert.True(shown, two.Play.Worker.Output);
    }

    [Fact]
    public async Task Release_all_gives_back_what_it_can_and_names_the_mailbox_that_failed()
    {
        using var two = new TwoOwners();
        await two.Play.StartAsync(Evening);
        await two.Play.GoToAsync(Arrival);
        var hers = two.Play.Folder.Deliver("a", TwoOwners.Eml("jane@acme.example", Arrival, "Numbers"), Arrival);
        two.DeliverToOtto("a", TwoOwners.Eml("jane@acme.example", Arrival, "Numbers"), Arrival);
        await two.AdvanceUntilAsync(() => two.Play.Place(hers).Folder == "Held" && two.OttosFolders("Numbers").SequenceEqual(["Held"]));

        // Asked of the running worker, whose answer comes with the poll.
        Directory.Move(two.OttosMail, two.OttosMail + ".gone");
        await File.WriteAllTextAsync(two.OttosMail, "no folder", Token);
        using var asked = WorkerProcess.Start(["release", "--all", "--settings", two.Play.Folder.SettingsFile]);
        await two.AdvanceUntilAsync(() => asked.HasExited);
        Assert.Equal(1, await asked.EndAsync());
        Assert.Contains("1 back in the inbox.", asked.Output, StringComparison.Ordinal);
        Assert.Contains("Mailbox otto failed: ", asked.Output, StringComparison.Ordinal);
        Assert.Equal("INBOX", two.Play.Place(hers).Folder);

        // Done by the command itself where none runs.
        await two.Play.Worker.StopAsync();
        using var failed = WorkerProcess.Start(["release", "--all", "--settings", two.Play.Folder.SettingsFile]);
        Assert.Equal(1, await failed.EndAsync());
        Assert.Contains("Mailbox otto failed: ", failed.Output, StringComparison.Ordinal);
        File.Delete(two.OttosMail);
        Directory.Move(two.OttosMail + ".gone", two.OttosMail);
        using var done = WorkerProcess.Start(["release", "--all", "--settings", two.Play.Folder.SettingsFile]);
        Assert.Equal(0, await done.EndAsync());
        Assert.Equal("INBOX", Assert.Single(two.OttosFolders("Numbers")));
    }

    [Fact]
    public async Task Commands_look_at_the_files_of_every_mailbox_or_at_those_of_one()
    {
        using var two = new TwoOwners();
        string[] settings = ["--settings", two.Play.Folder.SettingsFile];
        Assert.Contains("10:00–16:00", (await CommandAsync(0, ["hours", "--from", "2026-11-30", "--mailbox", "otto", .. settings])), StringComparison.Ordinal);
        Assert.Contains("9:00–12:30", (await CommandAsync(0, ["hours", "--from", "2026-11-30", .. settings])), StringComparison.Ordinal);
        Assert.Contains("There is no mailbox `nobody` in the settings; there are me, otto.", await CommandAsync(3, ["hours", "--mailbox", "nobody", .. settings]), StringComparison.Ordinal);

        var eml = Path.Combine(two.Root, "a.eml");
        await File.WriteAllBytesAsync(eml, TwoOwners.Eml("jane@acme.example", Arrival, "Numbers"), Token);
        string[] explain = ["explain", eml, "--received", "2026-11-26T17:30", "--suppose", "client", "--json", .. settings];
        Assert.Contains("\"holdUntil\":\"2026-11-27T09:00", await CommandAsync(0, explain), StringComparison.Ordinal);
        Assert.Contains("\"holdUntil\":\"2026-11-27T10:00", await CommandAsync(0, [.. explain, "--mailbox", "otto"]), StringComparison.Ordinal);

        Assert.Contains("no errors", await CommandAsync(0, ["check", .. settings]), StringComparison.OrdinalIgnoreCase);
        await File.WriteAllTextAsync(two.OttosCode, "version: [", Token);
        Assert.Contains("otto/code.yaml:1:", await CommandAsync(1, ["check", .. settings]), StringComparison.Ordinal);
    }

    private static async Task<string> CommandAsync(int exitCode, IReadOnlyList<string> arguments)
    {
        using var command = WorkerProcess.Start(arguments);
        Assert.True(await command.EndAsync() == exitCode, command.Output);
        return command.Output;
    }

    /// <summary>Accepts connections and never says a word.</summary>
    private sealed class BlackHole : IDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly List<Socket> _sockets = [];

        public BlackHole()
        {
            _listener.Start();
            _ = AcceptAsync();
        }

        public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

        /// <summary>The connections on which the other side has not hung up.</summary>
        public IReadOnlyList<Socket> Open
        {
            get
            {
                lock (_sockets)
                {
                    return [.. _sockets.Where(s => !(s.Poll(0, SelectMode.SelectRead) && s.Available == 0))];
                }
            }
        }

        public void Dispose()
        {
            _listener.Dispose();
            lock (_sockets)
            {
                _sockets.ForEach(s => s.Dispose());
            }
        }

        private async Task AcceptAsync()
        {
            try
            {
                while (true)
                {
                    var socket = await _listener.AcceptSocketAsync();
                    lock (_sockets)
                    {
                        _sockets.Add(socket);
                    }
                }
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                // The end of the test.
            }
        }
    }
}
