using NodaTime;

namespace BoundaryWorker.Mail.Maildir;

/// <summary>
/// Keeps half-written files out. A mail program writes into <c>tmp</c> and renames, so its files are whole; a file that was copied straight
/// into <c>new</c> may still grow. It is taken when it is not empty and either was last written more than two seconds ago, or does not change
/// for half a second. Whether a file is open for writing cannot be asked: a copy that stalls for longer than that is taken as it is, and met
/// again as another message when it goes on. All of this is measured by the clock of the disk, which runs even where the clock of the hours is driven.
/// </summary>
/// <param name="disk">The real time.</param>
public sealed class MaildirSettling(TimeProvider disk)
{
    private static readonly Duration Young = Duration.FromSeconds(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    /// <summary>Of these files, those that are whole.</summary>
    /// <returns>And whether others are still being written, so that another look is due soon.</returns>
    public async Task<(IReadOnlyList<MaildirFile> Whole, bool Unfinished)> WholeAsync(IReadOnlyList<MaildirFile> files, CancellationToken token)
    {
        var seen = files.Select(file => (File: file, Stat: file.Stat())).ToList();
        var young = seen.Where(s => s.Stat is { } stat && IsYoung(stat.Modified) && !MaildirName.IsUnique(s.File.Name.Base)).ToList();
        if (young.Count == 0)
        {
            return ([.. seen.Where(s => s.Stat is not { Size: 0 }).Select(s => s.File)], false);
        }

        await Task.Delay(Pause, disk, token);
        var growing = young.Where(s => s.Stat!.Value.Size == 0 || s.File.Stat() != s.Stat).Select(s => s.File).ToHashSet();
        return ([.. seen.Where(s => s.Stat is not { Size: 0 } && !growing.Contains(s.File)).Select(s => s.File)], growing.Count > 0);
    }

    // Either side of now: the disk may be another machine's, a little ahead.
    private bool IsYoung(Instant modified)
    {
        var age = Instant.FromDateTimeOffset(disk.GetUtcNow()) - modified;
        return age < Young && age > -Young;
    }
}
