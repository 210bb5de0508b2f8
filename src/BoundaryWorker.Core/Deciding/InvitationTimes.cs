using BoundaryWorker.Core.Mail;
using BoundaryWorker.Core.Time;
using NodaTime;

namespace BoundaryWorker.Core.Deciding;

/// <summary>An occurrence that does not suit her.</summary>
/// <param name="At">When.</param>
/// <param name="IsOutsideHours">Not wholly inside one working window; false where it is inside but she is taken.</param>
internal sealed record Clash(Interval At, bool IsOutsideHours);

/// <summary>Invitations against her hours and her calendars (rows 22-24, replies.md F3-F4, F8).</summary>
internal static class InvitationTimes
{
    private const long LargestCount = 100_000;

    /// <summary>Whether it asks for a time of hers: METHOD REQUEST or ADD.</summary>
    public static bool IsRequest(Invitation? invitation) => invitation?.Method is "REQUEST" or "ADD";

    /// <summary>Whether any of it is not over yet.</summary>
    public static bool HasTimeAhead(Invitation invitation, Instant now) => Ahead(invitation, now).Count > 0;

    /// <summary>
    /// The first occurrence that lies outside the windows, else the first at which she is taken, else null. What is over by now counts for
    /// nothing: nobody can be asked to choose another time for it.
    /// </summary>
    public static Clash? FirstClash(Invitation invitation, WorkingWindows windows, IReadOnlyList<Interval> busy, Instant now)
    {
        var ahead = Ahead(invitation, now).ConvertAll(o => new Clash(o, !IsInside(o, windows)));
        return ahead.Find(c => c.IsOutsideHours) ?? ahead.Find(c => busy.Any(b => Overlap(c.At, b)));
    }

    /// <summary>
    /// Whether it is news of something that begins before the release, so that holding it would make it come too late (row 24). Where no time
    /// can be read, or all of it is over, there is nothing to wait for either.
    /// </summary>
    public static bool BeginsBefore(Invitation invitation, Instant release, Instant now)
    {
        var ahead = Ahead(invitation, now);
        return ahead.Count == 0 || ahead.Any(o => o.Start < release);
    }

    /// <summary>
    /// A REQUEST that changes an event already known: a higher SEQUENCE, or one occurrence of a series (RFC 5546 2.1.4, 3.2.2). Some hosts put
    /// a time into SEQUENCE from the first version on (replies.md F1): what is too large to be a count says nothing.
    /// </summary>
    public static bool IsUpdate(Invitation invitation) =>
        IsRequest(invitation) && (invitation.Sequence is > 0 and < LargestCount || invitation.RecurrenceId is not null);

    private static List<Interval> Ahead(Invitation invitation, Instant now) =>
        [.. invitation.Occurrences.Where(o => o.HasStart && o.HasEnd && (o.End > now || o.Start >= now))];

    private static bool IsInside(Interval occurrence, WorkingWindows windows) =>
        windows.IsOpen(occurrence.Start) && !(windows.NextChange(occurrence.Start) < occurrence.End);

    private static bool Overlap(Interval occurrence, Interval busy) =>
        (!busy.HasEnd || occurrence.Start < busy.End) && (!busy.HasStart || busy.Start < occurrence.End);
}
