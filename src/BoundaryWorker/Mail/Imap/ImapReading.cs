using BoundaryWorker.Core.Mail;
using BoundaryWorker.Pipeline.Ports;
using MailKit;
using NodaTime;
using MessageFlags = BoundaryWorker.Core.Mail.MessageFlags;

namespace BoundaryWorker.Mail.Imap;

/// <summary>
/// Reads a message with PEEK, so that it stays unread: its first <see cref="Start"/> bytes, in which header, text and invitation of what people
/// write lie; and where a large picture stands before an invitation or a report, that part too (<see cref="ImapParts"/>). Of a large attachment no
/// more than its start is fetched.
/// </summary>
/// <param name="read">Reads a message from its bytes, its arrival and its flags.</param>
internal sealed class ImapReading(Func<Stream, Instant, MessageFlags, IncomingMessage> read)
{
    /// <summary>Bytes.</summary>
    public const int Start = 256 * 1024;

    private const MessageSummaryItems Items = MessageSummaryItems.UniqueId | MessageSummaryItems.Flags | MessageSummaryItems.BodyStructure;

    /// <summary>Reads it. Null where it is no longer there.</summary>
    public async Task<IncomingMessage?> ReadAsync(ImapFolders folders, StoredMessage message, CancellationToken token)
    {
        if (await folders.FindAsync(message.Ref.Folder, token) is not { } folder)
        {
            return null;
        }

        await ImapListing.OpenAsync(folders, folder, FolderAccess.ReadOnly, token);
        if (ImapPlace.In(folder, message.Ref) is not { } uid
            || await folder.FetchAsync([uid], new FetchRequest(Items), token) is not [{ Flags: { } flags } summary, ..])
        {
            return null;
        }

        try
        {
            return await ReadAsync(folder, summary, message.Identity, ImapListing.FlagsOf(flags), token) with
            {
                Size = message.Identity.Size,
                FlaggedAsSpam = summary.Keywords.Contains("$Junk") && !summary.Keywords.Contains("$NotJunk"),
            };
        }
        catch (MessageNotFoundException)
        {
            return null;
        }
    }

    private async Task<IncomingMessage> ReadAsync(IMailFolder folder, IMessageSummary summary, MessageIdentity identity, MessageFlags flags, CancellationToken token)
    {
        using var bytes = new MemoryStream();
        await using (var start = await folder.GetStreamAsync(summary.UniqueId, 0, Start, token))
        {
            await start.CopyToAsync(bytes, token);
        }

        IncomingMessage Message()
        {
            bytes.Position = 0;
            return read(bytes, identity.Received, flags);
        }

        var message = Message();
        return identity.Size > Start && await ImapParts.AppendMissingAsync(folder, summary, message, bytes, token) ? Message() : message;
    }
}
