using BoundaryWorker.AdapterTests.Imap;
using NodaTime;

namespace BoundaryWorker.Benchmarks;

/// <summary>What the owner writes, for mailboxes at Dovecot: closed now and tomorrow, open the day after.</summary>
internal sealed class OwnersFolder : IDisposable
{
    private static readonly DateTimeZone London = DateTimeZoneProviders.Tzdb["Europe/London"];

    public OwnersFolder(DovecotServer server, IReadOnlyList<string> users, int? port = null)
    {
        var day = Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow()).InZone(London).Date.PlusDays(2);
        Opening = day.At(new LocalTime(10, 0)).InZoneStrictly(London).ToInstant();
        File.WriteAllText(Path.Combine(Root, "code.yaml"), Code(day.DayOfWeek));
        File.WriteAllText(Path.Combine(Root, "clients.yaml"), Clients());
        File.WriteAllText(SettingsFile, Settings(server, users, port ?? server.ImapPort));
    }

    public string Root { get; } = Directory.CreateTempSubdirectory("boundaryworker-bench-").FullName;

    public string SettingsFile => Path.Combine(Root, "appsettings.json");

    /// <summary>The next opening.</summary>
    public Instant Opening { get; }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private static string Settings(DovecotServer server, IReadOnlyList<string> users, int port) =>
        $$"""
        { "Boundary": {
            "Mode": "enforce",
            "Health": { "Listen": "off" },
            "Files": { "Code": "code.yaml", "Clients": "clients.yaml" },
            "Store": { "Sqlite": "ledger.db" },
            "Digest": { "Before": "00:15:00", "To": "{{Mailbag.Owner}}" },
            "Mailboxes": [ {{string.Join(", ", users.Select((user, n) =>
                $$"""
                {
                "Id": "m{{n}}", "Trust": "mx.norafield.example", "Pickup": { "Path": "outbox" },
                "Imap": { "Host": "127.0.0.1", "Port": {{port}}, "Security": "none", "User": "{{user}}", "Password": "{{DovecotServer.Password}}" } }
                """))}} ] } }
        """;

    private static string Code(IsoDayOfWeek day) =>
        $$"""
        version: 1
        owner:
          name: Nora Field
          addresses: [{{Mailbag.Owner}}]
          time_zone: Europe/London
          languages: [en, pl]
        hours:
          weekly: { {{day.ToString()[..3].ToLowerInvariant()}}: 10:00-16:00 }
        channels:
          - { id: mail, address: {{Mailbag.Owner}}, for: [question, invoice, thanks, other] }
          - { id: board, url: https://board.example/nora, for: [task] }
        rules:
          - id: "1.1"
            area: working-time
            enforces: hours
            text: { en: "I work {hours}.", pl: "Pracuję {hours}." }
          - id: "2.1"
            area: tasks
            when: { matter: task, not_via: board }
            then: [reply]
            text: { en: "I take on tasks through the board.", pl: "Zadania przyjmuję przez tablicę." }
        """;

    private static string Clients() => "clients:\n" + string.Join("\n", Mailbag.Book.Select(c =>
        $"  - {{ id: {c.Client}, name: {c.Client}, addresses: [{string.Join(", ", c.Addresses)}], language: en, code_given: {{ version: 1, date: 2026-01-02 }} }}"));
}
