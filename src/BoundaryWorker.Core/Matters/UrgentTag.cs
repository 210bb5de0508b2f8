using BoundaryWorker.Core.Code;
using BoundaryWorker.Core.Mail;

namespace BoundaryWorker.Core.Matters;

/// <summary>The urgent tag of the Code in a subject (design.md section 3, <c>subject_tag</c>).</summary>
public static class UrgentTag
{
    /// <summary>
    /// Whether the tag is anywhere in the subject: letter case, diacritics and blanks within it ignored, encoded words (RFC 2047) that a reader
    /// left behind undone first. A tag that begins or ends with a letter must be a word of its own: <c>PILNE</c> is not in <c>niepilne</c>.
    /// </summary>
    public static bool IsIn(string subject, Channel tagChannel)
    {
        if (tagChannel.SubjectTag is not { } tag)
        {
            return false;
        }

        var wanted = Compact(tag);
        var decoded = EncodedWords.Decode(subject);
        if (wanted.Length == 0)
        {
            return false;
        }

        // A tag in brackets bears being written with blanks in it; a bare word would then be found in the middle of others.
        return char.IsLetterOrDigit(wanted[0]) || char.IsLetterOrDigit(wanted[^1])
            ? Words.AnyIn(decoded, [tag])
            : Compact(decoded).Contains(wanted, StringComparison.Ordinal);
    }

    private static string Compact(string text) => string.Concat(Folding.Fold(text).Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c)));
}
