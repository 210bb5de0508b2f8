using BoundaryWorker.Core.Digests;
using BoundaryWorker.Pipeline.Ports;
using MailKit;

namespace BoundaryWorker.Mail.Imap;

/// <summary>
/// The first words of messages: what the server says that they are (PREVIEW, RFC 8970), else the library reads them from the beginning of the text part,
/// a few hundred bytes of each. With PEEK either way, in a folder opened for reading alone.
/// </summary>
internal static class ImapPreviews
{
    /// <summary>One for each message, in their order; null where it is not there any more or has no words.</summary>
    public static async Task<IReadOnlyList<string?>> OfAsync(ImapFolders folders, IReadOnlyList<StoredMessage> messages, CancellationToken token)
    {
        var previews = new Dictionary<MessageRef, string?>();
        foreach (var some in messages.GroupBy(m => m.Ref.Folder))
        {
            if (await folders.FindAsync(some.Key, token) is { } folder)
            {
                await folders.OpenAsync(folder, FolderAccess.ReadOnly, token);
                await ReadAsync(folder, [.. some.Select(m => ImapPlace.In(folder, m.Ref)).OfType<UniqueId>()], previews, token);
            }
        }

        return [.. messages.Select(m => previews.GetValueOrDefault(m.Ref))];
    }

    private static async Task ReadAsync(IMailFolder folder, List<UniqueId> uids, Dictionary<MessageRef, string?> previews, CancellationToken token)
    {
        var summaries = uids.Count == 0 ? [] : await folder.FetchAsync(uids, new FetchRequest(MessageSummaryItems.UniqueId | MessageSummaryItems.PreviewText), token);
        foreach (var summary in summaries)
        {
            previews[ImapPlace.Of(folder, summary.UniqueId)] = PreviewLine.Of(summary.PreviewText);
        }
    }
}
