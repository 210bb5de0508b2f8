using NodaTime;

namespace BoundaryWorker.Core.Time;

/// <summary>Placeholder surface; the engine comes with its own branch.</summary>
public sealed class WorkingWindows
{
    /// <summary>Whether she works at that instant.</summary>
    public bool IsOpen(Instant at) => throw new NotSupportedException();

    /// <summary>The first open instant at or after <paramref name="at"/>.</summary>
    public Instant? NextOpening(Instant at) => throw new NotSupportedException();

    /// <summary>The first later instant at which it differs.</summary>
    public Instant? NextChange(Instant at) => throw new NotSupportedException();

    /// <summary>The closed window around that instant, null when open.</summary>
    public Interval? ClosedWindowAt(Instant at) => throw new NotSupportedException();

    /// <summary>Working time added.</summary>
    public Instant? AddWorkingTime(Instant from, Duration amount) => throw new NotSupportedException();
}
