using BoundaryWorker.Mail.Maildir;
using BoundaryWorker.Pipeline.Ports;
using MailKit;
using MailKit.Search;
using NodaTime;

namespace BoundaryWorker.Mail.Imap;

/// <summary>
/// The header facts of what was filed as sent since an instant, by the time of filing: the Date of a message may be hours before it was sent. A folder to
/// which nothing was added since is not read again. For one caller at a time.
/// </summary>
internal sealed class ImapSent
{
    private const MessageSummaryItems Dated = MessageSummaryItems.UniqueId | MessageSummaryItems.InternalDate;
    private readonly Dictionary<string, Read> read = [];

    /// <summary>Reads them, oldest first.</summary>
    public async Task<IReadOnlyList<SentMessage>> SinceAsync(ImapFolders folders, Instant since, CancellationToken token)
    {
        var sent = new List<Filed>();
        foreach (var folder in await folders.SentAsync(token))
        {
            var state = await ImapState.OfMessagesAsync(folder, token);
            if (state is null || !read.TryGetValue(folder.FullName, out var before) || before.State != state || since < before.Since)
            {
                await folders.OpenAsync(folder, FolderAccess.ReadOnly, token);
                read[folder.FullName] = before = new Read(state, since, await SinceAsync(folder, since, token));
            }

            sent.AddRange(before.Found.Where(f => f.At >= since));
        }

        return [.. sent.Select(s => s.Facts).OrderBy(s => s.At)];
    }

    // By days of a zone that the server alone knows, then exactly.
    private static async Task<IReadOnlyList<Filed>> SinceAsync(IMailFolder folder, Instant since, CancellationToken token)
    {
        var days = await folder.SearchAsync(SearchQuery.DeliveredAfter(since.ToDateTimeUtc().Date.AddDays(-1)), token);
        var dated = days.Count == 0 ? [] : await folder.FetchAsync(days, new FetchRequest(Dated), token);
        var recent = dated.Where(m => m.InternalDate is { } at && Instant.FromDateTimeOffset(at) >= since).Select(m => m.UniqueId).ToList();
        var headers = recent.Count == 0 ? [] : await folder.FetchAsync(recent, new FetchRequest(Dated | MessageSummaryItems.Headers), token);
        return
        [
            .. headers
                .Where(m => m is { Headers: not null, InternalDate: not null })
                .Select(m => (Header: new HeaderBlock(ImapListing.Bytes(m.Headers!)), At: Instant.FromDateTimeOffset(m.InternalDate!.Value)))
                .Select(m => new Filed(m.At, SentFacts.Of(m.Header, m.At))),
        ];
    }

    private sealed record Filed(Instant At, SentMessage Facts);

    private sealed record Read(ImapState? State, Instant Since, IReadOnlyList<Filed> Found);
}
