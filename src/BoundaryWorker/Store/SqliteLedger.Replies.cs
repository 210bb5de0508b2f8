using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Pipeline.Ports;
using BoundaryWorker.Store.Rows;
using NodaTime;

namespace BoundaryWorker.Store;

/// <content>Replies: the key decides who sends (E4), the mark comes before the send (E1), what is settled stays so (promise 2).</content>
public sealed partial class SqliteLedger
{
    /// <inheritdoc/>
    public Task<bool> WasToldAsync(MessageKey key, CancellationToken token) => ReadAsync(
        async session => await session.ScalarAsync<long>(
            "select count(*) from replies where message_key = @Key and state in @Told",
            new { Key = key.Value, Told = Names([ReplyState.Sending, ReplyState.Sent, ReplyState.Unknown]) }) > 0,
        token);

    /// <inheritdoc/>
    public Task<IReadOnlyList<ReplyRecord>> RepliesInStateAsync(string mailbox, IReadOnlyList<ReplyState> states, CancellationToken token) => ReadAsync(
        async session => ReplyRecords(await session.QueryAsync<ReplyRow>(
            $"select {ReplyRow.Columns} from replies where mailbox = @Mailbox and state in @States order by recorded_at, seq",
            new { Mailbox = mailbox, States = Names(states) })),
        token);

    /// <inheritdoc/>
    public Task ConfirmReplyAsync(ReplyKey key, ReplyState state, Instant at, string? detail, Instant? notBefore, CancellationToken token) => WriteAsync(
        async session =>
        {
            if (state is ReplyState.Sending)
            {
                await RequireReadyAsync(session, key);
            }

            return await MayBecomeAsync(session, key, state) ? await StepAsync(session, key, state, at, detail, notBefore) : 0;
        },
        token);

    /// <inheritdoc/>
    public Task<Instant?> TryMarkSendingAsync(ReplyKey key, Instant now, Duration pace, CancellationToken token) => WriteAsync(
        async session =>
        {
            var last = await session.ScalarAsync<long?>(
                $"""
                select max(changed_at) from replies
                where state in ('{nameof(ReplyState.Sending)}', '{nameof(ReplyState.Sent)}', '{nameof(ReplyState.Unknown)}') and changed_at > @After and changed_at <= @Now
                """,
                new { After = Stored.Of(now - pace), Now = Stored.Of(now) });
            if (last is { } at)
            {
                return Stored.At(at) + pace;
            }

            await RequireReadyAsync(session, key);
            await StepAsync(session, key, ReplyState.Sending, now, null, null);
            return (Instant?)null;
        },
        token);

    /// <inheritdoc/>
    public Task<string?> RecipientOfAsync(string messageId, CancellationToken token) => ReadAsync(session => RecipientAsync(session, messageId), token);

    /// <inheritdoc/>
    public Task SetBreakerAsync(bool open, Instant at, CancellationToken token) => WriteAsync(
        session => open
            ? session.ExecuteAsync("insert into breaker (one, opened_at) values (1, @At) on conflict (one) do nothing", new { At = Stored.Of(at) })
            : session.ExecuteAsync("delete from breaker"),
        token);

    /// <inheritdoc/>
    public Task NoteBounceAsync(string person, Instant at, CancellationToken token) => WriteAsync(
        session => session.ExecuteAsync(
            """
            insert into bounces (person, at) values (@Person, @At)
            on conflict (person) do update set at = excluded.at where excluded.at > bounces.at
            """,
            new { Person = person.ToLowerInvariant(), At = Stored.Of(at) }),
        token);

    private static async Task RequireReadyAsync(Session session, ReplyKey key)
    {
        var from = await StateOfAsync(session, key);
        if (from != nameof(ReplyState.Ready))
        {
            throw new InvalidOperationException($"A reply that is {from ?? "not in the ledger"} must not be sent: its sending mark cannot be set.");
        }
    }

    private static async Task<bool> MayBecomeAsync(Session session, ReplyKey key, ReplyState state) =>
        await StateOfAsync(session, key) is { } from && ReplyCounting.MayBecome(Stored.Name<ReplyState>(from), state);

    private static Task<string?> StateOfAsync(Session session, ReplyKey key) =>
        session.ScalarAsync<string?>("select state from replies where person = @Person and scope = @Scope", key);

    // A key alone stands for every id that begins with it: "A" comes after "@".
    private static Task<string?> RecipientAsync(Session session, string messageId) => session.ScalarAsync<string?>(
        """
        select person from replies where (reply_message_id = @Id or (reply_message_id >= @Id || '@' and reply_message_id < @Id || 'A')) and person not like '#%' limit 1
        """,
        new { Id = messageId });

    private static IReadOnlyList<ReplyRecord> ReplyRecords(IReadOnlyList<ReplyRow> rows) => [.. rows.Select(r => r.ToRecord())];

    /// <summary>False where the key, or the client's last slot, is taken. The transaction holds the write lock, so nothing comes in between.</summary>
    private static async Task<bool> InsertReplyAsync(Session session, MessageRecord message, ReplyRecord reply)
    {
        if (await session.ScalarAsync<long>(
            "select count(*) from replies where (person in (@Person, @Nameless) and scope = @Scope) or message_key = @Message",
            new { reply.Key.Person, Nameless = Forgotten.Person(await SecretAsync(session), reply.Key.Person), reply.Key.Scope, Message = message.Key.Value }) > 0)
        {
            return false;
        }

        int? slot = null;
        if (ReplyCounting.TakesSlot(reply.Key))
        {
            slot = 1 + (int)await session.ScalarAsync<long>("select coalesce(max(slot), 0) from replies where client_id = @ClientId and scope = @Scope", reply.Key);
            if (slot > ReplyCounting.SlotsPerWindow)
            {
                return false;
            }
        }

        await session.ExecuteAsync(ReplyRow.Insert, ReplyRow.Of(reply, message, slot));
        return true;
    }

    private static Task<int> ReplyFollowsAsync(Session session, MessageKey key, MessageChange change)
    {
        var (state, detail) = change.State switch
        {
            MessageState.Held => (ReplyState.Ready, null),
            MessageState.HoldFailed => (ReplyState.Dropped, ReplyCounting.HoldFailed),
            MessageState.Hers => (ReplyState.Dropped, ReplyCounting.SheWasFaster),
            _ => (ReplyState.Waiting, (string?)null),
        };
        return state is ReplyState.Waiting
            ? Task.FromResult(0)
            : session.ExecuteAsync(
                $"""
                update replies set state = @State, changed_at = @At, detail = @Detail, bytes = case when @Clear = 1 then @Empty else bytes end
                where message_key = @Key and state = '{nameof(ReplyState.Waiting)}'
                """,
                new
                {
                    Key = key.Value,
                    State = state.ToString(),
                    At = Stored.Of(change.At),
                    Detail = detail,
                    Clear = ReplyCounting.IsSettled(state) ? 1 : 0,
                    Empty = Array.Empty<byte>(),
                });
    }

    private static Task<int> StepAsync(Session session, ReplyKey key, ReplyState state, Instant at, string? detail, Instant? notBefore) =>
        session.ExecuteAsync(
            """
            update replies set
                state = @State,
                changed_at = @At,
                detail = @Detail,
                not_before = @NotBefore,
                attempts = attempts + @Attempt,
                bytes = case when @Clear = 1 then @Empty else bytes end
            where person = @Person and scope = @Scope
            """,
            new
            {
                key.Person,
                key.Scope,
                State = state.ToString(),
                At = Stored.Of(at),
                Detail = detail,
                NotBefore = Stored.Of(notBefore),
                Attempt = state is ReplyState.Sending ? 1 : 0,
                Clear = ReplyCounting.IsSettled(state) ? 1 : 0,
                Empty = Array.Empty<byte>(),
            });
}
