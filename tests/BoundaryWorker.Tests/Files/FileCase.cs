using System.Text;
using BoundaryWorker.Core.Code;
using BoundaryWorker.Core.Time;
using BoundaryWorker.Files;
using BoundaryWorker.Settings;
using NodaTime;

namespace BoundaryWorker.Tests.Files;

/// <summary>
/// A golden case: comment lines, then sections <c>=== code.yaml</c>, <c>=== clients.yaml</c>, <c>=== appsettings.json</c>,
/// <c>=== environment</c> (NAME=VALUE lines), and <c>=== expected</c> with the findings. A file the case does not need is left out.
/// </summary>
internal sealed record FileCase(string Name, IReadOnlyDictionary<string, string> Sections)
{
    /// <summary>The day on which all cases are read.</summary>
    public static readonly Instant Now = Instant.FromUtc(2026, 11, 24, 12, 0);

    private static readonly string[] Regions = ["DE", "DE-BW", "DE-BY", "GB-ENG", "PL", "US"];

    public static string Root { get; } = FindRoot();

    public static string Folder => Path.Combine(Root, "tests", "cases", "files");

    public string Expected => Sections["expected"];

    public static Checker Checker { get; } = new(Regions, region => new HolidayTable(region, [], new LocalDate(region == "US" ? 2026 : 2030, 12, 31)));

    public static FileCase Load(string name)
    {
        var sections = new Dictionary<string, string>();
        foreach (var part in ("\n" + File.ReadAllText(Path.Combine(Folder, name + ".case"))).Split("\n=== ").Skip(1))
        {
            var end = part.IndexOf('\n', StringComparison.Ordinal);
            sections[(end < 0 ? part : part[..end]).Trim()] = end < 0 ? "" : part[(end + 1)..];
        }

        return new FileCase(name, sections);
    }

    public string Actual()
    {
        var findings = new List<FileFinding>();
        if (Sections.TryGetValue("appsettings.json", out var settings))
        {
            var environment = Sections.GetValueOrDefault("environment", "").Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(l => l.Split('=', 2)).ToDictionary(p => p[0], p => p[1]);
            findings.AddRange(SettingsFile.Read(settings, "appsettings.json", "/srv/boundary", SettingOverride.FromEnvironment(environment)).Findings);
        }

        if (Sections.ContainsKey("code.yaml") || Sections.ContainsKey("clients.yaml"))
        {
            var code = CodeFile.Read(Sections.GetValueOrDefault("code.yaml") ?? StandardCode, "code.yaml", Regions);
            var clients = Sections.TryGetValue("clients.yaml", out var text) ? ClientsFile.Read(text, "clients.yaml", code.Value) : null;
            findings.AddRange(Checker.Join(code, "code.yaml", clients, "clients.yaml", Now));
        }

        return findings.Aggregate(new StringBuilder(), (all, f) => all.Append(f).Append('\n')).ToString();
    }

    /// <summary>The Code against which a case reads clients where it brings none: nothing is found in it.</summary>
    public static string StandardCode { get; } = """
        version: 3
        owner:
          name: Studio Example
          addresses: [me@studio.example, tasks@studio.example]
          time_zone: Europe/Warsaw
          languages: [pl, en]
        hours:
          weekly: { mon-thu: 09:00-12:00 13:00-17:00, fri: 09:00-15:00 }
          holidays: PL
        channels:
          - { id: mail, address: me@studio.example, for: [question, invoice] }
          - { id: board, url: https://board.example/new-task, for: [task] }
        rules:
          - id: "1.1"
            area: working-time
            enforces: hours
            text: { pl: "Pracuję {hours}.", en: "I work {hours}." }
          - id: "2.1"
            area: tasks
            when: { matter: task, not_via: board }
            text: { pl: "Zadania przez tablicę.", en: "Tasks through the board." }

        """;

    /// <summary>The standard Code as read.</summary>
    public static BoundaryCode Standard() => CodeFile.Read(StandardCode, "code.yaml").Value!;

    private static string FindRoot()
    {
        var at = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(at, "BoundaryWorker.sln")))
        {
            at = Path.GetDirectoryName(at) ?? throw new InvalidOperationException("The tests run inside the repository.");
        }

        return at;
    }
}
