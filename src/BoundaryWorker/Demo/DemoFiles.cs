using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Settings;
using NodaTime;

namespace BoundaryWorker.Demo;

/// <summary>The demo's folder: the example Code and clients, an empty Maildir, an outbox, a ledger.</summary>
internal static class DemoFiles
{
    /// <summary>The owner of the example Code.</summary>
    public const string Owner = "nora@norafield.example";

    /// <summary>Where replies and digests go.</summary>
    public static string Outbox(string folder) => Path.Combine(folder, "outbox");

    /// <summary>Writes her files and says where everything is.</summary>
    public static async Task<BoundarySettings> WriteAsync(string folder, CancellationToken token)
    {
        Directory.CreateDirectory(folder);
        foreach (var name in new[] { "code.yaml", "clients.yaml" })
        {
            await using var source = typeof(DemoFiles).Assembly.GetManifestResourceStream($"Demo.{name}")!;
            await using var target = File.Create(Path.Combine(folder, name));
            await source.CopyToAsync(target, token);
        }

        return new BoundarySettings
        {
            Mode = Mode.Enforce,
            Files = new FilesSettings(Path.Combine(folder, "code.yaml"), Path.Combine(folder, "clients.yaml")),
            Store = new StoreSettings(Path.Combine(folder, "ledger.db")),
            Digest = new DigestSettings { To = Owner },
            Mailboxes =
            [
                new MailboxSettings
                {
                    Id = "me",
                    MaildirPath = Path.Combine(folder, "mail"),
                    PickupPath = Outbox(folder),
                    Trust = DemoScript.AuthservId,
                },
            ],
        };
    }

    /// <summary>Delivers a message as a mail host does: into tmp, with the time of its arrival, then renamed into new.</summary>
    public static async Task DeliverAsync(BoundarySettings settings, DemoMail mail, Instant received, int number, CancellationToken token)
    {
        var root = settings.Mailboxes[0].MaildirPath;
        var name = $"{received.ToUnixTimeSeconds()}.M{number}P1.demo";
        var temporary = Path.Combine(root, "tmp", name);
        await File.WriteAllBytesAsync(temporary, mail.ToBytes(Owner, received, number), token);
        File.SetLastWriteTimeUtc(temporary, received.ToDateTimeUtc());
        File.Move(temporary, Path.Combine(root, "new", name));
    }
}
