namespace BoundaryWorker.Commands;

/// <summary>What the process says by its exit code.</summary>
internal static class ExitCode
{
    /// <summary>Everything was done.</summary>
    public const int Done = 0;

    /// <summary>The worker died, or something failed; a supervisor should start it again.</summary>
    public const int Failed = 1;

    /// <summary>The command line says something that cannot be.</summary>
    public const int Usage = 2;

    /// <summary>A file of hers has an error.</summary>
    public const int BrokenFiles = 3;

    /// <summary>Another worker runs on the same store.</summary>
    public const int AlreadyRunning = 4;
}
