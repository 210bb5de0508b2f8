using BoundaryWorker.Core.Mail;
using BoundaryWorker.Pipeline.Ports;
using MailKit;
using MailKit.Net.Imap;
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
    private readonly ImapMove moves;
    private readonly ImapReading reading;

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
        look = new ImapLook(settings, listing, seen);
        moves = new ImapMove(listing);
        reading = new ImapReading(read);
    }

    /// <inheritdoc/>
    public string Id => settings.Id;

    /// <inheritdoc/>
    public Task<MailboxAbilities> OpenAsync(CancellationToken token) => session.RunAsync(
        async folders =>
        {
            if (!folders.CanMove && !folders.CanRemoveOne)
            {
                return new MailboxAbilities(false, ImapWords.CannotHold, settings.Held);
            }

            try
            {
                return new MailboxAbilities(true, null, ImapFolders.NameOf(await folders.MakeHeldAsync(token)));
            }
            catch (ImapCommandException refused)
            {
                return new MailboxAbilities(false, NoHeld(refused), settings.Held);
            }
        },
        token);

    /// <inheritdoc/>
    public Task<Look> LookAsync(string? cursor, CancellationToken token) =>
        session.RunAsync(folders => look.AtAsync(folders, ImapCursor.Parse(cursor), clock.GetCurrentInstant(), token), token);

    /// <inheritdoc/>
    public Task<IncomingMessage?> ReadAsync(StoredMessage message, CancellationToken token) =>
        session.RunAsync(folders => reading.ReadAsync(folders, message, token), token);

    /// <inheritdoc/>
    public Task<MoveResult> HoldAsync(StoredMessage message, CancellationToken token) => session.RunAsync(
        async folders =>
        {
            if (!folders.CanMove && !folders.CanRemoveOne)
            {
                return new MoveResult(MoveOutcome.Refused, null, ImapWords.CannotHold);
            }

            try
            {
                var held = await folders.MakeHeldAsync(token);
                var from = await folders.FindAsync(message.Ref.Folder, token);
                return await MoveAsync(folders, message, from, held, token);
            }
            catch (ImapCommandException refused)
            {
                return new MoveResult(MoveOutcome.Refused, null, NoHeld(refused));
            }
        },
        token);

    /// <inheritdoc/>
    public Task<MoveResult> ReleaseAsync(StoredMessage held, string folder, CancellationToken token) => session.RunAsync(
        async folders => await MoveAsync(folders, held, await folders.HeldAsync(token), await HomeAsync(folders, folder, token), token),
        token);

    /// <inheritdoc/>
    public Task<IReadOnlyList<StoredMessage>> ListHeldAsync(CancellationToken token) => session.RunAsync(
        async folders =>
        {
            if (await folders.HeldAsync(token) is not { } held)
            {
                return [];
            }

            await ImapListing.OpenAsync(folders, held, FolderAccess.ReadOnly, token);
            return held.Count == 0 ? [] : await listing.FetchAsync(held, await held.SearchAsync(MailKit.Search.SearchQuery.All, token), token);
        },
        token);

    /// <inheritdoc/>
    /// <remarks>Asked twice before it is called gone: she may move it from a folder not yet searched into one that was.</remarks>
    public Task<StoredMessage?> FindAsync(MessageIdentity identity, CancellationToken token) => session.RunAsync(
        async folders => await AnywhereAsync(folders, identity, token) ?? await AnywhereAsync(folders, identity, token),
        token);

    /// <inheritdoc/>
    public Task<IReadOnlyList<SentMessage>> SentSinceAsync(Instant since, CancellationToken token) =>
        session.RunAsync(folders => ImapSent.SinceAsync(folders, since, token), token);

    /// <inheritdoc/>
    public Task WaitForChangeAsync(CancellationToken token) => idle.WaitAsync(token);

    /// <inheritdoc/>
    public void Dispose()
    {
        idle.Dispose();
        session.Dispose();
    }

    private async Task<MoveResult> MoveAsync(ImapFolders folders, StoredMessage message, IMailFolder? from, IMailFolder to, CancellationToken token)
    {
        if (from is not null && from.FullName != to.FullName && await NowAsync(folders, message, from, token) is { } now)
        {
            return from.Access == FolderAccess.ReadWrite
                ? await moves.MoveAsync(folders, now, from, to, token)
                : new MoveResult(MoveOutcome.Refused, null, $"The folder {ImapFolders.NameOf(from)} may only be read. The message is where it was.");
        }

        return await AlreadyAsync(folders, message, to, token) is { } there ? ImapMove.Moved(there) : new MoveResult(MoveOutcome.Gone, null);
    }

    /// <summary>The message in the folder it should be moved from; by its identity alone only where its UID became void (D3), since a twin is not it.</summary>
    private async Task<StoredMessage?> NowAsync(ImapFolders folders, StoredMessage message, IMailFolder from, CancellationToken token)
    {
        await ImapListing.OpenAsync(folders, from, FolderAccess.ReadWrite, token);
        if (ImapPlace.In(from, message.Ref) is { } uid)
        {
            return await listing.FetchAsync(from, uid, token) is { } there && there.Identity == message.Identity ? there : null;
        }

        return (await listing.AlikeAsync(from, message.Identity, token)).FirstOrDefault();
    }

    private async Task<StoredMessage?> AlreadyAsync(ImapFolders folders, StoredMessage message, IMailFolder to, CancellationToken token)
    {
        await ImapListing.OpenAsync(folders, to, FolderAccess.ReadOnly, token);
        return ImapPlace.In(to, message.Ref) is { } uid && await listing.FetchAsync(to, uid, token) is { } there && there.Identity == message.Identity
            ? there
            : (await listing.AlikeAsync(to, message.Identity, token)).FirstOrDefault();
    }

    private async Task<StoredMessage?> AnywhereAsync(ImapFolders folders, MessageIdentity identity, CancellationToken token)
    {
        foreach (var folder in await folders.AllAsync(token))
        {
            await ImapListing.OpenAsync(folders, folder, FolderAccess.ReadOnly, token);
            if (await listing.AlikeAsync(folder, identity, token) is [var found, ..])
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>The folder it came from, or the inbox where that is gone (D5).</summary>
    private static async Task<IMailFolder> HomeAsync(ImapFolders folders, string name, CancellationToken token)
    {
        if (await folders.FindAsync(name, token) is not { } home || home == folders.Client.Inbox)
        {
            return folders.Client.Inbox;
        }

        try
        {
            // A folder that was there when it was first asked for may have been removed since.
            await home.StatusAsync(StatusItems.UidValidity, token);
            return home;
        }
        catch (Exception e) when (e is ImapCommandException or FolderNotFoundException)
        {
            return folders.Client.Inbox;
        }
    }

    private string NoHeld(ImapCommandException refused) =>
        $"The folder {settings.Held} of the mailbox '{settings.Id}' could not be made or used: {ImapWords.First(refused.ResponseText is { Length: > 0 } said ? said : refused.Message)} Make it in your mail program, or choose another name in appsettings.json.";
}
