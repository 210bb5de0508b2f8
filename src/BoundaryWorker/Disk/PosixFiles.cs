using System.Runtime.InteropServices;
using System.Text;

namespace BoundaryWorker.Disk;

/// <summary>
/// The calls of the operating system that .NET does not offer: a rename that never replaces what is there, and a flush of a directory.
/// <c>File.Move</c> copies across disks and looks before it leaps, so neither "atomic" nor "never overwrites" would be true with it.
/// </summary>
public static class PosixFiles
{
    private const int AtWorkingDirectory = -100;
    private const uint NoReplace = 1;
    private const int ReadOnlyDirectory = 0;

    /// <summary>
    /// Renames atomically, refusing with <see cref="Errno.Exists"/> where <paramref name="to"/> is taken. Where the kernel or the file system
    /// has no such rename (an old one, some network disks), looks first and renames then: names in a Maildir are unique, so nobody else makes that very name between.
    /// </summary>
    /// <returns>0, or the error number of the system.</returns>
    public static int RenameNoReplace(string from, string to)
    {
        var (source, target) = (Path(from), Path(to));
        try
        {
            if (renameat2(AtWorkingDirectory, source, AtWorkingDirectory, target, NoReplace) == 0)
            {
                return 0;
            }

            var error = Marshal.GetLastPInvokeError();
            if (error is not (Errno.InvalidArgument or Errno.NoSuchCall))
            {
                return error;
            }
        }
        catch (EntryPointNotFoundException)
        {
            // A C library without it (musl before 1.2.6): the plain rename below.
        }

        return File.Exists(to) ? Errno.Exists : rename(source, target) == 0 ? 0 : Marshal.GetLastPInvokeError();
    }

    /// <summary>Writes a directory's entries to the disk, so that a rename survives a power cut. Quietly does nothing where that is not offered.</summary>
    public static void SyncDirectory(string path)
    {
        var handle = open(Path(path), ReadOnlyDirectory, 0);
        if (handle >= 0)
        {
            _ = fsync(handle);
            _ = close(handle);
        }
    }

    private static byte[] Path(string path) => [.. Encoding.UTF8.GetBytes(path), 0];

#pragma warning disable SYSLIB1054, IDE1006 // LibraryImport needs unsafe code in the whole project; the names are the system's.
    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int renameat2(int fromDirectory, byte[] from, int toDirectory, byte[] to, uint flags);

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int rename(byte[] from, byte[] to);

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int open(byte[] path, int flags, uint mode);

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int fsync(int handle);

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int close(int handle);
#pragma warning restore SYSLIB1054, IDE1006
}
