using BoundaryWorker.Pipeline.Ports;

namespace BoundaryWorker.Mail.Maildir;

/// <summary>The folders of one Maildir by name, and how a new one is made.</summary>
/// <param name="settings">Where it lies and what its folders are called.</param>
public sealed class MaildirTree(MaildirSettings settings)
{
    /// <summary>The root.</summary>
    public MaildirFolder Inbox => Folder(FolderName.Inbox);

    /// <summary>Where messages wait.</summary>
    public MaildirFolder Held => Folder(settings.Held);

    /// <summary>The watched folders.</summary>
    public IReadOnlyList<MaildirFolder> Watched => [.. settings.Folders.Select(Folder).DistinctBy(f => f.Path)];

    /// <summary>The folders of sent mail that are there.</summary>
    public IEnumerable<MaildirFolder> Sent => settings.Sent.Select(Folder).Where(f => f.Exists);

    /// <summary>All folders that are there: the watched first, then Held, then the others by name.</summary>
    public IEnumerable<MaildirFolder> All =>
        Watched.Append(Held).Append(Inbox)
            .Concat(Directory.EnumerateDirectories(settings.Path, ".*")
                .Order(StringComparer.Ordinal)
                .Select(d => new MaildirFolder(FolderName.FromDirectory(Path.GetFileName(d)), d)))
            .DistinctBy(f => f.Path)
            .Where(f => f.Exists);

    /// <summary>A folder by the name her mail program shows. On the disk in modified UTF-7, unless it already lies there in plain UTF-8.</summary>
    /// <exception cref="MailboxUnavailableException">It is no name of a folder.</exception>
    public MaildirFolder Folder(string name)
    {
        try
        {
            var directory = FolderName.ToDirectory(name);
            var plain = Path.Combine(settings.Path, ModifiedUtf7.Decode(directory));
            var path = directory.Length == 0 ? settings.Path : Path.Combine(settings.Path, directory);
            return new MaildirFolder(FolderName.FromDirectory(directory), plain != path && Directory.Exists(plain) && !Directory.Exists(path) ? plain : path);
        }
        catch (FormatException e)
        {
            throw new MailboxUnavailableException(e.Message, e);
        }
    }

    /// <summary>Makes the Maildir where it is missing. Idempotent.</summary>
    /// <exception cref="MailboxUnavailableException">What lies there is no Maildir, and nothing is made in it.</exception>
    public void MakeInbox()
    {
        var root = settings.Path;
        if (File.Exists(root))
        {
            throw new MailboxUnavailableException($"The mailbox '{settings.Id}' points to {root}, which is a file. Give the folder of a Maildir, or a name that is free: it will be made.");
        }

        var looksForeign = Directory.Exists(root)
            && !MaildirFolder.Subdirectories.Any(s => Directory.Exists(Path.Combine(root, s)))
            && Directory.EnumerateFileSystemEntries(root).Any(e => Path.GetFileName(e)[0] != '.');
        if (looksForeign)
        {
            throw new MailboxUnavailableException($"The mailbox '{settings.Id}' points to {root}, where other things lie but no Maildir (no folders new and cur). Give the folder of the Maildir, or an empty one: it will be made.");
        }

        Inbox.Create(root: true);
    }

    /// <summary>Where a held message goes back to: that folder, or the inbox where it is gone or never was one.</summary>
    public MaildirFolder Home(string name)
    {
        try
        {
            var folder = Folder(name);
            return folder.Exists && folder.Path != Held.Path ? folder : Inbox;
        }
        catch (MailboxUnavailableException)
        {
            return Inbox;
        }
    }

    /// <summary>Makes Held where it is missing, knowing the inbox's keywords, and subscribes it (D8). Idempotent.</summary>
    /// <returns>Null, or why it cannot be made, in the owner's words.</returns>
    public string? MakeHeld()
    {
        if (Held.Path == Inbox.Path)
        {
            return "The folder for held messages cannot be the inbox itself. Give another name, for example \"Held\": \"Held\".";
        }

        try
        {
            Held.Create(root: false);
            CopyKeywords();
            Subscriptions.Add(settings.Path, Path.GetFileName(Held.Path));
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"The folder {Held.Name} could not be made in {settings.Path}: {e.Message} Give the account this program runs under write permission there.";
        }
    }

    // Dovecot keeps keywords as letters whose meaning is written in each folder: without it they would lose their names in Held (D1).
    private void CopyKeywords()
    {
        var (theirs, ours) = (Path.Combine(settings.Path, "dovecot-keywords"), Path.Combine(Held.Path, "dovecot-keywords"));
        if (File.Exists(theirs) && !File.Exists(ours))
        {
            File.Copy(theirs, ours);
        }
    }
}
