using BoundaryWorker.Pipeline.Ports;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;

namespace BoundaryWorker.Mail.Imap;

/// <summary>
/// What lies in Held, listed each round. Where the server counts changes (CONDSTORE, RFC 7162) a folder in which nothing happened costs one STATUS, and of
/// one in which something did only what changed is asked for, after a broken connection too; where it also tells them on opening (QRESYNC), her flags and
/// what she took out come with that. What was merged is believed only where it is as many messages as the server counts; else, and at all other servers,
/// the whole folder is listed. For one caller at a time.
/// </summary>
internal sealed class ImapHeldListing(ImapListing listing)
{
    // Of a folder with more nothing is kept: it is listed whole each time.
    private const int Kept = 20_000;
    private const StatusItems Items = StatusItems.UidValidity | StatusItems.UidNext | StatusItems.Count | StatusItems.HighestModSeq;
    private Known? known;

    /// <summary>All messages, in the order of arrival.</summary>
    public async Task<IReadOnlyList<StoredMessage>> ListAsync(ImapFolders folders, IMailFolder held, CancellationToken token)
    {
        // Of an open folder a server need not tell the state (RFC 3501 6.3.10); there the changes are asked for at once.
        var now = folders.TellsChanges && !held.IsOpen ? await StateAsync(held, token) : null;
        if (now is not null && now == known?.At)
        {
            return known.InOrder;
        }

        var at = now ?? (held.IsOpen ? known?.At : null);
        var messages = at is not null && known is { } before && before.At.Validity == at.Validity
            ? await ChangedAsync(folders, held, before, token) ?? await WholeAsync(folders, held, token)
            : await WholeAsync(folders, held, token);
        known = at is { ModSeq: > 0 } && messages.Count <= Kept ? new Known(at, messages) : null;
        return (known ?? new Known(new State(0, 0, 0, 0), messages)).InOrder;
    }

    // Taken before anything is fetched, so that what happens meanwhile is a change to the next listing.
    private static async Task<State?> StateAsync(IMailFolder held, CancellationToken token)
    {
        try
        {
            await held.StatusAsync(Items, token);
            return new State(held.UidValidity, held.UidNext?.Id ?? 0, held.Count, held.HighestModSeq);
        }
        catch (ImapCommandException)
        {
            // Announced and not done: listed whole, as at a server without it.
            return null;
        }
    }

    private async Task<Dictionary<UniqueId, StoredMessage>> WholeAsync(ImapFolders folders, IMailFolder held, CancellationToken token)
    {
        await folders.OpenAsync(held, FolderAccess.ReadOnly, token);
        return held.Count == 0 ? [] : await FetchAsync(held, await held.SearchAsync(SearchQuery.All, token), token);
    }

    /// <summary>What was known, with what changed; null where that is not all.</summary>
    private async Task<Dictionary<UniqueId, StoredMessage>?> ChangedAsync(ImapFolders folders, IMailFolder held, Known before, CancellationToken token)
    {
        var messages = new Dictionary<UniqueId, StoredMessage>(before.Messages);
        var news = folders.TellsChangesOnOpening && !held.IsOpen
            ? await OpenAsync(held, before.At, messages, token)
            : await AskAsync(folders, held, before.At, token);
        foreach (var (uid, message) in await FetchAsync(held, news, token))
        {
            messages[uid] = message;
        }

        return messages.Count == held.Count ? messages : null;
    }

    private static async Task<IList<UniqueId>> AskAsync(ImapFolders folders, IMailFolder held, State before, CancellationToken token)
    {
        await folders.OpenAsync(held, FolderAccess.ReadOnly, token);
        return await held.SearchAsync(SearchQuery.ChangedSince(before.ModSeq + 1), token);
    }

    /// <summary>Opens the folder and takes over what it tells: flags, and what is no longer there.</summary>
    /// <returns>The UIDs that are new.</returns>
    private static async Task<IList<UniqueId>> OpenAsync(IMailFolder held, State before, Dictionary<UniqueId, StoredMessage> messages, CancellationToken token)
    {
        var news = new HashSet<UniqueId>();
        void Changed(object? sender, MessageFlagsChangedEventArgs e)
        {
            if (e.UniqueId is not { IsValid: true } uid)
            {
                return;
            }

            if (messages.TryGetValue(uid, out var message))
            {
                messages[uid] = message with { Flags = ImapListing.FlagsOf(e.Flags) };
            }
            else
            {
                news.Add(uid);
            }
        }

        void Vanished(object? sender, MessagesVanishedEventArgs e)
        {
            foreach (var uid in messages.Keys.Where(e.UniqueIds.Contains).ToList())
            {
                messages.Remove(uid);
            }
        }

        held.MessageFlagsChanged += Changed;
        held.MessagesVanished += Vanished;
        try
        {
            await held.OpenAsync(FolderAccess.ReadOnly, before.Validity, before.ModSeq, [], token);
            return [.. news];
        }
        finally
        {
            held.MessageFlagsChanged -= Changed;
            held.MessagesVanished -= Vanished;
        }
    }

    private async Task<Dictionary<UniqueId, StoredMessage>> FetchAsync(IMailFolder held, IList<UniqueId> uids, CancellationToken token)
    {
        var messages = uids.Count == 0 ? [] : await listing.FetchAsync(held, uids, token);
        return messages.ToDictionary(m => ImapPlace.In(held, m.Ref)!.Value);
    }

    /// <summary>What a folder is at, as the server counts it: the same again means that nothing happened in it.</summary>
    private sealed record State(uint Validity, uint Next, int Count, ulong ModSeq);

    private sealed record Known(State At, Dictionary<UniqueId, StoredMessage> Messages)
    {
        public IReadOnlyList<StoredMessage> InOrder { get; } = [.. Messages.OrderBy(m => m.Value.Identity.Received).ThenBy(m => m.Key.Id).Select(m => m.Value)];
    }
}
