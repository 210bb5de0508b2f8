using BoundaryWorker.Pipeline;
using BoundaryWorker.Pipeline.Ports;
using BoundaryWorker.Store.Rows;
using NodaTime;

namespace BoundaryWorker.Store;

/// <content>What is kept of one client, shown and forgotten (promise 10).</content>
public sealed partial class SqliteLedger
{
    // The topics of an office other than the shared one begin with its mark.
    private const string IsOfTopic = "instr('/' || topic, '/' || @Topic) > 0";

    private const string OfClient = "(client_id = @ClientId or person in @Persons)";

    /// <inheritdoc/>
    public Task<ClientExport> ExportClientAsync(ClientTrace who, CancellationToken token) => ReadAsync(
        async session =>
        {
            var values = await ValuesAsync(session, who);
            return new ClientExport(
                Records(await session.QueryAsync<MessageRow>($"select {MessageRow.Columns} from messages where {OfClient} order by received, seq", values)),
                ReplyRecords(await session.QueryAsync<ReplyRow>($"select {ReplyRow.Columns} from replies where {OfClient} order by recorded_at, seq", values)),
                [
                    .. (await session.QueryAsync<SendingRow>(
                        """
                        select s.mailbox as Mailbox, s.at as At, r.person as Person from sending_recipients r join sendings s on s.seq = r.sending
                        where r.person in @Persons order by s.at, s.seq, r.person
                        """,
                        values)).Select(s => new OwnSending(s.Mailbox, Stored.At(s.At), s.Person)),
                ],
                [
                    .. (await session.QueryAsync<SendingRow>("select '' as Mailbox, at as At, person as Person from bounces where person in @Persons order by person", values))
                        .Select(b => (b.Person, Stored.At(b.At))),
                ],
                (int)await session.ScalarAsync<long>("select coalesce(sum(count), 0) from purged_replies where client_id = @ClientId", values));
        },
        token);

    /// <inheritdoc/>
    public async Task<ForgetResult> ForgetClientAsync(ClientTrace who, Instant now, CancellationToken token)
    {
        var result = await WriteAsync(session => ForgetAsync(session, who, now), token);
        if (!result.IsRefused)
        {
            await CheckpointAsync(token);
        }

        return result;
    }

    private static async Task<ForgetResult> ForgetAsync(Session session, ClientTrace who, Instant now)
    {
        var values = await ValuesAsync(session, who);
        var held = await session.ScalarAsync<long>($"select count(*) from messages where {OfClient} and not {Ended}", values);
        var unsent = await session.ScalarAsync<long>($"select count(*) from replies where {OfClient} and not {Settled}", values);
        if (held + unsent > 0)
        {
            return new ForgetResult((int)held, (int)unsent);
        }

        await session.ExecuteAsync("delete from bounces where person in @Persons", values);
        await session.ExecuteAsync("delete from sent_copies where person in @Persons", values);
        var urgent = new { Topic = Notice.UrgentTopic(who.ClientId) };
        await session.ExecuteAsync($"delete from pending_notices where {IsOfTopic}", urgent);
        await session.ExecuteAsync($"delete from told where {IsOfTopic}", urgent);
        await session.ExecuteAsync("delete from purged_replies where client_id = @ClientId", values);
        await session.ExecuteAsync("""
            delete from good_files where kind = 'clients' and seq <> (
                select newest.seq from good_files newest where newest.kind = 'clients' and newest.source = good_files.source
                order by newest.read_at desc, newest.seq desc limit 1)
            """);
        return new ForgetResult(
            0,
            0,
            await session.ExecuteAsync($"delete from messages where {OfClient}", values),
            await ForgetRepliesAsync(session, values, now),
            await ForgetSendingsAsync(session, values));
    }

    /// <summary>The younger keys stay, nameless: they take no slot and count for no client any more.</summary>
    private static async Task<int> ForgetRepliesAsync(Session session, ClientValues values, Instant now)
    {
        var removed = await session.ExecuteAsync(
            $"delete from replies where {OfClient} and coalesce(changed_at, recorded_at) < @Before",
            new { values.ClientId, values.Persons, Before = Stored.Of(now - ReplyCounting.KeysKept) });
        var secret = await SecretAsync(session);
        foreach (var person in await session.QueryAsync<string>($"select distinct person from replies where {OfClient}", values))
        {
            removed += await session.ExecuteAsync(
                """
                update replies set person = @Nameless, client_id = null, slot = null, envelope_to = @Nobody, detail = null where person = @Person
                """,
                new { Person = person, Nameless = Forgotten.Person(secret, person), Nobody = Forgotten.Address });
        }

        return removed;
    }

    /// <summary>Mail of hers that went to others too stays theirs.</summary>
    private static async Task<int> ForgetSendingsAsync(Session session, ClientValues values)
    {
        var removed = await session.ScalarAsync<long>("select count(*) from sending_recipients where person in @Persons", values);
        await session.ExecuteAsync(
            """
            delete from sendings where exists (select 1 from sending_recipients r where r.sending = sendings.seq)
            and not exists (select 1 from sending_recipients r where r.sending = sendings.seq and r.person not in @Persons)
            """,
            values);
        await session.ExecuteAsync("delete from sending_recipients where person in @Persons", values);
        return (int)removed;
    }

    private static async Task<byte[]> SecretAsync(Session session) => await session.ScalarAsync<byte[]>("select secret from installation") ?? [];

    /// <summary>All persons of theirs that occur anywhere.</summary>
    private static async Task<ClientValues> ValuesAsync(Session session, ClientTrace who)
    {
        var recorded = await session.QueryAsync<string>(
            "select person from messages where client_id = @ClientId and person <> '' union select person from replies where client_id = @ClientId", new { who.ClientId });
        var all = await session.QueryAsync<string>(
            "select person from messages union select person from replies union select person from sending_recipients union select person from bounces");
        return new ClientValues(who.ClientId, [.. all.Where(who.Covers).Union(recorded)]);
    }

    private sealed record ClientValues(string ClientId, IReadOnlyList<string> Persons);

    private sealed class SendingRow
    {
        public string Mailbox { get; init; } = "";

        public long At { get; init; }

        public string Person { get; init; } = "";
    }
}
