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

            await ImapListing.OpenAsync(folders, folder, FolderAccess.ReadWrite, token);
            var keeps = folder.PermanentFlags.HasFlag(MailKit.MessageFlags.UserDefined) || folder.PermanentKeywords.Contains(Keyword);
            if (folder.Access != FolderAccess.ReadWrite || !keeps)
            {
                return new MailboxAbilities(false, ImapWords.CannotFlag(name), name);
            }
        }

        return new MailboxAbilities(true, null, settings.Folders[0]);
    }

    /// <inheritdoc/>
    public async Task<MoveResult> HoldAsync(ImapFolders folders, StoredMessage message, CancellationToken token) =>
        await MarkAsync(folders, message, message.Ref.Folder, StoreAction.Add, token);

    /// <inheritdoc/>
    public async Task<MoveResult> ReleaseAsync(ImapFolders folders, StoredMessage held, string home, CancellationToken token) =>
        await MarkAsync(folders, held, held.Ref.Folder, StoreAction.Remove, token);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<StoredMessage>> ListAsync(ImapFolders folders, CancellationToken token)
    {
        var held = new List<StoredMessage>();
        foreach (var folder in (await folders.WatchedAsync(token)).Select(w => w.Folder).OfType<IMailFolder>())
        {
            await ImapListing.OpenAsync(folders, folder, FolderAccess.ReadOnly, token);
            held.AddRange(await listing.FetchAsync(folder, await folder.SearchAsync(SearchQuery.HasKeyword(Keyword), token), token));
        }

        return [.. held.OrderBy(m => m.Identity.Received)];
    }

    private async Task<MoveResult> MarkAsync(ImapFolders folders, StoredMessage message, string name, StoreAction action, CancellationToken token)
    {
        if (await folders.FindAsync(name, token) is not { } folder)
        {
            return new MoveResult(MoveOutcome.Gone, null);
        }

        await ImapListing.OpenAsync(folders, folder, FolderAccess.ReadWrite, token);
        if (await listing.NowAsync(folder, message, token) is not { } now || ImapPlace.In(folder, now.Ref) is not { } uid)
        {
            return new MoveResult(MoveOutcome.Gone, null);
        }

        try
        {
            await folder.StoreAsync(uid, new StoreFlagsRequest(action, [Keyword]) { Silent = true }, token);
        }
        catch (ImapCommandException refused)
        {
            return new MoveResult(MoveOutcome.Refused, null, $"The message could not be marked in {name}: {ImapWords.Said(refused)} It is as it was.");
        }

        // A folder that may only be read answers OK and keeps nothing.
        var marked = await folder.SearchAsync(SearchQuery.Uids([uid]).And(SearchQuery.HasKeyword(Keyword)), token);
        return marked.Count > 0 == (action == StoreAction.Add)
            ? new MoveResult(MoveOutcome.Moved, now)
            : new MoveResult(MoveOutcome.Refused, null, ImapWords.CannotFlag(name));
    }
}
