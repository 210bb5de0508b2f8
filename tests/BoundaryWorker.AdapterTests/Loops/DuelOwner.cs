using BoundaryWorker.AdapterTests.EndToEnd;
using BoundaryWorker.AdapterTests.Imap;
using BoundaryWorker.AdapterTests.Smtp;
using BoundaryWorker.Contracts;
using BoundaryWorker.Core.Mail;

namespace BoundaryWorker.AdapterTests.Loops;

/// <summary>
/// One side of a duel: an owner with a mailbox at Dovecot and a worker process of her own, whose only client is the owner of the other side. Her Code
/// allows as many replies as a Code can, so that no cap hides a loop.
/// </summary>
internal sealed class DuelOwner : IDisposable
{
    private readonly RawImap raw;

    /// <param name="dovecot">Where her mailbox is.</param>
    /// <param name="smtp">What takes her mail.</param>
    /// <param name="address">Hers.</param>
    /// <param name="client">The other owner's.</param>
    /// <param name="zone">Where she works from nine to five.</param>
    public DuelOwner(DovecotServer dovecot, SmtpTestServer smtp, string address, string client, string zone)
    {
        Address = address;
        raw = RawImap.SignIn(dovecot, User);
        File.WriteAllText(Play.Folder.CodeFile, Code(address, zone));
        File.WriteAllText(
            Path.Combine(Play.Folder.Root, "clients.yaml"),
            $"clients:\n  - {{ id: other, name: Other, addresses: [{client}], language: en, code_given: {{ version: 1, date: 2024-01-02 }} }}\nstrangers: leave\n");
        File.WriteAllText(Play.Folder.SettingsFile, Settings(dovecot, smtp, address));
    }

    public Played Play { get; } = new();

    /// <summary>Her name at the mail server.</summary>
    public string User { get; } = DovecotServer.NewUser();

    public string Address { get; }

    /// <summary>What lies in her mailbox, all folders.</summary>
    public IReadOnlyList<Placed> All() => [.. raw.All().Select(m => m.Placed)];

    /// <summary>Files a message at the worker's time: the server's own would be the real one, and twenty windows are to pass within a minute.</summary>
    public void Put(byte[] eml, string folder = "INBOX", MessageFlags flags = MessageFlags.None) => raw.Append(eml, Play.Folder.Now, folder, flags);

    public void Dispose()
    {
        Play.Dispose();
        raw.Dispose();
    }

    private string Settings(DovecotServer dovecot, SmtpTestServer smtp, string address) =>
        $$"""
        { "Boundary": {
            "Mode": "enforce", "Health": { "Listen": "off" },
            "Files": { "Code": "code.yaml", "Clients": "clients.yaml" },
            "Store": { "Sqlite": "ledger.db" },
            "Digest": { "Before": "00:15:00", "To": "{{address}}" },
            "Mailboxes": [ {
                "Id": "me", "Trust": "mx.norafield.example",
                "Imap": { "Host": "127.0.0.1", "Port": {{dovecot.ImapPort}}, "Security": "none", "User": "{{User}}", "Password": "{{DovecotServer.Password}}" },
                "Smtp": { "Host": "127.0.0.1", "Port": {{smtp.Port}}, "Security": "None" } } ] } }
        """;

    private static string Code(string address, string zone) =>
        $$"""
        version: 1
        owner:
          name: Owner of {{address}}
          addresses: [{{address}}]
          time_zone: {{zone}}
          languages: [en, pl]
        hours:
          weekly: { mon-fri: 09:00-17:00 }
        channels:
          - { id: mail, address: {{address}}, for: [question, task, invoice, thanks, other] }
        replies: { silent_after: 100, per_person_day: 100, per_client_day: 100, per_hour: 1000 }
        rules:
          - id: "1.1"
            area: working-time
            enforces: hours
            text: { en: "I work {hours}.", pl: "Pracuję {hours}." }
        """;
}
