using BoundaryWorker.Pipeline.Ports;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;

namespace BoundaryWorker.Mail.Imap;

/// <summary>
/// Holds messages at Gmail, where a message lies once in the account and folders are labels (D9): Held is a label, a move takes one label off and puts
/// another on. After a move the message is looked for by its id in the account (X-GM-MSGID), so that no twin is taken for it, and the label of the folder
/// it came from must be gone (X-GM-LABELS), else it is taken off. Nothing is ever copied or expunged there. All other servers go on as
/// <paramref name="elsewhere"/> does.
/// </summary>
internal sealed class ImapGmailHolding(ImapSettings settings, ImapListing listing, ImapMove moves, IImapHolding elsewhere) : IImapHolding
{
    private const string Inbox = "INBOX";
    private const string InboxLabel = "\\Inbox";

    /// <inheritdoc/>
    public async Task<MailboxAbilities> OpenAsync(ImapFolders folders, CancellationToken token) => WhyNot(folders) is { } whyNot
        ? new MailboxAbilities(false, whyNot, settings.Held)
        : await elsewhere.OpenAsync(folders, token);

    /// <inheritdoc/>
    public async Task<MoveResult> HoldAsync(ImapFolders folders, StoredMessage message, CancellationToken token)
    {
        if (!folders.IsGmail)
        {
            return await elsewhere.HoldAsync(folders, message, token);
        }

        return await OpenAsync(folders, token) is { CanHold: false, WhyNot: var whyNot }
            ? new MoveResult(MoveOutcome.Refused, null, whyNot)
            : await MoveAsync(folders, message, await folders.FindAsync(message.Ref.Folder, token), await folders.MakeHeldAsync(token), token);
    }

    /// <inheritdoc/>
    public async Task<MoveResult> ReleaseAsync(ImapFolders folders, StoredMessage held, string home, CancellationToken token)
    {
        if (!folders.IsGmail)
        {
            return await elsewhere.ReleaseAsync(folders, held, home, token);
        }

        // What is held goes back however many folders are watched by now.
        return folders.CanMove
            ? await MoveAsync(folders, held, await folders.HeldAsync(token), await ImapMoving.HomeAsync(folders, home, token), token)
            : new MoveResult(MoveOutcome.Refused, null, ImapWords.GmailCannotMove);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<StoredMessage>> ListAsync(ImapFolders folders, CancellationToken token) => elsewhere.ListAsync(folders, token);

    private string? WhyNot(ImapFolders folders) => folders switch
    {
        { IsGmail: false } => null,
        { CanMove: false } => ImapWords.GmailCannotMove,
        _ => settings.Folders is [var only] && only.Equals(Inbox, StringComparison.OrdinalIgnoreCase) ? null : ImapWords.GmailInboxAlone(settings),
    };

    private async Task<MoveResult> MoveAsync(ImapFolders folders, StoredMessage message, IMailFolder? from, IMailFolder to, CancellationToken token)
    {
        if (from is not null && from.FullName != to.FullName)
        {
            await ImapListing.OpenAsync(folders, from, FolderAccess.ReadWrite, token);
            if (await listing.NowAsync(from, message, token) is { } now && await AccountIdAsync(from, now, token) is { } id)
            {
                return await RelabelAsync(folders, now, id, from, to, token);
            }
        }

        await ImapListing.OpenAsync(folders, to, FolderAccess.ReadOnly, token);
        var there = await listing.AtAsync(to, message, token) ?? await listing.OneAlikeAsync(to, message.Identity, token);
        return there is null ? new MoveResult(MoveOutcome.Gone, null) : moves.Ended(there);
    }

    private async Task<MoveResult> RelabelAsync(ImapFolders folders, StoredMessage message, ulong id, IMailFolder from, IMailFolder to, CancellationToken token)
    {
        var (source, target) = (ImapFolders.NameOf(from), ImapFolders.NameOf(to));
        try
        {
            var at = await from.MoveToAsync(ImapPlace.In(from, message.Ref)!.Value, to, token);
            await ImapListing.OpenAsync(folders, to, FolderAccess.ReadOnly, token);

            // Where it is said to be counts only where the search, which may lag behind, does not know it yet.
            var uid = await to.SearchAsync(SearchQuery.GMailMessageId(id), token) is [var found, ..] ? found : at ?? UniqueId.Invalid;
            if (!uid.IsValid || await listing.FetchAsync(to, uid, token) is not { } arrived || arrived.Identity != message.Identity)
            {
                return new MoveResult(MoveOutcome.Refused, null, $"Gmail said nothing against moving the message from {source} to {target}, but it is not there.");
            }

            return await IsOffAsync(folders, to, uid, LabelOf(from), token)
                ? moves.Ended(arrived)
                : new MoveResult(MoveOutcome.Refused, null, ImapWords.GmailStillShows(source, target));
        }
        catch (ImapCommandException refused)
        {
            return new MoveResult(MoveOutcome.Refused, null, $"The message could not be moved from {source} to {target}: {ImapWords.Said(refused)} It is where it was.");
        }
    }

    /// <summary>Whether the label is off; taken off where it was left on.</summary>
    private static async Task<bool> IsOffAsync(ImapFolders folders, IMailFolder folder, UniqueId uid, string label, CancellationToken token)
    {
        if (!await HasAsync(folder, uid, label, token))
        {
            return true;
        }

        try
        {
            await ImapListing.OpenAsync(folders, folder, FolderAccess.ReadWrite, token);
            await folder.StoreAsync([uid], new StoreLabelsRequest(StoreAction.Remove, [label]) { Silent = true }, token);
            return !await HasAsync(folder, uid, label, token);
        }
        catch (ImapCommandException)
        {
            return false;
        }
    }

    private static async Task<bool> HasAsync(IMailFolder folder, UniqueId uid, string label, CancellationToken token) =>
        await folder.FetchAsync([uid], new FetchRequest(MessageSummaryItems.UniqueId | MessageSummaryItems.GMailLabels), token) is [{ GMailLabels: { } labels }, ..]
        && labels.Contains(label);

    private static async Task<ulong?> AccountIdAsync(IMailFolder folder, StoredMessage message, CancellationToken token) =>
        await folder.FetchAsync([ImapPlace.In(folder, message.Ref)!.Value], new FetchRequest(MessageSummaryItems.UniqueId | MessageSummaryItems.GMailMessageId), token) is [{ GMailMessageId: { } id }, ..]
            ? id
            : null;

    private static string LabelOf(IMailFolder folder) => ImapFolders.NameOf(folder) == Inbox ? InboxLabel : folder.FullName;
}
