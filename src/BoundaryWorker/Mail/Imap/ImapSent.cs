using BoundaryWorker.Mail.Maildir;
using BoundaryWorker.Pipeline.Ports;
using MailKit;
using MailKit.Search;
using NodaTime;

namespace BoundaryWorker.Mail.Imap;

/// <summary>The header facts of what was filed as sent since an instant, by the time of filing: the Date of a message may be hours before it was sent.</summary>
internal static class ImapSent
{
    private const MessageSummaryItems Dated = MessageSummaryItems.UniqueId | MessageSummaryItems.InternalDate;

    /// <summary>Reads them, oldest first.</summary>
    public static async Task<IReadOnlyList<SentMessage>> SinceAsync(ImapFolders folders, Instant since, CancellationToken token)
    {
        var sent = new List<SentMessage>();
        foreach (var folder in await folders.SentAsync(token))
        {
            await ImapListing.OpenAsync(folders, folder, FolderAccess.ReadOnly, token);
            sent.AddRange(await SinceAsync(folder, since, token));
        }

        return [.. sent.OrderBy(s => s.At)];
    }

    // By days of a zone that the server alone knows, then exactly.
    private static async Task<IEnumerable<SentMessage>> SinceAsync(IMailFolder folder, Instant since, CancellationToken token)
    {
        var days = await folder.SearchAsync(SearchQuery.DeliveredAfter(since.ToDateTimeUtc().Date.AddDays(-1)), token);
        var dated = days.Count == 0 ? [] : await folder.FetchAsync(days, new FetchRequest(Dated), token);
        var recent = dated.Where(m => m.InternalDate is { } at && Instant.FromDateTimeOffset(at) >= since).Select(m => m.UniqueId).ToList();
        var headers = recent.Count == 0 ? [] : await folder.FetchAsync(recent, new FetchRequest(Dated | MessageSummaryItems.Headers), token);
        return headers
            .Where(m => m is { Headers: not null, InternalDate: not null })
            .Select(m => SentFacts.Of(new HeaderBlock(ImapListing.Bytes(m.Headers!)), Instant.FromDateTimeOffset(m.InternalDate!.Value)));
    }
}
