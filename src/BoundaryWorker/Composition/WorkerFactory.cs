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
    private readonly Dictionary<string, IMailSender> _senders = [];

    /// <summary>Opens the store and builds everything. Connects to no mailbox yet.</summary>
    public async Task<BuiltWorker> BuildAsync(CancellationToken token)
    {
        var ledger = await SqliteLedger.OpenAsync(settings.Store.Sqlite, token);
        var installation = await ledger.InstallationAsync(token);
        var holidays = HolidayData.Load(settings.Files.Holidays);
        var files = new OwnerFiles(settings.Files.Code, settings.Files.Clients, ledger, holidays.Regions);
        var templates = LiquidTemplates.Load(settings.Files.Templates);
        var standings = new StandingSource(holidays.For, Freemail.Contains);
        var mime = new MimeWriter();
        var mail = new MailToOwner(EmailAddress.TryParse(settings.Digest.To), SenderOf(settings.Mailboxes[0]), mime, templates, installation);
        var notices = new OwnerNotices(ledger, mail, clock, logs.CreateLogger<OwnerNotices>());
        var mailboxes = settings.Mailboxes
            .Select(mailbox => Watched(mailbox, ledger, new ReplyTools(templates, mime, installation), standings, notices))
            .ToList();
        var plan = new DigestPlan(settings.Digest.Before, settings.Mode, [.. settings.Mailboxes.Select(m => m.Id)]);
        var previews = new DigestPreviews(settings.Digest.Preview ? [.. mailboxes.Select(m => m.Round)] : []);
        var digest = new DailyDigest(ledger, mail, previews, standings, notices, plan, clock, steps);
        var lease = new RunLease(ledger, $"{Environment.MachineName}:{Environment.ProcessId}:{Guid.NewGuid():N}", clock);
        return new BuiltWorker(new Worker(ledger, files, standings, mailboxes, digest, notices, clock), ledger, lease, notices);
    }

    private WatchedMailbox Watched(MailboxSettings mailbox, ILedger ledger, ReplyTools tools, StandingSource standings, INotices notices)
    {
        var policy = new MailboxPolicy(settings.Mode, TrustOf(mailbox.Trust), mailbox.AllowRepliesHere);
        var port = PortOf(mailbox, (stream, received, flags) => new MimeReader(standings.Zone).Read(stream, received, flags));
        var hold = new HoldAct(port, ledger, clock, steps);
        var outbox = new Outbox(port, SenderOf(mailbox), ledger, clock, steps);
        var path = new MessagePath(
            port, ledger, new Bounces(ledger), new CircuitBreaker(ledger, notices), new ReplyWriter(tools.Templates, tools.Mime, tools.Installation), hold, clock, steps);
        var round = new MailboxRound(
            port,
            new SentHistory(port, ledger, notices, tools.Installation, clock),
            new UnfinishedWork(port, ledger, hold, outbox),
            new HeldMessages(port, ledger, policy, clock, steps),
            new Arrivals(port, ledger, path, notices, clock, steps, logs.CreateLogger<Arrivals>()),
            outbox,
            notices,
            logs.CreateLogger<MailboxRound>());
        return new WatchedMailbox(round, policy);
    }

    private IMailbox PortOf(MailboxSettings mailbox, Func<Stream, Instant, MessageFlags, IncomingMessage> read) => mailbox.Imap is { } imap
        ? new ImapMailbox(imap, clock, read)
        : new MaildirMailbox(new MaildirSettings { Id = mailbox.Id, Path = mailbox.MaildirPath, Folders = mailbox.Folders, Held = mailbox.Held }, clock, read);

    /// <summary>One for each mailbox, so that all that goes out through a server shares its pauses.</summary>
    private IMailSender SenderOf(MailboxSettings mailbox) => _senders.TryGetValue(mailbox.Id, out var known)
        ? known
        : _senders[mailbox.Id] = NewSender(mailbox, clock, logs);

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

/// <summary>A worker, its store, the lease on it that <c>run</c> takes, and what she is to be told.</summary>
internal sealed record BuiltWorker(Worker Worker, SqliteLedger Ledger, RunLease Lease, OwnerNotices Notices) : IAsyncDisposable
{
    public ValueTask DisposeAsync()
    {
        foreach (var port in Worker.Mailboxes.Select(m => m.Round.Port).OfType<IDisposable>())
        {
            port.Dispose();
        }

        Worker.Dispose();
        return Ledger.DisposeAsync();
    }
}

/// <summary>What every reply is written with.</summary>
internal sealed record ReplyTools(Core.Replies.ITemplates Templates, IMimeWriter Mime, Core.Replies.Installation Installation);
