using NodaTime;

namespace BoundaryWorker.Core.Time;

/// <summary>A range of wall-clock time on one day, half-open. Where <see cref="End"/> is not after <see cref="Start"/> it runs past midnight into the next day: 22:00-02:00; 00:00-00:00 (also written 00:00-24:00) is a whole day.</summary>
/// <param name="Start">Opening, local.</param>
/// <param name="End">Closing, local, excluded.</param>
public sealed record LocalHours(LocalTime Start, LocalTime End)
{
    /// <summary>Whether it ends on the day after it began.</summary>
    public bool RunsPastMidnight => End <= Start;
}
