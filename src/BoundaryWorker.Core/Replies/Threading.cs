using System.Text.RegularExpressions;
using BoundaryWorker.Core.Mail;

namespace BoundaryWorker.Core.Replies;

/// <summary>The fields that put a reply into its thread (RFC 5322 3.6.4, replies.md C6).</summary>
/// <param name="InReplyTo">The original's Message-ID, or null.</param>
/// <param name="References">The original's References, or else its In-Reply-To, and its Message-ID; empty where it has none.</param>
public sealed partial record Threading(string? InReplyTo, IReadOnlyList<string> References)
{
    // A line holds 998 characters (RFC 5322 2.1.1); an id is never folded and needs its brackets and a field name before it.
    private const int LongestId = 900;

    // Readers need the root and the nearest ones; the middle of a long thread may be left out.
    private const int MostReferences = 21;

    /// <summary>Reads them from the original. An id that cannot stand in a header counts as none.</summary>
    public static Threading Of(IncomingMessage original)
    {
        if (original.MessageId is not { } id || !IsFit(id))
        {
            return new(null, []);
        }

        var chain = Chain(original).Where(r => IsFit(r) && r != id).Distinct().ToList();
        if (chain.Count >= MostReferences)
        {
            chain = [chain[0], .. chain[^(MostReferences - 2)..]];
        }

        return new(id, [.. chain, id]);
    }

    private static IEnumerable<string> Chain(IncomingMessage original)
    {
        var references = original.Headers.All("References").SelectMany(v => Ids().Matches(v)).Select(m => m.Groups[1].Value).ToList();
        if (references.Count > 0)
        {
            return references;
        }

        // Several ids in In-Reply-To name no one chain (RFC 5322 3.6.4).
        return original.InReplyTo.Count == 1 ? original.InReplyTo : [];
    }

    private static bool IsFit(string id) =>
        id.Length is > 2 and <= LongestId && id.All(c => c is > ' ' and < '\u007f' and not ('<' or '>')) && id.Contains('@', StringComparison.Ordinal);

    [GeneratedRegex("<([^<>]*)>", RegexOptions.CultureInvariant)]
    private static partial Regex Ids();
}
