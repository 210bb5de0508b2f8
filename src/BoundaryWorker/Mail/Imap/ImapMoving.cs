using BoundaryWorker.Pipeline.Ports;
using MailKit;
using MailKit.Net.Imap;

namespace BoundaryWorker.Mail.Imap;

/// <summary>Holds messages in a folder of their own.</summary>
internal sealed class ImapMoving(ImapSettings settings, ImapListing listing, ImapMove moves) : IImapHolding
{
    private static readonly MoveResult Gone = new(MoveOutcome.Gone, null);
    private static readonly MoveResult CannotMove = new(MoveOutcome.Refused, null, ImapWords.CannotMove);
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
    public async Task<IReadOnlyList<MoveResult>> HoldAsync(ImapFolders folders, string folder, IReadOnlyList<StoredMessage> messages, CancellationToken token)
    {
        if (!CanMoveSafely(folders))
        {
            return ImapMany.All(messages, CannotMove);
        }

        try
        {
            var held = await folders.MakeHeldAsync(token);
            return await MoveAsync(folders, messages, await folders.FindAsync(folder, token), held, token);
        }
        catch (ImapCommandException refused)
        {
            return ImapMany.All(messages, new MoveResult(MoveOutcome.Refused, null, NoHeld(refused)));
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<MoveResult>> ReleaseAsync(
        ImapFolders folders, string folder, IReadOnlyList<StoredMessage> held, string home, CancellationToken token) => CanMoveSafely(folders)
        ? await MoveAsync(folders, held, await folders.HeldAsync(token), await HomeAsync(folders, home, token), token)
        : ImapMany.All(held, CannotMove);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<StoredMessage>> ListAsync(ImapFolders folders, CancellationToken token) =>
        await folders.HeldAsync(token) is { } held ? await heldListing.ListAsync(folders, held, token) : [];

    private static bool CanMoveSafely(ImapFolders folders) => folders.CanMove || folders.CanRemoveOne;

    private async Task<IReadOnlyList<MoveResult>> MoveAsync(
        ImapFolders folders, IReadOnlyList<StoredMessage> messages, IMailFolder? from, IMailFolder to, CancellationToken token)
    {
        var now = await NowAsync(folders, messages, from, to, token);
        var there = now.OfType<StoredMessage>().ToList();
        var moved = new Queue<MoveResult>(there.Count == 0 ? [] : await MoveThereAsync(folders, there, from!, to, token));
        var results = now.Select(n => n is null ? Gone : moved.Dequeue()).ToList();
        var already = new Queue<MoveResult>(await AlreadyAsync(folders, [.. messages.Where((_, n) => results[n] == Gone)], to, token));
        return results.ConvertAll(r => r == Gone ? already.Dequeue() : r);
    }

    /// <summary>As they lie in the folder they are to leave; null for what is not there.</summary>
    private async Task<IReadOnlyList<StoredMessage?>> NowAsync(
        ImapFolders folders, IReadOnlyList<StoredMessage> messages, IMailFolder? from, IMailFolder to, CancellationToken token)
    {
        if (from is null || from.FullName == to.FullName)
        {
            return [.. messages.Select(_ => (StoredMessage?)null)];
        }

        await folders.ReadyAsync(from, FolderAccess.ReadWrite, token);
        return await listing.SupposedAsync(from, messages, token);
    }

    private async Task<IReadOnlyList<MoveResult>> MoveThereAsync(
        ImapFolders folders, IReadOnlyList<StoredMessage> there, IMailFolder from, IMailFolder to, CancellationToken token) => from.Access == FolderAccess.ReadWrite
        ? await moves.MoveAsync(folders, there, from, to, token)
        : ImapMany.All(there, new MoveResult(MoveOutcome.Refused, null, $"The folder {ImapFolders.NameOf(from)} may only be read. The message is where it was."));

    /// <summary>What is not where it was may be where it is to go, by an earlier attempt.</summary>
    private async Task<IReadOnlyList<MoveResult>> AlreadyAsync(ImapFolders folders, IReadOnlyList<StoredMessage> messages, IMailFolder to, CancellationToken token)
    {
        if (messages.Count == 0)
        {
            return [];
        }

        await folders.OpenAsync(to, FolderAccess.ReadOnly, token);
        var there = await listing.NowAsync(to, messages, token);
        return [.. there.Select(at => at is null ? Gone : moves.Ended(at))];
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
