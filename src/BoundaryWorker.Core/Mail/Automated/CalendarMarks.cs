using BoundaryWorker.Core.Code;
using BoundaryWorker.Core.Deciding;

namespace BoundaryWorker.Core.Mail;

/// <summary>replies.md A10: calendar notices that ask for nothing (RFC 5546).</summary>
internal static class CalendarMarks
{
    private static readonly string[] Notices = ["REPLY", "COUNTER", "DECLINECOUNTER", "REFRESH", "CANCEL", "PUBLISH"];

    // The Content-Type's word counts too: the object itself may have been refused (F1).
    public static Because? Notice(IncomingMessage m, Owner owner)
    {
        var method = m.Invitation?.Method
            ?? m.OwnParts().Where(p => p.MediaType is "text/calendar" or "application/ics").Select(p => p.Parameter("method")).FirstOrDefault(x => x is not null);
        return method is not null && Notices.Contains(method.ToUpperInvariant()) ? new(Reason.CalendarAnswer, $"METHOD:{method.ToUpperInvariant()}") : null;
    }
}
