using BoundaryWorker.Core.Deciding;
using NodaTime;

namespace BoundaryWorker.Tests.Deciding;

/// <summary>What a ledger would remember of replies, as simply as can be.</summary>
internal sealed class LedgerInMemory
{
    private readonly List<(Answer Answer, Instant Arrived, Instant At)> _replies = [];

    /// <summary>A reply counts for the window and the day in which the message it answers arrived.</summary>
    public void Record(Decision decision, Instant arrived, Instant at)
    {
        if (decision.Reply.Answer is { } answer)
        {
            _replies.Add((answer, arrived, at));
        }
    }

    public History Of(HistoryQuery query)
    {
        var person = _replies.Where(r => r.Answer.Key.Person == query.Person).ToList();
        var client = _replies.Where(r => query.ClientId is not null && r.Answer.Key.ClientId == query.ClientId).ToList();
        bool InWindow((Answer, Instant Arrived, Instant) r) => query.ClosedWindow is { } window && window.Contains(r.Arrived);
        bool Since((Answer, Instant, Instant At) r, Duration back) => query.Now - r.At < back;
        return new History
        {
            AnsweredInWindow = person.Where(InWindow).Select(r => (Instant?)r.At).LastOrDefault(),
            ClientRepliesInWindow = client.Count(InWindow),
            RulesAnsweredToday = [.. person.Where(r => r.Answer.Kind == AnswerKind.Channel && query.LocalDay.Contains(r.Arrived)).SelectMany(r => r.Answer.Rules)],
            EventAnswered = person.Any(r => r.Answer.Key.Scope == query.EventScope),
            RepliesLastHour = _replies.Count(r => Since(r, Duration.FromHours(1))),
            RepliesToPersonLastDay = person.Count(r => Since(r, Duration.FromDays(1))),
            RepliesToClientLastDay = client.Count(r => Since(r, Duration.FromDays(1))),
            RepliesToClientLastWeek = client.Count(r => Since(r, Duration.FromDays(7))),
        };
    }
}
