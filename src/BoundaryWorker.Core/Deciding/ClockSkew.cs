using NodaTime;

namespace BoundaryWorker.Core.Deciding;

/// <summary>Whether this machine's clock can be believed (design.md section 4).</summary>
public static class ClockSkew
{
    private static readonly Duration Tolerance = Duration.FromMinutes(5);

    /// <summary>Over five minutes either way between the server's clock and the one here: no hold, no reply, and she is told.</summary>
    public static bool IsTooLarge(Instant server, Instant here) => Duration.Max(server - here, here - server) > Tolerance;
}
