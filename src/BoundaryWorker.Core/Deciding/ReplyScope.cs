using System.Globalization;
using BoundaryWorker.Core.Mail;
using NodaTime;
using NodaTime.Text;

namespace BoundaryWorker.Core.Deciding;

/// <summary>What a reply is unique in, beside its person: the second half of <see cref="ReplyKey"/> (replies.md B4, E4).</summary>
public static class ReplyScope
{
    /// <summary>In a window longer than this the same person is answered again once it has passed (row 4).</summary>
    public static readonly Duration LongWindow = Duration.FromDays(7);

    /// <summary>
    /// A closed window by its closing, which does not move when the opening does. After each seven days in it a new scope begins, <c>+1</c> and so
    /// on; the first has no number, so that a leave entered while the window runs does not make room for a second reply.
    /// </summary>
    public static string OfWindow(Interval closed, Instant now)
    {
        if (!closed.HasStart)
        {
            return "window:-";
        }

        var week = (int)Math.Max(0, Math.Floor((now - closed.Start) / LongWindow));
        var scope = $"window:{InstantPattern.General.Format(closed.Start)}";
        return week == 0 ? scope : string.Create(CultureInfo.InvariantCulture, $"{scope}+{week}");
    }

    /// <summary>A rule on a local day of hers (row 2).</summary>
    public static string OfDay(string rule, LocalDate day) => $"open:{rule}:{LocalDatePattern.Iso.Format(day)}";

    /// <summary>An event in one version (row 23, F5).</summary>
    public static string OfEvent(Invitation invitation) =>
        string.Create(CultureInfo.InvariantCulture, $"event:{invitation.Uid}:{invitation.RecurrenceId}:{invitation.Sequence}");

    /// <summary>
    /// The scope as it stands in the key. Two Codes in one worker are two owners, each of whom answers for herself; mailboxes that share a Code share the
    /// key, so the same mail in two of them is answered once (D11).
    /// </summary>
    /// <param name="scope">One of the above.</param>
    /// <param name="office"><see cref="Situation.Office"/>.</param>
    public static string Within(string scope, string office) => office.Length == 0 ? scope : $"{scope} of {office}";
}
