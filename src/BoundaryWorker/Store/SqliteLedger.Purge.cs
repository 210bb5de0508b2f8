using BoundaryWorker.Pipeline.Ports;
using BoundaryWorker.Store.Rows;
using BoundaryWorker.Store.Sqlite;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace BoundaryWorker.Store;

/// <content>Retention (promise 10).</content>
public sealed partial class SqliteLedger
{
    private const string Settled =
        $"state in ('{nameof(ReplyState.Sent)}', '{nameof(ReplyState.Unknown)}', '{nameof(ReplyState.Refused)}', '{nameof(ReplyState.Dropped)}')";

    private const string Ended =
        $"state in ('{nameof(MessageState.Left)}', '{nameof(MessageState.Released)}', '{nameof(MessageState.Hers)}', '{nameof(MessageState.HoldFailed)}')";

    /// <inheritdoc/>
    public async Task<int> PurgeAsync(Instant before, CancellationToken token)
    {
        var purged = await WriteAsync(session => PurgeAsync(session, before), token);
        await CheckpointAsync(token);
        return purged;
    }

    private async Task CheckpointAsync(CancellationToken token)
    {
        await gate.WaitAsync(token);
        try
        {
            await SqliteDialect.CheckpointAsync(connection);
        }
        catch (SqliteException)
        {
            // Another process reads: the next purge, or the close, does it.
        }
        finally
        {
            gate.Release();
        }
    }

    private static async Task<int> PurgeAsync(Session session, Instant before)
    {
        var values = new
        {
            Before = Stored.Of(before),
            KeysBefore = Stored.Of(before - ReplyCounting.KeysKept),
            BouncesBefore = Stored.Of(before - ReplyCounting.BouncesCount),
        };
        var messages = await session.ExecuteAsync(
            $"""
            delete from messages where {Ended} and coalesce(ended_at, decided_at) < @Before
            and not exists (select 1 from replies r where r.message_key = messages.message_key and not r.{Settled})
            """,
            values);
        await PurgeRepliesAsync(session, values);
        await session.ExecuteAsync("delete from sendings where at < @KeysBefore", values);
        await session.ExecuteAsync("delete from seen_markers where at < @KeysBefore", values);
        await session.ExecuteAsync("delete from bounces where at < @BouncesBefore", values);
        await session.ExecuteAsync("delete from told where '/' || topic like '%/urgent:%' and at < @Before", values);
        await session.ExecuteAsync("delete from sent_copies where sent_at < @Before", values);
        await session.ExecuteAsync("delete from requests where answered_at < @Before", values);

        // The newest stays, so that it is known when the last one was.
        await session.ExecuteAsync("delete from digests where done_at < @Before and claimed_at < (select max(newest.claimed_at) from digests newest where newest.office = digests.office)", values);
        return messages;
    }

    private static async Task PurgeRepliesAsync(Session session, object values)
    {
        const string Which = $"{Settled} and coalesce(changed_at, recorded_at) < @KeysBefore";
        await session.ExecuteAsync(
            $"""
            insert into purged_replies (client_id, mailbox, count)
            select client_id, mailbox, count(*) from replies where client_id is not null and {InTone} and {Which} group by client_id, mailbox
            on conflict (client_id, mailbox) do update set count = purged_replies.count + excluded.count
            """,
            values);
        await session.ExecuteAsync($"delete from replies where {Which}", values);
    }
}
