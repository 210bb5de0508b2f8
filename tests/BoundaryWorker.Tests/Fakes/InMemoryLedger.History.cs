using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Pipeline.Ports;
using NodaTime;

namespace BoundaryWorker.Tests.Fakes;

/// <content>What bears on a decision, and her own sendings.</content>
public sealed partial class InMemoryLedger
{
    public Task<History> HistoryAsync(HistoryQuery query, CancellationToken token) => Do(() =>
    {
        var toPerson = replies.FindAll(r => r.Record.Key.Person == query.Person && !query.Elsewhere.Contains(r.Record.Mailbox));
        var toClient = replies.FindAll(r => query.ClientId is not null && r.Record.Key.ClientId == query.ClientId && !query.Elsewhere.Contains(r.Record.Mailbox));
        var hers = sendings.FindAll(s => !s.Sent.IsForeignAutoReply && !query.Elsewhere.Contains(s.Mailbox));
        string[] thread = [.. query.Thread, .. query.MessageId is { } id ? [id] : Array.Empty<string>()];
        return new History
        {
            AnsweredInWindow = query.ClosedWindow is { } window
                ? Latest(toPerson.Where(r => window.Contains(r.Arrived) && !ReplyCounting.IsOpenHours(r.Record.Key)).Select(r => r.Record.RecordedAt))
                : null,
            ClientRepliesInWindow = query.ClosedWindow is { } clients
                ? toClient.Count(r => r.Slot is not null && ReplyCounting.WeekOf(clients, query.Now).Contains(r.Arrived))
                : 0,
            RulesAnsweredToday = [.. toPerson.Where(r => ReplyCounting.IsOpenHours(r.Record.Key) && query.LocalDay.Contains(r.Arrived)).SelectMany(r => r.Record.Rules).Distinct()],
            EventAnswered = query.EventScope is not null && toPerson.Exists(r => r.Record.Key.Scope == query.EventScope),
            UrgentUsed = query.AllowanceSince is { } since && query.ClientId is not null ? UrgentUsed(query.ClientId, since, query.Elsewhere) : 0,
            OwnerWroteToPerson = Latest(hers.Where(s => s.Sent.Recipients.Any(r => r.Key == query.Person)).Select(s => s.Sent.At)),
            OwnerWroteInThread = Latest(hers.Where(s => s.Sent.References.Append(s.Sent.MessageId).Intersect(thread).Any()).Select(s => s.Sent.At)),
            RepliesLastHour = InLast(replies.Where(r => !r.IsBacklog), query.Now, Duration.FromHours(1), ReplyCounting.CountsForCaps),
            RepliesToPersonLastDay = InLast(toPerson, query.Now, Duration.FromDays(1), ReplyCounting.CountsForCaps),
            RepliesToClientLastDay = InLast(toClient, query.Now, Duration.FromDays(1), ReplyCounting.CountsForCaps),
            RepliesToClientLastWeek = InLast(toClient, query.Now, Duration.FromDays(7), ReplyCounting.CountsForTone),
            RepliesToClientEver = toClient.Count(r => ReplyCounting.CountsForTone(r.Record.State)) + purgedReplies.Where(p => p.Key.Client == query.ClientId && !query.Elsewhere.Contains(p.Key.Mailbox)).Sum(p => p.Value),
            BreakerOpen = breakerOpen,
            Bounced = bounces.TryGetValue(query.Person, out var bounced) && bounced > query.Now - ReplyCounting.BouncesCount ? bounced : null,
            HostAnswers = sendings.Exists(s => s.Mailbox == query.Mailbox && s.Sent.IsForeignAutoReply && s.Sent.At > query.Now - ReplyCounting.HostAnswersCount),
            IsOwnMessageId = IsOurs(query.MessageId),
            ReturnedReply = query.Returned.FirstOrDefault(id => RecipientOf(id) is not null),
            ReleasedByHand = messages.Exists(m => m.ByHand && m.Record.Mailbox == query.Mailbox && m.Record.Identity.MessageId is { } own && own == query.MessageId),
        };
    }, token);

    public Task NoteOwnSendingAsync(string mailbox, SentMessage sent, CancellationToken token) => Do(() =>
    {
        var isHers = sent.Marker is null && !IsOurs(sent.MessageId) && !IsOurs(sent.OriginalMessageId);
        if (isHers && !sendings.Exists(s => s.Mailbox == mailbox && IsSame(s.Sent, sent)))
        {
            sendings.Add(new Sending(mailbox, sent));
        }

        return 0;
    }, token);

    private static bool IsSame(SentMessage one, SentMessage other) => one.MessageId is null && other.MessageId is null
        ? one.At == other.At && one.Recipients.SequenceEqual(other.Recipients)
        : one.MessageId == other.MessageId;

    private static Instant? Latest(IEnumerable<Instant> instants) => instants.Max(i => (Instant?)i);

    private static int InLast(IEnumerable<Reply> replies, Instant now, Duration duration, Func<ReplyState, bool> counts) =>
        replies.Count(r => r.Record.RecordedAt > now - duration && counts(r.Record.State));

    private int UrgentUsed(string client, Instant since, IReadOnlyList<string> elsewhere) => messages
        .Where(m => m.Record.ClientId == client && !elsewhere.Contains(m.Record.Mailbox) && m.Record.Decision.UsesUrgentAllowance && m.Record.Identity.Received >= since)
        .DistinctBy(m => m.Record.Identity.MessageId ?? m.Record.Key.Value)
        .Count();

    private string? RecipientOf(string messageId) => replies
        .Find(r => (r.Record.Bytes.MessageId == messageId || r.Record.Bytes.MessageId.StartsWith(messageId + "@", StringComparison.Ordinal)) && r.Record.Key.Person[0] != '#')
        ?.Record.Key.Person;

    private bool IsOurs(string? messageId) => messageId is not null
        && (replies.Exists(r => r.Record.Bytes.MessageId == messageId) || digests.Values.Any(d => d.Bytes.MessageId == messageId));
}
