using BoundaryWorker.Core.Mail;
using BoundaryWorker.Pipeline.Ports;
using BoundaryWorker.Store.Rows;

namespace BoundaryWorker.Store;

/// <content>Messages: the record step and its confirmations.</content>
public sealed partial class SqliteLedger
{
    /// <inheritdoc/>
    public Task<MessageRecord?> FindAsync(MessageKey key, CancellationToken token) => ReadAsync(
        async session => (await session.FirstAsync<MessageRow>(
            $"select {MessageRow.Columns} from messages where message_key = @Key", new { Key = key.Value }))?.ToRecord(),
        token);

    /// <inheritdoc/>
    public Task<RecordResult> RecordAsync(MessageRecord message, ReplyRecord? reply, CancellationToken token) => WriteAsync(
        async session =>
        {
            if (await session.ExecuteAsync(MessageRow.Insert, MessageRow.Of(message)) == 0)
            {
                return RecordResult.AlreadyThere;
            }

            return reply is null || (!await WasSeenAsync(session, reply) && await InsertReplyAsync(session, message, reply))
                ? RecordResult.Recorded
                : RecordResult.RecordedWithoutReply;
        },
        token);

    /// <inheritdoc/>
    public Task ConfirmAsync(MessageKey key, MessageChange change, CancellationToken token) => ConfirmManyAsync([(key, change)], token);

    /// <inheritdoc/>
    public Task ConfirmManyAsync(IReadOnlyList<(MessageKey Key, MessageChange Change)> changes, CancellationToken token) => changes.Count == 0
        ? Task.CompletedTask
        : WriteAsync(
            async session =>
            {
                foreach (var (key, change) in changes)
                {
                    await ConfirmAsync(session, key, change);
                }

                return changes.Count;
            },
            token);

    /// <inheritdoc/>
    public Task<IReadOnlyList<MessageRecord>> InStateAsync(string mailbox, IReadOnlyList<MessageState> states, CancellationToken token) => ReadAsync(
        async session => Records(await session.QueryAsync<MessageRow>(
            $"select {MessageRow.Columns} from messages where mailbox = @Mailbox and state in @States order by received, seq",
            new { Mailbox = mailbox, States = Names(states) })),
        token);

    private static async Task ConfirmAsync(Session session, MessageKey key, MessageChange change)
    {
        await session.ExecuteAsync(
            """
            update messages set
                state = @State,
                folder = coalesce(@Folder, folder),
                ref_id = coalesce(@RefId, ref_id),
                release_at = coalesce(@ReleaseAt, release_at),
                held_at = coalesce(held_at, @HeldAt),
                ended_at = coalesce(ended_at, @EndedAt),
                failure = @Failure,
                by_hand = case when @ByHand = 1 then 1 else by_hand end
            where message_key = @Key
            """,
            new
            {
                Key = key.Value,
                State = change.State.ToString(),
                change.Ref?.Folder,
                RefId = change.Ref?.Id,
                ReleaseAt = Stored.Of(change.ReleaseAt),
                HeldAt = change.State is MessageState.Held ? Stored.Of(change.At) : (long?)null,
                EndedAt = change.State is MessageState.Released or MessageState.Hers ? Stored.Of(change.At) : (long?)null,
                change.Failure,
                ByHand = change.ByHand ? 1 : 0,
            });
        await ReplyFollowsAsync(session, key, change);
    }

    private static IReadOnlyList<MessageRecord> Records(IReadOnlyList<MessageRow> rows) => [.. rows.Select(r => r.ToRecord())];

    private static string[] Names<T>(IEnumerable<T> values)
        where T : struct, Enum => [.. values.Select(v => v.ToString())];
}
