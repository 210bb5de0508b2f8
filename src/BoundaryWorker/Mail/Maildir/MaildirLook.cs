using System.Globalization;
using System.IO.Enumeration;
using NodaTime;

namespace BoundaryWorker.Mail.Maildir;

/// <summary>
/// One look at one folder: the names are compared with those of the look before, and only what is new is looked at closer, so that a
/// hundred thousand old messages cost a directory read. A message is known by its base; a name that was dropped in by hand (<c>hello.eml</c>)
/// may come again with another content, so there time and size belong to the key.
/// </summary>
/// <param name="folder">Where.</param>
/// <param name="before">The keys that the look before saw, null where this process has not looked yet.</param>
/// <param name="notBefore">Only what arrived from then on, where <paramref name="before"/> is null; <see cref="Instant.MaxValue"/> for a baseline.</param>
public sealed class MaildirLook(MaildirFolder folder, HashSet<string>? before, Instant notBefore)
{
    /// <summary>All keys to be known to the next look.</summary>
    public HashSet<string> Names { get; } = new(before?.Count ?? 0, StringComparer.Ordinal);

    /// <summary>The key of a file.</summary>
    public static string Key(ReadOnlySpan<char> baseName, DateTime modifiedUtc, long size) => MaildirName.IsUnique(baseName)
        ? baseName.ToString()
        : string.Create(CultureInfo.InvariantCulture, $"{baseName}/{modifiedUtc.Ticks}/{size}");

    /// <summary>The files that are new. Each must be given to <see cref="Accept"/>, or the next look finds it new again.</summary>
    public IReadOnlyList<MaildirFile> Arrivals() => [.. folder.Select<MaildirFile>(Arrival)];

    /// <summary>Takes a file as seen.</summary>
    public void Accept(MaildirFile file)
    {
        if (file.Stat() is { } stat)
        {
            Names.Add(Key(file.Name.Base, stat.Modified.ToDateTimeUtc(), stat.Size));
        }
    }

    private MaildirFile? Arrival(string subdirectory, ref FileSystemEntry entry)
    {
        var baseName = MaildirName.BaseOf(entry.FileName);
        if (Knows(baseName, ref entry))
        {
            return null;
        }

        if (before is null && (notBefore == Instant.MaxValue || Instant.FromDateTimeUtc(entry.LastWriteTimeUtc.UtcDateTime) < notBefore))
        {
            Names.Add(Key(baseName, ref entry));
            return null;
        }

        return new MaildirFile(folder, subdirectory, entry.FileName.ToString());
    }

    // Asking an entry for time or size is what costs: not for a unique base.
    private static string Key(ReadOnlySpan<char> baseName, ref FileSystemEntry entry) => MaildirName.IsUnique(baseName)
        ? baseName.ToString()
        : Key(baseName, entry.LastWriteTimeUtc.UtcDateTime, entry.Length);

    private bool Knows(ReadOnlySpan<char> baseName, ref FileSystemEntry entry)
    {
        if (before is null)
        {
            return false;
        }

        // For a unique base nothing is allocated and no file is looked at: this is what makes a large folder cheap.
        var lookup = before.GetAlternateLookup<ReadOnlySpan<char>>();
        string? known = null;
        var isKnown = MaildirName.IsUnique(baseName)
            ? lookup.TryGetValue(baseName, out known)
            : before.TryGetValue(Key(baseName, ref entry), out known);
        if (isKnown)
        {
            Names.Add(known!);
        }

        return isKnown;
    }
}
