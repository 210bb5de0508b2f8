using BoundaryWorker.Disk;

namespace BoundaryWorker.Mail.Maildir;

/// <summary>Tries a move with an empty file between the <c>tmp</c> directories of two folders, where no mail program looks: the only sure answer to "can messages be moved?".</summary>
public static class MoveProbe
{
    /// <summary>Null, or why messages cannot be moved, in the owner's words.</summary>
    public static string? Try(MaildirFolder from, MaildirFolder to, Rename rename) => Error(from, to, rename) is var error && error == 0
        ? null
        : $"Messages cannot be moved between {from.Path} and {to.Path}: {Errno.Words(error)}.";

    private static int Error(MaildirFolder from, MaildirFolder to, Rename rename)
    {
        var name = UniqueName.Next();
        var (source, target) = (Path.Combine(from.Path, "tmp", name), Path.Combine(to.Path, "tmp", name));
        try
        {
            File.WriteAllBytes(source, []);
            return rename(source, target);
        }
        catch (UnauthorizedAccessException)
        {
            return Errno.AccessDenied;
        }
        catch (IOException e)
        {
            return e.HResult is > 0 and < 200 ? e.HResult : Errno.NotThere;
        }
        finally
        {
            Remove(source);
            Remove(target);
        }
    }

    private static void Remove(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // An empty file in tmp: mail servers clear those away.
        }
    }
}
