using System.Text;
using BoundaryWorker.Core.Code;
using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Mail.Reading;
using BoundaryWorker.Mail.Writing;
using BoundaryWorker.Pipeline;
using BoundaryWorker.Pipeline.Ports;
using BoundaryWorker.Tests.Deciding;
using BoundaryWorker.Tests.Fakes;
using BoundaryWorker.Tests.Replies;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using NodaTime.Testing;

namespace BoundaryWorker.Tests.Pipeline;

/// <summary>
/// The whole worker over fakes in memory, wired as the host wires it: real deciding, templates, reading and writing of mail. The fakes outlive the worker, so
/// that <see cref="Restart"/> is what a restart is: new objects over the same world.
/// </summary>
internal sealed class PathFixture : IDisposable
{
    /// <summary>A Tuesday evening in Warsaw, an hour after closing; she opens at nine on Wednesday.</summary>
    public static readonly Instant Evening = Studio.At("2026-11-24 18:00");

    /// <summary>The opening after <see cref="Evening"/>.</summary>
    public static readonly Instant Opening = Studio.At("2026-11-25 09:00");

    private int letters;
    private Worker? worker;

    public PathFixture(Instant? start = null)
    {
        Clock = new FakeClock(start ?? Evening);
        Mailbox = NewMailbox("me");
        Other = NewMailbox("other");
    }

    public FakeClock Clock { get; }

    public Life Life { get; } = new();

    public InMemoryLedger Ledger { get; private set; } = new();

    public InMemoryMailbox Mailbox { get; }

    /// <summary>A second mailbox of hers, watched where <see cref="WatchesOther"/> is set.</summary>
    public InMemoryMailbox Other { get; }

    public bool WatchesOther { get; init; }

    public InMemorySender Replies { get; } = new();

    public InMemorySender ToOwner { get; } = new();

    public BoundaryCode Code { get; set; } = Fixtures.Studio();

    public ClientBook Clients { get; set; } = new(Fixtures.Clients(), StrangerPolicy.Leave);

    /// <summary>Where set, what her files allow instead of <see cref="Code"/> and <see cref="Clients"/>.</summary>
    public FilesState? Broken { get; set; }

    public Mode Mode { get; set; } = Mode.Enforce;

    public bool AllowRepliesHere { get; init; }

    public EmailAddress? DigestTo { get; set; }

    public bool Previews { get; set; } = true;

    public OwnerNotices Notices { get; private set; } = null!;

    public Worker Worker => worker ?? Restart();

    public Instant Now => Clock.GetCurrentInstant();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>A fixture whose baseline look is done.</summary>
    public static async Task<PathFixture> WatchingAsync(Action<PathFixture>? with = null, Instant? start = null)
    {
        var fixture = new PathFixture(start);
        with?.Invoke(fixture);
        await fixture.RoundAsync();
        return fixture;
    }

    /// <summary>New objects over the same world.</summary>
    public Worker Restart()
    {
        Life.Begin();
        worker?.Dispose();
        var ledger = Life.Of<ILedger>(Ledger, "ledger");
        var standings = new StandingSource(_ => null, _ => false);
        var mail = new MailToOwner(DigestTo, Life.Of<IMailSender>(ToOwner, "owner"), new MimeWriter(), Studio.Templates, Studio.Installation);
        Notices = new OwnerNotices(ledger, mail, Clock, NullLogger<OwnerNotices>.Instance);
        var plan = new DigestPlan(Duration.FromMinutes(15), Mode, ["me"]);
        InMemoryMailbox[] boxes = WatchesOther ? [Mailbox, Other] : [Mailbox];
        var watched = boxes.Select(b => Watched(Life.Of<IMailbox>(b, "mailbox"), ledger, Notices)).ToList();
        var previews = new DigestPreviews(Previews ? [.. watched.Select(w => w.Round)] : []);
        var digest = new DailyDigest(ledger, mail, previews, standings, Notices, plan, Clock, new NoSteps());
        return worker = new Worker(ledger, new FilesAsTheyAre(this), standings, watched, digest, Notices, Clock);
    }

    /// <summary>The ledger is gone, as after a new disk.</summary>
    public void LoseLedger()
    {
        Ledger = new InMemoryLedger();
        Restart();
    }

    /// <summary>One round now, or at that instant; killed processes are started again and do the round anew.</summary>
    public async Task<RoundResult> RoundAsync(Instant? at = null)
    {
        if (at is { } instant)
        {
            Clock.Reset(instant);
        }

        for (; ; )
        {
            try
            {
                var result = await Worker.RoundAsync(Token);
                if (!Life.IsDead)
                {
                    return result;
                }
            }
            catch (KilledException)
            {
            }

            Restart();
        }
    }

    /// <summary>Rounds until nothing more is ready to be sent: the pace of E6 takes its time.</summary>
    public async Task SettleAsync()
    {
        await RoundAsync();
        while (Ledger.Replies.Any(r => r.State == ReplyState.Ready))
        {
            await RoundAsync(Now + Outbox.Pace);
        }
    }

    /// <summary>Mail comes now.</summary>
    public InMemoryMessage Deliver(string from, string subject = "The draft", string text = "Could you tell me which font it is?", string extra = "", InMemoryMailbox? into = null) =>
        DeliverBytes(Letter(from, subject, text, extra), into);

    public InMemoryMessage DeliverBytes(byte[] bytes, InMemoryMailbox? into = null) => (into ?? Mailbox).Deliver(bytes, Now);

    /// <summary>A letter with a Message-ID of its own.</summary>
    public byte[] Letter(string from, string subject = "The draft", string text = "Could you tell me which font it is?", string extra = "") => Encoding.ASCII.GetBytes(
        $"Return-Path: <{from}>\r\n{extra}From: {from}\r\nTo: me@studio.example\r\nSubject: {subject}\r\nMessage-ID: <{++letters}@x.example>\r\n\r\n{text}\r\n");

    /// <summary>Where a message lies now, null for nowhere.</summary>
    public string? FolderOf(InMemoryMessage message) => Mailbox.Messages.Concat(Other.Messages).FirstOrDefault(m => m.Serial == message.Serial && m.Bytes == message.Bytes)?.Folder;

    /// <summary>The one record of a message.</summary>
    public MessageRecord RecordOf(InMemoryMessage message) => Assert.Single(Ledger.Messages, m => m.Identity == message.Stored.Identity);

    /// <summary>The texts of what she got.</summary>
    public IReadOnlyList<string> Mails => [.. ToOwner.Sent.Select(TextOf)];

    public static string TextOf(OutgoingBytes bytes)
    {
        var read = new MimeReader(Studio.Warsaw).Read(new MemoryStream(bytes.Bytes), Evening, MessageFlags.None);
        return $"{read.Headers.First("X-BoundaryWorker")}\n{read.Subject}\n{read.Text}";
    }

    public void Dispose() => worker?.Dispose();

    private InMemoryMailbox NewMailbox(string id) => new(Clock, id) { Reader = (stream, at, flags) => new MimeReader(Studio.Warsaw).Read(stream, at, flags) };

    private WatchedMailbox Watched(IMailbox mailbox, ILedger ledger, OwnerNotices notices)
    {
        var policy = new MailboxPolicy(Mode, TrustPolicy.Supposed, AllowRepliesHere);
        var steps = new NoSteps();
        var hold = new HoldAct(mailbox, ledger, Clock, steps);
        var outbox = new Outbox(mailbox, Life.Of<IMailSender>(Replies, "sender"), ledger, Clock, steps);
        var writer = new ReplyWriter(Studio.Templates, new MimeWriter(), Studio.Installation);
        var path = new MessagePath(mailbox, ledger, new Bounces(ledger), new CircuitBreaker(ledger, notices), writer, hold, Clock, steps);
        var round = new MailboxRound(
            mailbox,
            new SentHistory(mailbox, ledger, notices, Studio.Installation, Clock),
            new UnfinishedWork(mailbox, ledger, hold, outbox),
            new HeldMessages(mailbox, ledger, policy, Clock, steps),
            new Arrivals(mailbox, ledger, path, notices, Clock, steps, NullLogger<Arrivals>.Instance),
            outbox,
            notices,
            NullLogger<MailboxRound>.Instance);
        return new WatchedMailbox(round, policy);
    }

    private sealed class FilesAsTheyAre(PathFixture fixture) : IOwnerFiles
    {
        public Task<FilesState> LookAsync(Instant now, CancellationToken token) =>
            Task.FromResult(fixture.Broken ?? new FilesState.Good(fixture.Code, fixture.Clients, []));
    }

    /// <summary>A worker that watches and has just held and answered one message.</summary>
    public static async Task<(PathFixture Fixture, InMemoryMessage Held)> HeldAsync()
    {
        var fixture = await WatchingAsync();
        var message = fixture.Deliver("jane@acme.example");
        await fixture.RoundAsync();
        Assert.Equal(InMemoryMailbox.Held, fixture.FolderOf(message));
        Assert.Single(fixture.Replies.Sent);
        return (fixture, message);
    }

    /// <summary>Midnight, the opening, and a minute later.</summary>
    public async Task MorningAsync()
    {
        await RoundAsync(Evening + Duration.FromHours(6));
        await RoundAsync(Opening);
        await RoundAsync(Opening + Duration.FromMinutes(1));
    }
}
