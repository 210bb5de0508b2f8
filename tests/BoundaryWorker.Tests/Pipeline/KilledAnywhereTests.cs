using BoundaryWorker.Core.Mail;
using BoundaryWorker.Pipeline.Ports;
using NodaTime;

namespace BoundaryWorker.Tests.Pipeline;

/// <summary>
/// A scripted evening and the morning after it, once for every call of every port: there the process is killed, or the port fails once, before or after it acts.
/// Whatever fails, nothing is lost or changed, nobody is answered twice, all is back at the opening, and there is one digest.
/// </summary>
public sealed class KilledAnywhereTests
{
    private static readonly string[] Answered = ["anna@brzoza.example", "jane@acme.example"];

    private static readonly string[] MayStaySilent =
    [
        // Between the sending mark and the answer nobody can tell whether it went out: none rather than two (promise 2).
        "ledger.TryMarkSendingAsync", "ledger.ConfirmSentAsync", "ledger.ConfirmReplyAsync", "sender.SendAsync", "ledger.MarkDigestSendingAsync", "owner.SendAsync",
    ];

    private static readonly string[] Reading =
    [
        nameof(IMailbox.ReadAsync), nameof(IMailbox.ReadManyAsync), nameof(IMailbox.LookAsync), nameof(IMailbox.ListHeldAsync), nameof(IMailbox.SentSinceAsync), nameof(ILedger.FindAsync),
        nameof(ILedger.InStateAsync), nameof(ILedger.HistoryAsync), nameof(ILedger.WasToldAsync), nameof(ILedger.RepliesInStateAsync),
        nameof(ILedger.LastLookAsync), nameof(ILedger.UnsentDigestsAsync), nameof(ILedger.LastDigestAsync), nameof(ILedger.LastDigestDayAsync), nameof(ILedger.SinceAsync),
        nameof(ILedger.OpenRequestsAsync), nameof(ILedger.SentCopiesAsync), nameof(ILedger.FilesItselfAsync), nameof(ILedger.PendingNoticesAsync), nameof(ILedger.RecipientOfAsync),
    ];

    /// <summary>Killed after each call that changes something, which is before the next: whatever else the process does in between does not last.</summary>
    [Fact]
    public async Task Promises_1_2_5_and_11_hold_whatever_the_call_after_which_the_process_is_killed()
    {
        foreach (var (point, call) in Calls(await CallsOfUndisturbedEveningAsync()).Where(c => !IsReading(c.Point)))
        {
            await PlayAsync(life => life.Order(point, call, after: true), $"killed after call {call} of {point}", MayStaySilent.Contains(point));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Promises_1_2_5_and_11_hold_whatever_the_call_that_fails_once_before_or_after_it_acts(bool after)
    {
        var calls = await CallsOfUndisturbedEveningAsync();

        // A sender never throws: what the other side does is an outcome. After reading is as before reading.
        foreach (var (point, call) in Calls(calls).Where(c => !c.Point.Contains("SendAsync", StringComparison.Ordinal) && !(after && IsReading(c.Point))))
        {
            Exception Failure() => point.StartsWith("ledger.", StringComparison.Ordinal) ? new LedgerUnavailableException("by order") : new MailboxUnavailableException("by order");
            await PlayAsync(life => life.Order(point, call, after, Failure), $"{point} failed {(after ? "after" : "before")} its call {call}", MayStaySilent.Contains(point));
        }
    }

    private static async Task<IReadOnlyDictionary<string, int>> CallsOfUndisturbedEveningAsync()
    {
        using var undisturbed = Fixture();
        await EveningAsync(undisturbed);
        Assert.Equal(Answered, Addressees(undisturbed));
        return undisturbed.Life.Calls;
    }

    private static IEnumerable<(string Point, int Call)> Calls(IReadOnlyDictionary<string, int> calls) =>
        calls.SelectMany(called => Enumerable.Range(1, called.Value).Select(call => (called.Key, call)));

    private static bool IsReading(string point) => Reading.Contains(point[(point.IndexOf('.', StringComparison.Ordinal) + 1)..]);

    private static async Task PlayAsync(Action<Life> order, string what, bool mayStaySilent)
    {
        using var fixture = Fixture();
        order(fixture.Life);

        await EveningAsync(fixture);

        Assert.True(fixture.Life.WasHit, $"Never reached: {what}");
        Assert.True(fixture.Mailbox.Lost.Count == 0, $"Lost or changed: {what}");
        Assert.True(fixture.Mailbox.Messages.All(m => m.Folder is "INBOX" or "Sent"), $"Not released: {what}");
        AssertCopies(fixture, what);
        Assert.True(fixture.Ledger.Messages.All(m => m.State is MessageState.Released or MessageState.Left), $"Left in between: {what}");
        Assert.True(fixture.Ledger.Messages.All(m => m.EndedAt is null || m.EndedAt == PathFixture.Opening), $"Released at another time: {what}");
        var addressees = Addressees(fixture);
        Assert.True(addressees.SequenceEqual(mayStaySilent ? Answered.Intersect(addressees) : Answered), $"Answered {string.Join(", ", addressees)}: {what}");
        var digests = fixture.Mails.Count(m => m.StartsWith("kind=digest", StringComparison.Ordinal));
        Assert.True(digests == 1 || (digests == 0 && mayStaySilent), $"{digests} digests: {what}");
    }

    private static string[] Addressees(PathFixture fixture) => [.. fixture.Replies.Sent.Select(s => s.EnvelopeTo.Key).Order(StringComparer.Ordinal)];

    /// <summary>What is known to have gone out lies in Sent once, and nothing else does.</summary>
    private static void AssertCopies(PathFixture fixture, string what)
    {
        var copies = fixture.Mailbox.Messages.Where(m => m.Folder == "Sent").Select(m => m.Stored.Identity.MessageId).Order(StringComparer.Ordinal);
        var sent = fixture.Ledger.Replies.Where(r => r.State == ReplyState.Sent).Select(r => r.Bytes.MessageId).Order(StringComparer.Ordinal);
        Assert.True(copies.SequenceEqual(sent), $"Copies: {what}");
        Assert.True(fixture.Ledger.Copies.Count == 0, $"A copy was not seen to: {what}");
    }

    private static PathFixture Fixture() => new() { SentCopyHost = "smtp.host.example" };

    private static async Task EveningAsync(PathFixture fixture)
    {
        await RoundAsync(fixture, PathFixture.Evening);
        fixture.Clock.AdvanceMinutes(5);
        var jane = fixture.Deliver("jane@acme.example");
        fixture.Deliver("anna@brzoza.example", "Banner", "Please prepare the banner for the sale.");
        fixture.Deliver("someone@elsewhere.example");
        fixture.Deliver("noreply@acme.example");
        fixture.Deliver("jane@acme.example", "[PILNE] The shop is down", "The shop is down.");
        await SettleAsync(fixture);
        fixture.Clock.AdvanceMinutes(60);
        fixture.Deliver("jane@acme.example", "The draft again");
        await SettleAsync(fixture);
        await RoundAsync(fixture, PathFixture.Opening - Duration.FromMinutes(15));
        await RoundAsync(fixture, PathFixture.Opening);
        await RoundAsync(fixture, PathFixture.Opening + Duration.FromMinutes(1));
        Assert.NotNull(fixture.FolderOf(jane));
        Assert.Equal(MessageFlags.None, jane.Flags);
    }

    private static async Task SettleAsync(PathFixture fixture)
    {
        for (var n = 0; n < 2; n++)
        {
            await RoundAsync(fixture, fixture.Now + Duration.FromSeconds(6));
        }
    }

    /// <summary>A round; one that failed is tried again, as the poll does.</summary>
    private static async Task RoundAsync(PathFixture fixture, Instant at)
    {
        var wasHit = fixture.Life.WasHit;
        try
        {
            await fixture.RoundAsync(at);
        }
        catch (LedgerUnavailableException)
        {
        }

        if (fixture.Life.WasHit != wasHit)
        {
            await fixture.RoundAsync();
        }
    }
}
