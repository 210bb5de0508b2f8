using BoundaryWorker.Core.Deciding;

namespace BoundaryWorker.Core.Mail;

/// <summary>
/// What trusted Authentication-Results say of an author (replies.md A12). Believed is what the owner's own host added: a sender can write
/// such fields too, but only below those of the host.
/// </summary>
public static class SenderTrust
{
    private const string Field = "Authentication-Results";

    /// <summary>Judges the author of a message.</summary>
    /// <param name="headers">The top-level header, topmost first.</param>
    /// <param name="trust">Whose fields are believed.</param>
    /// <param name="author">The From address that is judged; results about another domain say nothing of it.</param>
    public static Authentication Judge(MailHeaders headers, TrustPolicy trust, EmailAddress author)
    {
        switch (trust.Kind)
        {
            case TrustKind.None:
                return Authentication.NothingTrusted;
            case TrustKind.Supposed:
                return All(headers).SelectMany(f => f.Results).Any(r => r is { Method: "dmarc", Result: "fail" })
                    ? Authentication.Failed
                    : Authentication.Passed;
            default:
                return Judge(Trusted(headers, trust).SelectMany(f => f.Results).ToList(), author.Domain);
        }
    }

    private static Authentication Judge(List<AuthenticationResult> results, string domain)
    {
        var dmarc = results.Where(r => r.Method == "dmarc" && (r.Domain("header.from") is not { } from || Aligned(from, domain))).ToList();
        if (dmarc.Any(r => r.Result == "fail"))
        {
            return Authentication.Failed;
        }

        return dmarc.Any(r => r.Result == "pass") || results.Any(r => r.Result == "pass" && IsAlignedWith(r, domain))
            ? Authentication.Passed
            : Authentication.NotAuthenticated;
    }

    private static bool IsAlignedWith(AuthenticationResult result, string domain) => result.Method switch
    {
        "spf" => Aligned(result.Domain("smtp.mailfrom"), domain),
        "dkim" => Aligned(result.Domain("header.d") ?? result.Domain("header.i"), domain),
        _ => false,
    };

    /// <summary>Relaxed alignment (RFC 7489 3.1) without a list of public suffixes: the same domain, or one below the other. Siblings are not taken for one.</summary>
    private static bool Aligned(string? authenticated, string author) =>
        authenticated is not null && authenticated.Contains('.', StringComparison.Ordinal)
        && (authenticated == author || IsBelow(author, authenticated) || IsBelow(authenticated, author));

    private static bool IsBelow(string domain, string parent) =>
        parent.Contains('.', StringComparison.Ordinal) && domain.EndsWith("." + parent, StringComparison.Ordinal);

    private static IEnumerable<AuthenticationResults> Trusted(MailHeaders headers, TrustPolicy trust)
    {
        if (trust.Kind == TrustKind.TopmostWithoutId)
        {
            return All(headers).Where(f => f.AuthservId is null).Take(1);
        }

        // Some hosts write one field a filter (OpenDKIM, OpenDMARC). Above the topmost Received nothing can be the sender's; below it only
        // the first is surely the host's.
        var above = Read(headers.Fields.TakeWhile(f => !Is(f.Name, "Received"))).Where(IsOfHost).ToList();
        return above.Count > 0 ? above : All(headers).Where(IsOfHost).Take(1);

        bool IsOfHost(AuthenticationResults field) => field.AuthservId is { } id && TrustProposal.Covers(trust.AuthservId ?? "", id);
    }

    private static IEnumerable<AuthenticationResults> All(MailHeaders headers) => Read(headers.Fields);

    private static IEnumerable<AuthenticationResults> Read(IEnumerable<HeaderField> fields) =>
        fields.Where(f => Is(f.Name, Field)).Select(f => AuthenticationResults.Parse(f.Value));

    private static bool Is(string text, string other) => text.Equals(other, StringComparison.OrdinalIgnoreCase);
}
