using BoundaryWorker.Core.Time;
using NodaTime;

namespace BoundaryWorker.Commands.Explain;

/// <summary>The arrival that <c>--suppose closed</c> stands for.</summary>
internal static class ClosedArrival
{
    private const int MaxWindows = 100;

    /// <summary>
    /// The given instant where it lies in a closed window, else one in the next; past the grace, and in a window long enough to be answered
    /// in, since a lunch break would explain nothing. The given instant itself where no such window is in sight.
    /// </summary>
    public static Instant At(Instant given, WorkingWindows windows, HoursOfWork hours)
    {
        var at = given;
        for (var i = 0; i < MaxWindows; i++)
        {
            if (windows.ClosedWindowAt(at) is not { } closed)
            {
                if (windows.NextChange(at) is not { } closing)
                {
                    return given;
                }

                at = closing;
                continue;
            }

            var past = closed.HasStart ? Instant.Max(at, closed.Start + hours.Grace) : at;
            if (!closed.HasEnd || (past < closed.End && (!closed.HasStart || (closed.Duration >= hours.ReplyFrom && closed.Duration >= hours.PassUnder))))
            {
                return past;
            }

            at = closed.End;
        }

        return given;
    }
}
