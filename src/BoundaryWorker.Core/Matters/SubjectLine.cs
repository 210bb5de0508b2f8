using BoundaryWorker.Core.Mail;

namespace BoundaryWorker.Core.Matters;

/// <summary>
/// What a subject says about the message itself. The subject of a reply or a forward was written for an earlier one: "Re: PILNE" under a
/// thank-you is history, so nothing in it counts.
/// </summary>
internal static class SubjectLine
{
    private static readonly string[] Prefixes = ["re", "fwd", "fw", "odp", "pd", "aw", "wg", "rv", "sv", "vs", "antw", "tr", "ynt", "odpowiedz", "wyslano dalej"];

    private const int LongestRead = 1_000;

    /// <summary>The first 1,000 characters of the subject as new text; empty for a reply or a forward.</summary>
    public static string NewPartOf(string subject) =>
        IsOfEarlierMail(subject) ? "" : subject[..Math.Min(subject.Length, LongestRead)].Replace('\n', ' ').Trim();

    private static bool IsOfEarlierMail(string subject)
    {
        var folded = Folding.Fold(subject).Trim();
        var colon = folded.AsSpan(0, Math.Min(folded.Length, 24)).IndexOf(':');
        if (colon <= 0)
        {
            return false;
        }

        // Re[2]:, RE(3): and "Odp :" are seen too.
        var name = folded.AsSpan(0, colon).TrimEnd().TrimEnd("0123456789[]()").TrimEnd();
        return Prefixes.Contains(name.ToString());
    }
}
