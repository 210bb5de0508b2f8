using System.Net;
using System.Net.NetworkInformation;
using NodaTime;

namespace BoundaryWorker.AdapterTests.EndToEnd;

/// <summary>The real process says how it is.</summary>
public sealed class HealthTests
{
    private static readonly Instant Evening = Played.London(11, 26, 18, 0);
    private static readonly Instant Arrival = Evening + Duration.FromMinutes(5);

    [Fact]
    public async Task Live_ready_and_metrics_in_good_times()
    {
        using var pages = new HealthPages();
        using var play = new Played(extra: pages.Setting);
        await HeldAsync(play);
        await Eventually.HoldsAsync(() => play.Folder.Replies().Count == 1, () => play.Worker.Output);

        Assert.Equal(HttpStatusCode.OK, (await pages.GetAsync("/health/live")).Status);
        Assert.Equal((HttpStatusCode.OK, ""), await pages.ReadyAsync());
        Assert.Equal(1, await pages.MetricAsync("boundaryworker_ready"));
        Assert.Equal(1, await pages.MetricAsync("boundaryworker_held{mailbox=\"me\"}"));
        Assert.Equal(0, await pages.MetricAsync("boundaryworker_held_overdue{mailbox=\"me\"}"));
        Assert.Equal(1, await pages.MetricAsync("boundaryworker_replies{mailbox=\"me\",state=\"Sent\"}"));
        Assert.Equal(0, await pages.MetricAsync("boundaryworker_replies_paused"));
        Assert.Equal(0, await pages.MetricAsync("boundaryworker_rounds_failed_total"));
        Assert.True(await pages.MetricAsync("boundaryworker_rounds_total") > 0);

        // As long as the ledger's own columns say: arrival to Held, in ticks.
        var visible = (long)play.Folder.Scalar("select held_at - received from messages")! / (double)NodaConstants.TicksPerSecond;
        Assert.Equal(1, await pages.MetricAsync("boundaryworker_visible_seconds_count"));
        Assert.Equal(visible, (await pages.MetricAsync("boundaryworker_visible_seconds_sum"))!.Value, 6);
        Assert.Equal(
            play.Folder.LastLook()!.Value.ToUnixTimeMilliseconds() / 1000.0,
            (await pages.MetricAsync("boundaryworker_last_look_timestamp_seconds{mailbox=\"me\"}"))!.Value,
            3);
    }

    [Fact]
    public async Task Promise_10_no_page_says_an_address_a_subject_or_a_path()
    {
        using var pages = new HealthPages();
        using var play = new Played(extra: pages.Setting);
        await HeldAsync(play);

        // No address: the finding quotes it.
        var clients = Path.Combine(play.Folder.Root, "clients.yaml");
        var good = await File.ReadAllTextAsync(clients, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(clients, good.Replace("[kate@beta.example,", "[Kate kate@beta.example,", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        await AdvanceUntilAsync(play, async () => (await pages.ReadyAsync()).Problems.Contains("clients.yaml:", StringComparison.Ordinal));

        foreach (var page in new[] { "/health/live", "/health/ready", "/metrics" })
        {
            var (_, text) = await pages.GetAsync(page);
            Assert.NotEmpty(text);
            Assert.DoesNotContain('@', text);
            Assert.DoesNotContain("acme.example", text, StringComparison.Ordinal);
            Assert.DoesNotContain("beta.example", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Numbers", text, StringComparison.Ordinal);
            Assert.DoesNotContain(play.Folder.Root, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_broken_Code_is_not_ready_and_it_says_where_and_live_stays_live()
    {
        using var pages = new HealthPages();
        using var play = new Played(extra: pages.Setting);
        await play.StartAsync(Evening);
        var good = await File.ReadAllTextAsync(play.Folder.CodeFile, TestContext.Current.CancellationToken);
        var lines = good.Split('\n');
        var line = 1 + Array.FindIndex(lines, l => l.Contains("09:00-12:30", StringComparison.Ordinal));
        await File.WriteAllTextAsync(play.Folder.CodeFile, good.Replace("09:00-12:30", "9-12", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        await AdvanceUntilAsync(play, async () => (await pages.ReadyAsync()).Problems.Contains("code.yaml", StringComparison.Ordinal));

        var (status, problems) = await pages.ReadyAsync();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Contains($"Your files have an error: code.yaml:{line}:", problems, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await pages.GetAsync("/health/live")).Status);
        Assert.Equal(0, await pages.MetricAsync("boundaryworker_ready"));

        await File.WriteAllTextAsync(play.Folder.CodeFile, good, TestContext.Current.CancellationToken);
        await AdvanceUntilAsync(play, async () => (await pages.ReadyAsync()).Status == HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_mailbox_that_cannot_be_reached_is_not_ready_after_two_polls()
    {
        using var pages = new HealthPages();
        using var play = new Played(extra: pages.Setting);
        await play.StartAsync(Evening);
        Directory.Move(play.Folder.Mail, play.Folder.Mail + ".gone");
        await File.WriteAllTextAsync(play.Folder.Mail, "no folder", TestContext.Current.CancellationToken);

        await AdvanceUntilAsync(play, async () => (await pages.ReadyAsync()).Problems.Contains("cannot be reached", StringComparison.Ordinal));
        Assert.Contains("Mailbox me was last looked at", (await pages.ReadyAsync()).Problems, StringComparison.Ordinal);

        File.Delete(play.Folder.Mail);
        Directory.Move(play.Folder.Mail + ".gone", play.Folder.Mail);
        await AdvanceUntilAsync(play, async () => (await pages.ReadyAsync()).Status == HttpStatusCode.OK);
    }

    [Fact]
    public async Task It_listens_on_loopback_alone_and_only_where_it_was_told()
    {
        using var pages = new HealthPages();
        using var play = new Played(extra: pages.Setting);
        await play.StartAsync(Evening);

        var listeners = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Where(l => l.Port == pages.Port).ToList();
        Assert.Equal([new IPEndPoint(IPAddress.Loopback, pages.Port)], listeners);
    }

    [Fact]
    public async Task The_health_command_ends_with_0_only_while_the_worker_of_these_settings_is_live()
    {
        using var pages = new HealthPages();
        using var play = new Played(extra: pages.Setting);
        Assert.Equal((1, "Nobody answers"), await HealthAsync(play.Folder, "Nobody answers"));

        await play.StartAsync(Evening);
        Assert.Equal((0, "The worker is live."), await HealthAsync(play.Folder, "The worker is live."));

        // Another worker has the port: it must not pass for this one.
        using var other = new WorkerFolder(extra: pages.Setting);
        Assert.Equal((1, "another BoundaryWorker answers"), await HealthAsync(other, "another BoundaryWorker answers"));

        using var off = new WorkerFolder();
        Assert.Equal((1, "is off"), await HealthAsync(off, "is off"));
    }

    [Fact]
    public async Task A_port_that_is_taken_stops_no_mail()
    {
        using var pages = new HealthPages();
        using var taken = new System.Net.Sockets.TcpListener(IPAddress.Loopback, pages.Port);
        taken.Start();
        using var play = new Played(extra: pages.Setting);

        await HeldAsync(play);

        Assert.Contains("cannot be listened on", play.Worker.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Promise_5_the_heartbeat_goes_out_after_complete_looks_and_not_while_there_are_none()
    {
        using var watcher = new HttpListener();
        var prefix = $"http://127.0.0.1:{HealthPages.FreePort()}/";
        watcher.Prefixes.Add(prefix);
        watcher.Start();
        var pings = 0;
        var serving = ServeAsync(watcher, path =>
        {
            Assert.Equal("/ping/secret-7", path);
            Interlocked.Increment(ref pings);
        });

        using var play = new Played(extra: $"\"Heartbeat\": \"{prefix}ping/secret-7\",");
        await play.StartAsync(Evening);
        await Eventually.HoldsAsync(() => Volatile.Read(ref pings) > 0, () => play.Worker.Output);
        await play.SettleAsync();
        await Eventually.HoldsAsync(() => Volatile.Read(ref pings) >= 2, () => play.Worker.Output);

        // No look, no heartbeat: whoever watches misses it.
        Directory.Move(play.Folder.Mail, play.Folder.Mail + ".gone");
        await File.WriteAllTextAsync(play.Folder.Mail, "no folder", TestContext.Current.CancellationToken);
        await AdvanceUntilAsync(play, () => Task.FromResult(Unreachable(play) > 0));
        var (before, rounds) = (Volatile.Read(ref pings), Unreachable(play));
        await AdvanceUntilAsync(play, () => Task.FromResult(Unreachable(play) >= rounds + 3));
        Assert.Equal(before, Volatile.Read(ref pings));
        File.Delete(play.Folder.Mail);
        Directory.Move(play.Folder.Mail + ".gone", play.Folder.Mail);
        await AdvanceUntilAsync(play, () => Task.FromResult(Volatile.Read(ref pings) > before));

        // A watcher that refuses: the worker goes on, and the log does not say the secret part.
        watcher.Stop();
        var at = play.Folder.Now + Duration.FromMinutes(1);
        var held = await play.ArriveAsync("a", at, Eml.From("jane@acme.example", at, "Numbers", "How many people opened the last mailing?"));
        Assert.Equal("Held", play.Place(held).Folder);
        await Eventually.HoldsAsync(() => play.Worker.Output.Contains("did not arrive", StringComparison.Ordinal), () => play.Worker.Output);
        Assert.DoesNotContain("secret-7", play.Worker.Output, StringComparison.Ordinal);
        await serving;
    }

    private static int Unreachable(Played play) => play.Worker.Output.Split("cannot be reached").Length - 1;

    private static async Task ServeAsync(HttpListener watcher, Action<string> seen)
    {
        while (watcher.IsListening)
        {
            try
            {
                var context = await watcher.GetContextAsync();
                seen(context.Request.Url!.AbsolutePath);
                context.Response.StatusCode = 200;
                context.Response.Close();
            }
            catch (Exception stopped) when (stopped is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private static async Task<Delivered> HeldAsync(Played play)
    {
        await play.StartAsync(Evening);
        var held = await play.ArriveAsync("a", Arrival, Eml.From("jane@acme.example", Arrival, "Numbers", "How many people opened the last mailing?"));
        Assert.Equal("Held", play.Place(held).Folder);
        return held;
    }

    private static async Task<(int Code, string Words)> HealthAsync(WorkerFolder folder, string words)
    {
        using var command = WorkerProcess.Start(["health", "--settings", folder.SettingsFile]);
        var code = await command.EndAsync();
        return (code, command.Output.Contains(words, StringComparison.Ordinal) ? words : command.Output);
    }

    /// <summary>Lets polls come round until it is so.</summary>
    private static async Task AdvanceUntilAsync(Played play, Func<Task<bool>> holds)
    {
        for (var i = 0; i < 200 && !await holds(); i++)
        {
            play.Folder.SetClock(play.Folder.Now + Duration.FromSeconds(61));
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, TestContext.Current.CancellationToken);
        }

        Assert.True(await holds(), play.Worker.Output);
    }
}
