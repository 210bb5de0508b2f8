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
    public async Task<IReadOnlyList<MoveResult>> HoldAsync(ImapFolders folders, string folder, IReadOnlyList<StoredMessage> messages, CancellationToken token)
    {
        if (!folders.IsGmail)
        {
            return await elsewhere.HoldAsync(folders, folder, messages, token);
        }

        return await OpenAsync(folders, token) is { CanHold: false, WhyNot: var whyNot }
            ? ImapMany.All(messages, new MoveResult(MoveOutcome.Refused, null, whyNot))
            : await MoveAsync(folders, messages, await folders.FindAsync(folder, token), await folders.MakeHeldAsync(token), token);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<MoveResult>> ReleaseAsync(
        ImapFolders folders, string folder, IReadOnlyList<StoredMessage> held, string home, CancellationToken token)
    {
        if (!folders.IsGmail)
        {
            return await elsewhere.ReleaseAsync(folders, folder, held, home, token);
        }

        // What is held goes back however many folders are watched by now.
        return folders.CanMove
            ? await MoveAsync(folders, held, await folders.HeldAsync(token), await ImapMoving.HomeAsync(folders, home, token), token)
            : ImapMany.All(held, new MoveResult(MoveOutcome.Refused, null, ImapWords.GmailCannotMove));
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<StoredMessage>> ListAsync(ImapFolders folders, CancellationToken token) => elsewhere.ListAsync(folders, token);

    private string? WhyNot(ImapFolders folders) => folders switch
    {
        { IsGmail: false } => null,
        { CanMove: false } => ImapWords.GmailCannotMove,
        _ => settings.Folders is [var only] && only.Equals(Inbox, StringComparison.OrdinalIgnoreCase) ? null : ImapWords.GmailInboxAlone(settings),
    };

    private async Task<IReadOnlyList<MoveResult>> MoveAsync(
        ImapFolders folders, IReadOnlyList<StoredMessage> messages, IMailFolder? from, IMailFolder to, CancellationToken token)
    {
        var now = await NowAsync(folders, messages, from, to, token);
        var there = now.OfType<StoredMessage>().ToList();
        var moved = new Queue<MoveResult>(there.Count == 0 ? [] : await RelabelAsync(folders, there, from!, to, token));
        var already = new Queue<MoveResult>(await AlreadyAsync(folders, [.. messages.Where((_, n) => now[n] is null)], to, token));
        return [.. now.Select(n => n is null ? already.Dequeue() : moved.Dequeue())];
    }

    private async Task<IReadOnlyList<StoredMessage?>> NowAsync(
        ImapFolders folders, IReadOnlyList<StoredMessage> messages, IMailFolder? from, IMailFolder to, CancellationToken token)
    {
        if (from is null || from.FullName == to.FullName)
        {
            return [.. messages.Select(_ => (StoredMessage?)null)];
        }

        await folders.OpenAsync(from, FolderAccess.ReadWrite, token);
        return await listing.NowAsync(from, messages, token);
    }

    /// <summary>What is not where it was may be where it is to go, by an earlier attempt.</summary>
    private async Task<IReadOnlyList<MoveResult>> AlreadyAsync(ImapFolders folders, IReadOnlyList<StoredMessage> messages, IMailFolder to, CancellationToken token)
    {
        if (messages.Count == 0)
        {
            return [];
        }

        await folders.OpenAsync(to, FolderAccess.ReadOnly, token);
        return [.. (await listing.NowAsync(to, messages, token)).Select(at => at is null ? new MoveResult(MoveOutcome.Gone, null) : moves.Ended(at))];
    }

    private async Task<IReadOnlyList<MoveResult>> RelabelAsync(
        ImapFolders folders, List<StoredMessage> messages, IMailFolder from, IMailFolder to, CancellationToken token)
    {
        var (source, target) = (ImapFolders.NameOf(from), ImapFolders.NameOf(to));
        try
        {
            var uids = messages.Select(m => ImapPlace.In(from, m.Ref)!.Value).ToList();
            var ids = (await LabelledAsync(from, uids, token)).ToDictionary(m => ImapPlace.Of(from, m.UniqueId), m => m.GMailMessageId);
            var at = await from.MoveToAsync(uids, to, token);
            await folders.OpenAsync(to, FolderAccess.ReadOnly, token);
            var places = await PlacesAsync(to, ids.Values.OfType<ulong>(), at.Destination, token);
            var shown = await ShownAsync(folders, to, [.. places.Values], LabelOf(from), token);
            var arrived = (await listing.FetchAsync(to, places.Values, token)).ToDictionary(m => m.Ref);
            return [.. messages.Select(Result)];

            MoveResult Result(StoredMessage message)
            {
                if (ids.GetValueOrDefault(message.Ref) is not { } id)
                {
                    return new MoveResult(MoveOutcome.Gone, null);
                }

                if (!places.TryGetValue(id, out var uid) || !arrived.TryGetValue(ImapPlace.Of(to, uid), out var there) || there.Identity != message.Identity)
                {
                    return new MoveResult(MoveOutcome.Refused, null, $"Gmail said nothing against moving the message from {source} to {target}, but it is not there.");
                }

                return shown.Contains(uid) ? new MoveResult(MoveOutcome.Refused, null, ImapWords.GmailStillShows(source, target)) : moves.Ended(there);
            }
        }
        catch (ImapCommandException refused) when (messages.Count == 1)
        {
            return [new MoveResult(MoveOutcome.Refused, null, $"The message could not be moved from {source} to {target}: {ImapWords.Said(refused)} It is where it was.")];
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

    /// <summary>Where messages of those ids lie in an open folder: where the server said, each looked at; the others are searched for.</summary>
    private static async Task<IReadOnlyDictionary<ulong, UniqueId>> PlacesAsync(
        IMailFolder folder, IEnumerable<ulong> ids, IEnumerable<UniqueId> said, CancellationToken token)
    {
        var wanted = ids.ToHashSet();
        var places = new Dictionary<ulong, UniqueId>();
        foreach (var message in await LabelledAsync(folder, [.. said.Where(uid => uid.IsValid)], token))
        {
            if (message.GMailMessageId is { } id && wanted.Contains(id))
            {
                places[id] = message.UniqueId;
            }
        }

        foreach (var id in wanted.Where(id => !places.ContainsKey(id)).ToList())
        {
            if (await folder.SearchAsync(SearchQuery.GMailMessageId(id), token) is [var uid, ..])
            {
                places[id] = uid;
            }
        }

        return places;
    }

    /// <summary>Those that have the label although it was taken off once more.</summary>
    private static async Task<IReadOnlySet<UniqueId>> ShownAsync(ImapFolders folders, IMailFolder folder, IList<UniqueId> uids, string label, CancellationToken token)
    {
        var left = await HavingAsync(folder, uids, label, token);
        if (left.Count == 0)
        {
            return left;
        }

        try
        {
            await folders.OpenAsync(folder, FolderAccess.ReadWrite, token);
            await folder.StoreAsync([.. left], new StoreLabelsRequest(StoreAction.Remove, [label]) { Silent = true }, token);
            return await HavingAsync(folder, [.. left], label, token);
        }
        catch (ImapCommandException)
        {
            return left;
        }
    }

    private static async Task<HashSet<UniqueId>> HavingAsync(IMailFolder folder, IList<UniqueId> uids, string label, CancellationToken token) =>
        [.. (await LabelledAsync(folder, uids, token)).Where(m => m.GMailLabels is null || m.GMailLabels.Contains(label)).Select(m => m.UniqueId)];

    private static async Task<IList<IMessageSummary>> LabelledAsync(IMailFolder folder, IList<UniqueId> uids, CancellationToken token) => uids.Count == 0
        ? []
        : await folder.FetchAsync(uids, new FetchRequest(MessageSummaryItems.UniqueId | MessageSummaryItems.GMailMessageId | MessageSummaryItems.GMailLabels), token);

    private static string LabelOf(IMailFolder folder) => ImapFolders.NameOf(folder) == Inbox ? InboxLabel : folder.FullName;
}
