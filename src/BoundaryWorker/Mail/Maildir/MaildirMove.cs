using BoundaryWorker.Disk;
using BoundaryWorker.Pipeline.Ports;

namespace BoundaryWorker.Mail.Maildir;

/// <summary>Renames a file without ever replacing another: 0, or the system's error number. <see cref="PosixFiles.RenameNoReplace"/> is the real one.</summary>
public delegate int Rename(string from, string to);

/// <summary>
/// Moves a message from one folder into another by one atomic rename: new to new, cur to cur, the name with its flags as it is. Bytes, file
/// time and mode stay, since the file stays; it is never in no folder and never in two. Both directories are flushed, the new place first.
/// </summary>
/// <param name="rename">How.</param>
/// <param name="freshBase">A base that nobody has.</param>
public sealed class MaildirMove(Rename rename, Func<string> freshBase)
{
    // She may read or mark the message between the look at its name and the rename: then it is looked for again.
    private const int Tries = 8;

    /// <summary>Moves it, or says why not. Null where it does not lie in <paramref name="from"/>.</summary>
    public MoveResult? Move(StoredMessage message, MaildirFolder from, MaildirFolder to) =>
        Move(message, from, to, () => from.Find(message.Ref, message.Identity, message.Flags));

    /// <summary>The same for a message whose base is no longer known.</summary>
    public MoveResult? MoveAlike(StoredMessage message, MaildirFolder from, MaildirFolder to) =>
        Move(message, from, to, () => from.Find(message.Identity));

    private MoveResult? Move(StoredMessage message, MaildirFolder from, MaildirFolder to, Func<MaildirFile?> find)
    {
        var error = 0;
        for (var i = 0; i < Tries && find() is { } file; i++)
        {
            if (Target(file, to) is not { } target)
            {
                return Refused(from, to, Errno.AccessDenied);
            }

            error = rename(file.Path, target.Path);
            if (error == 0)
            {
                PosixFiles.SyncDirectory(Path.GetDirectoryName(target.Path)!);
                PosixFiles.SyncDirectory(Path.GetDirectoryName(file.Path)!);
                return Arrived(message, target);
            }

            if (error is not (Errno.NotThere or Errno.Exists))
            {
                break;
            }
        }

        return error == 0 || (error == Errno.NotThere && find() is null) ? null : Refused(from, to, error);
    }

    /// <summary>The result for a message that lies at <paramref name="file"/>.</summary>
    public static MoveResult Arrived(StoredMessage message, MaildirFile file) => new(
        MoveOutcome.Moved,
        message with { Ref = new MessageRef(file.Folder.Name, file.Name.Base), Flags = file.Name.Flags });

    // The base must be free in the whole folder, not the name alone: it is the message's id there.
    private MaildirFile? Target(MaildirFile file, MaildirFolder to)
    {
        try
        {
            var taken = to.Named(file.Name.Base).Any();
            return new MaildirFile(to, file.Subdirectory, taken ? MaildirName.WithBase(file.FileName, freshBase()) : file.FileName);
        }
        catch (UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static MoveResult Refused(MaildirFolder from, MaildirFolder to, int error) => new(
        MoveOutcome.Refused,
        null,
        $"The message could not be moved from {from.Name} to {to.Name} ({to.Path}): {Errno.Words(error)}. It is where it was.");
}
