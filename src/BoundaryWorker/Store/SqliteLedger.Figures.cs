using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Pipeline.Ports;
using BoundaryWorker.Store.Rows;
using NodaTime;

namespace BoundaryWorker.Store;

/// <content>What its rows come to.</content>
public sealed partial class SqliteLedger
{
    /// <summary>Counts over everything that is kept; one state of the ledger.</summary>
    /// <param name="now">To tell what is overdue.</param>
    /// <exception cref="LedgerUnavailableException">The store cannot be used.</exception>
    public Task<Figures> FiguresAsync(Instant now, CancellationToken token) => ReadAsync(
        async session => new Figures(
            await FiguresAsync(session, "select mailbox as Mailbox, state as Name, count(*) as Count from messages group by 1, 2 order by 1, 2"),
            await FiguresAsync(
                session,
                $"select mailbox as Mailbox, '' as Name, sum(release_at < @Now) as Count from messages where state = '{nameof(MessageState.Held)}' group by 1 order by 1",
                new { Now = Stored.Of(now) }),
            await FiguresAsync(session, "select mailbox as Mailbox, '' as Name, count(*) as Count from messages where failure is not null group by 1 order by 1"),
            await FiguresAsync(session, "select mailbox as Mailbox, state as Name, count(*) as Count from replies group by 1, 2 order by 1, 2"),
            await FiguresAsync(
                session,
                """
                select '' as Mailbox, json_extract(reason.value, '$.reason') as Name, count(*) as Count
                from messages, json_each(messages.decision, '$.replyReasons') reason
                where json_extract(messages.decision, '$.answer') is null group by 2 order by 2
                """),
            await session.ScalarAsync<long>("select count(*) from breaker") > 0,
            [
                .. (await session.QueryAsync<long>(
                    $"select held_at - received from messages where held_at is not null and decision not like '%\"{nameof(Reason.Adopted)}\"%'"))
                    .Select(Duration.FromTicks),
            ]),
        token);

    private static async Task<IReadOnlyList<Figure>> FiguresAsync(Session session, string sql, object? values = null) =>
        [.. (await session.QueryAsync<FigureRow>(sql, values)).Select(r => new Figure(r.Mailbox, r.Name, r.Count))];

    private sealed class FigureRow
    {
        public string Mailbox { get; init; } = "";

        public string Name { get; init; } = "";

        public long Count { get; init; }
    }
}
