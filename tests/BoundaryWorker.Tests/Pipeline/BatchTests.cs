using BoundaryWorker.Pipeline.Ports;
using BoundaryWorker.Tests.Fakes;
using NodaTime;

namespace BoundaryWorker.Tests.Pipeline;

/// <summary>Many messages that came while the worker was down: held and released in batches, with the promises of one (promises 1, 2 and 5).</summary>
public sealed class BatchTests
{
    private const int Backlog = (2 * Batch.Most) + 50;

    private static readonly Instant Back = PathFixture.Evening + Duration.FromMinutes(5);

    [Fact]
    public async Task Promise_1_a_backlog_is_held_a_batch_at_a_time_and_all_is_back_at_the_opening_in_the_order_of_arrival()
    {
        using var fixture = await BacklogAsync();

        await fixture.RoundAsync(Back);
        Assert.All(fixture.Mailbox.Messages, m => Assert.Equal(InMemoryMailbox.Held, m.Folder));
        Assert.Equal((3, 3, 3), (Calls(fixture, "mailbox.HoldManyAsync"), Calls(fixture, "mailbox.ReadManyAsync"), Calls(fixture, "ledger.InOneTransactionAsync")));
        await fixture.RoundAsync(PathFixture.Opening);

        Assert.Equal(3, Calls(fixture, "mailbox.ReleaseManyAsync"));
        Assert.All(fixture.Mailbox.Messages, m => Assert.Equal("INBOX", m.Folder));
        Assert.Equal(Enumerable.Range(1, Backlog), fixture.Mailbox.Messages.OrderBy(m => m.Uid).Select(m => m.Serial));
        Assert.Empty(fixture.Mailbox.Lost);
        Assert.All(fixture.Ledger.Messages, m => Assert.Equal(MessageState.Released, m.State));
    }

    [Fact]
    public async Task Row_4_and_5_decisions_of_a_batch_know_those_before_them()
    {
        using var fixture = await BacklogAsync();

        await fixture.RoundAsync(Back);

        // Five persons of one client wrote, some twenty times: three of them get one reply each.
        Assert.Equal(3, fixture.Ledger.Replies.Count);
        Assert.Equal(3, fixture.Ledger.Replies.Select(r => r.Key.Person).Distinct().Count());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(57)]
    [InlineData(Batch.Most)]
    [InlineData(Batch.Most + 1)]
    public async Task Promise_1_a_batch_broken_off_after_any_of_its_moves_is_taken_up_again_and_nothing_is_done_twice(int moves)
    {
        using var fixture = await BacklogAsync();
        fixture.Mailbox.Faults.After(nameof(IMailbox.HoldAsync), moves);

        await fixture.RoundAsync(Back);
        Assert.InRange(fixture.Mailbox.Messages.Count(m => m.Folder == InMemoryMailbox.Held), 1, moves);
        fixture.Restart();
        await fixture.SettleAsync();

        Assert.All(fixture.Mailbox.Messages, m => Assert.Equal(InMemoryMailbox.Held, m.Folder));
        Assert.Empty(fixture.Mailbox.Lost);
        Assert.Equal((Backlog, 3), (fixture.Ledger.Messages.Count, fixture.Replies.Sent.Count));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(Batch.Most + 1)]
    public async Task Promise_5_a_release_broken_off_after_any_of_its_moves_is_taken_up_again(int moves)
    {
        using var fixture = await BacklogAsync();
        await fixture.RoundAsync(Back);
        fixture.Mailbox.Faults.After(nameof(IMailbox.ReleaseAsync), moves);

        await fixture.RoundAsync(PathFixture.Opening);
        fixture.Restart();
        await fixture.RoundAsync(PathFixture.Opening);

        Assert.All(fixture.Mailbox.Messages, m => Assert.Equal("INBOX", m.Folder));
        Assert.Empty(fixture.Mailbox.Lost);
        Assert.All(fixture.Ledger.Messages, m => Assert.Equal(MessageState.Released, m.State));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(60)]
    [InlineData(Batch.Most)]
    public async Task Promise_2_a_process_killed_while_it_records_a_batch_has_recorded_none_of_it(int call)
    {
        using var fixture = await BacklogAsync();
        fixture.Life.Order("ledger.RecordAsync", call, after: true);

        await Assert.ThrowsAsync<KilledException>(() => fixture.Worker.RoundAsync(TestContext.Current.CancellationToken));
        Assert.Empty(fixture.Ledger.Messages);
        Assert.All(fixture.Mailbox.Messages, m => Assert.Equal("INBOX", m.Folder));
        fixture.Restart();
        fixture.Clock.Reset(Back);
        await fixture.SettleAsync();

        Assert.All(fixture.Mailbox.Messages, m => Assert.Equal(InMemoryMailbox.Held, m.Folder));
        Assert.Equal(3, fixture.Replies.Sent.Count);
    }

    [Fact]
    public async Task One_poison_message_of_a_batch_stops_none_of_the_others_and_is_tried_again_alone()
    {
        using var fixture = await BacklogAsync();
        var read = fixture.Mailbox.Reader;
        var poison = fixture.Deliver("jane@acme.example", "Poison");
        fixture.Mailbox.Reader = (stream, at, flags) => read(stream, at, flags) is var message && message.Subject == "Poison" ? throw new InvalidOperationException("poison") : message;

        await fixture.RoundAsync(Back);
        Assert.Equal("INBOX", Assert.Single(fixture.Mailbox.Messages, m => m.Folder != InMemoryMailbox.Held).Folder);
        var reads = fixture.Mailbox.Faults.Calls(nameof(IMailbox.ReadAsync));
        fixture.Mailbox.Reader = read;
        await fixture.RoundAsync(Back + Duration.FromMinutes(1));

        Assert.Equal(reads + 1, fixture.Mailbox.Faults.Calls(nameof(IMailbox.ReadAsync)));
        Assert.Equal(InMemoryMailbox.Held, fixture.FolderOf(poison));
    }

    [Fact]
    public async Task Held_is_matched_again_only_when_it_or_her_files_changed_or_something_is_due()
    {
        var (fixture, held) = await PathFixture.HeldAsync();
        using var _ = fixture;
        await fixture.RoundAsync(fixture.Now + Duration.FromMinutes(1));
        var matched = Calls(fixture, "ledger.InStateAsync");

        await fixture.RoundAsync(fixture.Now + Duration.FromMinutes(1));
        await fixture.RoundAsync(fixture.Now + Duration.FromMinutes(1));

        // What was left unfinished is asked for at each round, and nothing else.
        Assert.Equal(matched + 2, Calls(fixture, "ledger.InStateAsync"));
        fixture.Mailbox.ByHand(held.Serial, m => m with { Folder = "Projects" });
        await fixture.RoundAsync(fixture.Now + Duration.FromMinutes(1));
        Assert.Equal(MessageState.Hers, fixture.RecordOf(held).State);
    }

    private static int Calls(PathFixture fixture, string point) => fixture.Life.Calls.GetValueOrDefault(point);

    private static async Task<PathFixture> BacklogAsync()
    {
        var fixture = await PathFixture.WatchingAsync();
        for (var n = 0; n < Backlog; n++)
        {
            fixture.Clock.Advance(Duration.FromSeconds(1));
            fixture.Deliver($"p{n % 5}@acme.example");
        }

        return fixture;
    }
}
