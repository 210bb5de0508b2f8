using BoundaryWorker.Core.Mail;
using BoundaryWorker.Core.Time;
using NodaTime;

namespace BoundaryWorker.Core.Deciding;

/// <summary>When a message came, against the windows that apply to its sender (design.md section 4).</summary>
/// <param name="Closed">The closed window it came in, null when she was working.</param>
/// <param name="Passes">Why it passes although it came in a closed window (rows 6 and 7), or null.</param>
/// <param name="IsStillClosed">It came in a closed window that has not ended by now (otherwise row 20).</param>
internal sealed record Arrival(Interval? Closed, Because? Passes, bool IsStillClosed)
{
    // How far a sender's Date may lie before the arrival and still count: a mail that took longer was not written "just before closing".
    private static readonly Duration SlowestDelivery = Duration.FromHours(1);

    /// <summary>Nothing about the hours is broken: she was working, or it passes.</summary>
    public bool CountsAsOpen => Closed is null || Passes is not null;

    /// <summary>The end of the closed window, or null when open or where no opening is in sight.</summary>
    public Instant? Opening => Closed is { HasEnd: true } window ? window.End : null;

    /// <summary>How long the closed window is; endless where a side of it is not in sight. Zero when open.</summary>
    public Duration Length => Closed switch
    {
        null => Duration.Zero,
        { HasStart: true, HasEnd: true } window => window.Duration,
        _ => Duration.MaxValue,
    };

    /// <summary>Looks a message up in the windows.</summary>
    public static Arrival Of(IncomingMessage message, WorkingWindows windows, HoursOfWork hours, Instant now)
    {
        var arrival = new Arrival(windows.ClosedWindowAt(message.Received), null, false);
        return arrival.Closed is null
            ? arrival
            : arrival with { Passes = arrival.WhyItPasses(message, windows, hours), IsStillClosed = !(arrival.Opening <= now) };
    }

    private Because? WhyItPasses(IncomingMessage message, WorkingWindows windows, HoursOfWork hours)
    {
        if (IsInGrace(message.Received, Closed, hours))
        {
            return new(Reason.Grace);
        }

        // A Date counts in the client's favour only: it can make an arrival earlier, never later, and nothing is held because of it.
        if (message.Sent is { } sent && sent <= message.Received && message.Received - sent <= SlowestDelivery
            && (windows.IsOpen(sent) || IsInGrace(sent, windows.ClosedWindowAt(sent), hours)))
        {
            return new(Reason.SentInOpenHours, "Date");
        }

        return Length < hours.PassUnder ? new(Reason.ShortBreak) : null;
    }

    private static bool IsInGrace(Instant at, Interval? closed, HoursOfWork hours) =>
        closed is { HasStart: true } window && at - window.Start < hours.Grace;
}
