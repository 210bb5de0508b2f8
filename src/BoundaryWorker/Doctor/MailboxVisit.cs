using BoundaryWorker.Core.Code;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Doctor.Checks;
using BoundaryWorker.Mail.Imap;
using BoundaryWorker.Mail.Inspecting;
using BoundaryWorker.Mail.Maildir;
using BoundaryWorker.Mail.Pickup;
using BoundaryWorker.Mail.Smtp;
using BoundaryWorker.Pipeline.Ports;
using BoundaryWorker.Settings;
using NodaTime;

namespace BoundaryWorker.Doctor;

/// <summary>Looks at one mailbox and at the way its mail goes out. What cannot be reached is a finding, and the rest is looked at all the same.</summary>
/// <param name="settings">The mailbox.</param>
/// <param name="place">Where its settings stand.</param>
/// <param name="clock">What time it is.</param>
/// <param name="time">The real time.</param>
internal sealed class MailboxVisit(MailboxSettings settings, SettingPlace place, IClock clock, TimeProvider time) : IDisposable
{
    private const int RecentMost = 200;
    private const int ElsewhereMost = 500;
    private static readonly Duration Back = Duration.FromDays(14);
    private readonly ImapInspection? imap = settings.Imap is { } server ? new ImapInspection(server, clock, time) : null;
    private readonly MaildirInspection? maildir = settings.Imap is null
        ? new MaildirInspection(new MaildirSettings { Id = settings.Id, Path = settings.MaildirPath, Folders = settings.Folders, Held = settings.Held }, clock)
        : null;

    /// <summary>Whether the mailbox can be read, as far as was seen.</summary>
    public bool IsReachable { get; private set; }

    /// <summary>Reads in it.</summary>
    public IMailboxInspection Inspection => imap is not null ? imap : maildir!;

    /// <summary>The mailbox itself.</summary>
    /// <param name="owner">Whose it is; null where the Code is broken.</param>
    /// <param name="clients">Her clients; null where they are not known.</param>
    public async Task<IReadOnlyList<Finding>> MailboxAsync(Owner? owner, ClientBook? clients, CancellationToken token)
    {
        var findings = new List<Finding>();
        await TryAsync(findings, async () => IsReachable = await FoldersAsync(findings, token));
        if (IsReachable)
        {
            await MailAsync(findings, owner, clients, token);
        }

        return findings;
    }

    /// <summary>The way out.</summary>
    public async Task<IReadOnlyList<Finding>> OutgoingAsync(CancellationToken token) => settings.Smtp is { } smtp
        ? [.. OutgoingCheck.Of(await SmtpInspection.LookAsync(smtp, [], token), smtp, place, clock.GetCurrentInstant())]
        : [.. OutgoingCheck.Of(settings.PickupPath!, PickupInspection.Problem(settings.PickupPath!), PickupInspection.Waiting(settings.PickupPath!), place)];

    public void Dispose() => Inspection.Dispose();

    private async Task<bool> FoldersAsync(List<Finding> findings, CancellationToken token)
    {
        if (imap is not null)
        {
            var server = await imap.ServerAsync(token);
            findings.AddRange(TlsCheck.Of(server.Tls, $"{settings.Imap!.Host}:{settings.Imap.Port}", clock.GetCurrentInstant()));
            findings.Add(Finding.Fine("It accepts your name and password."));
            findings.AddRange(ImapCheck.Of(server, settings.Imap, place));
            findings.AddRange(FoldersCheck.Of(server, settings.Imap, place));
            return true;
        }

        var folder = await maildir!.FoldersAsync(token);
        findings.AddRange(MaildirCheck.Of(folder, settings.MaildirPath, settings.Held, place));
        return folder.Exists;
    }

    private async Task MailAsync(List<Finding> findings, Owner? owner, ClientBook? clients, CancellationToken token)
    {
        var since = clock.GetCurrentInstant() - Back;
        await TryAsync(findings, async () => findings.Add(ClockCheck.Of(await Inspection.ClockAsync(token))));
        await TryAsync(findings, async () => findings.Add(TrustCheck.Of(Propose(await Inspection.RecentAsync(since, RecentMost, token), owner), settings.Trust, place)));
        await TryAsync(findings, async () => findings.AddRange(clients is null ? [] : ElsewhereCheck.Of(await Inspection.ElsewhereAsync(since, ElsewhereMost, token), clients, settings.Folders, place)));
        await TryAsync(findings, async () => findings.AddRange(HostAnswersCheck.Of(await Inspection.ForeignRepliesAsync(since, token))));
    }

    /// <summary>What fails is told, once, and the next is looked at.</summary>
    private async Task TryAsync(List<Finding> findings, Func<Task> look)
    {
        try
        {
            await look();
        }
        catch (MailboxUnavailableException unavailable) when (findings.Exists(f => f.What == unavailable.Message))
        {
            // Told already.
        }
        catch (MailboxUnavailableException unavailable)
        {
            findings.Add(Finding.ToDo(unavailable.Message, $"{place.Of(imap is null ? "Maildir" : "Imap")}: the settings of the mailbox are there."));
        }
    }

    // Her own mail to herself says nothing: many hosts do not look at it.
    private TrustProposal Propose(IReadOnlyList<RecentMail> recent, Owner? owner) => TrustProposal.Of(
        [.. recent.Where(m => m.From is not null && owner?.Owns(m.From) != true && !m.Headers.Has(Core.Replies.Marker.Header)).Select(m => (m.Headers, m.From!.Domain))],
        settings.Trust);
}
