using System.Diagnostics;
using System.Globalization;
using BoundaryWorker.Core.Code;
using BoundaryWorker.Tests.Fakes;

namespace BoundaryWorker.Tests.Pipeline;

/// <summary>
/// Thousands of messages under clients' addresses in one closed window, through the whole path over fakes: the limits hold, all is held, she is told once. The
/// process over a disk is tried with fewer beside the adapters. <c>BOUNDARYWORKER_BOMB</c> sets how many.
/// </summary>
public sealed class MailBombTests
{
    private const int Clients = 100;
    private const int PersonsEach = 20;
    private static readonly int Size = int.Parse(Environment.GetEnvironmentVariable("BOUNDARYWORKER_BOMB") ?? "2000", CultureInfo.InvariantCulture);

    [Fact]
    public async Task Row_4_from_one_address_one_is_answered_and_all_are_held()
    {
        using var fixture = await BombedAsync(_ => "p0@c0.example", new ReplyOptions());

        Assert.Single(fixture.Replies.Sent);
        Assert.Single(fixture.Ledger.Replies);
    }

    [Fact]
    public async Task Row_5_from_thousands_of_addresses_of_one_client_three_are_answered_and_all_are_held()
    {
        using var fixture = await BombedAsync(n => $"p{n}@c0.example", new ReplyOptions());

        Assert.Equal(3, fixture.Replies.Sent.Count);
        Assert.Equal(3, fixture.Ledger.Replies.Count);
    }

    [Fact]
    public async Task A16_a_person_and_a_client_get_no_more_than_their_caps_of_a_day()
    {
        var options = new ReplyOptions { PerPersonDay = 1, PerClientDay = 2, PerHour = 1000, SilentAfter = 100 };
        using var fixture = await BombedAsync(n => $"p{n / Clients % PersonsEach}@c{n % Clients}.example", options, sends: false);

        Assert.All(fixture.Ledger.Replies.GroupBy(r => r.Key.ClientId), client => Assert.Equal(2, client.Count()));
        Assert.All(fixture.Ledger.Replies.GroupBy(r => r.Key.Person), person => Assert.Single(person));
        Assert.Equal(Clients * 2, fixture.Ledger.Replies.Count);
    }

    [Fact]
    public async Task A16_from_two_thousand_addresses_the_breaker_opens_all_are_held_and_she_is_told_once()
    {
        var options = new ReplyOptions();
        using var fixture = await BombedAsync(n => $"p{n / Clients % PersonsEach}@c{n % Clients}.example", options);

        Assert.Equal(options.PerHour, fixture.Replies.Sent.Count);
        Assert.Equal(options.PerHour, fixture.Ledger.Replies.Count);
        Assert.Empty(fixture.Mails);

        // Before she was told, and after: a process that ends at night takes the notice with it no more, and repeats none.
        fixture.Restart();
        await fixture.MorningAsync();
        fixture.Restart();
        await fixture.RoundAsync(PathFixture.Opening + NodaTime.Duration.FromHours(1));

        Assert.Single(fixture.Mails, m => m.Contains("Odpowiedzi są wstrzymane", StringComparison.Ordinal));
        Assert.All(fixture.Mailbox.Messages, m => Assert.Equal("INBOX", m.Folder));
    }

    private static async Task<PathFixture> BombedAsync(Func<int, string> from, ReplyOptions options, bool sends = true)
    {
        var watch = Stopwatch.StartNew();
        var fixture = await PathFixture.WatchingAsync(f =>
        {
            f.Code = f.Code with { Replies = options };
            f.Clients = new ClientBook([.. Enumerable.Range(0, Clients).Select(OneClient)], StrangerPolicy.Leave);
        });
        foreach (var n in Enumerable.Range(0, Size))
        {
            fixture.Deliver(from(n), $"Numbers {n}");
        }

        // The pace of E6 makes a round of each reply, and each round lists all that is held.
        await (sends ? fixture.SettleAsync() : fixture.RoundAsync());
        TestContext.Current.TestOutputHelper!.WriteLine($"{Size} messages, {fixture.Ledger.Replies.Count} replies, {watch.Elapsed.TotalSeconds:F1} s");

        Assert.Equal(Size, fixture.Mailbox.Messages.Count);
        Assert.All(fixture.Mailbox.Messages, m => Assert.Equal(InMemoryMailbox.Held, m.Folder));
        return fixture;
    }

    private static Client OneClient(int n) =>
        new() { Id = $"c{n}", Name = $"Client {n}", Domains = [$"c{n}.example"], Language = "en", CodeGiven = new(3, new(2026, 11, 2)) };
}
