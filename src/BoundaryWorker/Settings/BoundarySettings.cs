using System.Net;
using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Mail.Imap;
using BoundaryWorker.Mail.Smtp;
using BoundaryWorker.Pipeline;
using NodaTime;

namespace BoundaryWorker.Settings;

/// <summary>The <c>Boundary</c> section of appsettings.json (design.md section 3), checked and with all paths made whole.</summary>
public sealed record BoundarySettings
{
    /// <summary>How far the worker goes.</summary>
    public Mode Mode { get; init; } = Mode.Observe;

    /// <summary>Where the files that the owner writes are.</summary>
    public required FilesSettings Files { get; init; }

    /// <summary>Where the ledger is.</summary>
    public required StoreSettings Store { get; init; }

    /// <summary>When and to whom the digest goes.</summary>
    public DigestSettings Digest { get; init; } = new();

    /// <summary>What she is told at any hour, and where.</summary>
    public AlarmSettings Alarms { get; init; } = new();

    /// <summary>How often the mailbox is looked at where nothing wakes the worker: 1 second to 1 hour.</summary>
    public Duration Poll { get; init; } = Duration.FromMinutes(1);

    /// <summary>Put everything held back into the inbox when the worker is stopped (promise 5).</summary>
    public bool ReleaseOnStop { get; init; }

    /// <summary>How long records are kept: 7 days to 10 years (promise 10).</summary>
    public Duration Retention { get; init; } = Duration.FromDays(90);

    /// <summary>Where the worker says how it is.</summary>
    public HealthSettings Health { get; init; } = new();

    /// <summary>A page that is asked for after each complete look, so that an outside watcher misses it when the worker is dead (promise 5); null for none.</summary>
    public Uri? Heartbeat { get; init; }

    /// <summary>The mailboxes; one at least, ids differ.</summary>
    public required IReadOnlyList<MailboxSettings> Mailboxes { get; init; }
}

/// <summary>Whole paths of the files that the owner writes.</summary>
/// <param name="Code">code.yaml.</param>
/// <param name="Clients">clients.yaml.</param>
/// <param name="Templates">A folder whose templates override those that come with the program, or null.</param>
/// <param name="Holidays">A folder with holiday data beside that which comes with the program, or null.</param>
public sealed record FilesSettings(string Code, string Clients, string? Templates = null, string? Holidays = null);

/// <summary>Where the ledger is.</summary>
/// <param name="Sqlite">Whole path of the SQLite file.</param>
public sealed record StoreSettings(string Sqlite);

/// <summary>When and to whom the digest goes.</summary>
public sealed record DigestSettings
{
    /// <summary>So long before the day's first opening (promise 11): 0 to 12 hours.</summary>
    public Duration Before { get; init; } = Duration.FromMinutes(15);

    /// <summary>Its recipient; null for the owner's main address.</summary>
    public string? To { get; init; }

    /// <summary>It shows the first words of held messages.</summary>
    public bool Preview { get; init; } = true;
}

/// <summary>What she is told at any hour, and where (promise 11).</summary>
public sealed record AlarmSettings
{
    /// <summary>The kinds that do not wait for her hours.</summary>
    public IReadOnlySet<NoticeKind> AtOnce { get; init; } = new HashSet<NoticeKind>();

    /// <summary>A page that is told too; its path is a secret. Null for none.</summary>
    public Uri? Webhook { get; init; }
}

/// <summary>Where the worker says how it is: <c>/health/live</c>, <c>/health/ready</c>, <c>/metrics</c>.</summary>
public sealed record HealthSettings
{
    /// <summary>The address and port; this machine alone unless another is named. Null for nowhere.</summary>
    public IPEndPoint? Listen { get; init; } = new(IPAddress.Loopback, 8025);
}

/// <summary>One mailbox.</summary>
public sealed record MailboxSettings
{
    /// <summary>Its id in records and commands.</summary>
    public required string Id { get; init; }

    /// <summary>Whole path of the Maildir; empty where the mailbox is at a server.</summary>
    public string MaildirPath { get; init; } = "";

    /// <summary>The server, where the mailbox is at one; else null.</summary>
    public ImapSettings? Imap { get; init; }

    /// <summary>Whole path of the pickup folder into which outgoing mail is put; null where it goes out by <see cref="Smtp"/>.</summary>
    public string? PickupPath { get; init; }

    /// <summary>The server through which mail goes out; null where it goes into <see cref="PickupPath"/>.</summary>
    public SmtpSettings? Smtp { get; init; }

    /// <summary>Whether a copy of each reply is seen to in the Sent folder (E5); by default where mail goes out through a server.</summary>
    public bool SentCopies { get; init; }

    /// <summary>The folder in which messages are held; visible and subscribed.</summary>
    public string Held { get; init; } = "Held";

    /// <summary>The folders that are looked at.</summary>
    public IReadOnlyList<string> Folders { get; init; } = ["INBOX"];

    /// <summary>The authserv-id whose Authentication-Results are believed, <c>*.host.example</c> for all below it, or <c>topmost-without-id</c> (replies.md A12); null for none.</summary>
    public string? Trust { get; init; }

    /// <summary><c>AllowRepliesHere</c>: lets a mailbox at a client's own domain, or a shared one, go beyond <see cref="Mode.Hold"/>.</summary>
    public bool AllowRepliesHere { get; init; }

    /// <summary>The language of its digest; null for the first of the Code. Where mailboxes share a digest, that of the first which names one.</summary>
    public string? Language { get; init; }

    /// <summary>How far the worker goes in this mailbox; null for <see cref="BoundarySettings.Mode"/>.</summary>
    public Mode? Mode { get; init; }

    /// <summary>Whole path of a Code of its own; null for the shared one, also where the shared one is named again.</summary>
    public string? Code { get; init; }

    /// <summary>Whole path of a clients file of its own; null for the shared one.</summary>
    public string? Clients { get; init; }
}
