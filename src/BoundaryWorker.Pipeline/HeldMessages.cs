using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Core.Holding;
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
    private const MessageFlags HerHand = MessageFlags.Answered | MessageFlags.Flagged | MessageFlags.Deleted;

    /// <summary>Releases all that is due.</summary>
    /// <param name="standing">Her files; without a Code everything is due (fail open).</param>
    /// <returns>When the next one is due, or null.</returns>
    public async Task<Instant?> ReleaseDueAsync(Standing standing, CancellationToken token)
    {
        Instant? next = null;
        foreach (var (message, record) in await MatchAsync(standing, adopt: policy.Mode != Mode.Observe, token))
        {
            var now = clock.GetCurrentInstant();
            if ((message.Flags & ~record.FlagsKnown & HerHand) != 0)
            {
                await ledger.ConfirmAsync(record.Record.Key, new MessageChange(MessageState.Hers, now, message.Ref), token);
                continue;
            }

            var due = await DueAsync(record.Record, standing, now, token);
            if (due <= now)
            {
                await ReleaseAsync(message, record.Record, byHand: false, token);
            }
            else
            {
                next = next is { } n ? Instant.Min(n, due) : due;
            }
        }

        return next;
    }

    /// <summary>Releases whatever lies in Held, or the one whose key begins with <paramref name="id"/>; never held again.</summary>
    /// <returns>How many came back.</returns>
    public async Task<int> ReleaseNowAsync(string? id, Standing standing, CancellationToken token)
    {
        var count = 0;
        foreach (var (message, record) in await MatchAsync(standing, adopt: true, token))
        {
            if (id is null || record.Record.Key.Value.StartsWith(id, StringComparison.OrdinalIgnoreCase))
            {
                count += await ReleaseAsync(message, record.Record, byHand: true, token) ? 1 : 0;
            }
        }

        return count;
    }

    /// <summary>Moves one back and confirms it. Safe to repeat after a crash at any point.</summary>
    public async Task<bool> ReleaseAsync(StoredMessage message, MessageRecord record, bool byHand, CancellationToken token)
    {
        await ledger.ConfirmAsync(record.Key, new MessageChange(MessageState.ToRelease, clock.GetCurrentInstant(), message.Ref, ByHand: byHand), token);
        steps.Reached(Step.ReleaseMarked);

        var result = await Moves.OrRefusedAsync(() => mailbox.ReleaseAsync(message, record.HomeFolder, token));
        steps.Reached(Step.MovedBack);

        var now = clock.GetCurrentInstant();
        var change = result.Outcome switch
        {
            MoveOutcome.Moved => new MessageChange(MessageState.Released, now, result.Moved!.Ref, ByHand: byHand),
            MoveOutcome.Gone => new MessageChange(MessageState.Hers, now),
            _ => new MessageChange(MessageState.Held, now, message.Ref, Failure: result.Why),
        };
        await ledger.ConfirmAsync(record.Key, change, token);
        steps.Reached(Step.ReleaseConfirmed);
        return result.Outcome == MoveOutcome.Moved;
    }

    /// <summary>
    /// Every message in Held that is ours to release, with its record, in the order of arrival: unknown ones adopted, vanished ones noted. What she took and
    /// left lying there (flagged, answered) stays hers.
    /// </summary>
    /// <param name="adopt">False in observe mode, which touches nothing that the worker did not put there: a folder of that name may be her own.</param>
    private async Task<IReadOnlyList<(StoredMessage Message, Known Record)>> MatchAsync(Standing standing, bool adopt, CancellationToken token)
    {
        var listed = await mailbox.ListHeldAsync(token);
        var hers = (await ledger.InStateAsync(mailbox.Id, [MessageState.Hers], token)).Select(r => r.Ref).ToHashSet();
        var open = (await ledger.InStateAsync(mailbox.Id, [MessageState.Held, MessageState.ToRelease, MessageState.ToHold], token)).ToList();
        var matched = new List<(StoredMessage, Known)>();
        foreach (var message in listed.Where(m => !hers.Contains(m.Ref)))
        {
            var record = open.Find(r => r.Ref == message.Ref && r.Identity == message.Identity) ?? open.Find(r => r.Identity == message.Identity);
            if (record is not null)
            {
                open.Remove(record);
                matched.Add((message, Known.Of(record)));
            }
            else if (adopt && !message.Flags.HasFlag(MessageFlags.Deleted))
            {
                // What is marked as deleted there was thrown away by her, or is the line by which `doctor` reads the server's clock.
                matched.Add((message, Known.Of(await AdoptAsync(message, standing, token))));
            }
        }

        foreach (var missing in open.Where(r => r.State != MessageState.ToHold))
        {
            await NoteMissingAsync(missing, token);
        }

        return matched;
    }

    /// <summary>It is not in Held any more: by our own release, if that was cut off before it was confirmed, else by her hand.</summary>
    private async Task NoteMissingAsync(MessageRecord record, CancellationToken token)
    {
        var place = await mailbox.FindAsync(record.Identity, token);
        var now = clock.GetCurrentInstant();
        var change = record.State == MessageState.ToRelease && place is not null
            ? new MessageChange(MessageState.Released, now, place.Ref)
            : new MessageChange(MessageState.Hers, now, place?.Ref, ByHand: true);
        await ledger.ConfirmAsync(record.Key, change, token);
    }

    /// <summary>Promise 1: the ledger can be deleted.</summary>
    private async Task<MessageRecord> AdoptAsync(StoredMessage message, Standing standing, CancellationToken token)
    {
        var now = clock.GetCurrentInstant();
        var key = await FreeKeyAsync(message.Identity, token);
        var read = await mailbox.ReadAsync(message, token);
        var record = new MessageRecord
        {
            Key = key,
            Mailbox = mailbox.Id,
            Identity = message.Identity,
            Ref = message.Ref,
            HomeFolder = "INBOX",
            Person = read?.Author?.Key ?? "",
            Subject = read?.Subject ?? "",
            Decision = LeftAlone.Because(Reason.Adopted),
            Mode = policy.Mode,
            DecidedAt = now,
            State = MessageState.Held,
            HeldAt = now,
            ReleaseAt = ReleaseTime.OfAdopted(standing.Windows?.Owner, standing.MaxHold, now),
        };
        await ledger.RecordAsync(record, null, token);
        await ledger.ConfirmAsync(key, new MessageChange(MessageState.Held, now, message.Ref, record.ReleaseAt), token);
        return record;
    }

    private async Task<MessageKey> FreeKeyAsync(MessageIdentity identity, CancellationToken token)
    {
        for (var ordinal = 0; ; ordinal++)
        {
            var key = identity.Key(mailbox.Id, ordinal);
            if (await ledger.FindAsync(key, token) is null)
            {
                return key;
            }
        }
    }

    private async Task<Instant> DueAsync(MessageRecord record, Standing standing, Instant now, CancellationToken token)
    {
        if (record.State == MessageState.ToRelease || standing.Windows is null)
        {
            return now;
        }

        var client = standing.Clients?.Clients.FirstOrDefault(c => c.Id == record.ClientId);
        var planned = record.ReleaseAt ?? now;
        var told = await ledger.WasToldAsync(record.Key, token);
        var due = ReleaseTime.InForce(planned, record.Identity.Received, told, standing.Windows.For(client), standing.MaxHold, now);
        if (due > now && due != planned)
        {
            await ledger.ConfirmAsync(record.Key, new MessageChange(MessageState.Held, now, ReleaseAt: due), token);
        }

        return due;
    }

    /// <summary>A record and the flags that say nothing: of an adopted message nobody knows which ones she set while it was held.</summary>
    private sealed record Known(MessageRecord Record, MessageFlags FlagsKnown)
    {
        public static Known Of(MessageRecord record) =>
            new(record, record.Decision.Hold.Reasons.Any(b => b.Reason == Reason.Adopted) ? HerHand : MessageFlags.None);
    }
}
