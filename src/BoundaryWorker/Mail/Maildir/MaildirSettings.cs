namespace BoundaryWorker.Mail.Maildir;

/// <summary>Where a Maildir lies and what its folders are called. Folder names are written as her mail program shows them, levels parted by <c>/</c>.</summary>
public sealed record MaildirSettings
{
    /// <summary>The mailbox's id in appsettings.json.</summary>
    public required string Id { get; init; }

    /// <summary>The root of the Maildir: itself the inbox.</summary>
    public required string Path { get; init; }

    /// <summary>The watched folders (D5).</summary>
    public IReadOnlyList<string> Folders { get; init; } = [FolderName.Inbox];

    /// <summary>The Held folder, in her language (D8).</summary>
    public string Held { get; init; } = "Held";

    /// <summary>Where her mail programs file what she sends: all of these that are there are read, since two programs often use two.</summary>
    public IReadOnlyList<string> Sent { get; init; } = UsualSent;

    /// <summary>What mail programs and servers call such a folder.</summary>
    public static IReadOnlyList<string> UsualSent { get; } =
        ["Sent", "Sent Items", "Sent Messages", "Sent Mail", "Wysłane", "Elementy wysłane", "Gesendet", "Gesendete Elemente"];
}
