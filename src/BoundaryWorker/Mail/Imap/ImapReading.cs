using System.Collections.Concurrent;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Pipeline.Ports;
using MailKit;
using MailKit.Net.Imap;
using NodaTime;
using MessageFlags = BoundaryWorker.Core.Mail.MessageFlags;

namespace BoundaryWorker.Mail.Imap;

/// <summary>
/// Reads messages with PEEK, so that they stay unread: all small ones in one go; of a larger one its first <see cref="Start"/> bytes, in which header, text
/// and invitation of what people write lie; and where a large picture stands before an invitation or a report, that part too (<see cref="ImapParts"/>). Of a
/// large attachment no more than its start is fetched.
/// </summary>
/// <param name="read">Reads a message from its bytes, its arrival and its flags.</param>
internal sealed class ImapReading(Func<Stream, Instant, MessageFlags, IncomingMessage> read)
{
    /// <summary>Bytes.</summary>
    public const int Start = 256 * 1024;

    private const MessageSummaryItems Items = MessageSummaryItems.UniqueId | MessageSummaryItems.Flags;

    /// <summary>Reads those of a folder; one result for each, in their order.</summary>
    public async Task<IReadOnlyList<ReadResult>> ReadAsync(ImapFolders folders, string name, IReadOnlyList<StoredMessage> messages, CancellationToken token)
    {
        var results = new Dictionary<StoredMessage, ReadResult>();
        if (await folders.FindAsync(name, token) is { } folder)
        {
            await folders.ReadyAsync(folder, FolderAccess.ReadOnly, token);
            var small = messages.Where(m => m.Identity.Size <= Start);
            await ReadSmallAsync((IImapFolder)folder, Placed(folder, small), results, token);
            foreach (var large in Placed(folder, messages.Except(small)))
            {
                results[large.Value] = await ReadLargeAsync(folder, large.Key, large.Value, token);
            }
        }

        return [.. messages.Select(m => results.GetValueOrDefault(m, new ReadResult(null, null)))];
    }

    private static Dictionary<UniqueId, StoredMessage> Placed(IMailFolder folder, IEnumerable<StoredMessage> messages) => messages
        .Select(m => (Uid: ImapPlace.In(folder, m.Ref), Message: m))
        .Where(m => m.Uid is not null)
        .ToDictionary(m => m.Uid!.Value, m => m.Message);

    private async Task ReadSmallAsync(
        IImapFolder folder, Dictionary<UniqueId, StoredMessage> messages, Dictionary<StoredMessage, ReadResult> results, CancellationToken token)
    {
        if (messages.Count == 0)
        {
            return;
        }

        // What changes comes first: a message that is gone by then is simply not among the answers.
        var there = (await folder.FetchAsync([.. messages.Keys], new FetchRequest(Items), token)).Where(s => s.Flags is not null).ToDictionary(s => s.UniqueId);
        var fetched = new ConcurrentDictionary<UniqueId, MemoryStream>();
        if (there.Count > 0)
        {
            await folder.GetStreamsAsync([.. there.Keys], KeepAsync, token);
        }

        // On all processors: parsing takes longer than fetching.
        foreach (var (message, result) in fetched.AsParallel().Select(f => (messages[f.Key], Read(f.Value, messages[f.Key].Identity, there[f.Key]))))
        {
            results[message] = result;
        }

        async Task KeepAsync(ImapFolder from, int index, UniqueId uid, Stream stream, CancellationToken stop)
        {
            var bytes = fetched[uid] = new MemoryStream();
            await stream.CopyToAsync(bytes, stop);
        }
    }

    private async Task<ReadResult> ReadLargeAsync(IMailFolder folder, UniqueId uid, StoredMessage message, CancellationToken token)
    {
        if (await folder.FetchAsync([uid], new FetchRequest(Items | MessageSummaryItems.BodyStructure), token) is not [{ Flags: not null } summary, ..])
        {
            return new ReadResult(null, null);
        }

        try
        {
            using var bytes = new MemoryStream();
            await using (var start = await folder.GetStreamAsync(uid, 0, Start, token))
            {
                await start.CopyToAsync(bytes, token);
            }

            var result = Read(bytes, message.Identity, summary);
            return result.Message is { } read && await ImapParts.AppendMissingAsync(folder, summary, read, bytes, token) ? Read(bytes, message.Identity, summary) : result;
        }
        catch (MessageNotFoundException)
        {
            return new ReadResult(null, null);
        }
    }

    // Whatever trips over the bytes of one message is that message's failure.
    private ReadResult Read(MemoryStream bytes, MessageIdentity identity, IMessageSummary summary)
    {
        try
        {
            bytes.Position = 0;
            return new ReadResult(
                read(bytes, identity.Received, ImapListing.FlagsOf(summary.Flags!.Value)) with
                {
                    Size = identity.Size,
                    FlaggedAsSpam = summary.Keywords.Contains("$Junk") && !summary.Keywords.Contains("$NotJunk"),
                },
                null);
        }
        catch (Exception failure)
        {
            return new ReadResult(null, failure);
        }
    }
}
