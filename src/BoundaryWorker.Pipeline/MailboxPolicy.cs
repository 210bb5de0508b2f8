using BoundaryWorker.Core.Code;
using BoundaryWorker.Core.Deciding;

namespace BoundaryWorker.Pipeline;

/// <summary>What is done of the decisions in one mailbox (design.md section 8).</summary>
/// <param name="Mode">The mode of the installation.</param>
/// <param name="Trust">Whose Authentication-Results are believed.</param>
/// <param name="AllowRepliesHere">She allows replies even where the mailbox is at a client's own domain.</param>
public sealed record MailboxPolicy(Mode Mode, TrustPolicy Trust, bool AllowRepliesHere = false)
{
    /// <summary>
    /// The mode that counts here: a mailbox at a client's own domain never goes beyond hold unless she allowed it, since replies from there would speak in the
    /// client's name to the client's people.
    /// </summary>
    /// <param name="owner">Whose mailbox it is.</param>
    /// <param name="clients">Her clients.</param>
    /// <param name="isFreemail">Whether a domain is nobody's own, so that sharing it says nothing.</param>
    public Mode ModeFor(Owner owner, ClientBook clients, Func<string, bool> isFreemail) =>
        Mode == Mode.Enforce && !AllowRepliesHere && IsAtAClients(owner, clients, isFreemail) ? Mode.Hold : Mode;

    private static bool IsAtAClients(Owner owner, ClientBook clients, Func<string, bool> isFreemail) =>
        owner.Addresses
            .Select(a => a.Domain)
            .Where(domain => !isFreemail(domain))
            .Any(domain => clients.Clients.Any(c => c.Domains.Contains(domain) || c.Addresses.Any(a => a.Domain == domain)));
}
