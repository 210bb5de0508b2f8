using BoundaryWorker.Disk;
using BoundaryWorker.Pipeline.Ports;
using NodaTime;

namespace BoundaryWorker.Mail.Maildir;

/// <summary>Puts the copy of a sent message into the Sent folder (replies.md E5): written whole under <c>tmp</c>, flushed, then renamed into <c>cur</c> as read.</summary>
/// <param name="settings">The names of the folder; the first is made where none is there.</param>
/// <param name="tree">The folders.</param>
/// <param name="rename">How files are renamed.</param>
internal sealed class MaildirFiling(MaildirSettings settings, MaildirTree tree, Rename rename)
{
    /// <summary>How far before the sending a copy may be dated: the clocks of two machines differ by at most five minutes (design.md section 4).</summary>
    public static readonly Duration LookBack = Duration.FromMinutes(10);

    /// <summary>Files it; its time is that of the sending.</summary>
    public FilingResult File(OutgoingBytes message, Instant at)
    {
        try
        {
            var folder = tree.Sent.FirstOrDefault() ?? Make();
            var name = UniqueName.Next();
            var unfinished = Path.Combine(folder.Path, "tmp", name);
            Write(unfinished, message.Bytes, at);
            var target = Path.Combine(folder.Path, "cur", $"{name}:2,{MaildirName.Letters(Core.Mail.MessageFlags.Seen)}");
            var error = rename(unfinished, target);
            PosixFiles.SyncDirectory(Path.GetDirectoryName(target)!);
            return error == 0 ? FilingResult.Done : new FilingResult(false, $"The copy could not be put into {folder.Name} ({folder.Path}): {Errno.Words(error)}.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new FilingResult(false, $"The copy could not be put into the folder of sent mail in {settings.Path}: {e.Message} Look whether this program may write there.");
        }
    }

    private MaildirFolder Make()
    {
        var folder = tree.Folder(settings.Sent[0]);
        folder.Create(root: false);
        Subscriptions.Add(settings.Path, Path.GetFileName(folder.Path));
        return folder;
    }

    private static void Write(string path, byte[] bytes, Instant at)
    {
        PrivateDisk.MakeDirectory(Path.GetDirectoryName(path)!);
        using (var file = PrivateDisk.NewFile(path))
        {
            file.Write(bytes);
            file.Flush(flushToDisk: true);
        }

        System.IO.File.SetLastWriteTimeUtc(path, at.ToDateTimeUtc());
    }
}
