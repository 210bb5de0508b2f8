using BoundaryWorker.Pipeline.Ports;
using MailKit;
using MailKit.Net.Imap;
using ImapFlags = MailKit.MessageFlags;

namespace BoundaryWorker.Mail.Imap;

/// <summary>
/// Moves messages, verified: MOVE where it is offered (RFC 6851), of all in one; else COPY, the copies compared by header, size and arrival, then \Deleted and
/// UID EXPUNGE of those UIDs alone (RFC 4315; replies.md D2). Where the server says after the move that they lie (COPYUID) is looked at, never believed (D3).
/// </summary>
internal sealed class ImapMove(ImapListing listing)
{
    // A copy that is not known here, alike in everything, is that of a move that a crash cut short: that move is ended and not begun again, else a
    // message would come twice.
    private readonly HashSet<MessageRef> done = [];

    /// <summary>Where the moves of this process put messages.</summary>
    public IReadOnlySet<MessageRef> Done => done;

    /// <summary>Moves them, or says of each why not; <see cref="MoveOutcome.Gone"/> where it is no longer there.</summary>
    /// <param name="folders">The connection.</param>
    /// <param name="messages">As they lie in <paramref name="from"/> now.</param>
    /// <param name="from">Open for writing.</param>
    /// <param name="to">There.</param>
    public async Task<IReadOnlyList<MoveResult>> MoveAsync(ImapFolders folders, IReadOnlyList<StoredMessage> messages, IMailFolder from, IMailFolder to, CancellationToken token)
    {
        try
        {
            var arrived = folders.CanMove ? await InOneAsync(folders, messages, from, to, token) : await ByCopyAsync(folders, messages, from, to, token);
            var there = arrived.Contains(null) ? await LeftAsync(folders, messages, from, token) : [];
            return [.. messages.Zip(arrived, (message, at) => at is not null ? Ended(at) : NotArrived(there.Contains(message.Ref), from, to))];
        }
        catch (ImapCommandException refused) when (messages.Count == 1)
        {
            return [Refused(from, to, ImapWords.Said(refused))];
        }
        catch (ImapCommandException)
        {
            // One of them may be at fault, and the others not: each for itself.
            var results = new List<MoveResult>(messages.Count);
            foreach (var message in messages)
            {
                results.AddRange(await MoveAsync(folders, [message], from, to, token));
            }

            return results;
        }
    }

    /// <summary>The result for a message that lies at its new place and no longer at its old one.</summary>
    public MoveResult Ended(StoredMessage arrived)
    {
        done.Add(arrived.Ref);
        return new MoveResult(MoveOutcome.Moved, arrived);
    }

    private async Task<IReadOnlyList<StoredMessage?>> InOneAsync(
        ImapFolders folders, IReadOnlyList<StoredMessage> messages, IMailFolder from, IMailFolder to, CancellationToken token)
    {
        await folders.ReadyAsync(from, FolderAccess.ReadWrite, token);
        folders.Moved(from);
        var at = await from.MoveToAsync(Uids(from, messages), to, token);
        return await ArrivedAsync(folders, messages, to, at, token);
    }

    private async Task<IReadOnlyList<StoredMessage?>> ByCopyAsync(
        ImapFolders folders, IReadOnlyList<StoredMessage> messages, IMailFolder from, IMailFolder to, CancellationToken token)
    {
        await folders.OpenAsync(to, FolderAccess.ReadOnly, token);
        var unfinished = await listing.AlikeAsync(to, messages.Select(m => m.Identity), done, token);
        var copies = messages.Select(m => unfinished.Take(m.Identity)).ToList();
        var toCopy = messages.Where((_, n) => copies[n] is null).ToList();
        if (toCopy.Count > 0)
        {
            await folders.ReadyAsync(from, FolderAccess.ReadWrite, token);
            var at = await from.CopyToAsync(Uids(from, toCopy), to, token);
            var arrived = new Queue<StoredMessage?>(await ArrivedAsync(folders, toCopy, to, at, token));
            copies = copies.ConvertAll(copy => copy ?? arrived.Dequeue());
        }

        // Without a copy that is the message, byte for byte of its header, in size and in arrival, the original is not touched.
        if (messages.Where((_, n) => copies[n] is not null).ToList() is { Count: > 0 } copied)
        {
            await folders.ReadyAsync(from, FolderAccess.ReadWrite, token);
            folders.Moved(from);
            var uids = Uids(from, copied);
            await from.StoreAsync(uids, new StoreFlagsRequest(StoreAction.Add, ImapFlags.Deleted) { Silent = true }, token);
            await from.ExpungeAsync(uids, token);
        }

        return copies;
    }

    /// <summary>Each as it lies at its new place: where the server said, whichever is whose, else searched for; null where it is not there as it was.</summary>
    private async Task<IReadOnlyList<StoredMessage?>> ArrivedAsync(
        ImapFolders folders, IReadOnlyList<StoredMessage> messages, IMailFolder to, UniqueIdMap at, CancellationToken token)
    {
        await folders.OpenAsync(to, FolderAccess.ReadOnly, token);
        var said = new ImapAlike(await listing.FetchAsync(to, at.Destination.Where(uid => uid.IsValid), token));
        var arrived = messages.Select(m => said.Take(m.Identity)).ToList();
        var astray = await listing.AlikeAsync(to, messages.Where((_, n) => arrived[n] is null).Select(m => m.Identity), done, token);
        return [.. messages.Select((m, n) => arrived[n] ?? astray.TakeNewest(m.Identity))];
    }

    private async Task<HashSet<MessageRef>> LeftAsync(ImapFolders folders, IReadOnlyList<StoredMessage> messages, IMailFolder from, CancellationToken token)
    {
        await folders.OpenAsync(from, FolderAccess.ReadOnly, token);
        return [.. (await listing.FetchAsync(from, Uids(from, messages), token)).Select(m => m.Ref)];
    }

    private static List<UniqueId> Uids(IMailFolder folder, IReadOnlyList<StoredMessage> messages) => [.. messages.Select(m => ImapPlace.In(folder, m.Ref)).OfType<UniqueId>()];

    private static MoveResult NotArrived(bool isThere, IMailFolder from, IMailFolder to) => isThere
        ? Refused(from, to, "the server said nothing against it, but the message is not there as it was.")
        : new MoveResult(MoveOutcome.Gone, null);

    private static MoveResult Refused(IMailFolder from, IMailFolder to, string why) => new(
        MoveOutcome.Refused,
        null,
        $"The message could not be moved from {ImapFolders.NameOf(from)} to {ImapFolders.NameOf(to)}: {why} It is where it was.");
}
