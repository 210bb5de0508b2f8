using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Files.Shapes;
using BoundaryWorker.Mail.Smtp;
using NodaTime;

namespace BoundaryWorker.Settings;

/// <summary>The keys of the <c>Boundary</c> section: the reader and the JSON Schema both come from these tables.</summary>
internal static class SettingsShape
{
    public static ObjectOf Root { get; } = new(
        "Where mailboxes, files and the store are, and how far the worker goes.",
        new("Mode", Modes, "observe: touch nothing and tell what would be done (the start). hold: hold and release. enforce: answer too."),
        new("Files", Files, "Where your files are.", true),
        new("Store", Store, "Where records are kept."),
        new("Digest", Digest, "The morning's mail to you."),
        new("Alarms", AlarmShape.Keys, "What you are told at any hour, and where."),
        new("Poll", Durations.Setting(Duration.FromSeconds(1), Duration.FromHours(1), "00:01:00"), "How often the mailbox is looked at. 00:01:00."),
        new("ReleaseOnStop", TextShapes.Flag, "Put everything held back into the inbox when the worker is stopped. false."),
        new("Retention", Durations.Setting(Duration.FromDays(7), Duration.FromDays(3660), "90 days"), "How long records are kept. 90 days."),
        new("Health", Health, "Where the worker says how it is."),
        new("Heartbeat", TextShapes.Url, "A page that is asked for after each look; whoever watches it misses the worker when it is dead."),
        new("Mailboxes", new ListOf(Mailbox, Min: 1), "Your mailboxes.", true));

    private static Shape Modes => TextShapes.Choice(("observe", Mode.Observe), ("hold", Mode.Hold), ("enforce", Mode.Enforce));

    private static ObjectOf Files => new(
        "Where your files are; relative paths begin at the folder of the settings file.",
        new("Code", TextShapes.Line, "Your Code: code.yaml.", true),
        new("Clients", TextShapes.Line, "Your clients: clients.yaml.", true),
        new("Templates", TextShapes.Line, "A folder with templates of your own for replies and the digest."),
        new("Holidays", TextShapes.Line, "A folder with holiday data of your own."));

    private static ObjectOf OwnFiles => new(
        "A Code or clients of its own; what is not named is shared. A mailbox with a Code of its own has a digest of its own.",
        new("Code", TextShapes.Line, "Its Code. Files:Code."),
        new("Clients", TextShapes.Line, "Its clients. Files:Clients."));

    private static ObjectOf Store => new(
        "Where records are kept.",
        new Key("Sqlite", TextShapes.Line, "The file. data/ledger.db.", true));

    private static ObjectOf Digest => new(
        "The morning's mail to you.",
        new("Before", Durations.Setting(Duration.Zero, Duration.FromHours(12), "00:15:00"), "So long before your first hours of the day. 00:15:00."),
        new("To", Addresses.Full, "To whom it goes, for the mailboxes that share the Code. Your main address."),
        new("Preview", TextShapes.Flag, "Show the first words of each held message. true."));

    private static ObjectOf Health => new(
        "Where the worker says how it is: /health/live, /health/ready, /metrics.",
        new Key("Listen", ListenShape.Listen, "The address and port, or off. 127.0.0.1:8025.", true));

    private static ObjectOf Mailbox => new(
        "One mailbox.",
        new("Id", TextShapes.Id, "A short name.", true),
        new("Maildir", new ObjectOf("A mailbox that is a folder on disk.", new Key("Path", TextShapes.Line, "The folder.", true)), "A mailbox that is a folder on disk."),
        new("Imap", ImapShape.Keys, "A mailbox at an IMAP server."),
        new("Pickup", new ObjectOf("A folder into which outgoing mail is put.", new Key("Path", TextShapes.Line, "The folder.", true)), "A folder into which outgoing mail is put; this or Smtp."),
        new("Smtp", Smtp, "The server through which outgoing mail is sent; this or Pickup."),
        new("SentCopies", TextShapes.Flag, "See to a copy of each reply in the Sent folder: looked for first, since many hosts file it by themselves, then filed. true with Smtp, false with Pickup, where whatever takes the files mostly does it."),
        new("Files", OwnFiles, "A Code or clients of its own."),
        new("Mode", Modes, "How far the worker goes in this mailbox. The Mode of all."),
        new("Held", TextShapes.Line, "The folder in which messages are held. Held."),
        new("Folders", new ListOf(TextShapes.Line, OrOne: true, Min: 1), "The folders that are looked at. INBOX."),
        new("Trust", TextShapes.Line, "The name (authserv-id) of the server whose Authentication-Results are believed, *.host.example for all below it, or topmost-without-id; doctor proposes it."),
        new("AllowRepliesHere", TextShapes.Flag, "Answer also from a mailbox at a client's domain, or one that several people read. false."),
        new("Language", TextShapes.Language, "The language of the digest. The first of your Code."));

    private static ObjectOf Smtp => new(
        "The server through which outgoing mail is sent.",
        new("Host", TextShapes.Line, "Its name, such as smtp.host.example.", true),
        new("Port", TextShapes.Whole(1, 65535), "587 for StartTls, 465 for Tls."),
        new("Security", TextShapes.Choice(("StartTls", SmtpSecurity.StartTls), ("Tls", SmtpSecurity.Tls), ("None", SmtpSecurity.None)), "StartTls (the start), Tls, or None, which is possible to this very machine alone."),
        new("User", TextShapes.Line, "The user name, mostly the whole address."),
        new("Password", TextShapes.Prefix, "The password, mostly an app password. Better not here: set Boundary__Mailboxes__0__Smtp__Password, or mount a secret of that name."));
}
