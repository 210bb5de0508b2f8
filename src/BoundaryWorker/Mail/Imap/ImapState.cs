using MailKit;
using MailKit.Net.Imap;

namespace BoundaryWorker.Mail.Imap;

/// <summary>By what a server tells in one answer whether anything changed in a folder, without opening it: nothing did where all of it is the same.</summary>
/// <param name="Validity">UIDVALIDITY.</param>
/// <param name="Next">UIDNEXT: it grows with every message that comes.</param>
/// <param name="Count">It falls with every message that goes.</param>
/// <param name="Changes">HIGHESTMODSEQ (RFC 7162): it grows with every change of flags; 0 where that was not asked.</param>
internal sealed record ImapState(uint Validity, uint Next, int Count, ulong Changes)
{
    /// <summary>Which messages are there.</summary>
    public static Task<ImapState?> OfMessagesAsync(IMailFolder folder, CancellationToken token) => AskAsync(folder, StatusItems.None, token);

    /// <summary>Which messages are there, with which flags; null where the server cannot tell.</summary>
    public static Task<ImapState?> OfMessagesAndFlagsAsync(ImapFolders folders, IMailFolder folder, CancellationToken token) =>
        folders.Client.Capabilities.HasFlag(ImapCapabilities.CondStore) ? AskAsync(folder, StatusItems.HighestModSeq, token) : Task.FromResult<ImapState?>(null);

    // RFC 3501 6.3.10: not to be asked of the folder that is open.
    private static async Task<ImapState?> AskAsync(IMailFolder folder, StatusItems more, CancellationToken token)
    {
        if (folder.IsOpen)
        {
            return null;
        }

        await folder.StatusAsync(StatusItems.Count | StatusItems.UidNext | StatusItems.UidValidity | more, token);
        return folder.UidNext is { } next ? new ImapState(folder.UidValidity, next.Id, folder.Count, more == StatusItems.None ? 0 : folder.HighestModSeq) : null;
    }
}
