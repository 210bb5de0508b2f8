using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using NodaTime;
using NodaTime.Text;

namespace BoundaryWorker.AdapterTests.EndToEnd;

/// <summary>
/// Everything one worker process works on, in a temporary folder: Maildir, outbox, ledger, her files, the file that drives the clock. What lies in it
/// is looked at here without any code of the worker.
/// </summary>
internal sealed class WorkerFolder : IDisposable
{
    public WorkerFolder(string mode = "enforce", string extra = "", string outgoing = "\"Pickup\": { \"Path\": \"outbox\" }")
    {
        Root = Directory.CreateTempSubdirectory("boundaryworker-e2e-").FullName;
        var cases = Path.Combine(RepositoryRoot.Path, "tests/cases/end-to-end");
        File.Copy(Path.Combine(cases, "code.yaml"), CodeFile);
        File.Copy(Path.Combine(cases, "clients.yaml"), Path.Combine(Root, "clients.yaml"));
        File.WriteAllText(
            SettingsFile,
            $$"""
            { "Boundary": {
                "Mode": "{{mode}}", {{extra}}{{(extra.Contains("\"Health\"", StringComparison.Ordinal) ? "" : "\"Health\": { \"Listen\": \"off\" },")}}
                "Files": { "Code": "code.yaml", "Clients": "clients.yaml" },
                "Store": { "Sqlite": "ledger.db" },
                "Digest": { "Before": "00:15:00", "To": "nora@norafield.example" },
                "Mailboxes": [ { "Id": "me", "Maildir": { "Path": "mail" }, {{outgoing}}, "Trust": "mx.norafield.example" } ] } }
            """);
        foreach (var folder in new[] { "new", "cur", "tmp", ".Sent/new", ".Sent/cur", ".Sent/tmp" })
        {
            Directory.CreateDirectory(Path.Combine(Mail, folder));
        }
    }

    public string Root { get; }

    public string SettingsFile => Path.Combine(Root, "appsettings.json");

    public string CodeFile => Path.Combine(Root, "code.yaml");

    public string ClockFile => Path.Combine(Root, "clock");

    public string Mail => Path.Combine(Root, "mail");

    public Instant Now { get; private set; }

    /// <summary>Sets the driven clock.</summary>
    public void SetClock(Instant now)
    {
        Now = now;
        File.WriteAllText(ClockFile + ".next", InstantPattern.ExtendedIso.Format(now));
        File.Move(ClockFile + ".next", ClockFile, overwrite: true);
    }

    /// <summary>Delivers as a mail host does: whole, with the time of its arrival.</summary>
    public Delivered Deliver(string name, byte[] bytes, Instant at, string subfolder = "", string flags = "")
    {
        var folder = Path.Combine(Mail, subfolder, flags.Length == 0 ? "new" : "cur");
        var file = $"{at.ToUnixTimeSeconds()}.{name}.host{(flags.Length == 0 ? "" : $":2,{flags}")}";
        var temporary = Path.Combine(Mail, "tmp", file);
        File.WriteAllBytes(temporary, bytes);
        File.SetLastWriteTimeUtc(temporary, at.ToDateTimeUtc());
        File.Move(temporary, Path.Combine(folder, file));
        return new Delivered(name, Hash(bytes), at, flags);
    }

    /// <summary>All stored messages of the Maildir, every folder, by content.</summary>
    public IReadOnlyList<Stored> AllMessages() =>
        [.. Directory.EnumerateDirectories(Mail).Prepend(Mail)
            .Where(f => f == Mail || Path.GetFileName(f).StartsWith('.'))
            .SelectMany(folder => new[] { "new", "cur" }.Select(sub => (folder, path: Path.Combine(folder, sub))))
            .Where(f => Directory.Exists(f.path))
            .SelectMany(f => Files(f.path).Select(file => Read(f.folder, file)))];

    /// <summary>Where the message with that content lies: <c>INBOX</c>, <c>Held</c>...; all places, were there several.</summary>
    public IReadOnlyList<Stored> Places(Delivered message) => [.. AllMessages().Where(m => m.Hash == message.Hash)];

    /// <summary>The outgoing mail.</summary>
    public IReadOnlyList<MimeKit.MimeMessage> Outbox() =>
        !Directory.Exists(Path.Combine(Root, "outbox")) ? [] : [.. Files(Path.Combine(Root, "outbox")).Order().Select(f => MimeKit.MimeMessage.Load(f))];

    /// <summary>Replies among the outgoing mail, by recipient.</summary>
    public IReadOnlyList<MimeKit.MimeMessage> Replies(string? to = null) =>
        [.. Outbox().Where(m => m.Headers["Auto-Submitted"] == "auto-replied" && (to is null || m.To.Mailboxes.Single().Address == to))];

    /// <summary>Digests among the outgoing mail.</summary>
    public IReadOnlyList<MimeKit.MimeMessage> Digests() =>
        [.. Outbox().Where(m => m.Headers["X-BoundaryWorker"]?.Contains("kind=digest", StringComparison.Ordinal) == true)];

    /// <summary>When the last complete look was, by the ledger.</summary>
    public Instant? LastLook() => Scalar("select at from looks where mailbox = 'me'") is long ticks ? Instant.FromUnixTimeTicks(ticks) : null;

    /// <summary>One value of the ledger; null where it cannot be read yet.</summary>
    public object? Scalar(string sql)
    {
        if (!File.Exists(Path.Combine(Root, "ledger.db")))
        {
            return null;
        }

        try
        {
            using var connection = new SqliteConnection($"Data Source={Path.Combine(Root, "ledger.db")};Mode=ReadOnly;Pooling=False");
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            return command.ExecuteScalar() is { } value and not DBNull ? value : null;
        }
        catch (SqliteException)
        {
            return null;
        }
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private static IEnumerable<string> Files(string folder) => Directory.EnumerateFiles(folder).Where(f => !Path.GetFileName(f).StartsWith('.'));

    private Stored Read(string folder, string file)
    {
        var name = Path.GetFileName(file);
        var flags = name.Contains(":2,", StringComparison.Ordinal) ? name[(name.IndexOf(":2,", StringComparison.Ordinal) + 3)..] : "";
        return new Stored(
            folder == Mail ? "INBOX" : Path.GetFileName(folder)[1..],
            Path.GetFileName(Path.GetDirectoryName(file)!),
            flags,
            Hash(File.ReadAllBytes(file)),
            Instant.FromDateTimeUtc(File.GetLastWriteTimeUtc(file)));
    }

    private static string Hash(byte[] bytes) => Convert.ToHexString(SHA256.HashData(bytes));
}

/// <summary>What was delivered.</summary>
internal sealed record Delivered(string Name, string Hash, Instant At, string Flags);

/// <summary>What is stored where.</summary>
internal sealed record Stored(string Folder, string Sub, string Flags, string Hash, Instant Modified);

/// <summary>Raw messages.</summary>
internal static class Eml
{
    private static readonly InstantPattern Rfc5322 = InstantPattern.CreateWithInvariantCulture("ddd, dd MMM yyyy HH:mm:ss '+0000'");

    /// <summary>A message to the owner whose host says that its sender is who they say.</summary>
    /// <param name="from">The sender's address.</param>
    /// <param name="at">Arrival and Date.</param>
    /// <param name="subject">The subject.</param>
    /// <param name="body">The text.</param>
    /// <param name="header">Further header lines; those of the same name replace the usual ones.</param>
    /// <param name="result">What the host says of the sender.</param>
    public static byte[] From(string from, Instant at, string subject, string body, string header = "", string result = "dmarc=pass")
    {
        var date = Rfc5322.Format(at);
        string[] usual =
        [
            $"Return-Path: <{from}>",
            $"Authentication-Results: mx.norafield.example; {result} header.from={from.Split('@')[1]}",
            $"Received: from mail.example by mx.norafield.example; {date}",
            $"From: {from}",
            "To: nora@norafield.example",
            $"Subject: {subject}",
            $"Date: {date}",
            $"Message-ID: <{at.ToUnixTimeSeconds()}.{from}>",
            "Content-Type: text/plain; charset=utf-8",
        ];
        var own = header.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var kept = usual.Where(u => !own.Any(o => o.Split(':')[0].Equals(u.Split(':')[0], StringComparison.OrdinalIgnoreCase)));
        return Encoding.UTF8.GetBytes(string.Join("\r\n", [.. kept, .. own, "", body.ReplaceLineEndings("\r\n"), ""]));
    }
}
