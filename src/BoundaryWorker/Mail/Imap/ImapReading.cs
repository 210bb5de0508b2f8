using BoundaryWorker.Core.Mail;
using BoundaryWorker.Pipeline.Ports;
using MailKit;
using NodaTime;
using MessageFlags = BoundaryWorker.Core.Mail.MessageFlags;

namespace BoundaryWorker.Mail.Imap;

/// <summary>
/// Reads the start of a message with PEEK, so that it stays unread: its first <see cref="Start"/> bytes, in which header, text and invitation
/// of what people write lie. Of a large attachment only that much is fetched.
/// </summary>
/// <param name="read">Reads a message from its bytes, its arrival and its flags.</param>
internal sealed class ImapReading(Func<Stream, Instant, MessageFlags, IncomingMessage> read)
{
    /// <summary>Bytes.</summary>
    public const int Start = 256 * 1024;

    /// <summary>Reads it. Null where it is no longer there.</summary>
    public async Task<IncomingMessage?> ReadAsync(ImapFolders folders, StoredMessage message, CancellationToken token)
    {
        if (await folders.FindAsync(message.Ref.Folder, token) is not { } folder)
        {
            return null;
        }

        await ImapListing.OpenAsync(folders, folder, FolderAccess.ReadOnly, token);
        if (ImapPlace.In(folder, message.Ref) is not { } uid
            || await folder.FetchAsync([uid], new FetchRequest(MessageSummaryItems.UniqueId | MessageSummaryItems.Flags), token) is not [{ Flags: { } flags } summary, ..])
        {
            return null;
        }

        try
        {
            await using var stream = await folder.GetStreamAsync(uid, 0, Start, token);
            return read(stream, message.Identity.Received, ImapListing.FlagsOf(flags)) with
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
}
