using NodaTime;

namespace BoundaryWorker.AdapterTests.EndToEnd;

/// <summary>
/// One worker process for two people: Nora with the shared Code and the Maildir <c>mail</c>, Otto with files, a Maildir and an outbox of his own under
/// <c>otto</c>. Otto begins an hour later and reads Polish.
/// </summary>
internal sealed class TwoOwners : IDisposable
{
    public TwoOwners(string extra = "", string further = "", string ottosMailbox = "\"Maildir\": { \"Path\": \"otto/mail\" }")
    {
        foreach (var folder in new[] { "otto/mail/new", "otto/mail/cur", "otto/mail/tmp" })
        {
            Directory.CreateDirectory(Path.Combine(Root, folder));
        }

        var hers = File.ReadAllText(Play.Folder.CodeFile);
        File.WriteAllText(
            OttosCode,
            hers.Replace("Nora Field", "Otto Berg", StringComparison.Ordinal)
                .Replace("nora@norafield.example", "otto@ottoberg.example", StringComparison.Ordinal)
                .Replace("09:00-12:30 13:30-17:00, fri: 09:00-14:00", "10:00-16:00, fri: 10:00-14:00", StringComparison.Ordinal)
                .Replace("languages: [en, pl]", "languages: [pl, en]", StringComparison.Ordinal));
        File.Copy(Path.Combine(Root, "clients.yaml"), Path.Combine(Root, "otto/clients.yaml"));
        File.WriteAllText(
            Play.Folder.SettingsFile,
            $$"""
            { "Boundary": {
                "Mode": "enforce", {{extra}}{{(extra.Contains("\"Health\"", StringComparison.Ordinal) ? "" : "\"Health\": { \"Listen\": \"off\" },")}}
                "Files": { "Code": "code.yaml", "Clients": "clients.yaml" },
                "Store": { "Sqlite": "ledger.db" },
                "Digest": { "Before": "00:15:00" },
                "Mailboxes": [
                  { "Id": "me", "Maildir": { "Path": "mail" }, "Pickup": { "Path": "outbox" }, "Trust": "mx.norafield.example" },
                  { "Id": "otto", {{ottosMailbox}}, "Pickup": { "Path": "otto/outbox" }, "Trust": "mx.norafield.example",
                    "Files": { "Code": "otto/code.yaml", "Clients": "otto/clients.yaml" } }{{further}} ] } }
            """);
    }

    public Played Play { get; } = new();

    public string Root => Play.Folder.Root;

    public string OttosCode => Path.Combine(Root, "otto/code.yaml");

    public string OttosMail => Path.Combine(Root, "otto/mail");

    /// <summary>Delivers to Otto.</summary>
    public void DeliverToOtto(string name, byte[] eml, Instant at) => Play.Folder.Deliver(name, eml, at, "../otto/mail");

    /// <summary>A client's message to both of them.</summary>
    public static byte[] Eml(string from, Instant at, string subject) =>
        EndToEnd.Eml.From(from, at, subject, "How many people opened the last mailing?", "To: nora@norafield.example, otto@ottoberg.example");

    /// <summary>The folders of Otto's mailbox in which a message with that subject lies.</summary>
    public IReadOnlyList<string> OttosFolders(string subject) =>
    [
        .. new[] { "", ".Held" }
            .SelectMany(folder => new[] { "new", "cur" }.Select(sub => (folder, path: Path.Combine(OttosMail, folder, sub))))
            .Where(f => Directory.Exists(f.path))
            .SelectMany(f => Directory.EnumerateFiles(f.path).Where(file => File.ReadAllText(file).Contains($"Subject: {subject}\r\n", StringComparison.Ordinal)).Select(_ => f.folder.Length == 0 ? "INBOX" : "Held")),
    ];

    /// <summary>What went out for Otto.</summary>
    public IReadOnlyList<MimeKit.MimeMessage> OttosOutbox() =>
        !Directory.Exists(Path.Combine(Root, "otto/outbox")) ? [] : [.. Directory.EnumerateFiles(Path.Combine(Root, "otto/outbox")).Order().Select(f => MimeKit.MimeMessage.Load(f))];

    /// <summary>Moves the clock until it is so.</summary>
    public Task AdvanceUntilAsync(Func<bool> holds) => Stepwise.AdvanceUntilAsync(Play, ["me", "otto"], holds);

    public void Dispose() => Play.Dispose();
}
