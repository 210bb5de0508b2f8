using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Pipeline.Ports;
using NodaTime;

namespace BoundaryWorker.Pipeline;

/// <summary>
/// What lies in Held comes back in time: by listing the folder and matching the ledger, never by stored ids alone (replies.md D4). What has no
/// record is adopted; what she touched is hers (D7); a changed leave counts at once where it is shorter (D12).
/// </summary>
public sealed class HeldMessages(IMailbox mailbox, ILedger ledger, MailboxPolicy policy, IClock clock, ISteps steps)
{
    private readonly ReleaseAct _release = new(mailbox, ledger, clock, steps);
    private readonly HeldMatching _matching = new(mailbox, ledger, policy, clock);
    private Waiting? _waiting;

    /// <summary>Releases all that is due.</summary>
    /// <param name="standing">Her files; without a Code everything is due (fail open).</param>
    /// <returns>When the next one is due, or null.</returns>
    public async Task<Instant?> ReleaseDueAsync(Standing standing, CancellationToken token)
    {
        var listed = await mailbox.ListHeldAsync(token);
        if (_waiting is { } before && before.StillSo(listed, standing, clock.GetCurrentInstant()))
        {
            return before.Next;
        }

        _waiting = null;
        var matched = await _matching.MatchAsync(listed, standing, adopt: policy.Mode != Mode.Observe, token);
        var hers = matched.Where(m => m.IsHers).Select(m => (m.Record.Key, new MessageChange(MessageState.Hers, clock.GetCurrentInstant(), m.Message.Ref)));
        await ledger.ConfirmManyAsync([.. hers], token);

        var (due, next) = await DueAsync(matched.Where(m => !m.IsHers), standing, token);
        await _release.ActAndConfirmAsync(due, byHand: false, token);
        if (due.Count == 0)
        {
            _waiting = new Waiting(listed, standing, next);
        }

        return next;
    }

    /// <summary>Releases whatever lies in Held, or the one whose key begins with <paramref name="id"/>; never held again.</summary>
    /// <returns>How many came back.</returns>
    public async Task<int> ReleaseNowAsync(string? id, Standing standing, CancellationToken token)
    {
        _waiting = null;
        var matched = await _matching.MatchAsync(await mailbox.ListHeldAsync(token), standing, adopt: true, token);
        var wanted = matched.Where(m => id is null || m.Record.Key.Value.StartsWith(id, StringComparison.OrdinalIgnoreCase)).ToList();
        return await _release.ActAndConfirmAsync(wanted, byHand: true, token);
    }

    /// <summary>Those that are due, in the order of arrival, and when the next of the others is.</summary>
    private async Task<(IReadOnlyList<HeldMessage> Due, Instant? Next)> DueAsync(IEnumerable<HeldMessage> held, Standing standing, CancellationToken token)
    {
        var now = clock.GetCurrentInstant();
        var hours = new ReleaseHours(standing, now);
        var due = new List<HeldMessage>();
        var changed = new List<(MessageKey, MessageChange)>();
        Instant? next = null;
        foreach (var message in held)
        {
            var at = message.Record.State == MessageState.ToRelease ? now : await hours.OfAsync(message.Record, ledger, token);
            if (at <= now)
            {
                due.Add(message);
                continue;
            }

            next = next is { } n ? Instant.Min(n, at) : at;
            if (at != message.Record.ReleaseAt)
            {
                changed.Add((message.Record.Key, new MessageChange(MessageState.Held, now, ReleaseAt: at)));
            }
        }

        await ledger.ConfirmManyAsync(changed, token);
        return (due, next);
    }

    /// <summary>What was found when nothing was due: while Held and her files are the same and the next is not due, it need not be matched again.</summary>
    private sealed record Waiting(IReadOnlyList<StoredMessage> Listed, Standing Standing, Instant? Next)
    {
        public bool StillSo(IReadOnlyList<StoredMessage> listed, Standing standing, Instant now) =>
            (Next is null || now < Next)
            && (standing.Windows, standing.Clients, standing.MaxHold) == (Standing.Windows, Standing.Clients, Standing.MaxHold)
            && listed.SequenceEqual(Listed);
    }
}
