using BoundaryWorker.Pipeline.Ports;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;

namespace BoundaryWorker.Mail.Imap;

/// <summary>
/// Holds messages by a keyword, without moving them: for a server that can neither move a message nor remove a single one (D2). Her mail program
/// may show the keyword as a tag, or hide what has it. Flags of hers are not touched.
/// </summary>
internal sealed class ImapFlagging(ImapSettings settings, ImapListing listing) : IImapHolding
{
    /// <summary>The keyword of a held message (RFC 3501 2.3.2).</summary>
    public const string Keyword = "BoundaryHeld";

    /// <inheritdoc/>
    public async Task<MailboxAbilities> OpenAsync(ImapFolders folders, CancellationToken token)
    {
        foreach (var (name, folder) in await folders.WatchedAsync(token))
        {
            if (folder is null)
            {
                throw ImapWords.Missing(settings, name);
            }

            await folders.OpenAsync(folder, FolderAccess.ReadWrite, token);
            var keeps = folder.PermanentFlags.HasFlag(MailKit.MessageFlags.UserDefined) || folder.PermanentKeywords.Contains(Keyword);
            if (folder.Access != FolderAccess.ReadWrite || !keeps)
            {
                return new MailboxAbilities(false, ImapWords.CannotFlag(name), name);
            }
        }

        return new MailboxAbilities(true, null, settings.Folders[0]);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<MoveResult>> HoldAsync(ImapFolders folders, string folder, IReadOnlyList<StoredMessage> messages, CancellationToken token) =>
        MarkAsync(folders, folder, messages, StoreAction.Add, token);

    /// <inheritdoc/>
    public Task<IReadOnlyList<MoveResult>> ReleaseAsync(ImapFolders folders, string folder, IReadOnlyList<StoredMessage> held, string home, CancellationToken token) =>
        MarkAsync(folders, folder, held, StoreAction.Remove, token);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<StoredMessage>> ListAsync(ImapFolders folders, CancellationToken token)
    {
        var held = new List<StoredMessage>();
        foreach (var folder in (await folders.WatchedAsync(token)).Select(w => w.Folder).OfType<IMailFolder>())
        {
            await folders.OpenAsync(folder, FolderAccess.ReadOnly, token);
            held.AddRange(await listing.FetchAsync(folder, await folder.SearchAsync(SearchQuery.HasKeyword(Keyword), token), token));
        }

        return [.. held.OrderBy(m => m.Identity.Received)];
    }

    private async Task<IReadOnlyList<MoveResult>> MarkAsync(
        ImapFolders folders, string name, IReadOnlyList<StoredMessage> messages, StoreAction action, CancellationToken token)
    {
        if (await folders.FindAsync(name, token) is not { } folder)
        {
            return ImapMany.All(messages, new MoveResult(MoveOutcome.Gone, null));
        }

        await folders.OpenAsync(folder, FolderAccess.ReadWrite, token);
        var now = await listing.NowAsync(folder, messages, token);
        var marked = await MarkThereAsync(folder, now.OfType<StoredMessage>().ToDictionary(m => ImapPlace.In(folder, m.Ref)!.Value), action, token);
        return [.. now.Select(n => n is null ? new MoveResult(MoveOutcome.Gone, null) : marked[n.Ref])];
    }

    private static async Task<IReadOnlyDictionary<MessageRef, MoveResult>> MarkThereAsync(
        IMailFolder folder, Dictionary<UniqueId, StoredMessage> there, StoreAction action, CancellationToken token)
    {
        var name = ImapFolders.NameOf(folder);
        if (there.Count == 0)
        {
            return new Dictionary<MessageRef, MoveResult>();
        }

        try
        {
            await folder.StoreAsync([.. there.Keys], new StoreFlagsRequest(action, [Keyword]) { Silent = true }, token);
        }
        catch (ImapCommandException refused)
        {
            var why = $"The message could not be marked in {name}: {ImapWords.Said(refused)} It is as it was.";
            return there.Values.ToDictionary(m => m.Ref, _ => new MoveResult(MoveOutcome.Refused, null, why));
        }

        // A folder that may only be read answers OK and keeps nothing.
        var marked = (await folder.SearchAsync(SearchQuery.Uids([.. there.Keys]).And(SearchQuery.HasKeyword(Keyword)), token)).ToHashSet();
        return there.ToDictionary(m => m.Value.Ref, m => marked.Contains(m.Key) == (action == StoreAction.Add)
            ? new MoveResult(MoveOutcome.Moved, m.Value)
            : new MoveResult(MoveOutcome.Refused, null, ImapWords.CannotFlag(name)));
    }
}
