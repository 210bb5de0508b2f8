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

    private const string OtherOffice = "0123456789ab";

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

    public bool WatchesOther { get; set; }

    /// <summary>The Code of the other mailbox, where it has its own: then it is an office of its own, with an owner of its own.</summary>
    public BoundaryCode? OtherCode { get; set; }

    /// <summary>The clients of the other mailbox, where it has its own; without <see cref="OtherCode"/> they share the Code.</summary>
    public ClientBook? OtherClients { get; set; }

    /// <summary>Where set, what the files of the other mailbox allow.</summary>
    public FilesState? OtherBroken { get; set; }

    public Mode? OtherMode { get; set; }

    /// <summary>Mail to the owner of the other mailbox.</summary>
    public InMemorySender ToOtherOwner { get; } = new();

    public InMemorySender Replies { get; } = new();

    public InMemorySender ToOwner { get; } = new();

    public BoundaryCode Code { get; set; } = Fixtures.Studio();

    public ClientBook Clients { get; set; } = new(Fixtures.Clients(), StrangerPolicy.Leave);

    /// <summary>Where set, what her files allow instead of <see cref="Code"/> and <see cref="Clients"/>.</summary>
    public FilesState? Broken { get; set; }

    public Mode Mode { get; set; } = Mode.Enforce;

    public bool AllowRepliesHere { get; init; }

    public EmailAddress? DigestTo { get; set; }

    /// <summary>The host whose habit of filing copies is remembered; null where none are filed.</summary>
    public string? SentCopyHost { get; init; }

    public AlarmChoice Alarms { get; init; } = AlarmChoice.None;

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
        Ledger.IsCutOff = () => Life.IsDead;
        var ledger = Life.Of<ILedger>(Ledger, "ledger");
        var owners = new KnownOwners();
        var shared = FilesOf("", OtherCode is null ? [] : [Other.Id], () => Broken ?? new FilesState.Good(Code, Clients, []), owners);
        var others = OtherCode is null && OtherClients is null
            ? shared
            : FilesOf(OtherCode is null ? "" : OtherOffice, OtherCode is null ? [] : [Mailbox.Id], () => OtherBroken ?? new FilesState.Good(OtherCode ?? Code, OtherClients ?? Clients, []), owners);
        (InMemoryMailbox Box, FileSet Files)[] here = WatchesOther && OtherCode is null ? [(Mailbox, shared), (Other, others)] : [(Mailbox, shared)];
        var first = OfficeOf("", here, ToOwner, "owner", DigestTo, ledger);
        Notices = first.Mail;
        var offices = OtherCode is null ? [first] : new[] { first, OfficeOf(OtherOffice, [(Other, others)], ToOtherOwner, "other-owner", null, ledger) };
        return worker = new Worker(ledger, offices, Clock);
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

    private static FileSet FilesOf(string office, IReadOnlyList<string> elsewhere, Func<FilesState> state, KnownOwners owners) =>
        new(new FilesAsTheyAre(state), new StandingSource(_ => null, _ => false, new Surroundings(office, elsewhere, owners)));

    private Office OfficeOf(string id, IReadOnlyList<(InMemoryMailbox Box, FileSet Files)> boxes, InMemorySender to, string name, EmailAddress? digestTo, ILedger ledger)
    {
        var toOwner = new SendingWatch(name, Life.Of<IMailSender>(to, name));
        var senders = boxes.ToDictionary(b => b.Box, b => new SendingWatch(b.Box.Id, Life.Of<IMailSender>(Replies, "sender")));
        var mail = new MailToOwner(digestTo, toOwner, new MimeWriter(), Studio.Templates, Studio.Installation);
        var mailer = new OwnerNotices(id, ledger, mail, Alarms, [toOwner, .. senders.Values], Clock, NullLogger<OwnerNotices>.Instance);
        var notices = new OfficeNotices(mailer, id);
        var watched = boxes.Select(b => Watched(Life.Of<IMailbox>(b.Box, "mailbox"), senders[b.Box], ModeOf(b.Box), b.Files, ledger, notices)).ToList();
        var plan = new DigestPlan(Duration.FromMinutes(15), boxes.Max(b => ModeOf(b.Box)), [.. boxes.Select(b => b.Box.Id)])
        {
            Office = id,
            Elsewhere = OtherCode is null ? [] : id.Length == 0 ? [Other.Id] : [Mailbox.Id],
            TakesForsaken = id.Length == 0,
            Observed = boxes.All(b => ModeOf(b.Box) == Mode.Observe) ? [] : [.. boxes.Where(b => ModeOf(b.Box) == Mode.Observe).Select(b => b.Box.Id)],
        };
        var previews = new DigestPreviews(Previews ? [.. watched.Select(w => w.Round)] : []);
        var digest = new DailyDigest(ledger, mail, previews, watched[0].Files.Standings, notices, plan, Clock, new NoSteps());
        return new Office(id, watched, digest, mailer, notices, Clock);
    }

    private Mode ModeOf(InMemoryMailbox box) => box == Other ? OtherMode ?? Mode : Mode;

    private WatchedMailbox Watched(IMailbox mailbox, IMailSender sender, Mode mode, FileSet files, ILedger ledger, INotices notices)
    {
        var policy = new MailboxPolicy(mode, TrustPolicy.Supposed, AllowRepliesHere);
        var steps = new NoSteps();
        var hold = new HoldAct(mailbox, ledger, Clock, steps);
        var copies = new SentCopies(SentCopyHost, mailbox, ledger, notices, Clock, steps, NullLogger<SentCopies>.Instance);
        var outbox = new Outbox(mailbox, sender, ledger, copies, Clock, steps);
        var writer = new ReplyWriter(Studio.Templates, new MimeWriter(), Studio.Installation);
        var path = new MessagePath(mailbox, ledger, new Bounces(ledger), new CircuitBreaker(ledger, notices), new UrgentAlarm(Alarms, notices), writer, hold, Clock, steps);
        var round = new MailboxRound(
            mailbox,
            new SentHistory(mailbox, ledger, notices, Studio.Installation, Clock),
            new UnfinishedWork(mailbox, ledger, hold, outbox),
            new HeldMessages(mailbox, ledger, policy, Clock, steps),
            new Arrivals(mailbox, ledger, path, notices, Clock, steps, NullLogger<Arrivals>.Instance),
            outbox,
            copies,
            notices,
            Clock,
            NullLogger<MailboxRound>.Instance);
        return new WatchedMailbox(round, policy, files);
    }

    private sealed class FilesAsTheyAre(Func<FilesState> state) : IOwnerFiles
    {
        public Task<FilesState> LookAsync(Instant now, CancellationToken token) => Task.FromResult(state());
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
