using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Mail.Inspecting;
using NodaTime;

namespace BoundaryWorker.Doctor.Checks;

/// <summary>Whether the clock that stamps arrivals and that of this machine agree (design.md section 4).</summary>
public static class ClockCheck
{
    /// <summary>The finding.</summary>
    public static Finding Of(ClockReading reading)
    {
        if (reading.Ahead is not { } ahead)
        {
            return Finding.Note($"Whether this machine's clock is right cannot be checked here. {reading.WhyNot}", "`doctor --send-test` sees it by the arrival of its message. It is enough that this machine's time synchronisation is on.");
        }

        if (ClockSkew.IsTooLarge(Instant.FromUnixTimeTicks(0) + ahead, Instant.FromUnixTimeTicks(0)))
        {
            return Finding.ToDo(
                $"This machine's clock is {Words.Time(ahead)} {(ahead > Duration.Zero ? "behind" : "ahead of")} that of the mailbox: hours cannot be kept by it, and messages may be taken for old ones or be held at the wrong time.",
                "Set this machine's clock, best by switching time synchronisation on (with Docker: on the computer itself).");
        }

        return Finding.Fine(Math.Abs(ahead.TotalSeconds) < 10 ? "This machine's clock and that of the mailbox agree." : $"This machine's clock and that of the mailbox agree but for {Words.Time(ahead)}.");
    }
}
