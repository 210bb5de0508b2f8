using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Pipeline.Ports;
using BoundaryWorker.Store.Rows;
using NodaTime;

namespace BoundaryWorker.Store;

/// <content>What bears on a decision. Each member is one question with an index of its own; what counts is said in <see cref="ReplyCounting"/>.</content>
public sealed partial class SqliteLedger
{
    /// <summary>Of this owner: another's mailboxes in the same store do not count.</summary>
    private const string Hers = "mailbox not in (select value from json_each(@Elsewhere))";
    private const string InCaps = $"state <> '{nameof(ReplyState.Dropped)}'";
    private const string InTone = $"state not in ('{nameof(ReplyState.Dropped)}', '{nameof(ReplyState.Refused)}')";

    /// <inheritdoc/>
    public Task<History> HistoryAsync(HistoryQuery query, CancellationToken token) => ReadAsync(
        async session => new History
        {
            AnsweredInWindow = await AnsweredInWindowAsync(session, query),
            ClientRepliesInWindow = await ClientRepliesInWindowAsync(session, query),
            RulesAnsweredToday = await RulesAnsweredTodayAsync(session, query),
            EventAnswered = query.EventScope is not null && await session.ScalarAsync<long>(
                "select count(*) from replies where person = @Person and scope = @EventScope", new { query.Person, query.EventScope }) > 0,
            UrgentUsed = await UrgentUsedAsync(session, query),
            OwnerWroteToPerson = await OwnerWroteToPersonAsync(session, query),
            OwnerWroteInThread = await OwnerWroteInThreadAsync(session, query),
            RepliesLastHour = await CountAsync(session, $"is_backlog = 0 and {InCaps}", query.Now - Duration.FromHours(1), query),
            RepliesToPersonLastDay = await CountAsync(session, $"person = @Person and {Hers} and {InCaps}", query.Now - Duration.FromDays(1), query),
            RepliesToClientLastDay = await CountAsync(session, $"client_id = @ClientId and {Hers} and {InCaps}", query.Now - Duration.FromDays(1), query),
            RepliesToClientLastWeek = await CountAsync(session, $"client_id = @ClientId and {Hers} and {InTone}", query.Now - Duration.FromDays(7), query),
            RepliesToClientEver = await RepliesEverAsync(session, query),
            BreakerOpen = await session.ScalarAsync<long>("select count(*) from breaker") > 0,
            Bounced = Stored.At(await session.ScalarAsync<long?>(
                "select at from bounces where person = @Person and at > @After",
                new { query.Person, After = Stored.Of(query.Now - ReplyCounting.BouncesCount) })),
            HostAnswers = await session.ScalarAsync<long>(
                "select count(*) from sendings where mailbox = @Mailbox and is_automatic = 1 and at > @After",
                new { query.Mailbox, After = Stored.Of(query.Now - ReplyCounting.HostAnswersCount) }) > 0,
            IsOwnMessageId = query.MessageId is { } id && await IsOursAsync(session, id),
            ReturnedReply = await ReturnedReplyAsync(session, query.Returned),
            ReleasedByHand = query.MessageId is not null && await session.ScalarAsync<long>(
                "select count(*) from messages where message_id = @MessageId and mailbox = @Mailbox and by_hand = 1",
                new { query.MessageId, query.Mailbox }) > 0,
        },
        token);

    private static async Task<string?> ReturnedReplyAsync(Session session, IReadOnlyList<string> returned)
    {
        foreach (var id in returned)
        {
            if (await RecipientAsync(session, id) is not null)
            {
                return id;
            }
        }

        return null;
    }

    /// <summary>By the arrival of the answered message: a window whose closing was changed since is still the one it arrived in.</summary>
    private static async Task<Instant?> AnsweredInWindowAsync(Session session, HistoryQuery query) =>
        query.ClosedWindow is not { } window
            ? null
            : Stored.At(await session.ScalarAsync<long?>(
                $"select max(recorded_at) from replies where person = @Person and arrived >= @Start and arrived < @End and scope not like 'open:%' and {Hers}",
                Within(query, window)));

    private static async Task<int> ClientRepliesInWindowAsync(Session session, HistoryQuery query) =>
        query.ClosedWindow is not { } window || query.ClientId is null
            ? 0
            : (int)await session.ScalarAsync<long>(
                $"select count(*) from replies where client_id = @ClientId and arrived >= @Start and arrived < @End and slot is not null and {Hers}",
                Within(query, ReplyCounting.WeekOf(window, query.Now)));

    private static async Task<IReadOnlyList<string>> RulesAnsweredTodayAsync(Session session, HistoryQuery query)
    {
        var rules = await session.ScalarAsync<string>(
            $"""
            select json_group_array(rule.value) from
                (select rules from replies where person = @Person and arrived >= @Start and arrived < @End and scope like 'open:%' and {Hers} order by seq) answered,
                json_each(answered.rules) rule
            """,
            Within(query, query.LocalDay));
        return [.. LedgerJson.ReadList(rules!).Distinct()];
    }

    /// <summary>One message that came into two mailboxes used it once (D11).</summary>
    private static async Task<int> UrgentUsedAsync(Session session, HistoryQuery query) =>
        query.AllowanceSince is not { } since || query.ClientId is null
            ? 0
            : (int)await session.ScalarAsync<long>(
                $"""
                select count(distinct coalesce(message_id, message_key)) from messages
                where client_id = @ClientId and received >= @Since and uses_allowance = 1 and {Hers}
                """,
                new { query.ClientId, Since = Stored.Of(since), Elsewhere = LedgerJson.Write(query.Elsewhere) });

    private static async Task<int> CountAsync(Session session, string which, Instant after, HistoryQuery query) =>
        (int)await session.ScalarAsync<long>(
            $"select count(*) from replies where {which} and recorded_at > @After",
            new { query.Person, query.ClientId, After = Stored.Of(after), Elsewhere = LedgerJson.Write(query.Elsewhere) });

    private static async Task<int> RepliesEverAsync(Session session, HistoryQuery query) =>
        (int)(await session.ScalarAsync<long>($"select count(*) from replies where client_id = @ClientId and {Hers} and {InTone}", new { query.ClientId, Elsewhere = LedgerJson.Write(query.Elsewhere) })
            + await session.ScalarAsync<long>($"select coalesce(sum(count), 0) from purged_replies where client_id = @ClientId and {Hers}", new { query.ClientId, Elsewhere = LedgerJson.Write(query.Elsewhere) }));

    private static object Within(HistoryQuery query, Interval interval) => new
    {
        query.Person,
        query.ClientId,
        Elsewhere = LedgerJson.Write(query.Elsewhere),
        Start = interval.HasStart ? Stored.Of(interval.Start) : long.MinValue,
        End = interval.HasEnd ? Stored.Of(interval.End) : long.MaxValue,
    };
}
