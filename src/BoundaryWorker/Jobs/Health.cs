namespace BoundaryWorker.Jobs;

/// <summary>How the rounds go. After so many failures in a row the process ends with an error, so that a supervisor starts it afresh.</summary>
internal sealed class Health
{
    /// <summary>Failed rounds in a row after which the process gives up.</summary>
    public const int MostFailures = 10;

    private int _failures;

    /// <summary>Whether it has given up.</summary>
    public bool HasGivenUp => Volatile.Read(ref _failures) >= MostFailures;

    /// <summary>A round went well.</summary>
    public void Good() => Volatile.Write(ref _failures, 0);

    /// <summary>A round failed.</summary>
    public int Failed() => Interlocked.Increment(ref _failures);
}
