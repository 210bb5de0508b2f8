namespace BoundaryWorker.Mail.Maildir;

/// <summary>
/// Wakes when something changes in a watched folder (inotify). It may wake for nothing and, where the system has no watch left to give, not
/// at all: a poll runs anyway (D10). What happens between a look and the wait is not missed, since <see cref="Arm"/> comes before the look.
/// </summary>
/// <param name="disk">The real time.</param>
public sealed class MaildirWatch(TimeProvider disk) : IDisposable
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(250);
    private readonly List<FileSystemWatcher> watchers = [];
    private readonly SemaphoreSlim change = new(0, 1);
    private readonly Lock gate = new();
    private volatile bool broken;
    private bool disposed;

    /// <summary>Starts watching where that is not done yet and forgets earlier changes. To be called before the folders are read.</summary>
    public void Arm(IEnumerable<MaildirFolder> folders)
    {
        _ = change.Wait(0, CancellationToken.None);
        var paths = folders.SelectMany(f => MaildirFolder.Subdirectories.Select(s => Path.Combine(f.Path, s))).ToList();
        if (broken || !paths.ToHashSet().SetEquals(watchers.Select(w => w.Path)))
        {
            Disarm();
            Start(paths);
        }
    }

    /// <summary>Stops watching; the next <see cref="Arm"/> starts anew. For a folder that went away: a watch on it is dead even when one of its name comes back.</summary>
    public void Disarm()
    {
        watchers.ForEach(w => w.Dispose());
        watchers.Clear();
    }

    /// <summary>Returns at a change since <see cref="Arm"/>, or when cancelled.</summary>
    /// <param name="soon">Return after a moment anyway: a file is still being written.</param>
    public async Task WaitAsync(bool soon, CancellationToken token)
    {
        try
        {
            if (!soon)
            {
                await change.WaitAsync(token);
                return;
            }

            using var moment = new CancellationTokenSource(Soon, disk);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(token, moment.Token);
            await change.WaitAsync(either.Token);
        }
        catch (OperationCanceledException)
        {
            // Cancelled, or the moment is over: both mean "look", as a change does.
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Disarm();
        lock (gate)
        {
            disposed = true;
            change.Dispose();
        }
    }

    private void Start(List<string> paths)
    {
        broken = false;
        foreach (var path in paths)
        {
            FileSystemWatcher? watcher = null;
            try
            {
                watcher = new FileSystemWatcher(path) { NotifyFilter = NotifyFilters.FileName | NotifyFilters.LastWrite | NotifyFilters.Size };
                watcher.Created += (_, _) => Wake();
                watcher.Changed += (_, _) => Wake();
                watcher.Renamed += (_, _) => Wake();
                watcher.Error += (_, _) => Break();
                watcher.EnableRaisingEvents = true;
                watchers.Add(watcher);
            }
            catch (Exception e) when (e is IOException or ArgumentException or UnauthorizedAccessException)
            {
                // No watch to be had (the limit of inotify, a folder that just went): the poll must do; the next look tries again.
                watcher?.Dispose();
                broken = true;
            }
        }
    }

    private void Break()
    {
        broken = true;
        Wake();
    }

    private void Wake()
    {
        lock (gate)
        {
            if (!disposed && change.CurrentCount == 0)
            {
                _ = change.Release();
            }
        }
    }
}
