using BoundaryWorker.Pipeline.Ports;

namespace BoundaryWorker.Mail.Imap;

/// <summary>How messages are held at a server: moved (<see cref="ImapMoving"/>) or marked (<see cref="ImapFlagging"/>). The promises are those of <see cref="IMailbox"/>.</summary>
internal interface IImapHolding
{
    /// <summary>Makes ready what holding needs, and says whether it can be done.</summary>
    Task<MailboxAbilities> OpenAsync(ImapFolders folders, CancellationToken token);

    /// <summary>Holds messages of one folder; one result for each, in their order.</summary>
    Task<IReadOnlyList<MoveResult>> HoldAsync(ImapFolders folders, string folder, IReadOnlyList<StoredMessage> messages, CancellationToken token);

    /// <summary>Puts held messages of one folder back; one result for each, in their order.</summary>
    Task<IReadOnlyList<MoveResult>> ReleaseAsync(ImapFolders folders, string folder, IReadOnlyList<StoredMessage> held, string home, CancellationToken token);

    /// <summary>All that is held, in the order of arrival.</summary>
    Task<IReadOnlyList<StoredMessage>> ListAsync(ImapFolders folders, CancellationToken token);
}
