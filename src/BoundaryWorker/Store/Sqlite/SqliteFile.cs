namespace BoundaryWorker.Store.Sqlite;

/// <summary>The ledger's file: for nobody but the user the worker runs as (promise 10).</summary>
internal static class SqliteFile
{
    private const UnixFileMode OwnerOnlyFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnerOnlyFolder = OwnerOnlyFile | UnixFileMode.UserExecute;

    /// <summary>
    /// Makes the folder (0700) and an empty file (0600) where they are missing, and takes the rights of others from a file that is there. SQLite
    /// gives -wal and -shm the mode of the main file, so this must come before it opens. A folder that is there is hers and left as it is.
    /// </summary>
    public static void MakePrivate(string path)
    {
        var folder = Path.GetDirectoryName(path);
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder ?? ".");
            return;
        }

        if (!string.IsNullOrEmpty(folder) && !Directory.Exists(folder))
        {
            Directory.CreateDirectory(folder, OwnerOnlyFolder);
        }

        var options = new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.ReadWrite,
            Share = FileShare.ReadWrite,
            UnixCreateMode = OwnerOnlyFile,
        };
        using (new FileStream(path, options))
        {
        }

        Array.ForEach([path, path + "-wal", path + "-shm"], TakeRightsOfOthers);
    }

    private static void TakeRightsOfOthers(string path)
    {
        if (!OperatingSystem.IsWindows() && File.Exists(path) && (File.GetUnixFileMode(path) & ~OwnerOnlyFile) != 0)
        {
            File.SetUnixFileMode(path, OwnerOnlyFile);
        }
    }
}
