using MailKit;

namespace BoundaryWorker.Mail.Imap;

/// <summary>By what a server tells in one answer whether messages came or went, without opening the folder: none did where all of it is the same.</summary>
/// <param name="Validity">UIDVALIDITY.</param>
/// <param name="Next">UIDNEXT: it grows with every message that comes.</param>
/// <param name="Count">It falls with every message that goes.</param>
internal sealed record ImapState(uint Validity, uint Next, int Count)
{
    /// <summary>Which messages are there; null where the server cannot tell.</summary>
    public static async Task<ImapState?> OfMessagesAsync(IMailFolder folder, CancellationToken token)
    {
        // RFC 3501 6.3.10: not to be asked of the folder that is open.
        if (folder.IsOpen)
        {
            return null;
        }

        await folder.StatusAsync(StatusItems.Count | StatusItems.UidNext | StatusItems.UidValidity, token);
        return folder.UidNext is { } next ? new ImapState(folder.UidValidity, next.Id, folder.Count) : null;
    }
}
