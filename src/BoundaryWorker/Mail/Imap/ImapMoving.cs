using BoundaryWorker.Pipeline.Ports;
using MailKit;
using MailKit.Net.Imap;

namespace BoundaryWorker.Mail.Imap;

/// <summary>Holds messages in a folder of their own.</summary>
internal sealed class ImapMoving(ImapSettings settings, ImapListing listing, ImapMove moves) : IImapHolding
{
    private readonly ImapHeldListing heldListing = new(listing);

    /// <inheritdoc/>
    public async Task<MailboxAbilities> OpenAsync(ImapFolders folders, CancellationToken token)
    {
        if (!CanMoveSafely(folders))
        {
            return new MailboxAbilities(false, ImapWords.CannotMove, settings.Held);
        }

        try
        {
            return new MailboxAbilities(true, null, ImapFolders.NameOf(await folders.MakeHeldAsync(token)));
        }
        catch (ImapCommandException refused)
        {
            return new MailboxAbilities(false, NoHeld(refused), settings.Held);
        }
    }

    /// <inheritdoc/>
    public async Task<MoveResult> HoldAsync(ImapFolders folders, StoredMessage message, CancellationToken token)
    {
        if (!CanMoveSafely(folders))
        {
            return new MoveResult(MoveOutcome.Refused, null, ImapWords.CannotMove);
        }

        try
        {
            var held = await folders.MakeHeldAsync(token);
            return await MoveAsync(folders, message, await folders.FindAsync(message.Ref.Folder, token), held, token);
        }
        catch (ImapCommandException refused)
        {
            return new MoveResult(MoveOutcome.Refused, null, NoHeld(refused));
        }
    }

    /// <inheritdoc/>
    public async Task<MoveResult> ReleaseAsync(ImapFolders folders, StoredMessage held, string home, CancellationToken token) => CanMoveSafely(folders)
        ? await MoveAsync(folders, held, await folders.HeldAsync(token), await HomeAsync(folders, home, token), token)
        : new MoveResult(MoveOutcome.Refused, null, ImapWords.CannotMove);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<StoredMessage>> ListAsync(ImapFolders folders, CancellationToken token) =>
        await folders.HeldAsync(token) is { } held ? await heldListing.ListAsync(folders, held, token) : [];

    private static bool CanMoveSafely(ImapFolders folders) => folders.CanMove || folders.CanRemoveOne;

    private async Task<MoveResult> MoveAsync(ImapFolders folders, StoredMessage message, IMailFolder? from, IMailFolder to, CancellationToken token)
    {
        if (from is not null && from.FullName != to.FullName && await NowAsync(folders, message, from, token) is { } now)
        {
            return from.Access == FolderAccess.ReadWrite
                ? await moves.MoveAsync(folders, now, from, to, token)
                : new MoveResult(MoveOutcome.Refused, null, $"The folder {ImapFolders.NameOf(from)} may only be read. The message is where it was.");
        }

        await ImapListing.OpenAsync(folders, to, FolderAccess.ReadOnly, token);
        var there = await listing.AtAsync(to, message, token) ?? await listing.OneAlikeAsync(to, message.Identity, token);
        return there is null ? new MoveResult(MoveOutcome.Gone, null) : moves.Ended(there);
    }

    private async Task<StoredMessage?> NowAsync(ImapFolders folders, StoredMessage message, IMailFolder from, CancellationToken token)
    {
        await ImapListing.OpenAsync(folders, from, FolderAccess.ReadWrite, token);
        return await listing.NowAsync(from, message, token);
    }

    /// <summary>The folder it came from, or the inbox where that is gone (D5).</summary>
    internal static async Task<IMailFolder> HomeAsync(ImapFolders folders, string name, CancellationToken token)
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
        $"The folder {settings.Held} of the mailbox '{settings.Id}' could not be made or used: {ImapWords.Said(refused)} Make it in your mail program, or choose another name in appsettings.json.";
}
