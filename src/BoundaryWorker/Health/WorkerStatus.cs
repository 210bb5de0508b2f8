using BoundaryWorker.Pipeline;

namespace BoundaryWorker.Health;

/// <summary>How the rounds of this process go. After so many failures in a row the process ends with an error, so that a supervisor starts it afresh.</summary>
internal sealed class WorkerStatus
{
    /// <summary>Failed rounds in a row after which the process gives up.</summary>
    public const int MostFailures = 10;

    private readonly Lock _guard = new();
    private RoundCounts _counts = new(0, 0, 0, null);

    /// <summary>The counts as they are now.</summary>
    public RoundCounts Counts
    {
        get
        {
            lock (_guard)
            {
                return _counts;
            }
        }
    }

    /// <summary>Whether it has given up.</summary>
    public bool HasGivenUp => Counts.FailedInARow >= MostFailures;

    /// <summary>A round went well.</summary>
    public void Good(RoundResult result)
    {
        lock (_guard)
        {
            _counts = _counts with { Rounds = _counts.Rounds + 1, FailedInARow = 0, Files = result.Files };
        }
    }

    /// <summary>A round failed.</summary>
    /// <returns>How many did in a row.</returns>
    public int Failed()
    {
        lock (_guard)
        {
            _counts = _counts with { Failed = _counts.Failed + 1, FailedInARow = _counts.FailedInARow + 1 };
            return _counts.FailedInARow;
        }
    }
}

/// <summary>What the rounds came to since the process began.</summary>
/// <param name="Rounds">Those that were completed.</param>
/// <param name="Failed">Those that failed as a whole.</param>
/// <param name="FailedInARow">Those that failed since the last good one.</param>
/// <param name="Files">What her files allowed in the last good one; null before the first.</param>
internal sealed record RoundCounts(long Rounds, long Failed, int FailedInARow, FilesState? Files);
