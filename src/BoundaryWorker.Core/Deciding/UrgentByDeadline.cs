using BoundaryWorker.Core.Code;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Core.Matters;

namespace BoundaryWorker.Core.Deciding;

/// <summary>A deadline before the release makes a message urgent (row 10): it would be over when the message comes back.</summary>
internal static class UrgentByDeadline
{
    /// <summary>The id of the cue.</summary>
    public const string CueId = "urgent.deadline";

    /// <summary>The cue, or null where there is no such deadline or nothing would keep the message from her.</summary>
    public static Cue? Of(IncomingMessage message, string newText, Client? client, Situation situation)
    {
        var arrival = Arrival.Of(message, situation.Windows.For(client), situation.Code.Hours, message.Received);
        return !arrival.CountsAsOpen
            && Deadlines.Find(newText, message.Received, client?.Zone ?? situation.Code.Owner.Zone) is { } deadline
            && (arrival.Opening is not { } opening || deadline.At < opening)
                ? new Cue(CueId, IsExplicit: true, deadline.Excerpt)
                : null;
    }
}
