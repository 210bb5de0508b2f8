using BoundaryWorker.Pipeline.Ports;
using MailKit;
using MailKit.Net.Imap;
using ImapFlags = MailKit.MessageFlags;

namespace BoundaryWorker.Mail.Imap;

/// <summary>
/// Moves one message, verified: MOVE where it is offered (RFC 6851); else COPY, the copy compared by header, size and arrival, then \Deleted and
/// UID EXPUNGE of that UID alone (RFC 4315; replies.md D2). Where the server says after the move that it lies (COPYUID) is looked at, never believed (D3).
/// </summary>
internal sealed class ImapMove(ImapListing listing)
{
    // A copy that is not known here, alike in everything, is that of a move that a crash cut short: that move is ended and not begun again, else a
    // message would come twice.
    private readonly HashSet<MessageRef> done = [];

    /// <summary>Where the moves of this process put messages.</summary>
    public IReadOnlySet<MessageRef> Done => done;

    /// <summary>Moves it, or says why not; <see cref="MoveOutcome.Gone"/> where it is no longer there.</summary>
    /// <param name="folders">The connection.</param>
    /// <param name="message">As it lies in <paramref name="from"/> now.</param>
    /// <param name="from">Open for writing.</param>
    /// <param name="to">There.</param>
    public async Task<MoveResult> MoveAsync(ImapFolders folders, StoredMessage message, IMailFolder from, IMailFolder to, CancellationToken token)
    {
        var uid = ImapPlace.In(from, message.Ref)!.Value;
        try
        {
            var arrived = folders.CanMove
                ? await InOneAsync(folders, message, uid, from, to, token)
                : await ByCopyAsync(folders, message, uid, from, to, token);
            return arrived is not null ? Ended(arrived) : await NotArrivedAsync(folders, uid, from, to, token);
        }
        catch (ImapCommandException refused)
        {
            return Refused(from, to, ImapWords.Said(refused));
        }
    }

    /// <summary>The result for a message that lies at its new place and no longer at its old one.</summary>
    public MoveResult Ended(StoredMessage arrived)
    {
        done.Add(arrived.Ref);
        return new MoveResult(MoveOutcome.Moved, arrived);
    }

    private async Task<StoredMessage?> InOneAsync(ImapFolders folders, StoredMessage message, UniqueId uid, IMailFolder from, IMailFolder to, CancellationToken token)
    {
        var at = await from.MoveToAsync(uid, to, token);
        await ImapListing.OpenAsync(folders, to, FolderAccess.ReadOnly, token);
        return await VerifiedAsync(to, at, message.Identity, token) ?? await NewestAlikeAsync(to, message.Identity, token);
    }

    private async Task<StoredMessage?> NewestAlikeAsync(IMailFolder to, MessageIdentity identity, CancellationToken token) =>
        await listing.AlikeAsync(to, identity, token) is [.., var newest] ? newest : null;

    private async Task<StoredMessage?> ByCopyAsync(ImapFolders folders, StoredMessage message, UniqueId uid, IMailFolder from, IMailFolder to, CancellationToken token)
    {
        var copy = await UnfinishedAsync(folders, message.Identity, to, token);
        if (copy is null)
        {
            await ImapListing.OpenAsync(folders, from, FolderAccess.ReadWrite, token);
            var at = await from.CopyToAsync(uid, to, token);
            await ImapListing.OpenAsync(folders, to, FolderAccess.ReadOnly, token);
            copy = await VerifiedAsync(to, at, message.Identity, token) ?? await UnfinishedAsync(folders, message.Identity, to, token);
        }

        // Without a copy that is the message, byte for byte of its header, in size and in arrival, the original is not touched.
        if (copy is null)
        {
            return null;
        }

        await ImapListing.OpenAsync(folders, from, FolderAccess.ReadWrite, token);
        await from.StoreAsync(uid, new StoreFlagsRequest(StoreAction.Add, ImapFlags.Deleted) { Silent = true }, token);
        await from.ExpungeAsync([uid], token);
        return copy;
    }

    private async Task<StoredMessage?> UnfinishedAsync(ImapFolders folders, MessageIdentity identity, IMailFolder to, CancellationToken token)
    {
        await ImapListing.OpenAsync(folders, to, FolderAccess.ReadOnly, token);
        return (await listing.AlikeAsync(to, identity, token)).FirstOrDefault(m => !done.Contains(m.Ref));
    }

    private async Task<StoredMessage?> VerifiedAsync(IMailFolder to, UniqueId? at, MessageIdentity identity, CancellationToken token) =>
        at is { IsValid: true } uid && await listing.FetchAsync(to, uid, token) is { } there && there.Identity == identity ? there : null;

    private async Task<MoveResult> NotArrivedAsync(ImapFolders folders, UniqueId uid, IMailFolder from, IMailFolder to, CancellationToken token)
    {
        await ImapListing.OpenAsync(folders, from, FolderAccess.ReadOnly, token);
        return await listing.FetchAsync(from, uid, token) is null
            ? new MoveResult(MoveOutcome.Gone, null)
            : Refused(from, to, "the server said nothing against it, but the message is not there as it was.");
    }

    private static MoveResult Refused(IMailFolder from, IMailFolder to, string why) => new(
        MoveOutcome.Refused,
        null,
        $"The message could not be moved from {ImapFolders.NameOf(from)} to {ImapFolders.NameOf(to)}: {why} It is where it was.");
}
