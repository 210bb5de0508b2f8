using NodaTime;

namespace BoundaryWorker.Core.Mail;

/// <summary>A calendar object that came by mail (iTIP, RFC 5546; iMIP, RFC 6047), reduced to what is decided on.</summary>
public sealed record Invitation
{
    /// <summary>METHOD in upper case: REQUEST, CANCEL, REPLY, COUNTER, PUBLISH...; empty where there is none.</summary>
    public required string Method { get; init; }

    /// <summary>UID of the event; empty where there is none.</summary>
    public string Uid { get; init; } = "";

    /// <summary>SEQUENCE, 0 where there is none.</summary>
    public long Sequence { get; init; }

    /// <summary>RECURRENCE-ID as written, null for the whole series or a single event.</summary>
    public string? RecurrenceId { get; init; }

    /// <summary>When the event takes place: one interval an occurrence, in order, half-open, expanded by the reader up to its horizon.</summary>
    public IReadOnlyList<Interval> Occurrences { get; init; } = [];

    /// <summary>ORGANIZER's address, or null.</summary>
    public EmailAddress? Organizer { get; init; }

    /// <summary>ATTENDEE addresses.</summary>
    public IReadOnlyList<EmailAddress> Attendees { get; init; } = [];
}
