using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Pipeline;
using BoundaryWorker.Pipeline.Ports;
using NodaTime;

namespace BoundaryWorker.Tests.Fakes;

/// <content>The pace of sending, copies in Sent, and what she is to be told.</content>
public sealed partial class InMemoryLedger
{
    private readonly List<(string Mailbox, string Person, SentCopy Copy)> copies = [];
    private readonly Dictionary<string, bool> filingHosts = [];
    private readonly List<(string Office, Notice Notice, Instant At, bool IsPosted)> pending = [];

    /// <summary>The copies not yet seen to.</summary>
    public IReadOnlyList<SentCopy> Copies => [.. copies.Select(c => c.Copy)];

    public Task<Instant?> TryMarkSendingAsync(ReplyKey key, Instant now, Duration pace, CancellationToken token) => Do<Instant?>(() =>
    {
        var last = replies
            .Where(r => r.Record.State is ReplyState.Sending or ReplyState.Sent or ReplyState.Unknown && r.Record.ChangedAt > now - pace && r.Record.ChangedAt <= now)
            .Max(r => r.Record.ChangedAt);
        if (last is { } at)
        {
            return at + pace;
        }

        Confirm(key, ReplyState.Sending, now, null, null);
        return null;
    }, token);

    public Task ConfirmSentAsync(ReplyKey key, Instant at, string? detail, CancellationToken token) => Do(() =>
    {
        if (ReplyOf(key)?.Record is { Bytes.Bytes.Length: > 0 } record && ReplyCounting.MayBecome(record.State, ReplyState.Sent)
            && !copies.Exists(c => c.Copy.Message.MessageId == record.Bytes.MessageId))
        {
            copies.Add((record.Mailbox, record.Key.Person, new SentCopy(record.Bytes, at, null, null)));
        }

        Confirm(key, ReplyState.Sent, at, detail, null);
        return 0;
    }, token);

    public Task<IReadOnlyList<SentCopy>> SentCopiesAsync(string mailbox, CancellationToken token) => Do<IReadOnlyList<SentCopy>>(() =>
        [.. copies.Where(c => c.Mailbox == mailbox).Select(c => c.Copy).OrderBy(c => c.SentAt).ThenBy(c => c.Message.MessageId, StringComparer.Ordinal)], token);

    public Task MarkCopyAsync(string messageId, Instant at, CancellationToken token) =>
        Do(() => Change(messageId, c => c with { MarkedAt = c.MarkedAt ?? at }), token);

    public Task ConfirmCopyFiledAsync(string messageId, Instant at, CancellationToken token) =>
        Do(() => Change(messageId, c => c with { FiledAt = c.FiledAt ?? at, Message = c.Message with { Bytes = [] } }), token);

    public Task EndCopyAsync(string messageId, CancellationToken token) => Do(() => copies.RemoveAll(c => c.Copy.Message.MessageId == messageId), token);

    public Task<bool?> FilesItselfAsync(string host, CancellationToken token) =>
        Do<bool?>(() => filingHosts.TryGetValue(host, out var itself) ? itself : null, token);

    public Task NoteFilesItselfAsync(string host, bool itself, Instant at, CancellationToken token) => Do(() => filingHosts[host] = itself, token);

    public Task<bool> KeepNoticeAsync(string office, Notice notice, Instant at, CancellationToken token) => Do(() =>
    {
        var known = pending.FindIndex(p => p.Notice.Topic == notice.Topic);
        if (known < 0 && told.ContainsKey(notice.Topic))
        {
            return false;
        }

        if (known < 0)
        {
            pending.Add((office, notice, at, false));
        }
        else
        {
            pending[known] = pending[known] with { Notice = notice };
        }

        return true;
    }, token);

    public Task<IReadOnlyList<PendingNotice>> PendingNoticesAsync(string office, CancellationToken token) => Do<IReadOnlyList<PendingNotice>>(() =>
        [.. pending.Where(p => p.Office == office).Select(p => new PendingNotice(p.Notice, p.At, told.ContainsKey(p.Notice.Topic), p.IsPosted))], token);

    public Task MarkPostedAsync(string topic, Instant at, CancellationToken token) => Do(() =>
    {
        var known = pending.FindIndex(p => p.Notice.Topic == topic);
        if (known >= 0)
        {
            pending[known] = pending[known] with { IsPosted = true };
        }

        return 0;
    }, token);

    public Task DropNoticeAsync(string topic, CancellationToken token) => Do(() => pending.RemoveAll(p => p.Notice.Topic == topic), token);

    private Reply? ReplyOf(ReplyKey key) => replies.Find(r => (r.Record.Key.Person, r.Record.Key.Scope) == (key.Person, key.Scope));

    private int Change(string messageId, Func<SentCopy, SentCopy> change)
    {
        var known = copies.FindIndex(c => c.Copy.Message.MessageId == messageId);
        if (known >= 0)
        {
            copies[known] = copies[known] with { Copy = change(copies[known].Copy) };
        }

        return known;
    }

    private void Confirm(ReplyKey key, ReplyState state, Instant at, string? detail, Instant? notBefore)
    {
        var reply = ReplyOf(key);
        if (state is ReplyState.Sending && reply?.Record.State is not ReplyState.Ready)
        {
            throw new InvalidOperationException("Its sending mark cannot be set.");
        }

        if (reply is not null && ReplyCounting.MayBecome(reply.Record.State, state))
        {
            var attempts = reply.Record.Attempts + (state is ReplyState.Sending ? 1 : 0);
            reply.Record = ReplyCounting.IsSettled(state)
                ? Settled(reply.Record, state, at, detail) with { NotBefore = notBefore }
                : reply.Record with { State = state, ChangedAt = at, Detail = detail, NotBefore = notBefore, Attempts = attempts };
        }
    }
}
