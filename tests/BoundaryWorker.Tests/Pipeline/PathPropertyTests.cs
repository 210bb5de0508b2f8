using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Pipeline.Ports;
using BoundaryWorker.Tests.Deciding;
using BoundaryWorker.Tests.Fakes;
using CsCheck;
using NodaTime;

namespace BoundaryWorker.Tests.Pipeline;

/// <summary>
/// Weeks of random mail under random Codes, with her hand in between, crashes at any call and a clock that jumps: the promises of design.md section 7 hold
/// whatever happens. The seed of a failure is printed by CsCheck.
/// </summary>
public sealed class PathPropertyTests
{
    private const int Weeks = 150;
    private static readonly Instant Start = Instant.FromUtc(2026, 10, 19, 0, 0);
    private static readonly string[] Clients = ["jane@acme.example", "tom@acme.example", "kim@acme.example", "lee@acme.example", "anna@brzoza.example"];
    private static readonly string[] Others = ["someone@elsewhere.example", "me@studio.example", "noreply@acme.example"];
    private static readonly string[] Texts = ["Could you tell me which font it is?", "Please prepare the banner for the sale.", "Thank you very much!"];

    private static readonly string[] Points =
    [
        "mailbox.HoldAsync", "mailbox.ReleaseAsync", "mailbox.ListHeldAsync", "mailbox.ReadAsync", "mailbox.LookAsync", "ledger.RecordAsync", "ledger.ConfirmAsync",
        "ledger.ConfirmReplyAsync", "ledger.NoteLookAsync", "sender.SendAsync", "owner.SendAsync", "ledger.ClaimDigestAsync", "ledger.MarkDigestDoneAsync",
    ];

    private enum Kind
    {
        Mail,
        OtherMail,
        Machine,
        Minutes,
        Hours,
        Move,
        Flag,
        Delete,
        Kill,
    }

    private static readonly Gen<(Kind Kind, int Which, int Size)> Event =
        Gen.Select(Gen.Int[0, 15], Gen.Int[0, 1000], Gen.Int[1, 600]).Select((kind, which, size) => (KindOf(kind), which, size));

    [Fact]
    public async Task Promises_1_2_3_5_6_and_11_hold_through_any_week()
    {
        var happened = new Tally();

        await Gen.Select(DecideGen.Situation, Event.List[10, 50]).SampleAsync(
            async week =>
            {
                using var played = new Week(week.Item1, week.Item2, happened);
                await played.PlayAsync();
            },
            iter: Weeks,
            threads: 1,
            print: week => string.Join('\n', week.Item2));

        Assert.All([happened.Released, happened.Answered, happened.Killed, happened.Taken, happened.Digests], times => Assert.True(times > Weeks / 10, $"{happened}"));
    }

    private static Kind KindOf(int n) => n switch
    {
        < 4 => Kind.Mail,
        4 => Kind.OtherMail,
        5 => Kind.Machine,
        < 9 => Kind.Minutes,
        < 11 => Kind.Hours,
        11 => Kind.Move,
        12 => Kind.Flag,
        13 => Kind.Delete,
        _ => Kind.Kill,
    };

    /// <summary>What really happened in all weeks together: a property of nothing holds easily.</summary>
    private sealed record Tally
    {
        public int Released { get; set; }

        public int Answered { get; set; }

        public int Taken { get; set; }

        public int Killed { get; set; }

        public int Digests { get; set; }
    }

    private sealed class Week(Situation situation, IReadOnlyList<(Kind Kind, int Which, int Size)> events, Tally happened) : IDisposable
    {
        private readonly PathFixture fixture = new(Start) { Code = situation.Code, Clients = situation.Clients };
        private readonly HashSet<int> hers = [];

        public async Task PlayAsync()
        {
            await fixture.RoundAsync();
            foreach (var (kind, which, size) in events)
            {
                Do(kind, which, size);
                await RoundAsync();
            }

            for (var day = 0; day < 60 && fixture.Mailbox.Messages.Any(m => m.Folder == InMemoryMailbox.Held && !hers.Contains(m.Serial)); day++)
            {
                fixture.Clock.Advance(Duration.FromDays(1));
                await RoundAsync();
            }

            AssertAllIsBack();
            AssertReplies();
            AssertDigests();
            happened.Released += fixture.Ledger.Messages.Count(m => m.State == MessageState.Released);
            happened.Answered += fixture.Replies.Sent.Count;
            happened.Taken += hers.Count;
            happened.Killed += fixture.Life.Kills;
            happened.Digests += fixture.Mails.Count;
        }

        public void Dispose() => fixture.Dispose();

        private void Do(Kind kind, int which, int size)
        {
            switch (kind)
            {
                case Kind.Mail:
                    fixture.Deliver(Of(Clients, which), text: Of(Texts, size));
                    break;
                case Kind.OtherMail:
                    fixture.Deliver(Of(Others, which), text: Of(Texts, size));
                    break;
                case Kind.Machine:
                    fixture.Deliver(Of(Clients, which), text: Of(Texts, size), extra: "Auto-Submitted: auto-generated\r\n");
                    break;
                case Kind.Minutes:
                    fixture.Clock.Advance(Duration.FromMinutes(size / 20));
                    break;
                case Kind.Hours:
                    fixture.Clock.Advance(Duration.FromMinutes(size * 3));
                    break;
                case Kind.Move:
                    ByHand(which, m => m with { Folder = size % 2 == 0 ? "INBOX" : "Projects" });
                    break;
                case Kind.Flag:
                    ByHand(which, m => m with { Flags = MessageFlags.Flagged });
                    break;
                case Kind.Delete:
                    ByHand(which, _ => null);
                    break;
                default:
                    var point = Of(Points, which);
                    fixture.Life.Order(point, fixture.Life.Calls.GetValueOrDefault(point) + 1 + (size % 3), after: size % 2 == 0);
                    break;
            }
        }

        /// <summary>A round, and one at each instant the worker asks for, as its timers do; after it nothing that is due may still be held.</summary>
        private async Task RoundAsync()
        {
            var result = await fixture.RoundAsync();
            for (var n = 0; n < 5 && result.NextDue is { } due && due <= fixture.Now + Duration.FromSeconds(5); n++)
            {
                result = await fixture.RoundAsync(due);
            }

            foreach (var held in fixture.Mailbox.Messages.Where(m => m.Folder == InMemoryMailbox.Held && !hers.Contains(m.Serial)))
            {
                var record = fixture.RecordOf(held);
                Assert.Equal(MessageState.Held, record.State);
                var windows = situation.Windows.For(situation.Clients.Clients.FirstOrDefault(c => c.Id == record.ClientId));
                Assert.False(windows.IsOpen(fixture.Now), $"held in open hours: {record}");
                Assert.True(situation.Code.HoldThroughLeave || fixture.Now - held.Received < situation.Code.MaxHold, $"held too long: {record}");
            }

            Assert.Empty(fixture.Mailbox.Lost);
        }

        private void ByHand(int which, Func<InMemoryMessage, InMemoryMessage?> act)
        {
            if (fixture.Mailbox.Messages.Where(m => m.Folder == InMemoryMailbox.Held).ToList() is { Count: > 0 } held)
            {
                var chosen = held[which % held.Count].Serial;
                hers.Add(chosen);
                fixture.Mailbox.ByHand(chosen, act);
            }
        }

        private void AssertAllIsBack()
        {
            Assert.DoesNotContain(fixture.Mailbox.Messages, m => m.Folder == InMemoryMailbox.Held && !hers.Contains(m.Serial));
            Assert.All(fixture.Ledger.Messages, m => Assert.True(m.State is MessageState.Left or MessageState.Released or MessageState.Hers, $"left in between: {m}"));
        }

        private void AssertReplies()
        {
            var sent = fixture.Replies.Sent;
            Assert.Equal(sent.Count, sent.Select(s => s.MessageId).Distinct().Count());
            Assert.All(sent, s => Assert.Contains(s.EnvelopeTo.Key, Clients));
            var byId = fixture.Ledger.Replies.ToDictionary(r => r.Bytes.MessageId);
            var keys = sent.Select(s => byId[s.MessageId].Key).Where(k => k.Scope.StartsWith("window:", StringComparison.Ordinal)).ToList();
            Assert.Equal(keys.Count, keys.DistinctBy(k => (k.Person, k.Scope)).Count());
            Assert.All(keys.GroupBy(k => (k.ClientId, k.Scope)), group => Assert.True(group.Count() <= ReplyCounting.SlotsPerWindow));
            Assert.All(fixture.Ledger.Messages.Where(m => Others.Contains(m.Person)), m => Assert.Null(m.Decision.Reply.Answer));
        }

        private void AssertDigests()
        {
            var keys = fixture.Mails.Where(m => m.StartsWith("kind=digest", StringComparison.Ordinal)).Select(m => m.Split(';')[1]).ToList();
            Assert.Equal(keys.Distinct(), keys);
        }

        private static string Of(string[] all, int which) => all[which % all.Length];
    }
}
