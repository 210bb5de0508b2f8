using System.Runtime.CompilerServices;
using BoundaryWorker.Core.Replies;
using BoundaryWorker.Pipeline.Ports;
using NodaTime;

namespace BoundaryWorker.Tests.Fakes;

/// <summary>A ledger without a disk, for tests of the path. Passes the same contract as the real one; each method can be made to fail.</summary>
public sealed partial class InMemoryLedger : ILedger
{
    private readonly Lock gate = new();
    private readonly List<Entry> messages = [];
    private readonly List<Sending> sendings = [];
    private readonly Dictionary<string, Instant> bounces = [];
    private readonly Dictionary<string, LookState> looks = [];
    private readonly SortedDictionary<DigestKey, Digest> digests = new(Comparer<DigestKey>.Create((a, b) => (a.Office, a.Day).CompareTo((b.Office, b.Day))));
    private readonly List<(GoodFile File, Instant ReadAt)> files = [];
    private readonly List<(Request Request, string? Answer, Instant? AnsweredAt)> requests = [];
    private readonly Dictionary<string, Instant> told = [];
    private readonly Dictionary<(string Client, string Mailbox), int> purgedReplies = [];
    private readonly List<Reply> replies = [];
    private readonly Dictionary<(string Key, string Installation), Instant> markers = [];
    private Installation? installation;
    private (string Holder, Instant Until)? lease;
    private bool breakerOpen;
    private long lastRequest;

    /// <summary>Failures by the name of the method.</summary>
    public Faults Faults { get; } = new();

    public Task<Installation> InstallationAsync(CancellationToken token) =>
        Do(() => installation ??= new Installation("0011223344556677", [.. Enumerable.Range(0, 32).Select(n => (byte)n)]), token);

    public Task<bool> TryLeaseAsync(string holder, Instant now, Instant until, CancellationToken token) => Do(() =>
    {
        if (lease is { } held && held.Holder != holder && held.Until > now)
        {
            return false;
        }

        lease = (holder, until);
        return true;
    }, token);

    public Task<string?> LeaseHolderAsync(Instant now, CancellationToken token) =>
        Do(() => lease is { } held && held.Until > now ? held.Holder : null, token);

    public Task EndLeaseAsync(string holder, CancellationToken token) =>
        Do(() => lease = lease?.Holder == holder ? null : lease, token);

    public Task<bool> TellOnceAsync(string topic, Instant now, CancellationToken token) => Do(() => told.TryAdd(topic, now), token);

    public Task ForgetTopicAsync(string topic, CancellationToken token) => Do(() => told.Remove(topic), token);

    public Task<LookState> LastLookAsync(string mailbox, CancellationToken token) =>
        Do(() => looks.GetValueOrDefault(mailbox) ?? new LookState(null, null), token);

    public Task NoteLookAsync(string mailbox, LookState state, CancellationToken token) => Do(() => looks[mailbox] = state, token);

    public Task SaveGoodAsync(GoodFile file, CancellationToken token) => Do(() =>
    {
        var known = files.FindIndex(f => (f.File.Kind, f.File.Source, f.File.Version, f.File.Text) == (file.Kind, file.Source, file.Version, file.Text));
        if (known >= 0)
        {
            files[known] = (files[known].File, file.SavedAt);
        }
        else
        {
            files.Add((file, file.SavedAt));
        }

        return 0;
    }, token);

    public Task<IReadOnlyList<GoodFile>> GoodVersionsAsync(string kind, string source, CancellationToken token) => Do<IReadOnlyList<GoodFile>>(() =>
        [.. files.Where(f => f.File.Kind == kind && f.File.Source == source).Reverse().OrderByDescending(f => f.ReadAt).Select(f => f.File)], token);

    public Task<long> AskAsync(string kind, string argument, Instant at, CancellationToken token) => Do(() =>
    {
        requests.Add((new Request(++lastRequest, kind, argument, at), null, null));
        return lastRequest;
    }, token);

    public Task<IReadOnlyList<Request>> OpenRequestsAsync(CancellationToken token) => Do<IReadOnlyList<Request>>(() =>
        [.. requests.Where(r => r.AnsweredAt is null).Select(r => r.Request)], token);

    public Task AnswerAsync(long id, string answer, Instant at, CancellationToken token) => Do(() =>
    {
        var index = requests.FindIndex(r => r.Request.Id == id && r.AnsweredAt is null);
        if (index >= 0)
        {
            requests[index] = (requests[index].Request, answer, at);
        }

        return 0;
    }, token);

    public Task<string?> AnswerToAsync(long id, CancellationToken token) =>
        Do(() => requests.Where(r => r.Request.Id == id).Select(r => r.Answer).FirstOrDefault(), token);

    public Task<int> PurgeAsync(Instant before, CancellationToken token) => Do(() =>
    {
        var purged = messages.RemoveAll(m =>
            m.Record.State is MessageState.Left or MessageState.Released or MessageState.Hers or MessageState.HoldFailed
            && (m.Record.EndedAt ?? m.Record.DecidedAt) < before
            && !replies.Exists(r => r.Record.Message == m.Record.Key && !ReplyCounting.IsSettled(r.Record.State)));
        PurgeReplies(before - ReplyCounting.KeysKept);
        copies.RemoveAll(c => c.Copy.SentAt < before);
        RemoveTold("urgent:", at => at < before);
        requests.RemoveAll(r => r.AnsweredAt < before);
        sendings.RemoveAll(s => s.Sent.At < before - ReplyCounting.KeysKept);
        foreach (var (marker, _) in markers.Where(m => m.Value < before - ReplyCounting.KeysKept).ToList())
        {
            markers.Remove(marker);
        }

        foreach (var (person, _) in bounces.Where(b => b.Value < before - ReplyCounting.BouncesCount).ToList())
        {
            bounces.Remove(person);
        }

        var newest = digests.GroupBy(d => d.Key.Office).ToDictionary(g => g.Key, g => g.Max(d => d.Value.ClaimedAt));
        foreach (var (key, _) in digests.Where(d => d.Value.DoneAt < before && d.Value.ClaimedAt < newest[d.Key.Office]).ToList())
        {
            digests.Remove(key);
        }

        return purged;
    }, token);

    private void RemoveTold(string topic, Func<Instant, bool> when) =>
        told.Where(t => $"/{t.Key}".Contains($"/{topic}", StringComparison.Ordinal) && when(t.Value)).ToList().ForEach(t => told.Remove(t.Key));

    private void PurgeReplies(Instant before)
    {
        foreach (var reply in replies.FindAll(r => ReplyCounting.IsSettled(r.Record.State) && (r.Record.ChangedAt ?? r.Record.RecordedAt) < before))
        {
            replies.Remove(reply);
            if (reply.Record.Key.ClientId is { } client && ReplyCounting.CountsForTone(reply.Record.State))
            {
                var key = (client, reply.Record.Mailbox);
                purgedReplies[key] = purgedReplies.GetValueOrDefault(key) + 1;
            }
        }
    }

    private Task<T> Do<T>(Func<T> work, CancellationToken token, [CallerMemberName] string method = "")
    {
        if (token.IsCancellationRequested)
        {
            return Task.FromCanceled<T>(token);
        }

        lock (gate)
        {
            try
            {
                Faults.Pass(method);
                return Task.FromResult(work());
            }
            catch (Exception error)
            {
                return Task.FromException<T>(error);
            }
        }
    }

    private sealed class Entry(MessageRecord record)
    {
        public MessageRecord Record { get; set; } = record;

        public bool ByHand { get; set; }
    }

    private sealed class Reply(ReplyRecord record, MessageRecord message, int? slot)
    {
        public ReplyRecord Record { get; set; } = record;

        public Instant Arrived { get; } = message.Identity.Received;

        public bool IsBacklog { get; } = message.DecidedAt - message.Identity.Received > ReplyCounting.BacklogAfter;

        public int? Slot { get; } = slot;
    }

    private sealed record Sending(string Mailbox, SentMessage Sent);

    private sealed record Digest(OutgoingBytes Bytes, Instant ClaimedAt, bool SendingMarked = false, Instant? DoneAt = null);
}
