using System.Diagnostics;
using System.Globalization;
using BoundaryWorker.AdapterTests.EndToEnd;
using MimeKit;
using NodaTime;

namespace BoundaryWorker.AdapterTests.Loops;

/// <summary>
/// Somebody sends thousands of messages in one closed window under the addresses of clients, all of them vouched for by her host: the real process over a
/// Maildir. How many is set by <c>BOUNDARYWORKER_BOMB</c>; every limit is reached long before the usual number.
/// </summary>
public sealed class MailBombTests : IDisposable
{
    private const int Clients = 100;
    private const int PersonsEach = 20;

    /// <summary>The default of <c>per_hour</c>, which opens the breaker.</summary>
    private const int PerHour = 30;

    /// <summary>Row 5.</summary>
    private const int PerClientAndWindow = 3;

    private static readonly int Size = int.Parse(Environment.GetEnvironmentVariable("BOUNDARYWORKER_BOMB") ?? "150", CultureInfo.InvariantCulture);
    private static readonly Instant Evening = Played.London(11, 26, 18, 0);
    private static readonly Instant Opening = Played.London(11, 27, 9, 0);

    private readonly Played play = new();

    public void Dispose() => play.Dispose();

    [Fact]
    public async Task Row_4_from_one_address_one_is_answered_and_all_are_held()
    {
        await BombAsync(_ => "p0@c0.example");

        Assert.Equal(1L, Count("select count(*) from replies"));
        Assert.Single(play.Folder.Replies());
        Assert.DoesNotContain(play.Folder.Outbox(), IsNotice);
    }

    [Fact]
    public async Task Row_5_from_two_thousand_addresses_of_one_client_three_are_answered_and_all_are_held()
    {
        await BombAsync(n => $"p{n % (Clients * PersonsEach)}@c0.example");

        Assert.Equal((long)PerClientAndWindow, Count("select count(*) from replies"));
        Assert.Equal(PerClientAndWindow, play.Folder.Replies().Count);
    }

    [Fact]
    public async Task A16_from_two_thousand_addresses_of_all_clients_the_breaker_opens_all_are_held_and_she_is_told_once()
    {
        await BombAsync(n => $"p{n / Clients % PersonsEach}@c{n % Clients}.example");

        Assert.Equal((long)PerHour, Count("select count(*) from replies"));
        Assert.Equal(PerHour, play.Folder.Replies().Count);
        Assert.All(play.Folder.Replies().GroupBy(r => r.To.Mailboxes.Single().Domain), client => Assert.InRange(client.Count(), 1, PerClientAndWindow));
        Assert.DoesNotContain(play.Folder.Outbox(), IsNotice);

        await play.GoToAsync(Opening + Duration.FromMinutes(1));
        await play.SettleAsync();
        await play.Worker.StopAsync();
        await play.StartAsync(play.Folder.Now + Duration.FromMinutes(1));
        await play.ArriveAsync("late", Played.London(11, 27, 20, 0), Mail("p0@c0.example", Played.London(11, 27, 20, 0), "late"));
        await play.GoToAsync(Played.London(11, 30, 9, 1));
        await play.SettleAsync();

        Assert.Equal(PerHour, play.Folder.Replies().Count);
        Assert.Single(play.Folder.Outbox(), IsNotice);
        Assert.Equal(Size + 1, play.Folder.AllMessages().Count(m => m.Folder == "INBOX"));
    }

    private async Task BombAsync(Func<int, string> from)
    {
        File.WriteAllText(
            Path.Combine(play.Folder.Root, "clients.yaml"),
            "clients:\n" + string.Concat(Enumerable.Range(0, Clients).Select(c => $"  - {{ id: c{c}, name: Client {c}, domains: [c{c}.example], language: en, code_given: {{ version: 1, date: 2026-11-02 }} }}\n")));
        await play.StartAsync(Evening);
        var at = Evening + Duration.FromMinutes(5);
        await play.GoToAsync(at);
        foreach (var n in Enumerable.Range(0, Size))
        {
            play.Folder.Deliver($"{n}", Mail(from(n), at, $"{n}"), at);
        }

        var watch = Stopwatch.StartNew();
        await play.SettleAsync();
        TestContext.Current.TestOutputHelper!.WriteLine($"{Size} messages, {Count("select count(*) from replies")} replies, {watch.Elapsed.TotalSeconds:F1} s");

        // The pace of E6: one reply in five seconds.
        for (var n = 0; Count("select count(*) from replies where state = 'Ready'") > 0; n++)
        {
            Assert.True(n < 2 * PerHour, "The replies do not get sent.");
            await play.GoToAsync(play.Folder.Now + Duration.FromSeconds(5));
        }

        Assert.Equal(Size, play.Folder.AllMessages().Count(m => m.Folder == "Held"));
    }

    private static byte[] Mail(string from, Instant at, string id) =>
        Eml.From(from, at, $"Numbers {id}", "How many people opened the last mailing?", $"Message-ID: <{id}@{from.Split('@')[1]}>");

    private static bool IsNotice(MimeMessage mail) => mail.Subject == "Replies are paused";

    private long Count(string sql) => (long)play.Folder.Scalar(sql)!;
}
