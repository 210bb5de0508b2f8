namespace BoundaryWorker.Commands;

/// <summary>What the process says by its exit code.</summary>
internal static class ExitCode
{
    /// <summary>Everything was done.</summary>
    public const int Done = 0;

    /// <summary>The worker died, or what was asked failed (<c>check</c> found an error, <c>doctor</c> something to do); a supervisor should start <c>run</c> again.</summary>
    public const int Failed = 1;

    /// <summary>The command line says something that cannot be.</summary>
    public const int Usage = 2;

    /// <summary>A file of hers has an error, so the command could not begin.</summary>
    public const int BrokenFiles = 3;

    /// <summary>Another worker runs on the same store.</summary>
    public const int AlreadyRunning = 4;
}
