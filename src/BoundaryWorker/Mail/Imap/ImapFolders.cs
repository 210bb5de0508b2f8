using MailKit;
using MailKit.Net.Imap;

namespace BoundaryWorker.Mail.Imap;

/// <summary>The folders of one connection, by the names that her mail program shows: levels parted by <c>/</c>, whatever the server's separator and prefix are (D8).</summary>
/// <param name="client">Connected and signed in.</param>
/// <param name="settings">The names.</param>
internal sealed class ImapFolders(ImapClient client, ImapSettings settings)
{
    private const string Inbox = "INBOX";

    // RFC 6154 and 8457: they show messages of other folders. At Gmail every message is in All Mail as well, so what is found there lies nowhere.
    private const FolderAttributes Views = FolderAttributes.All | FolderAttributes.Flagged | FolderAttributes.Important;
    private readonly HashSet<string> moved = [];
    private bool heldIsReady;

    /// <summary>The connection.</summary>
    public ImapClient Client => client;

    /// <summary>MOVE (RFC 6851) is offered.</summary>
    public bool CanMove => client.Capabilities.HasFlag(ImapCapabilities.Move);

    /// <summary>A single message can be removed (UIDPLUS, RFC 4315).</summary>
    public bool CanRemoveOne => client.Capabilities.HasFlag(ImapCapabilities.UidPlus);

    /// <summary>It is Gmail (X-GM-EXT-1): folders are labels there.</summary>
    public bool IsGmail => client.Capabilities.HasFlag(ImapCapabilities.GMailExt1);

    /// <summary>The server counts the changes of a folder (CONDSTORE, RFC 7162), and what changed can be asked for.</summary>
    public bool TellsChanges => client.Capabilities.HasFlag(ImapCapabilities.CondStore);

    /// <summary>It tells what changed as the folder is opened (QRESYNC, RFC 7162).</summary>
    public bool TellsChangesOnOpening { get; private set; }

    /// <summary>Asks for what has to be asked for before any folder is opened. A server that offers it and then refuses is taken as one without.</summary>
    public async Task EnableAsync(CancellationToken token)
    {
        if (!client.Capabilities.HasFlag(ImapCapabilities.QuickResync))
        {
            return;
        }

        try
        {
            await client.EnableQuickResyncAsync(token);
            TellsChangesOnOpening = true;
        }
        catch (ImapCommandException)
        {
            // All that it saves is a question more.
        }
    }

    /// <summary>How she knows a folder.</summary>
    public static string NameOf(IMailFolder folder) => folder.FullName.Equals(Inbox, StringComparison.OrdinalIgnoreCase)
        ? Inbox
        : folder.FullName.Replace(folder.DirectorySeparator, '/');

    /// <summary>
    /// Opens a folder, or sees what changed in it since. EXAMINE where nothing is to be written, so that nothing can be (D1); but a folder out of which this
    /// connection moved before is opened for that again at once, which spares opening it twice.
    /// </summary>
    public Task OpenAsync(IMailFolder folder, FolderAccess access, CancellationToken token) =>
        IsOpen(folder, access) ? client.NoOpAsync(token) : ReadyAsync(folder, access, token);

    /// <summary>The same for who need not see what changed: UIDs say by themselves whether they are still there.</summary>
    public async Task ReadyAsync(IMailFolder folder, FolderAccess access, CancellationToken token)
    {
        if (!IsOpen(folder, access))
        {
            await folder.OpenAsync(moved.Contains(folder.FullName) ? FolderAccess.ReadWrite : access, token);
        }
    }

    /// <summary>Messages were moved out of it.</summary>
    public void Moved(IMailFolder from) => moved.Add(from.FullName);

    /// <summary>The folder of that name, or null.</summary>
    public async Task<IMailFolder?> FindAsync(string name, CancellationToken token)
    {
        if (name.Equals(Inbox, StringComparison.OrdinalIgnoreCase))
        {
            return client.Inbox;
        }

        foreach (var path in Paths(name))
        {
            try
            {
                var folder = await client.GetFolderAsync(path, token);
                if (CanBeOpened(folder))
                {
                    return folder;
                }
            }
            catch (FolderNotFoundException)
            {
                // The next way to write it.
            }
        }

        return null;
    }

    /// <summary>The Held folder; null where it is not there.</summary>
    public Task<IMailFolder?> HeldAsync(CancellationToken token) => FindAsync(settings.Held, token);

    /// <summary>Makes Held in the personal namespace, level by level, and subscribes it (D8). Asks the server once a connection.</summary>
    public async Task<IMailFolder> MakeHeldAsync(CancellationToken token)
    {
        var held = await HeldAsync(token);
        if (held is null || !heldIsReady)
        {
            held ??= await CreateAsync(settings.Held, token);
            await held.SubscribeAsync(token);
            heldIsReady = true;
        }

        return held;
    }

    /// <summary>The watched folders; null for one that is not there.</summary>
    public async Task<IReadOnlyList<(string Name, IMailFolder? Folder)>> WatchedAsync(CancellationToken token)
    {
        var watched = new List<(string, IMailFolder?)>();
        foreach (var name in settings.Folders)
        {
            watched.Add((name, await FindAsync(name, token)));
        }

        return watched;
    }

    /// <summary>Every folder of hers in which a message can lie: the watched ones and Held first. None that only shows what lies elsewhere.</summary>
    public async Task<IReadOnlyList<IMailFolder>> AllAsync(CancellationToken token)
    {
        var first = (await WatchedAsync(token)).Select(w => w.Folder).Append(await HeldAsync(token)).OfType<IMailFolder>();
        var all = await client.GetFoldersAsync(client.PersonalNamespaces[0], cancellationToken: token);
        return
        [
            .. first.Concat(all.Where(f => (f.Attributes & Views) == 0))
                .Where(CanBeOpened)
                .DistinctBy(f => f.FullName),
        ];
    }

    /// <summary>The folders of sent mail: the one that the server names so (RFC 6154), else those of the usual names.</summary>
    public async Task<IReadOnlyList<IMailFolder>> SentAsync(CancellationToken token)
    {
        if ((client.Capabilities & (ImapCapabilities.SpecialUse | ImapCapabilities.XList)) != 0 && client.GetFolder(SpecialFolder.Sent) is { Exists: true } special)
        {
            return [special];
        }

        // All names in one answer: most of the usual ones are not there, and each would be asked for by itself.
        var all = await client.GetFoldersAsync(client.PersonalNamespaces[0], cancellationToken: token);
        return [.. settings.Sent.Select(name => Paths(name).Select(path => all.FirstOrDefault(f => f.FullName == path && CanBeOpened(f))).FirstOrDefault(f => f is not null)).OfType<IMailFolder>()];
    }

    /// <summary>Makes the folder of sent mail by the first of the usual names, and subscribes it: for a mailbox that has none (E5).</summary>
    public async Task<IMailFolder> MakeSentAsync(CancellationToken token)
    {
        var sent = await CreateAsync(settings.Sent[0], token);
        await sent.SubscribeAsync(token);
        return sent;
    }

    private async Task<IMailFolder> CreateAsync(string name, CancellationToken token)
    {
        var folder = client.GetFolder(client.PersonalNamespaces[0]);
        foreach (var level in name.Split('/'))
        {
            try
            {
                folder = await folder.GetSubfolderAsync(level, token);
            }
            catch (FolderNotFoundException)
            {
                folder = await folder.CreateAsync(level, true, token)
                    ?? throw new FolderNotFoundException(level);
            }
        }

        return folder;
    }

    private static bool CanBeOpened(IMailFolder folder) =>
        folder.Exists && !folder.Attributes.HasFlag(FolderAttributes.NonExistent) && !folder.Attributes.HasFlag(FolderAttributes.NoSelect);

    private static bool IsOpen(IMailFolder folder, FolderAccess access) => folder.IsOpen && folder.Access >= access;

    private IEnumerable<string> Paths(string name)
    {
        var personal = client.PersonalNamespaces[0];
        var separator = personal.DirectorySeparator == '\0' ? '/' : personal.DirectorySeparator;
        var path = name.Replace('/', separator);
        if (personal.Path.Length > 0 && !path.StartsWith(personal.Path + separator, StringComparison.OrdinalIgnoreCase))
        {
            yield return personal.Path + separator + path;
        }

        yield return path;
    }
}
