using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Pipeline.Ports;
using NodaTime;

namespace BoundaryWorker.Tests.Fakes;

/// <content>Messages, their replies, digests.</content>
public sealed partial class InMemoryLedger
{
    /// <summary>All messages, in the order of recording.</summary>
    public IReadOnlyList<MessageRecord> Messages => [.. messages.Select(m => m.Record)];

    /// <summary>All replies, in the order of recording.</summary>
    public IReadOnlyList<ReplyRecord> Replies => [.. replies.Select(r => r.Record)];

    public Task<MessageRecord?> FindAsync(MessageKey key, CancellationToken token) => Do(() => EntryOf(key)?.Record, token);

    public Task<RecordResult> RecordAsync(MessageRecord message, ReplyRecord? reply, CancellationToken token) => Do(() =>
    {
        if (EntryOf(message.Key) is not null)
        {
            return RecordResult.AlreadyThere;
        }

        messages.Add(new Entry(message with { Subject = message.Subject.Length > 200 ? message.Subject[..200] : message.Subject }));
        var wasSeen = reply is not null && markers.Keys.Any(m => m.Key == ReplyCounting.MarkerKey(reply.Bytes.MessageId));
        return reply is null || (!wasSeen && TryAdd(reply, message)) ? RecordResult.Recorded : RecordResult.RecordedWithoutReply;
    }, token);

    public Task ConfirmAsync(MessageKey key, MessageChange change, CancellationToken token) => Do(() => Confirm(key, change), token);

    public Task ConfirmManyAsync(IReadOnlyList<(MessageKey Key, MessageChange Change)> changes, CancellationToken token) => Do(() => changes.Sum(c => Confirm(c.Key, c.Change)), token);

    private int Confirm(MessageKey key, MessageChange change)
    {
        if (EntryOf(key) is { } entry)
        {
            entry.Record = Changed(entry.Record, change);
            entry.ByHand |= change.ByHand;
        }

        foreach (var reply in replies.Where(r => r.Record.Message == key && r.Record.State is ReplyState.Waiting))
        {
            reply.Record = change.State switch
            {
                MessageState.Held => reply.Record with { State = ReplyState.Ready, ChangedAt = change.At, Detail = null },
                MessageState.HoldFailed => Settled(reply.Record, ReplyState.Dropped, change.At, ReplyCounting.HoldFailed),
                MessageState.Hers => Settled(reply.Record, ReplyState.Dropped, change.At, ReplyCounting.SheWasFaster),
                _ => reply.Record,
            };
        }

        return 0;
    }

    public Task<IReadOnlyList<MessageRecord>> InStateAsync(string mailbox, IReadOnlyList<MessageState> states, CancellationToken token) =>
        Do<IReadOnlyList<MessageRecord>>(() => [.. InOrder(m => m.Mailbox == mailbox && states.Contains(m.State))], token);

    public Task<IReadOnlyList<(MessageRecord Message, ReplyRecord? Reply)>> SinceAsync(Instant since, CancellationToken token) =>
        Do<IReadOnlyList<(MessageRecord, ReplyRecord?)>>(() =>
            [.. InOrder(m => m.DecidedAt >= since || m.State is MessageState.ToHold or MessageState.Held or MessageState.ToRelease)
                .Select(m => (m, replies.Find(r => r.Record.Message == m.Key)?.Record))], token);

    public Task<bool> WasToldAsync(MessageKey key, CancellationToken token) => Do(
        () => replies.Exists(r => r.Record.Message == key && r.Record.State is (ReplyState.Sending or ReplyState.Sent or ReplyState.Unknown)), token);

    public Task<IReadOnlyList<ReplyRecord>> RepliesInStateAsync(string mailbox, IReadOnlyList<ReplyState> states, CancellationToken token) =>
        Do<IReadOnlyList<ReplyRecord>>(() =>
            [.. replies.Select(r => r.Record).Where(r => r.Mailbox == mailbox && states.Contains(r.State)).OrderBy(r => r.RecordedAt)], token);

    public Task ConfirmReplyAsync(ReplyKey key, ReplyState state, Instant at, string? detail, Instant? notBefore, CancellationToken token) => Do(() =>
    {
        Confirm(key, state, at, detail, notBefore);
        return 0;
    }, token);

    public Task<bool> NoteMarkerAsync(string key, string installation, Instant at, CancellationToken token) =>
        Do(() => markers.TryAdd((key, installation), at), token);

    public Task SetBreakerAsync(bool open, Instant at, CancellationToken token) => Do(() => breakerOpen = open, token);

    public Task NoteBounceAsync(string person, Instant at, CancellationToken token) => Do(() =>
    {
        var key = person.ToLowerInvariant();
        return bounces[key] = bounces.TryGetValue(key, out var known) ? Instant.Max(known, at) : at;
    }, token);

    public Task<string?> RecipientOfAsync(string messageId, CancellationToken token) => Do(() => RecipientOf(messageId), token);

    public Task<bool> ClaimDigestAsync(DigestKey key, OutgoingBytes bytes, Instant at, CancellationToken token) =>
        Do(() => digests.TryAdd(key, new Digest(bytes, at)), token);

    public Task<IReadOnlyList<(LocalDate Day, OutgoingBytes Bytes, bool SendingMarked)>> UnsentDigestsAsync(string office, CancellationToken token) =>
        Do<IReadOnlyList<(LocalDate, OutgoingBytes, bool)>>(() =>
            [.. digests.Where(d => d.Key.Office == office && d.Value.DoneAt is null).Select(d => (d.Key.Day, d.Value.Bytes, d.Value.SendingMarked))], token);

    public Task MarkDigestSendingAsync(DigestKey key, Instant? at, CancellationToken token) =>
        Do(() => Change(key, d => d with { SendingMarked = at is not null }), token);

    public Task MarkDigestDoneAsync(DigestKey key, Instant at, string? detail, CancellationToken token) =>
        Do(() => Change(key, d => d with { DoneAt = at, Bytes = d.Bytes with { Bytes = [] } }), token);

    public Task<LocalDate?> LastDigestDayAsync(string office, CancellationToken token) =>
        Do(() => digests.Keys.Where(d => d.Office == office).Max(d => (LocalDate?)d.Day), token);

    public Task<Instant?> LastDigestAsync(string office, CancellationToken token) =>
        Do(() => digests.Where(d => d.Key.Office == office).Max(d => (Instant?)d.Value.ClaimedAt), token);

    private static MessageRecord Changed(MessageRecord record, MessageChange change) => record with
    {
        State = change.State,
        Ref = change.Ref ?? record.Ref,
        ReleaseAt = change.ReleaseAt ?? record.ReleaseAt,
        HeldAt = record.HeldAt ?? (change.State is MessageState.Held ? change.At : null),
        EndedAt = record.EndedAt ?? (change.State is MessageState.Released or MessageState.Hers ? change.At : null),
        Failure = change.Failure,
    };

    private static ReplyRecord Settled(ReplyRecord reply, ReplyState state, Instant at, string? detail) =>
        reply with { State = state, ChangedAt = at, Detail = detail, Bytes = reply.Bytes with { Bytes = [] } };

    private Entry? EntryOf(MessageKey key) => messages.Find(m => m.Record.Key == key);

    private IEnumerable<MessageRecord> InOrder(Func<MessageRecord, bool> which) =>
        messages.Select(m => m.Record).Where(which).OrderBy(m => m.Identity.Received);

    private bool TryAdd(ReplyRecord reply, MessageRecord message)
    {
        if (replies.Exists(r => (r.Record.Key.Person, r.Record.Key.Scope) == (reply.Key.Person, reply.Key.Scope)
            || (r.Record.Key.Person, r.Record.Key.Scope) == (Nameless(reply.Key.Person), reply.Key.Scope)
            || r.Record.Message == message.Key))
        {
            return false;
        }

        int? slot = ReplyCounting.TakesSlot(reply.Key)
            ? 1 + (replies.Where(r => (r.Record.Key.ClientId, r.Record.Key.Scope) == (reply.Key.ClientId, reply.Key.Scope)).Max(r => r.Slot) ?? 0)
            : null;
        if (slot > ReplyCounting.SlotsPerWindow)
        {
            return false;
        }

        replies.Add(new Reply(reply, message, slot));
        return true;
    }

    private Digest? Change(DigestKey key, Func<Digest, Digest> change) =>
        digests.TryGetValue(key, out var digest) && digest.DoneAt is null ? digests[key] = change(digest) : null;
}
