using BoundaryWorker.Core.Mail;
using BoundaryWorker.Disk;
using BoundaryWorker.Pipeline.Ports;
using NodaTime;

namespace BoundaryWorker.Mail.Maildir;

/// <summary>
/// A Maildir++ on the disk: the embedded default, no server needed. Arrival is the file's time, which every move keeps; flags are the
/// letters in its name. The cursor is the instant of the look; the names that were there are kept in memory, so that the first look of a
/// process goes by file times alone and leaves out what is more than ten minutes older than the look before (design.md section 4).
/// </summary>
public sealed class MaildirMailbox : IMailbox, IDisposable
{
    private static readonly Duration OldMail = Duration.FromMinutes(10);
    private readonly MaildirSettings settings;
    private readonly MaildirTree tree;
    private readonly MaildirMove moves;
    private readonly MaildirSettling settling;
    private readonly MaildirWatch watch;
    private readonly MaildirLooks looks = new();
    private readonly IClock clock;
    private readonly Func<Stream, Instant, MessageFlags, IncomingMessage> read;
    private readonly Rename rename;
    private bool lookAgainSoon;

    /// <summary>Touches nothing yet.</summary>
    /// <param name="settings">Where it is.</param>
    /// <param name="clock">The clock of the hours: stamps the cursor.</param>
    /// <param name="read">Reads a message from its bytes, its arrival and its flags.</param>
    /// <param name="rename">How files are renamed.</param>
    /// <param name="disk">The real time, by which the disk stamps its files.</param>
    public MaildirMailbox(
        MaildirSettings settings,
        IClock clock,
        Func<Stream, Instant, MessageFlags, IncomingMessage> read,
        Rename? rename = null,
        TimeProvider? disk = null)
    {
        this.settings = settings with { Path = Path.GetFullPath(settings.Path) };
        this.clock = clock;
        this.read = read;
        this.rename = rename ?? PosixFiles.RenameNoReplace;
        tree = new MaildirTree(this.settings);
        moves = new MaildirMove(this.rename, UniqueName.Next);
        settling = new MaildirSettling(disk ?? TimeProvider.System);
        watch = new MaildirWatch(disk ?? TimeProvider.System);
    }

    /// <inheritdoc/>
    public string Id => settings.Id;

    /// <inheritdoc/>
    public Task<MailboxAbilities> OpenAsync(CancellationToken token) => Task.Run(() => Guarded(Open), token);

    /// <inheritdoc/>
    public Task<Look> LookAsync(string? cursor, CancellationToken token) => Task.Run(() => GuardedAsync(() => LookNowAsync(cursor, token)), token);

    /// <inheritdoc/>
    public Task<IncomingMessage?> ReadAsync(StoredMessage message, CancellationToken token) => Task.Run(() => Guarded(() => Read(message)), token);

    /// <inheritdoc/>
    public Task<MoveResult> HoldAsync(StoredMessage message, CancellationToken token) => Task.Run(() => Guarded(() => Hold(message)), token);

    /// <inheritdoc/>
    public Task<MoveResult> ReleaseAsync(StoredMessage held, string folder, CancellationToken token) => Task.Run(() => Guarded(() => Release(held, folder)), token);

    /// <inheritdoc/>
    public Task<IReadOnlyList<StoredMessage>> ListHeldAsync(CancellationToken token) => Task.Run(() => Guarded(ListHeld), token);

    /// <inheritdoc/>
    public Task<StoredMessage?> FindAsync(MessageIdentity identity, CancellationToken token) => Task.Run(
        () => Guarded(() => FindAnywhere(identity) ?? FindAnywhere(identity)),
        token);

    /// <inheritdoc/>
    /// <remarks>"Since" goes by the time of filing (the file's): the Date of a message may be hours before it was sent.</remarks>
    public Task<IReadOnlyList<SentMessage>> SentSinceAsync(Instant since, CancellationToken token) => Task.Run(() => Guarded(() => Sent(since)), token);

    /// <inheritdoc/>
    public Task<FilingResult> FileSentAsync(OutgoingBytes message, Instant at, CancellationToken token) => Task.Run(
        () => Sent(at - MaildirFiling.LookBack).Any(s => s.MessageId == message.MessageId) ? FilingResult.Done : new MaildirFiling(settings, tree, rename).File(message, at), token);

    /// <inheritdoc/>
    public Task WaitForChangeAsync(CancellationToken token) => watch.WaitAsync(lookAgainSoon, token);

    /// <inheritdoc/>
    public void Dispose() => watch.Dispose();

    private MailboxAbilities Open()
    {
        tree.MakeInbox();
        var whyNot = tree.MakeHeld() ?? MoveProbe.Try(tree.Inbox, tree.Held, rename);
        return new MailboxAbilities(whyNot is null, whyNot, tree.Held.Name);
    }

    private async Task<Look> LookNowAsync(string? cursor, CancellationToken token)
    {
        var now = clock.GetCurrentInstant();
        var folders = tree.Watched;
        Require(folders);
        watch.Arm(folders);
        var since = cursor is null ? null : looks.Since(cursor);
        var last = cursor is null ? null : MaildirLooks.InstantOf(cursor);
        var names = new Dictionary<string, HashSet<string>>();
        var arrivals = new List<StoredMessage>();
        lookAgainSoon = false;
        foreach (var folder in folders)
        {
            // A folder that came between two looks has only new names. Without a look before, nothing is new: the baseline.
            var before = since is null ? null : since.Names.GetValueOrDefault(folder.Path, []);
            var look = new MaildirLook(folder, before, last is null ? Instant.MaxValue : last.Value - OldMail);
            arrivals.AddRange(await ArrivalsAsync(look, token));
            names[folder.Path] = look.Names;
        }

        return new Look([.. InOrder(arrivals)], looks.Offer(now, names), ServerTime: null);
    }

    private async Task<List<StoredMessage>> ArrivalsAsync(MaildirLook look, CancellationToken token)
    {
        var (whole, unfinished) = await settling.WholeAsync(look.Arrivals(), token);
        lookAgainSoon |= unfinished;
        var messages = new List<StoredMessage>();
        foreach (var file in whole)
        {
            // A file that cannot be read now (it was just renamed, or is closed to us) stays unknown, so the next look tries it again.
            if (file.Identify() is { } message)
            {
                look.Accept(file);
                messages.Add(message);
            }
        }

        return messages;
    }

    private IncomingMessage? Read(StoredMessage message)
    {
        if (tree.Folder(message.Ref.Folder).Find(message.Ref, message.Identity, message.Flags) is not { } file)
        {
            return null;
        }

        try
        {
            using var stream = new FileStream(file.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return read(stream, message.Identity.Received, file.Name.Flags);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            // Renamed between finding and opening: once more from the start, until it is found or gone.
            return Read(message);
        }
    }

    private MoveResult Hold(StoredMessage message)
    {
        Require([tree.Inbox]);
        var (from, held) = (tree.Folder(message.Ref.Folder), tree.Held);
        if (!held.Exists && tree.MakeHeld() is { } whyNot)
        {
            return new MoveResult(MoveOutcome.Refused, null, whyNot);
        }

        var moved = from.Path == held.Path ? null : moves.Move(message, from, held);
        var result = moved ?? Already(message, held) ?? new MoveResult(MoveOutcome.Gone, null);
        Note(result, from, message, looks.Forget);
        return result;
    }

    private MoveResult Release(StoredMessage message, string folder)
    {
        Require([tree.Inbox]);
        var (held, to) = (tree.Held, tree.Home(folder));
        var result = moves.Move(message, held, to)
            ?? AlreadyNamed(message, to)
            ?? moves.MoveAlike(message, held, to)
            ?? Already(message, to)
            ?? new MoveResult(MoveOutcome.Gone, null);
        Note(result, to, message, looks.Know);
        return result;
    }

    private static MoveResult? AlreadyNamed(StoredMessage message, MaildirFolder to) =>
        to.Find(message.Ref, message.Identity, message.Flags) is { } file ? MaildirMove.Arrived(message, file) : null;

    private static MoveResult? Already(StoredMessage message, MaildirFolder to) =>
        AlreadyNamed(message, to) ?? (to.Find(message.Identity) is { } file ? MaildirMove.Arrived(message, file) : null);

    private static void Note(MoveResult result, MaildirFolder folder, StoredMessage message, Action<MaildirFolder, string> note)
    {
        if (result.Moved is { } moved)
        {
            var baseName = moved.Ref.Folder == folder.Name ? moved.Ref.Id : message.Ref.Id;
            note(folder, MaildirLook.Key(baseName, message.Identity.Received.ToDateTimeUtc(), message.Identity.Size));
        }
    }

    // Asked twice before it is called gone: she may move it from a folder not yet searched into one that was.
    private StoredMessage? FindAnywhere(MessageIdentity identity) =>
        tree.All.Select(folder => folder.Find(identity)?.Identify()).FirstOrDefault(found => found is not null);

    private IReadOnlyList<StoredMessage> ListHeld() =>
        tree.Held.Exists ? [.. InOrder(tree.Held.Files().Select(file => file.Identify()).OfType<StoredMessage>())] : [];

    private IReadOnlyList<SentMessage> Sent(Instant since) =>
        [.. tree.Sent
            .SelectMany(folder => folder.Files())
            .Select(file => (File: file, Filed: file.Stat()?.Modified))
            .Where(sent => sent.Filed >= since)
            .Select(sent => sent.File.Header() is { } header ? SentFacts.Of(header, sent.Filed!.Value) : null)
            .OfType<SentMessage>()
            .OrderBy(sent => sent.At)];

    private static IOrderedEnumerable<StoredMessage> InOrder(IEnumerable<StoredMessage> messages) =>
        messages.OrderBy(m => m.Identity.Received).ThenBy(m => m.Ref.Id, StringComparer.Ordinal);

    private void Require(IEnumerable<MaildirFolder> folders)
    {
        if (folders.FirstOrDefault(f => !f.Exists) is { } missing)
        {
            watch.Disarm();
            throw new MailboxUnavailableException(
                $"The folder {missing.Name} of the mailbox '{settings.Id}' is not there ({missing.Path}). Nothing was touched. Make it in your mail program, or look whether the disk is there, or correct its name in appsettings.json.");
        }
    }

    private T Guarded<T>(Func<T> act)
    {
        try
        {
            return act();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unavailable(e);
        }
    }

    private async Task<T> GuardedAsync<T>(Func<Task<T>> act)
    {
        try
        {
            return await act();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unavailable(e);
        }
    }

    private MailboxUnavailableException Unavailable(Exception e) => new(
        $"The mailbox '{settings.Id}' in {settings.Path} cannot be read: {e.Message} Look whether the folder is there and this program may read and write in it.",
        e);
}
