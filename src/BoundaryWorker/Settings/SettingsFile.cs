using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Files;
using BoundaryWorker.Files.Reading;
using BoundaryWorker.Files.Shapes;
using NodaTime;

namespace BoundaryWorker.Settings;

/// <summary>appsettings.json, environment variables and mounted secrets to the settings (design.md section 3).</summary>
public static class SettingsFile
{
    private const string Section = "Boundary";

    /// <summary>Sections of other libraries that may stand beside ours.</summary>
    private static readonly string[] Beside = ["$schema", "AllowedHosts", "ConnectionStrings", "Kestrel", "Logging", "Serilog", "Urls"];

    /// <summary>
    /// The settings file to use: the one that was named, else <c>appsettings.json</c> in the working folder, else the one beside the program.
    /// </summary>
    /// <param name="named">From <c>--settings</c>, or null.</param>
    /// <param name="workingFolder">Where the command was given.</param>
    /// <param name="programFolder">Where the program is.</param>
    public static string Find(string? named, string workingFolder, string programFolder)
    {
        var here = Path.Combine(workingFolder, "appsettings.json");
        return named is not null ? Path.GetFullPath(named, workingFolder) : File.Exists(here) ? here : Path.Combine(programFolder, "appsettings.json");
    }

    /// <summary>Reads the file from disk; what cannot be read is a finding, never an exception.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="overrides">What overrides it, later ones winning.</param>
    public static FileResult<BoundarySettings> Read(string path, IReadOnlyList<SettingOverride> overrides)
    {
        var file = new FileOnDisk(path, "go to the folder it lies in, or name it with --settings FILE");
        file.Look();
        return file.Read((text, name) => Read(text, name, Path.GetDirectoryName(Path.GetFullPath(path))!, overrides));
    }

    /// <summary>Reads a text and tells all errors at once.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="fileName">How findings name the file.</param>
    /// <param name="folder">Where relative paths begin.</param>
    /// <param name="overrides">What overrides it, later ones winning.</param>
    public static FileResult<BoundarySettings> Read(string text, string fileName, string folder, IReadOnlyList<SettingOverride> overrides)
    {
        var findings = new Findings(fileName);
        if (OwnerText.Usable(text, findings) is not { } usable || JsonTree.Parse(usable, findings) is not { } tree)
        {
            return new FileResult<BoundarySettings>(null, findings.InOrder, FilePlaces.None);
        }

        var ours = Find(tree, findings);
        var section = SettingOverride.Apply(ours?.Value, overrides);
        var reader = new ShapeReader(findings, StringComparer.OrdinalIgnoreCase, new HashSet<string>());
        var bound = section is null ? null : reader.Read(section, SettingsShape.Root, ours!.Value.Key.At);
        if (bound is not null)
        {
            Check(bound, folder, findings);
        }

        return new FileResult<BoundarySettings>(bound is null || findings.AnyError ? null : Build(bound, folder), findings.InOrder, reader.Places);
    }

    private static KeyValuePair<ScalarNode, Node>? Find(Node tree, Findings findings)
    {
        if (tree is not MapNode root)
        {
            findings.Error(tree.At, "the file must be a group of keys", "write { \"Boundary\": { ... } }");
            return null;
        }

        var ours = root.Entries.Where(e => e.Key.Text.Equals(Section, StringComparison.OrdinalIgnoreCase)).ToList();
        foreach (var again in ours.Skip(1))
        {
            findings.Error(again.Key.At, "`Boundary` is given twice", "keep one of them");
        }

        foreach (var (key, _) in root.Entries.Where(e => !ours.Contains(e) && !Beside.Contains(e.Key.Text, StringComparer.OrdinalIgnoreCase)))
        {
            findings.Error(key.At, $"`{key.Text}` is not known here", Nearest.Remedy(key.Text, [Section, .. Beside]));
        }

        if (ours.Count == 0)
        {
            findings.Error(new Mark(1, 1), "the section `Boundary` is missing", "add \"Boundary\": { \"Files\": ..., \"Mailboxes\": ... }");
            return null;
        }

        return ours[0];
    }

    private static void Check(Bound settings, string folder, Findings findings)
    {
        foreach (var same in settings.List("Mailboxes").Where(m => m["Id"] is not null).GroupBy(m => (string)m["Id"]!.Value).Where(g => g.Count() > 1))
        {
            findings.Error(same.ElementAt(1)["Id"]!.At, $"there are two mailboxes with the id `{same.Key}`", "give each its own");
        }

        SameMailbox.Check(settings.List("Mailboxes"), folder, findings);
        foreach (var mailbox in settings.List("Mailboxes"))
        {
            SmtpChecks.Check(mailbox, findings);
            ImapShape.Check(mailbox, findings);
            var held = mailbox.Get("Held", "Held");
            if (mailbox.List("Folders").FirstOrDefault(f => held.Equals(f.Value as string, StringComparison.OrdinalIgnoreCase)) is { } both)
            {
                findings.Error(both.At, $"`{held}` is the folder in which messages are held", "do not look at it for new mail: take it out of Folders");
            }
        }
    }

    private static BoundarySettings Build(Bound s, string folder)
    {
        string Whole(string path) => Path.GetFullPath(path, folder);
        string? Optional(string? path) => path is null ? null : Whole(path);
        var (files, digest) = (s["Files"]!, s["Digest"]);
        var (code, clients) = (Whole(files.Find<string>("Code")!), Whole(files.Find<string>("Clients")!));
        string? Own(Bound mailbox, string key, string shared) => Optional(mailbox["Files"]?.Find<string>(key)) is { } own && own != shared ? own : null;
        var defaults = new DigestSettings();
        return new BoundarySettings
        {
            Mode = s.Get("Mode", Mode.Observe),
            Files = new FilesSettings(
                code, clients, Optional(files.Find<string>("Templates")), Optional(files.Find<string>("Holidays"))),
            Store = new StoreSettings(Whole(s["Store"]?.Find<string>("Sqlite") ?? "data/ledger.db")),
            Digest = new DigestSettings
            {
                Before = digest?.Get("Before", defaults.Before) ?? defaults.Before,
                To = digest?.Find<EmailAddress>("To")?.Bare,
                Preview = digest?.Get("Preview", defaults.Preview) ?? defaults.Preview,
            },
            Alarms = AlarmShape.Build(s["Alarms"]),
            Poll = s.Get("Poll", Duration.FromMinutes(1)),
            ReleaseOnStop = s.Get("ReleaseOnStop", false),
            Retention = s.Get("Retention", Duration.FromDays(90)),
            Health = s["Health"]?.Find<HealthSettings>("Listen") ?? new HealthSettings(),
            Heartbeat = s.Find<string>("Heartbeat") is { } heartbeat ? new Uri(heartbeat) : null,
            Mailboxes = [.. s.List("Mailboxes").Select(m => new MailboxSettings
            {
                Id = m.Find<string>("Id")!,
                MaildirPath = Optional(m["Maildir"]?.Find<string>("Path")) ?? "",
                Imap = ImapShape.Build(m, Optional),
                PickupPath = Optional(m["Pickup"]?.Find<string>("Path")),
                Smtp = SmtpChecks.Build(m["Smtp"]),
                SentCopies = m.Get("SentCopies", m["Smtp"] is not null),
                Held = m.Get("Held", "Held"),
                Folders = m["Folders"] is null ? ["INBOX"] : m.All<string>("Folders"),
                Trust = m.Find<string>("Trust"),
                AllowRepliesHere = m.Get("AllowRepliesHere", false),
                Language = m.Find<string>("Language"),
                Mode = m["Mode"] is null ? null : m.Get("Mode", Mode.Observe),
                Code = Own(m, "Code", code),
                Clients = Own(m, "Clients", clients),
            })],
        };
    }
}
