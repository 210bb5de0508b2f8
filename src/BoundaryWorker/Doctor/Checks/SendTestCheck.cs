using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Core.Replies;
using BoundaryWorker.Pipeline.Ports;
using NodaTime;

namespace BoundaryWorker.Doctor.Checks;

/// <summary>One of her addresses, tried.</summary>
/// <param name="Alias">The address.</param>
/// <param name="IsMain">Replies come from it unless another is known to be sendable.</param>
/// <param name="Sent">How the sending ended.</param>
/// <param name="Verdict">What arrived; null where nothing did in time.</param>
/// <param name="Folder">Where it arrived.</param>
/// <param name="IsJunk">That is the folder of junk.</param>
/// <param name="Took">From the sending to the finding.</param>
/// <param name="IsUntaken">Nobody took it from the pickup folder, so it was taken back.</param>
public sealed record TriedAlias(
    EmailAddress Alias, bool IsMain, SendOutcome Sent, AliasVerdict? Verdict = null, string Folder = "", bool IsJunk = false, Duration Took = default, bool IsUntaken = false);

/// <summary>What the tests of her addresses showed (C2), in words.</summary>
public static class SendTestCheck
{
    /// <summary>Whether replies may go out from it; null where the test did not tell.</summary>
    public static bool? IsSendable(TriedAlias tried) => tried switch
    {
        { Sent.Result: SendResult.Refused } => false,
        { Verdict: { } verdict } => verdict.IsSendable,
        _ => null,
    };

    /// <summary>The findings of one address.</summary>
    /// <param name="limit">How long was waited.</param>
    public static IEnumerable<Finding> Of(TriedAlias tried, Duration limit) => tried switch
    {
        { Sent.Result: SendResult.Refused } => [Unusable(tried, $"Your host does not let you send from {tried.Alias.Bare}: {tried.Sent.Detail.TrimEnd('.')}.", NotAllowed)],
        { Sent.Result: SendResult.TryAgain } => [Finding.ToDo($"The test from {tried.Alias.Bare} could not be sent. {tried.Sent.Detail}", "Try again when the server can be used.")],
        { IsUntaken: true } => [Finding.ToDo(
            $"The test from {tried.Alias.Bare} was put into the pickup folder, and nobody took it within {Words.Time(limit)}. It was taken back.",
            "See that your mail server, or a script, takes the files from there and sends them.")],
        { Verdict: null } => [Finding.ToDo(
            $"The test from {tried.Alias.Bare} went out and did not arrive within {Words.Time(limit)}.",
            "See whether it comes later, or lies in Junk; then try again with `--limit 600`. It may be deleted.")],
        { Verdict: { } verdict } => Arrived(tried, verdict),
    };

    private static IEnumerable<Finding> Arrived(TriedAlias tried, AliasVerdict verdict)
    {
        if (!verdict.IsFromKept)
        {
            yield return Unusable(tried, $"Your host puts {verdict.From?.Bare ?? "another sender"} in the place of {tried.Alias.Bare}.", NotAllowed);
            yield break;
        }

        if (verdict.Authentication == Authentication.Failed)
        {
            yield return Unusable(tried, $"A test from {tried.Alias.Bare} arrived, but was taken for a forgery (dmarc=fail): clients' hosts would refuse replies from it, or call them junk.", Forged);
            yield break;
        }

        yield return Finding.Fine($"A test from {tried.Alias.Bare} arrived in {tried.Folder} within {Words.Time(tried.Took)}{(verdict.Authentication == Authentication.Passed ? ", its sender confirmed" : "")}: {(tried.IsMain ? "replies go out from it" : "mail to this address is answered from it")}.");
        if (tried.IsJunk)
        {
            yield return Finding.ToDo($"It arrived in {tried.Folder}, among junk: clients may not see your replies either.", "Mark it as no junk, and ask your host about SPF, DKIM and DMARC of your domain.");
        }

        if (verdict.Authentication != Authentication.Passed)
        {
            yield return Finding.Note("Whether the sender is confirmed (DMARC) did not show: many hosts do not look at mail to oneself.", "Send a message to an account of yours at another host and look whether it says dmarc=pass.");
        }

        if (verdict.Lost.Count > 0)
        {
            yield return Finding.ToDo(
                $"Your host takes fields off that keep machines from answering: {Words.List(verdict.Lost)}.",
                "Ask your host to leave them; until then stay in the mode hold, since two machines might answer each other.");
        }

        if (!verdict.IsMessageIdKept)
        {
            yield return Finding.Note((verdict.IsMessageIdMoved, verdict.Lost.Contains(Marker.Header)) switch
            {
                (true, _) => "Your host gives messages a Message-ID of its own and keeps ours in X-Microsoft-Original-Message-ID: replies are found by it.",
                (_, false) => "Your host gives messages a Message-ID of its own: replies are found by our marker field.",
                _ => "Your host gives messages a Message-ID of its own and takes our marker off: where it is not known whether a reply went out, it cannot be found, and the digest says so.",
            });
        }
    }

    private const string NotAllowed = "Add it at your host as an address to send from (\"send as\", alias, identity), then try again.";

    private const string Forged = "Ask your host about SPF, DKIM and DMARC of the domain, then try again.";

    private static Finding Unusable(TriedAlias tried, string what, string remedy) => tried.IsMain
        ? Finding.ToDo($"{what} Replies go out from this address.", $"{remedy} Or put first in owner.addresses of code.yaml one that can be sent from.")
        : Finding.Note($"{what} Mail to this address is answered from your main address.", remedy);
}
