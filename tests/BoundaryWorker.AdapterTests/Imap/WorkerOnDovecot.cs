using BoundaryWorker.AdapterTests.EndToEnd;
using BoundaryWorker.Contracts;
using NodaTime;

namespace BoundaryWorker.AdapterTests.Imap;

/// <summary>The real worker process on a mailbox at Dovecot. Its clock begins at the real time, since the server stamps what LMTP delivers, and its only working day is the day after tomorrow.</summary>
internal sealed class WorkerOnDovecot : IDisposable
{
    private static readonly DateTimeZone London = DateTimeZoneProviders.Tzdb["Europe/London"];
    private readonly DovecotServer server;
    private readonly RawImap raw;
    private readonly string outgoing;

    /// <param name="server">Where the mailbox is.</param>
    /// <param name="outgoing">How mail goes out, as in the settings.</param>
    /// <param name="digest">Further settings of the digest, with a comma before them.</param>
    /// <param name="hours">Other hours than the usual ones; null for those.</param>
    public WorkerOnDovecot(DovecotServer server, string outgoing = "\"Pickup\": { \"Path\": \"outbox\" }", string digest = "", Hours? hours = null)
    {
        this.outgoing = outgoing;
        this.server = server;
        raw = RawImap.SignIn(server, User);
        var day = RealNow().InZone(London).Date.PlusDays(2);
        hours ??= new Hours(Code(day.DayOfWeek), day, day.At(new LocalTime(10, 0)).InZoneStrictly(London).ToInstant());
        Opening = hours.Opening;
        File.WriteAllText(Play.Folder.CodeFile, hours.Code);
        File.WriteAllText(Play.Folder.SettingsFile, Settings(digest));
    }

    public Played Play { get; } = new();

    /// <summary>Whose mailbox it is.</summary>
    public string User { get; } = DovecotServer.NewUser();

    /// <summary>The next opening.</summary>
    public Instant Opening { get; }

    /// <summary>The machine's time in whole seconds.</summary>
    public static Instant RealNow() => Instant.FromUnixTimeSeconds(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds());

    /// <summary>Delivers a client's message by LMTP and gives it as it lies in the inbox.</summary>
    public Placed Deliver(string subject)
    {
        DeliverAnother(subject);
        return All().Single(m => m.Folder == "INBOX");
    }

    /// <summary>Delivers one beside others.</summary>
    public void DeliverAnother(string subject) =>
        RawLmtp.Deliver(server, "jane@acme.example", User, Eml.From("jane@acme.example", RealNow(), subject, "How many people opened the last mailing?"));

    /// <summary>The independent client.</summary>
    public RawImap Raw => raw;

    /// <summary>Everything in the mailbox, by an independent client.</summary>
    public IReadOnlyList<Placed> All() => [.. raw.All().Select(m => m.Placed)];

    /// <summary>As the host does that files what it sent by itself.</summary>
    public void FileSent(byte[] eml)
    {
        using var host = RawImap.SignIn(server, User);
        host.Append(eml, RealNow(), "Sent", Core.Mail.MessageFlags.Seen);
    }

    public void Dispose()
    {
        Play.Dispose();
        raw.Dispose();
    }

    private string Settings(string digest) =>
        $$"""
        { "Boundary": {
            "Mode": "enforce", "Health": { "Listen": "off" },
            "Files": { "Code": "code.yaml", "Clients": "clients.yaml" },
            "Store": { "Sqlite": "ledger.db" },
            "Digest": { "Before": "00:15:00", "To": "nora@norafield.example"{{digest}} },
            "Mailboxes": [ {
                "Id": "me", "Trust": "mx.norafield.example", {{outgoing}},
                "Imap": { "Host": "127.0.0.1", "Port": {{server.ImapPort}}, "Security": "none", "User": "{{User}}", "Password": "{{DovecotServer.Password}}" } } ] } }
        """;

    private static string Code(IsoDayOfWeek day) =>
        $$"""
        version: 1
        owner:
          name: Nora Field
          addresses: [nora@norafield.example]
          time_zone: Europe/London
          languages: [en, pl]
        hours:
          weekly: { {{day.ToString()[..3].ToLowerInvariant()}}: 10:00-16:00 }
        channels:
          - { id: mail, address: nora@norafield.example, for: [question, task, invoice, thanks, other] }
        rules:
          - id: "1.1"
            area: working-time
            enforces: hours
            text: { en: "I work {hours}.", pl: "Pracuję {hours}." }
        """;
}
