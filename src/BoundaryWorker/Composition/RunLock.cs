using System.Globalization;
using BoundaryWorker.Disk;

namespace BoundaryWorker.Composition;

/// <summary>
/// Only one process works on a store: an exclusive lock on a file beside it. The operating system gives it back when the process ends in whatever way,
/// so a killed worker never locks its successor out.
/// </summary>
internal sealed class RunLock : IDisposable
{
    private readonly FileStream _file;

    private RunLock(FileStream file) => _file = file;

    /// <summary>Takes the lock; null where another process has it.</summary>
    public static RunLock? TryTake(string storePath)
    {
        var path = Path.GetFullPath(storePath) + ".lock";
        PrivateDisk.MakeDirectory(Path.GetDirectoryName(path)!);
        try
        {
            var file = PrivateDisk.OnlyForUs(path);
            file.SetLength(0);
            file.Write(System.Text.Encoding.ASCII.GetBytes(Environment.ProcessId.ToString(CultureInfo.InvariantCulture)));
            file.Flush();
            return new RunLock(file);
        }
        catch (IOException)
        {
            return null;
        }
    }

    public void Dispose() => _file.Dispose();
}
