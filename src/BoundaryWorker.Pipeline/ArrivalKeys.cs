using BoundaryWorker.Core.Mail;
using BoundaryWorker.Pipeline.Ports;

namespace BoundaryWorker.Pipeline;

/// <summary>Which arrivals are new, and under which key each is recorded.</summary>
public sealed class ArrivalKeys(IMailbox mailbox, ILedger ledger)
{
    /// <summary>Those that the ledger does not know, each with a free key.</summary>
    public async Task<IReadOnlyList<(StoredMessage Arrival, MessageKey Key)>> OfUnknownAsync(IReadOnlyList<StoredMessage> arrivals, CancellationToken token)
    {
        var taken = new HashSet<MessageKey>();
        var unknown = new List<(StoredMessage, MessageKey)>();
        HashSet<MessageRef>? held = null;
        foreach (var arrival in arrivals)
        {
            if (await FreeAsync(arrival) is { } key)
            {
                taken.Add(key);
                unknown.Add((arrival, key));
            }
        }

        return unknown;

        // A copy alike in everything gets the next ordinal where the first is an arrival of this batch or lies in Held; where it no longer does, this is
        // the first itself, moved back by her hand (D7).
        async Task<MessageKey?> FreeAsync(StoredMessage arrival)
        {
            for (var ordinal = 0; ; ordinal++)
            {
                var key = arrival.Identity.Key(mailbox.Id, ordinal);
                if (taken.Contains(key))
                {
                    continue;
                }

                if (await ledger.FindAsync(key, token) is not { } known)
                {
                    return key;
                }

                if (known.State != MessageState.Held || !(held ??= [.. (await mailbox.ListHeldAsync(token)).Select(m => m.Ref)]).Contains(known.Ref))
                {
                    return null;
                }
            }
        }
    }
}
