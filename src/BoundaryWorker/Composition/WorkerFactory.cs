using BoundaryWorker.Alarms;
using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Files;
using BoundaryWorker.Mail.Imap;
using BoundaryWorker.Mail.Maildir;
using BoundaryWorker.Mail.Pickup;
using BoundaryWorker.Mail.Reading;
using BoundaryWorker.Mail.Smtp;
using BoundaryWorker.Mail.Writing;
using BoundaryWorker.Pipeline;
using BoundaryWorker.Pipeline.Ports;
using BoundaryWorker.Settings;
using BoundaryWorker.Store;
using BoundaryWorker.Templates;
using BoundaryWorker.Time;
using NodaTime;

namespace BoundaryWorker.Composition;

/// <summary>Puts the worker together from the settings: the only place that names all providers.</summary>
internal sealed class WorkerFactory(BoundarySettings settings, IClock clock, ISteps steps, ILoggerFactory logs)
{
    private readonly Dictionary<string, SendingWatch> _senders = [];

    /// <summary>Opens the store and builds everything. Connects to no mailbox yet.</summary>
    public async Task<BuiltWorker> BuildAsync(CancellationToken token)
    {
        var ledger = await SqliteLedger.OpenAsync(settings.Store.Sqlite, token);
        var installation = await ledger.InstallationAsync(token);
        var post = settings.Alarms.Webhook is { } page ? new WebhookPost(page, TimeProvider.System, logs.CreateLogger<WebhookPost>()) : null;
        var tools = new ReplyTools(LiquidTemplates.Load(settings.Files.Templates), new MimeWriter(), installation, new AlarmChoice(settings.Alarms.AtOnce, post));
        var sets = FileSets(ledger);
        var offices = settings.Mailboxes
            .GroupBy(m => MailboxFiles.Of(m, settings.Files).CodeMark)
            .Select((office, place) => OfficeOf(office.Key, [.. office], place == 0, ledger, tools, sets))
            .ToList();
        var lease = new RunLease(ledger, $"{Environment.MachineName}:{Environment.ProcessId}:{Guid.NewGuid():N}", clock);
        return new BuiltWorker(new Worker(ledger, offices, clock), ledger, lease, post);
    }

    /// <summary>One for each pair of files: mailboxes that are kept by the same ones read them together.</summary>
    private Dictionary<MailboxFiles, FileSet> FileSets(IGoodFiles store)
    {
        var holidays = HolidayData.Load(settings.Files.Holidays);
        var owners = new KnownOwners();
        var all = MailboxFiles.AllOf(settings);
        return all.ToDictionary(
            files => files,
            files => new FileSet(
                new OwnerFiles(files.Code, files.Clients, store, holidays.Regions, OwnerFilesNaming.Of(files, all)),
                new StandingSource(holidays.For, Freemail.Contains, new Surroundings(files.CodeMark, Elsewhere(files.CodeMark), owners))));
    }

    private IReadOnlyList<string> Elsewhere(string office) =>
        [.. settings.Mailboxes.Where(m => MailboxFiles.Of(m, settings.Files).CodeMark != office).Select(m => m.Id)];

    private Office OfficeOf(string id, IReadOnlyList<MailboxSettings> mailboxes, bool isFirst, ILedger ledger, ReplyTools tools, Dictionary<MailboxFiles, FileSet> sets)
    {
        // Digest:To is of the shared Code: another owner's mail goes to her own address.
        var mail = new MailToOwner(id.Length == 0 ? EmailAddress.TryParse(settings.Digest.To) : null, SenderOf(mailboxes[0]), tools.Mime, tools.Templates, tools.Installation);
        var mailer = new OwnerNotices(id, ledger, mail, tools.Alarms, [.. mailboxes.Select(SenderOf)], clock, logs.CreateLogger<OwnerNotices>());
        var notices = new OfficeNotices(mailer, id);
        var watched = mailboxes.Select(m => Watched(m, ledger, tools, sets[MailboxFiles.Of(m, settings.Files)], notices)).ToList();
        var previews = new DigestPreviews(settings.Digest.Preview ? [.. watched.Select(w => w.Round)] : []);
        var digest = new DailyDigest(ledger, mail, previews, watched[0].Files.Standings, notices, PlanOf(id, mailboxes, isFirst), clock, steps);
        return new Office(id, watched, digest, mailer, notices, clock);
    }

    private DigestPlan PlanOf(string office, IReadOnlyList<MailboxSettings> mailboxes, bool isFirst)
    {
        var furthest = mailboxes.Max(ModeOf);
        return new DigestPlan(settings.Digest.Before, furthest, [.. mailboxes.Select(m => m.Id)])
        {
            Office = office,
            Elsewhere = Elsewhere(office),
            TakesForsaken = isFirst,
            Observed = furthest == Mode.Observe ? [] : [.. mailboxes.Where(m => ModeOf(m) == Mode.Observe).Select(m => m.Id)],
            Language = mailboxes.Select(m => m.Language).FirstOrDefault(l => l is not null),
        };
    }

    private Mode ModeOf(MailboxSettings mailbox) => mailbox.Mode ?? settings.Mode;

    private WatchedMailbox Watched(MailboxSettings mailbox, ILedger ledger, ReplyTools tools, FileSet files, INotices notices)
    {
        var policy = new MailboxPolicy(ModeOf(mailbox), TrustOf(mailbox.Trust), mailbox.AllowRepliesHere);
        var port = PortOf(mailbox, (stream, received, flags) => new MimeReader(files.Standings.Zone).Read(stream, received, flags));
        var hold = new HoldAct(port, ledger, clock, steps);
        var copies = new SentCopies(mailbox.SentCopies ? mailbox.Smtp?.Host ?? $"pickup:{mailbox.Id}" : null, port, ledger, notices, clock, steps, logs.CreateLogger<SentCopies>());
        var outbox = new Outbox(port, SenderOf(mailbox), ledger, copies, clock, steps);
        var path = new MessagePath(
            port,
            ledger,
            new Bounces(ledger),
            new CircuitBreaker(ledger, notices),
            new UrgentAlarm(tools.Alarms, notices),
            new ReplyWriter(tools.Templates, tools.Mime, tools.Installation),
            hold,
            clock,
            steps);
        var round = new MailboxRound(
            port,
            new SentHistory(port, ledger, notices, tools.Installation, clock),
            new UnfinishedWork(port, ledger, hold, outbox),
            new HeldMessages(port, ledger, policy, clock, steps),
            new Arrivals(port, ledger, path, notices, clock, steps, logs.CreateLogger<Arrivals>()),
            outbox,
            copies,
            notices,
            clock,
            logs.CreateLogger<MailboxRound>());
        return new WatchedMailbox(round, policy, files);
    }

    private IMailbox PortOf(MailboxSettings mailbox, Func<Stream, Instant, MessageFlags, IncomingMessage> read) => mailbox.Imap is { } imap
        ? new ImapMailbox(imap, clock, read)
        : new MaildirMailbox(new MaildirSettings { Id = mailbox.Id, Path = mailbox.MaildirPath, Folders = mailbox.Folders, Held = mailbox.Held }, clock, read);

    /// <summary>One for each mailbox, so that all that goes out through a server shares its pauses.</summary>
    private SendingWatch SenderOf(MailboxSettings mailbox) => _senders.TryGetValue(mailbox.Id, out var known)
        ? known
        : _senders[mailbox.Id] = new SendingWatch(mailbox.Id, NewSender(mailbox, clock, logs));

    /// <summary>What mail of that mailbox goes out through.</summary>
    internal static IMailSender NewSender(MailboxSettings mailbox, IClock clock, ILoggerFactory logs) => mailbox.Smtp is { } smtp
        ? new SmtpSender(smtp, new ClockTime(clock), logs.CreateLogger<SmtpSender>())
        : new PickupSender(mailbox.PickupPath!);

    internal static TrustPolicy TrustOf(string? trust) => trust switch
    {
        null or "" => TrustPolicy.None,
        "topmost-without-id" => TrustPolicy.TopmostWithoutId,
        _ => TrustPolicy.Of(trust),
    };
}

/// <summary>A worker, its store, the lease on it that <c>run</c> takes, and the webhook, where there is one.</summary>
internal sealed record BuiltWorker(Worker Worker, SqliteLedger Ledger, RunLease Lease, IDisposable? Post) : IAsyncDisposable
{
    public ValueTask DisposeAsync()
    {
        foreach (var port in Worker.Mailboxes.Select(m => m.Round.Port).OfType<IDisposable>())
        {
            port.Dispose();
        }

        Post?.Dispose();
        Worker.Dispose();
        return Ledger.DisposeAsync();
    }
}

/// <summary>What every reply is written with.</summary>
internal sealed record ReplyTools(Core.Replies.ITemplates Templates, IMimeWriter Mime, Core.Replies.Installation Installation, AlarmChoice Alarms);
