using BoundaryWorker.Pipeline.Ports;
using MailKit;
using MailKit.Search;
using NodaTime;

namespace BoundaryWorker.Mail.Imap;

/// <summary>One look at the watched folders: what has a UID that the look before had not seen.</summary>
/// <param name="settings">Which folders.</param>
/// <param name="listing">Fetches.</param>
/// <param name="moves">Knows what we put there ourselves: what comes back at an opening is no arrival, and many at once no flood of old mail.</param>
/// <param name="seen">Told how far the first folder was looked at.</param>
internal sealed class ImapLook(ImapSettings settings, ImapListing listing, ImapMove moves, ImapSeen seen)
{
    private static readonly Duration OldMail = Duration.FromMinutes(10);

    /// <summary>Looks.</summary>
    /// <param name="folders">The connection.</param>
    /// <param name="last">The look before; null for the baseline.</param>
    /// <param name="now">Stamps the cursor.</param>
    public async Task<Look> AtAsync(ImapFolders folders, ImapCursor? last, Instant now, CancellationToken token)
    {
        var arrivals = new List<StoredMessage>();
        var marks = new Dictionary<string, ImapMark>();
        var renumbered = false;
        foreach (var (name, folder) in await folders.WatchedAsync(token))
        {
            if (folder is null)
            {
                throw ImapWords.Missing(settings, name);
            }

            await folders.OpenAsync(folder, FolderAccess.ReadOnly, token);
            var key = ImapCursor.Key(name);
            var (uids, mark) = ((IList<UniqueId>)[], default(ImapMark));
            if (last is not null && last.Marks.TryGetValue(key, out var before))
            {
                renumbered |= before.Validity != folder.UidValidity;
                (uids, mark) = await SinceAsync(folder, before, last.At, token);
            }
            else
            {
                mark = await PresentAsync(folder, token);
            }

            arrivals.AddRange(await listing.FetchAsync(folder, uids.Where(uid => !moves.Done.Contains(ImapPlace.Of(folder, uid))), token));
            marks[key] = mark;
        }

        seen.Looked(marks[ImapCursor.Key(settings.Folders[0])]);
        return new Look([.. arrivals.OrderBy(a => a.Identity.Received)], new ImapCursor(now, marks).ToString(), ServerTime: null, renumbered);
    }

    /// <summary>Up to what is there now: by the newest UID, since a server need not tell UIDNEXT, and tells it only on opening.</summary>
    private static async Task<ImapMark> PresentAsync(IMailFolder folder, CancellationToken token)
    {
        if (folder.Count == 0)
        {
            return new ImapMark(folder.UidValidity, 1);
        }

        var newest = await folder.FetchAsync(folder.Count - 1, folder.Count - 1, new FetchRequest(MessageSummaryItems.UniqueId), token);
        return new ImapMark(folder.UidValidity, newest is [var one, ..] ? one.UniqueId.Id + 1 : 1);
    }

    private async Task<(IList<UniqueId> Uids, ImapMark Mark)> SinceAsync(IMailFolder folder, ImapMark before, Instant lastLook, CancellationToken token)
    {
        if (before.Validity != folder.UidValidity)
        {
            // Asked first: what comes while the search runs must be news to the next look.
            var present = await PresentAsync(folder, token);
            return (await DatedAsync(folder, lastLook - OldMail, token), present);
        }

        // A range up to "*" always holds the newest message, however low its UID is.
        var range = new UniqueIdRange(folder.UidValidity, before.Next, uint.MaxValue);
        List<UniqueId> found = [.. (await folder.SearchAsync(SearchQuery.Uids(range), token)).Where(uid => uid.Id >= before.Next)];
        var mark = found.Count == 0 ? before : before with { Next = found.Max(uid => uid.Id) + 1 };

        // Held by a keyword it lies where it lay: what a look lists again must not be taken for a copy of it.
        var held = settings.Hold == ImapHold.Flag && found.Count > 0
            ? await folder.SearchAsync(SearchQuery.Uids(found).And(SearchQuery.HasKeyword(ImapFlagging.Keyword)), token)
            : [];
        return ([.. found.Except(held)], mark);
    }

    /// <summary>
    /// After a change of UIDVALIDITY (D3) the UIDs are void: everything that arrived since shortly before the last look is listed again, and what was
    /// judged already is known by its identity.
    /// </summary>
    private static async Task<IList<UniqueId>> DatedAsync(IMailFolder folder, Instant since, CancellationToken token)
    {
        var days = await folder.SearchAsync(SearchQuery.DeliveredAfter(since.ToDateTimeUtc().Date.AddDays(-1)), token);
        var dated = days.Count == 0 ? [] : await folder.FetchAsync(days, new FetchRequest(MessageSummaryItems.UniqueId | MessageSummaryItems.InternalDate), token);
        return [.. dated.Where(m => m.InternalDate is { } at && Instant.FromDateTimeOffset(at) >= since).Select(m => m.UniqueId)];
    }
}

/// <summary>How far the first watched folder was looked at, for who waits for more to come. Any thread may ask.</summary>
internal sealed class ImapSeen
{
    private readonly Lock guard = new();
    private ImapMark? mark;

    /// <summary>A look is done.</summary>
    public void Looked(ImapMark at)
    {
        lock (guard)
        {
            mark = at;
        }
    }

    /// <summary>Whether a message with that UID is news. Each is told once, so that a look that fails does not make a race of it.</summary>
    public bool IsNews(uint validity, uint uid)
    {
        lock (guard)
        {
            var news = mark is { } m && (m.Validity != validity || uid >= m.Next);
            if (news)
            {
                mark = new ImapMark(validity, uid + 1);
            }

            return news;
        }
    }
}
