using BoundaryWorker.Core.Mail;
using BoundaryWorker.Mail.Inspecting;
using BoundaryWorker.Mail.Reading;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;
using NodaTime;

namespace BoundaryWorker.Mail.Imap;

/// <summary>What comes into any folder from a moment on: each folder's newest UID is remembered, and what is above it is fetched, since hosts rewrite what a SEARCH would go by (E2).</summary>
internal sealed class ImapArrivals
{
    private const int Most = 100;
    private readonly Dictionary<string, (uint Validity, uint Next)> marks = [];

    /// <summary>Remembers what is there.</summary>
    public async Task BeginAsync(ImapFolders folders, CancellationToken token)
    {
        marks.Clear();
        foreach (var folder in await PlacesAsync(folders, token))
        {
            if (!await OpensAsync(folders, folder, token))
            {
                continue;
            }

            var newest = folder.Count == 0 ? [] : await folder.FetchAsync(folder.Count - 1, folder.Count - 1, new FetchRequest(MessageSummaryItems.UniqueId), token);
            marks[folder.FullName] = (folder.UidValidity, newest is [var one, ..] ? one.UniqueId.Id + 1 : 1);
        }
    }

    /// <summary>What came since, sent mail and drafts left out.</summary>
    public async Task<IReadOnlyList<ArrivedMail>> ListAsync(ImapFolders folders, CancellationToken token)
    {
        var arrived = new List<ArrivedMail>();
        foreach (var folder in (await PlacesAsync(folders, token)).Where(f => !ImapPurpose.IsNoPlaceToArrive(folders, f)))
        {
            var isJunk = ImapPurpose.IsJunk(folders, folder);
            arrived.AddRange((await NewAsync(folders, folder, token))
                .Where(m => m.InternalDate is not null)
                .Select(m => new ArrivedMail(ImapFolders.NameOf(folder), isJunk, Instant.FromDateTimeOffset(m.InternalDate!.Value), HeaderReading.Headers(m.Headers!))));
        }

        return arrived;
    }

    /// <summary>Takes ours away: by UID EXPUNGE of those UIDs alone.</summary>
    public async Task<bool> RemoveAsync(ImapFolders folders, Func<MailHeaders, bool> isOurs, CancellationToken token)
    {
        // Gmail keeps in All Mail what is expunged from any other folder.
        if (!folders.CanRemoveOne || folders.Client.Capabilities.HasFlag(ImapCapabilities.GMailExt1))
        {
            return false;
        }

        foreach (var folder in await PlacesAsync(folders, token))
        {
            var ours = (await NewAsync(folders, folder, token)).Where(m => isOurs(HeaderReading.Headers(m.Headers!))).Select(m => m.UniqueId).ToList();
            if (ours.Count > 0)
            {
                await folders.OpenAsync(folder, FolderAccess.ReadWrite, token);
                await folder.StoreAsync(ours, new StoreFlagsRequest(StoreAction.Add, MailKit.MessageFlags.Deleted) { Silent = true }, token);
                await folder.ExpungeAsync(ours, token);
            }
        }

        return true;
    }

    private static async Task<IReadOnlyList<IMailFolder>> PlacesAsync(ImapFolders folders, CancellationToken token) =>
        [.. (await folders.AllAsync(token)).Where(f => !ImapPurpose.IsView(folders, f))];

    // A folder that lets nobody in, or that she removed meanwhile, is none where a test arrives.
    private static async Task<bool> OpensAsync(ImapFolders folders, IMailFolder folder, CancellationToken token)
    {
        try
        {
            await folders.OpenAsync(folder, FolderAccess.ReadOnly, token);
            return true;
        }
        catch (Exception e) when (e is ImapCommandException or FolderNotFoundException)
        {
            return false;
        }
    }

    private async Task<IEnumerable<IMessageSummary>> NewAsync(ImapFolders folders, IMailFolder folder, CancellationToken token)
    {
        if (!await OpensAsync(folders, folder, token))
        {
            return [];
        }

        var next = marks.TryGetValue(folder.FullName, out var mark) && mark.Validity == folder.UidValidity ? mark.Next : 1;
        if (folder.Count == 0)
        {
            return [];
        }

        // A range up to "*" always holds the newest message, however low its UID is.
        var uids = await folder.SearchAsync(SearchQuery.Uids(new UniqueIdRange(folder.UidValidity, next, uint.MaxValue)), token);
        var above = uids.Where(u => u.Id >= next).TakeLast(Most).ToList();
        return above.Count == 0
            ? []
            : (await folder.FetchAsync(above, new FetchRequest(MessageSummaryItems.UniqueId | MessageSummaryItems.InternalDate | MessageSummaryItems.Headers), token)).Where(m => m.Headers is not null);
    }
}
