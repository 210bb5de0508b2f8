using System.IO.Enumeration;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Disk;
using BoundaryWorker.Pipeline.Ports;

namespace BoundaryWorker.Mail.Maildir;

/// <summary>One folder of a Maildir: <c>new</c> and <c>cur</c>; what is in <c>tmp</c> is not finished and nobody's business.</summary>
/// <param name="name">As the owner sees it.</param>
/// <param name="path">The directory.</param>
public sealed class MaildirFolder(string name, string path)
{
    /// <summary>In this order: a message that her mail program takes over from new into cur meanwhile is met at least once.</summary>
    public static readonly IReadOnlyList<string> Subdirectories = ["new", "cur"];

    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = 0, IgnoreInaccessible = false };

    /// <summary>As the owner sees it.</summary>
    public string Name => name;

    /// <summary>The directory.</summary>
    public string Path => path;

    /// <summary>Whether it is there.</summary>
    public bool Exists => Subdirectories.All(s => Directory.Exists(System.IO.Path.Combine(path, s)));

    /// <summary>Makes what is missing of it, readable by its owner only. Idempotent.</summary>
    /// <param name="root">The root of a Maildir does not carry the mark of a subfolder.</param>
    public void Create(bool root)
    {
        foreach (var directory in Subdirectories.Append("tmp"))
        {
            PrivateDisk.MakeDirectory(System.IO.Path.Combine(path, directory));
        }

        var mark = System.IO.Path.Combine(path, "maildirfolder");
        if (!root && !File.Exists(mark))
        {
            File.WriteAllBytes(mark, []);
        }
    }

    /// <summary>All message files, in no order. Costs a directory read, no file is looked at.</summary>
    public IEnumerable<MaildirFile> Files() => Select((subdirectory, ref entry) => new MaildirFile(this, subdirectory, entry.FileName.ToString()));

    /// <summary>The files with that base: one, or rarely none or several.</summary>
    public IEnumerable<MaildirFile> Named(string baseName) => Select((subdirectory, ref entry) =>
        MaildirName.BaseOf(entry.FileName).SequenceEqual(baseName) ? new MaildirFile(this, subdirectory, entry.FileName.ToString()) : null);

    /// <summary>The file of a message that was seen in this folder: by its base, whatever its flags are by now, and it must be that message still.</summary>
    public MaildirFile? Find(MessageRef reference, MessageIdentity identity, MessageFlags flags)
    {
        if (!Exists)
        {
            return null;
        }

        MaildirFile[] likely =
        [
            new(this, "new", reference.Id),
            new(this, "cur", $"{reference.Id}:2,{MaildirName.Letters(flags)}"),
            new(this, "cur", reference.Id),
        ];
        // A name that changes while the directory is being read may be met under neither name: not found once is not gone.
        return Enumerable.Repeat(likely, 3).SelectMany(guess => guess.Concat(Named(reference.Id))).FirstOrDefault(file => file.Is(identity));
    }

    /// <summary>The file of that identity, whatever it is called.</summary>
    public MaildirFile? Find(MessageIdentity identity) => Exists ? Files().FirstOrDefault(file => file.Is(identity)) : null;

    /// <summary>Goes through all message files; those for which <paramref name="choose"/> gives null are left out.</summary>
    public IEnumerable<T> Select<T>(Choose<T?> choose)
        where T : class
        => Subdirectories.SelectMany(subdirectory => Entries(subdirectory, choose)).OfType<T>();

    private FileSystemEnumerable<T?> Entries<T>(string subdirectory, Choose<T?> choose)
        where T : class
        => new(System.IO.Path.Combine(path, subdirectory), (ref entry) => choose(subdirectory, ref entry), Everything)
        {
            ShouldIncludePredicate = (ref entry) => !entry.IsDirectory && entry.FileName[0] != '.',
        };

    /// <summary>What to make of a directory entry.</summary>
    public delegate T Choose<T>(string subdirectory, ref FileSystemEntry entry);
}
