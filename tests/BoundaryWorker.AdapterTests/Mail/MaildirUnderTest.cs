using System.Globalization;
using BoundaryWorker.Contracts;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Mail.Maildir;
using BoundaryWorker.Pipeline.Ports;
using NodaTime;
using NodaTime.Testing;

namespace BoundaryWorker.AdapterTests.Mail;

/// <summary>A Maildir in a temporary folder; the clock is driven and years away from the machine's. Its own walk over the files knows nothing of the adapter.</summary>
public sealed class MaildirUnderTest : MailboxUnderTest
{
    private readonly FakeClock clock = new(Instant.FromUtc(2031, 3, 7, 21, 30));
    private readonly Func<MaildirSettings, MaildirSettings> adjust;
    private MaildirMailbox mailbox;
    private int delivered;

    public MaildirUnderTest(Func<MaildirSettings, MaildirSettings>? adjust = null, string? parent = null)
    {
        this.adjust = adjust ?? (s => s);
        Root = Path.Combine(parent ?? Path.GetTempPath(), "bw-maildir-" + Guid.NewGuid().ToString("N"), "mail");
        mailbox = New();
    }

    public string Root { get; }

    public Rename? Rename { get; set; }

    public override IMailbox Mailbox => mailbox;

    public override Instant Now => clock.GetCurrentInstant();

    public override Task RestartAsync()
    {
        mailbox.Dispose();
        mailbox = New();
        return Task.CompletedTask;
    }

    public override void Advance(Duration duration) => clock.Advance(duration);

    public override Task DeliverAsync(byte[] eml, Instant received, string folder = "INBOX", MessageFlags flags = MessageFlags.None)
    {
        delivered++;
        var name = string.Create(CultureInfo.InvariantCulture, $"{received.ToUnixTimeSeconds()}.M{delivered}P1.host.example,S={eml.Length}");
        Deliver(eml, received, folder, flags == MessageFlags.None ? "new/" + name : $"cur/{name}:2,{MaildirName.Letters(flags)}");
        return Task.CompletedTask;
    }

    /// <summary>Puts a file under that very name, as a mail server does: written in tmp, then renamed.</summary>
    public string Deliver(byte[] eml, Instant received, string folder, string subpath)
    {
        var tmp = Path.Combine(DirectoryOf(folder), "tmp", Guid.NewGuid().ToString("N"));
        File.WriteAllBytes(tmp, eml);
        File.SetLastWriteTimeUtc(tmp, received.ToDateTimeUtc());
        var path = Path.Combine(DirectoryOf(folder), subpath);
        File.Move(tmp, path);
        return path;
    }

    public override Task<IReadOnlyList<Placed>> AllAsync() => Task.FromResult<IReadOnlyList<Placed>>(
        [.. Files().Select(f => new Placed(FolderOf(f), Mails.Hash(File.ReadAllBytes(f)), MaildirName.Parse(Path.GetFileName(f)).Flags, Instant.FromDateTimeUtc(File.GetLastWriteTimeUtc(f)))).OrderBy(p => p.Hash, StringComparer.Ordinal)]);

    public override Task SetFlagsByHandAsync(byte[] eml, MessageFlags flags)
    {
        var file = FileOf(eml);
        var name = Path.GetFileName(file).Split(":2,")[0] + ":2," + MaildirName.Letters(flags);
        File.Move(file, Path.Combine(Path.GetDirectoryName(file)!, "../cur", name));
        return Task.CompletedTask;
    }

    public override Task MoveByHandAsync(byte[] eml, string folder)
    {
        var file = FileOf(eml);
        File.Move(file, Path.Combine(DirectoryOf(folder), "cur", Path.GetFileName(file).Split(":2,")[0] + ":2,S"));
        return Task.CompletedTask;
    }

    public override Task DeleteByHandAsync(byte[] eml)
    {
        File.Delete(FileOf(eml));
        return Task.CompletedTask;
    }

    public override Task RemoveFolderByHandAsync(string folder)
    {
        Directory.Delete(DirectoryOf(folder), recursive: true);
        return Task.CompletedTask;
    }

    public override ValueTask DisposeAsync()
    {
        mailbox.Dispose();
        Directory.Delete(Path.GetDirectoryName(Root)!, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>All message files.</summary>
    public IEnumerable<string> Files() => Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories)
        .Where(f => Path.GetFileName(Path.GetDirectoryName(f)) is "new" or "cur");

    /// <summary>The file with these bytes.</summary>
    public string FileOf(byte[] eml) => Files().First(f => Mails.Hash(File.ReadAllBytes(f)) == Mails.Hash(eml));

    private string DirectoryOf(string folder)
    {
        var path = folder == "INBOX" ? Root : Path.Combine(Root, "." + folder);
        foreach (var sub in new[] { "tmp", "new", "cur" })
        {
            Directory.CreateDirectory(Path.Combine(path, sub));
        }

        return path;
    }

    private string FolderOf(string file)
    {
        var directory = Path.GetRelativePath(Root, Path.GetDirectoryName(Path.GetDirectoryName(file))!);
        return directory == "." ? "INBOX" : directory.TrimStart('.');
    }

    private MaildirMailbox New() => new(
        adjust(new MaildirSettings { Id = "me", Path = Root }),
        clock,
        Mails.Read,
        (from, to) => (Rename ?? BoundaryWorker.Disk.PosixFiles.RenameNoReplace)(from, to));
}
