using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Core.Holding;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Pipeline.Ports;
using NodaTime;

namespace BoundaryWorker.Pipeline;

/// <summary>Finds for what lies in Held its record, and for what does not lie there any more what became of it (replies.md D4).</summary>
internal sealed class HeldMatching(IMailbox mailbox, ILedger ledger, MailboxPolicy policy, IClock clock)
{
    /// <summary>
    /// Every message in Held that is ours to release, with its record, in the order of arrival: unknown ones adopted, vanished ones noted. What she took and
    /// left lying there (flagged, answered) stays hers.
    /// </summary>
    /// <param name="listed">All that lies in Held.</param>
    /// <param name="adopt">False in observe mode, which touches nothing that the worker did not put there: a folder of that name may be her own.</param>
    public async Task<IReadOnlyList<HeldMessage>> MatchAsync(IReadOnlyList<StoredMessage> listed, Standing standing, bool adopt, CancellationToken token)
    {
        var hers = listed.Count == 0 ? [] : (await ledger.InStateAsync(mailbox.Id, [MessageState.Hers], token)).Select(r => r.Ref).ToHashSet();
        var open = new OpenRecords(await ledger.InStateAsync(mailbox.Id, [MessageState.Held, MessageState.ToRelease, MessageState.ToHold], token));
        var matched = new List<HeldMessage>();
        foreach (var message in listed.Where(m => !hers.Contains(m.Ref)))
        {
            if (open.Take(message) is { } record)
            {
                matched.Add(HeldMessage.Of(message, record));
            }
            else if (adopt && !message.Flags.HasFlag(MessageFlags.Deleted))
            {
                // What is marked as deleted there was thrown away by her, or is the line by which `doctor` reads the server's clock.
                matched.Add(HeldMessage.Of(message, await AdoptAsync(message, standing, token)));
            }
        }

        foreach (var missing in open.Left.Where(r => r.State != MessageState.ToHold))
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

    /// <summary>Records not yet matched: by where they lie and what they are, else by what they are alone.</summary>
    private sealed class OpenRecords(IReadOnlyList<MessageRecord> records)
    {
        private readonly Dictionary<MessageIdentity, List<MessageRecord>> _open = records.GroupBy(r => r.Identity).ToDictionary(g => g.Key, g => g.ToList());

        public IEnumerable<MessageRecord> Left => _open.Values.SelectMany(r => r);

        public MessageRecord? Take(StoredMessage message)
        {
            if (!_open.TryGetValue(message.Identity, out var alike) || alike.Count == 0)
            {
                return null;
            }

            var record = alike.Find(r => r.Ref == message.Ref) ?? alike[0];
            alike.Remove(record);
            return record;
        }
    }
}

/// <summary>A message in Held with its record.</summary>
/// <param name="Message">As it lies there.</param>
/// <param name="Record">What is known of it.</param>
/// <param name="FlagsKnown">The flags that say nothing: of an adopted message nobody knows which ones she set while it was held.</param>
internal sealed record HeldMessage(StoredMessage Message, MessageRecord Record, MessageFlags FlagsKnown)
{
    private const MessageFlags HerHand = MessageFlags.Answered | MessageFlags.Flagged | MessageFlags.Deleted;

    public static HeldMessage Of(StoredMessage message, MessageRecord record) =>
        new(message, record, record.Decision.Hold.Reasons.Any(b => b.Reason == Reason.Adopted) ? HerHand : MessageFlags.None);

    /// <summary>She answered, flagged or deleted it while it was held (D7).</summary>
    public bool IsHers => (Message.Flags & ~FlagsKnown & HerHand) != 0;
}
