using NodaTime;

namespace BoundaryWorker.Composition;

/// <summary>The worker's clock for libraries that ask a <see cref="TimeProvider"/> what time it is. It has no timers: nothing that waits is given it.</summary>
internal sealed class ClockTime(IClock clock) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => clock.GetCurrentInstant().ToDateTimeOffset();
}
