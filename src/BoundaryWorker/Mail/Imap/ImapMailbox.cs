using BoundaryWorker.Core.Mail;
using BoundaryWorker.Pipeline.Ports;
using MailKit;
using NodaTime;
using MessageFlags = BoundaryWorker.Core.Mail.MessageFlags;

namespace BoundaryWorker.Mail.Imap;

/// <summary>
/// A mailbox at an IMAP server. Arrival is INTERNALDATE, size RFC822.SIZE; a message is known by a folder's UIDVALIDITY and its UID, and by its
/// identity wherever it went. Two connections at most: one works, one waits.
/// </summary>
public sealed class ImapMailbox : IMailbox, IDisposable
{
    private readonly ImapSettings settings;
    private readonly IClock clock;
    private readonly ImapSession session;
    private readonly ImapIdle idle;
    private readonly ImapListing listing = new();
    private readonly ImapLook look;
    private readonly IImapHolding holding;
    private readonly ImapReading reading;
    private readonly ImapSent sent = new();

    /// <summary>Connects to nothing yet.</summary>
    /// <param name="settings">Where it is.</param>
    /// <param name="clock">The clock of the hours: stamps the cursor.</param>
    /// <param name="read">Reads a message from its bytes, its arrival and its flags.</param>
    /// <param name="time">The real time, by which connections are kept and made anew.</param>
    public ImapMailbox(ImapSettings settings, IClock clock, Func<Stream, Instant, MessageFlags, IncomingMessage> read, TimeProvider? time = null)
    {
        this.settings = settings;
        this.clock = clock;
        var gate = new ImapGate(time ?? TimeProvider.System);
        var seen = new ImapSeen();
        session = new ImapSession(settings, gate, time ?? TimeProvider.System);
        idle = new ImapIdle(settings, gate, seen, time ?? TimeProvider.System);
        var moves = new ImapMove(listing);
        look = new ImapLook(settings, listing, moves, seen);
        holding = settings.Hold == ImapHold.Flag
            ? new ImapFlagging(settings, listing)
            : new ImapGmailHolding(settings, listing, moves, new ImapMoving(settings, listing, moves));
        reading = new ImapReading(read);
    }

    /// <inheritdoc/>
    public string Id => settings.Id;

    /// <inheritdoc/>
    public Task<MailboxAbilities> OpenAsync(CancellationToken token) => session.RunAsync(folders => holding.OpenAsync(folders, token), token);

    /// <inheritdoc/>
    public Task<Look> LookAsync(string? cursor, CancellationToken token) =>
        session.RunAsync(folders => look.AtAsync(folders, ImapCursor.Parse(cursor), clock.GetCurrentInstant(), token), token);

    /// <inheritdoc/>
    public async Task<IncomingMessage?> ReadAsync(StoredMessage message, CancellationToken token) =>
        (await ReadManyAsync([message], token))[0] is var read && read.Failure is { } failure ? throw failure : read.Message;

    /// <inheritdoc/>
    public Task<IReadOnlyList<ReadResult>> ReadManyAsync(IReadOnlyList<StoredMessage> messages, CancellationToken token) => session.RunAsync(
        folders => ImapMany.ByFolderAsync(messages, (folder, some) => reading.ReadAsync(folders, folder, some, token)), token);

    /// <inheritdoc/>
    public async Task<MoveResult> HoldAsync(StoredMessage message, CancellationToken token) => (await HoldManyAsync([message], token))[0];

    /// <inheritdoc/>
    public Task<IReadOnlyList<MoveResult>> HoldManyAsync(IReadOnlyList<StoredMessage> messages, CancellationToken token) => session.RunAsync(
        folders => ImapMany.ByFolderAsync(messages, (folder, some) => holding.HoldAsync(folders, folder, some, token)), token);

    /// <inheritdoc/>
    public async Task<MoveResult> ReleaseAsync(StoredMessage held, string folder, CancellationToken token) => (await ReleaseManyAsync([held], folder, token))[0];

    /// <inheritdoc/>
    public Task<IReadOnlyList<MoveResult>> ReleaseManyAsync(IReadOnlyList<StoredMessage> held, string folder, CancellationToken token) => session.RunAsync(
        folders => ImapMany.ByFolderAsync(held, (from, some) => holding.ReleaseAsync(folders, from, some, folder, token)), token);

    /// <inheritdoc/>
    public Task<IReadOnlyList<StoredMessage>> ListHeldAsync(CancellationToken token) => session.RunAsync(folders => holding.ListAsync(folders, token), token);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string?>> PreviewsAsync(IReadOnlyList<StoredMessage> messages, CancellationToken token) =>
        session.RunAsync(folders => ImapPreviews.OfAsync(folders, messages, token), token);

    /// <inheritdoc/>
    /// <remarks>Asked twice before it is called gone: she may move it from a folder not yet searched into one that was.</remarks>
    public Task<StoredMessage?> FindAsync(MessageIdentity identity, CancellationToken token) => session.RunAsync(
        async folders => await AnywhereAsync(folders, identity, token) ?? await AnywhereAsync(folders, identity, token),
        token);

    /// <inheritdoc/>
    public Task<IReadOnlyList<SentMessage>> SentSinceAsync(Instant since, CancellationToken token) =>
        session.RunAsync(folders => sent.SinceAsync(folders, since, token), token);

    /// <inheritdoc/>
    public Task<FilingResult> FileSentAsync(OutgoingBytes message, Instant at, CancellationToken token) =>
        session.RunAsync(folders => ImapFiling.FileAsync(folders, message, at, token), token);

    /// <inheritdoc/>
    public Task WaitForChangeAsync(CancellationToken token) => idle.WaitAsync(token);

    /// <inheritdoc/>
    public void Dispose()
    {
        idle.Dispose();
        session.Dispose();
    }

    private async Task<StoredMessage?> AnywhereAsync(ImapFolders folders, MessageIdentity identity, CancellationToken token)
    {
        foreach (var folder in await folders.AllAsync(token))
        {
            await folders.OpenAsync(folder, FolderAccess.ReadOnly, token);
            if (await listing.OneAlikeAsync(folder, identity, token) is { } found)
            {
                return found;
            }
        }

        return null;
    }
}
