using BoundaryWorker.Core.Mail;
using BoundaryWorker.Disk;
using BoundaryWorker.Mail.Inspecting;
using BoundaryWorker.Mail.Reading;
using BoundaryWorker.Pipeline.Ports;
using NodaTime;

namespace BoundaryWorker.Mail.Maildir;

/// <summary>What <c>doctor</c> finds at a Maildir.</summary>
public sealed record MaildirFacts
{
    /// <summary>The folder is there and is a Maildir.</summary>
    public bool Exists { get; init; }

    /// <summary>What lies there is no Maildir, in the owner's words; null where it is one or nothing lies there.</summary>
    public string? Foreign { get; init; }

    /// <summary>The watched folders in the order of the settings; writable where a message could be moved between each and Held.</summary>
    public IReadOnlyList<FolderFacts> Watched { get; init; } = [];

    /// <summary>Why messages cannot be moved, in the owner's words; null where they can.</summary>
    public string? MoveProblem { get; init; }

    /// <summary>Held was not there and was made now.</summary>
    public bool HeldIsNew { get; init; }

    /// <summary>The system tells of changes in the folder.</summary>
    public bool WatchWorks { get; init; }

    /// <summary>The folders of sent mail.</summary>
    public IReadOnlyList<string> Sent { get; init; } = [];
}

/// <summary>Looks around in a Maildir for <c>doctor</c>. Writes nothing but Held, where it is missing, and empty files in <c>tmp</c>, where no mail program looks.</summary>
public sealed class MaildirInspection : IMailboxInspection
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private readonly MaildirSettings settings;
    private readonly MaildirTree tree;
    private readonly IClock clock;
    private readonly HashSet<string> known = [];

    /// <summary>Touches nothing yet.</summary>
    public MaildirInspection(MaildirSettings settings, IClock clock)
    {
        this.settings = settings with { Path = Path.GetFullPath(settings.Path) };
        this.clock = clock;
        tree = new MaildirTree(this.settings);
    }

    /// <summary>Looks at the folders.</summary>
    public Task<MaildirFacts> FoldersAsync(CancellationToken token) => Task.Run(FoldersNowAsync, token);

    /// <inheritdoc/>
    public Task<IReadOnlyList<RecentMail>> RecentAsync(Instant since, int most, CancellationToken token) => Guarded<IReadOnlyList<RecentMail>>(
        () => [.. Since([tree.Inbox, tree.Held], since, most).Select(m => Headers(m.File)).OfType<MimeKit.HeaderList>().Select(h => new RecentMail(HeaderAuthor.Of(h), HeaderReading.Headers(h)))], token);

    /// <inheritdoc/>
    public Task<FiledElsewhere> ElsewhereAsync(Instant since, int mostOfEach, CancellationToken token) => Guarded(
        () =>
        {
            var watched = tree.Watched.Append(tree.Held).Append(tree.Inbox).Select(f => f.Path).ToHashSet();
            var filed = new List<FiledMail>();
            var complete = true;
            foreach (var folder in tree.All.Where(f => !watched.Contains(f.Path) && !UsualFolders.HasAnotherPurpose(f.Name)))
            {
                var files = Since([folder], since, mostOfEach + 1);
                complete &= files.Count <= mostOfEach;
                filed.AddRange(files.Take(mostOfEach)
                    .Select(m => (From: Headers(m.File) is { } header ? HeaderAuthor.Of(header) : null, m.File))
                    .Where(m => m.From is not null)
                    .Select(m => new FiledMail(folder.Name, m.From!, m.File.Name.Flags.HasFlag(MessageFlags.Seen))));
            }

            return new FiledElsewhere(filed, complete);
        },
        token);

    /// <inheritdoc/>
    public Task<int> ForeignRepliesAsync(Instant since, CancellationToken token) => Guarded(
        () => Since(tree.Sent, since, int.MaxValue).Count(m => m.File.Header() is { } header && SentFacts.Of(header, m.At).IsForeignAutoReply), token);

    /// <inheritdoc/>
    /// <remarks>Arrival is the file's time, which the disk stamps: on a network disk by the clock of another machine.</remarks>
    public Task<ClockReading> ClockAsync(CancellationToken token) => Guarded(
        () =>
        {
            var probe = Path.Combine(tree.Inbox.Path, "tmp", UniqueName.Next());
            try
            {
                using (PrivateDisk.NewFile(probe))
                {
                }

                return new ClockReading(Instant.FromDateTimeUtc(File.GetLastWriteTimeUtc(probe)) - clock.GetCurrentInstant());
            }
            finally
            {
                File.Delete(probe);
            }
        },
        token);

    /// <inheritdoc/>
    public Task BeginAsync(CancellationToken token) => Guarded(
        () =>
        {
            known.Clear();
            known.UnionWith(tree.All.SelectMany(f => f.Files()).Select(f => f.Name.Base));
            return true;
        },
        token);

    /// <inheritdoc/>
    public Task<IReadOnlyList<ArrivedMail>> ArrivedAsync(CancellationToken token) => Guarded<IReadOnlyList<ArrivedMail>>(
        () => [.. New(f => !UsualFolders.IsSentOrDraft(f.Name)).Select(m => new ArrivedMail(m.Folder.Name, UsualFolders.IsJunk(m.Folder.Name), m.At, HeaderReading.Headers(m.Header)))], token);

    /// <inheritdoc/>
    public Task<bool> RemoveAsync(Func<MailHeaders, bool> isOurs, CancellationToken token) => Guarded(
        () =>
        {
            foreach (var message in New(_ => true).Where(m => isOurs(HeaderReading.Headers(m.Header))).ToList())
            {
                File.Delete(message.File.Path);
            }

            return true;
        },
        token);

    /// <inheritdoc/>
    public void Dispose()
    {
        // Nothing stays open.
    }

    private async Task<MaildirFacts> FoldersNowAsync()
    {
        if (!tree.Inbox.Exists)
        {
            var isForeign = File.Exists(settings.Path) || (Directory.Exists(settings.Path) && Directory.EnumerateFileSystemEntries(settings.Path).Any());
            return new MaildirFacts { Foreign = isForeign ? $"In {settings.Path} lies no Maildir (no folders new and cur)." : null };
        }

        var isNew = !tree.Held.Exists;
        var problem = tree.MakeHeld();
        var watched = tree.Watched
            .Select(f => (Facts: new FolderFacts(f.Name, f.Exists), Problem: f.Exists && problem is null ? MoveProbe.Try(f, tree.Held, PosixFiles.RenameNoReplace) ?? MoveProbe.Try(tree.Held, f, PosixFiles.RenameNoReplace) : null))
            .ToList();
        return new MaildirFacts
        {
            Exists = true,
            HeldIsNew = isNew && problem is null,
            Watched = [.. watched.Select(w => w.Facts with { IsWritable = w.Facts.Exists && problem is null && w.Problem is null })],
            MoveProblem = problem ?? watched.Select(w => w.Problem).FirstOrDefault(p => p is not null),
            WatchWorks = await WatchWorksAsync(),
            Sent = [.. tree.Sent.Select(f => f.Name)],
        };
    }

    /// <summary>Whether the system tells of a file that comes, tried in <c>tmp</c>: not on every network disk, and not where it has no watch left to give.</summary>
    private async Task<bool> WatchWorksAsync()
    {
        var tmp = Path.Combine(tree.Inbox.Path, "tmp");
        var told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var probe = Path.Combine(tmp, UniqueName.Next());
        try
        {
            using var watcher = new FileSystemWatcher(tmp) { NotifyFilter = NotifyFilters.FileName };
            watcher.Created += (_, _) => told.TrySetResult();
            watcher.EnableRaisingEvents = true;
            using (PrivateDisk.NewFile(probe))
            {
            }

            await told.Task.WaitAsync(Patience, TimeProvider.System);
            return true;
        }
        catch (Exception e) when (e is IOException or ArgumentException or UnauthorizedAccessException or TimeoutException)
        {
            return false;
        }
        finally
        {
            File.Delete(probe);
        }
    }

    private static MimeKit.HeaderList? Headers(MaildirFile file) => file.Header()?.Fields();

    private static List<(MaildirFile File, Instant At)> Since(IEnumerable<MaildirFolder> folders, Instant since, int most) =>
        [.. folders
            .Where(f => f.Exists)
            .SelectMany(f => f.Files())
            .Select(f => (File: f, At: f.Stat()?.Modified))
            .Where(m => m.At >= since)
            .OrderByDescending(m => m.At)
            .Take(most)
            .Select(m => (m.File, m.At!.Value))];

    private IEnumerable<(MaildirFolder Folder, MaildirFile File, Instant At, MimeKit.HeaderList Header)> New(Func<MaildirFolder, bool> which) =>
        tree.All.Where(which)
            .SelectMany(folder => folder.Files().Select(file => (Folder: folder, File: file)))
            .Where(m => !known.Contains(m.File.Name.Base))
            .Select(m => (m.Folder, m.File, At: m.File.Stat()?.Modified, Header: Headers(m.File)))
            .Where(m => m is { At: not null, Header: not null })
            .Select(m => (m.Folder, m.File, m.At!.Value, m.Header!));

    private Task<T> Guarded<T>(Func<T> act, CancellationToken token) => Task.Run(
        () =>
        {
            try
            {
                return act();
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new MailboxUnavailableException($"The mailbox '{settings.Id}' in {settings.Path} cannot be read: {e.Message} Look whether the folder is there and this program may read and write in it.", e);
            }
        },
        token);
}
