using BoundaryWorker.Pipeline.Ports;

namespace BoundaryWorker.Mail.Imap;

/// <summary>How messages are held at a server: moved (<see cref="ImapMoving"/>) or marked (<see cref="ImapFlagging"/>). The promises are those of <see cref="IMailbox"/>.</summary>
internal interface IImapHolding
{
    /// <summary>Makes ready what holding needs, and says whether it can be done.</summary>
    Task<MailboxAbilities> OpenAsync(ImapFolders folders, CancellationToken token);

    /// <summary>Holds a message.</summary>
    Task<MoveResult> HoldAsync(ImapFolders folders, StoredMessage message, CancellationToken token);

    /// <summary>Puts a held message back.</summary>
    Task<MoveResult> ReleaseAsync(ImapFolders folders, StoredMessage held, string home, CancellationToken token);

    /// <summary>All that is held, in the order of arrival.</summary>
    Task<IReadOnlyList<StoredMessage>> ListAsync(ImapFolders folders, CancellationToken token);
}
