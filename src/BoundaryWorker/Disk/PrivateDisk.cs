namespace BoundaryWorker.Disk;

/// <summary>Directories and files that only the account of this program may read: mail is private (design.md promise 10).</summary>
public static class PrivateDisk
{
    private const UnixFileMode FileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Makes a directory, and those above it, with mode 0700. One that is there is left as it is.</summary>
    public static void MakeDirectory(string path)
    {
        if (Directory.Exists(path))
        {
            return;
        }

        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
            return;
        }

        // One by one: the mode given to CreateDirectory is that of the last one only.
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } parent)
        {
            MakeDirectory(parent);
        }

        Directory.CreateDirectory(path, FileMode | UnixFileMode.UserExecute);
    }

    /// <summary>Opens a file that must not be there yet for writing, with mode 0600.</summary>
    public static FileStream NewFile(string path) =>
        Open(path, new FileStreamOptions { Mode = System.IO.FileMode.CreateNew, Access = FileAccess.Write });

    /// <summary>Opens a file for this process alone, made with mode 0600 where it is missing; an <see cref="IOException"/> where another process has it.</summary>
    public static FileStream OnlyForUs(string path) =>
        Open(path, new FileStreamOptions { Mode = System.IO.FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None });

    private static FileStream Open(string path, FileStreamOptions options)
    {
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = FileMode;
        }

        return new FileStream(path, options);
    }
}
