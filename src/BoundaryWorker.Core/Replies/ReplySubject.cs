using System.Text.RegularExpressions;

namespace BoundaryWorker.Core.Replies;

/// <summary>The subject of a reply (replies.md C5): a prefix and the decoded original.</summary>
public static class ReplySubject
{
    /// <summary>The longest subject, prefix and ellipsis included, in characters as readers count them.</summary>
    public const int MaxCharacters = 120;

    /// <summary>Makes the subject.</summary>
    /// <param name="original">Decoded, as it came.</param>
    /// <param name="prefix"><c>Auto: </c>; never doubled, not behind a <c>Re: </c> either.</param>
    /// <param name="ifNone">Stands for an original that is empty once it is cleaned.</param>
    public static string Of(string original, string prefix, string ifNone)
    {
        var rest = WithoutPrefix(HeaderText.Clean(original, MaxCharacters * 2), prefix.Trim());
        return HeaderText.Clean($"{prefix.Trim()} " + (rest.Length == 0 ? ifNone : rest), MaxCharacters);
    }

    private static string WithoutPrefix(string subject, string prefix)
    {
        var marks = Regex.Escape(prefix);
        while (prefix.Length > 0 && Regex.Match(subject, $@"^(?<re>(?:{ReplyMarks}\s*:\s*)*){marks}\s*", Options) is { Success: true, Length: > 0 } match)
        {
            subject = match.Groups["re"].Value + subject[match.Length..];
        }

        return subject;
    }

    private const string ReplyMarks = "(?:re|odp|fwd?|pd|aw|wg|sv|tr)";
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
}
