using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Pipeline.Ports;
using BoundaryWorker.Store.Rows;
using NodaTime;

namespace BoundaryWorker.Store;

/// <content>Her own sendings (row 17, A15). What bears our marker or one of our Message-IDs is not her act (promise 6).</content>
public sealed partial class SqliteLedger
{
    /// <summary>How many ids of a thread are looked at, the latest: a header may hold thousands.</summary>
    private const int ThreadLength = 100;

    /// <inheritdoc/>
    public Task NoteOwnSendingAsync(string mailbox, SentMessage sent, CancellationToken token) => WriteAsync(
        async session =>
        {
            if (sent.Marker is not null || await IsOursAsync(session, sent.MessageId) || await IsOursAsync(session, sent.OriginalMessageId))
            {
                return 0;
            }

            var sending = await session.ScalarAsync<long?>(
                """
                insert into sendings (mailbox, sending_key, at, is_automatic) values (@Mailbox, @Key, @At, @Automatic)
                on conflict (mailbox, sending_key) do nothing returning seq
                """,
                new { Mailbox = mailbox, Key = SendingKey(sent), At = Stored.Of(sent.At), Automatic = sent.IsForeignAutoReply ? 1 : 0 });
            return sending is { } seq ? await NoteDetailsAsync(session, seq, sent) : 0;
        },
        token);

    private static async Task<int> NoteDetailsAsync(Session session, long sending, SentMessage sent)
    {
        foreach (var person in sent.Recipients.Select(r => r.Key).Distinct())
        {
            await session.ExecuteAsync("insert into sending_recipients (sending, person) values (@Sending, @Person)", new { Sending = sending, Person = person });
        }

        foreach (var id in Thread(sent.References, sent.MessageId))
        {
            await session.ExecuteAsync("insert into sending_threads (sending, message_id) values (@Sending, @Id)", new { Sending = sending, Id = id });
        }

        return 1;
    }

    private static async Task<Instant?> OwnerWroteToPersonAsync(Session session, HistoryQuery query) => Stored.At(await session.ScalarAsync<long?>(
        """
        select max(s.at) from sending_recipients r join sendings s on s.seq = r.sending
        where r.person = @Person and s.is_automatic = 0 and s.mailbox not in (select value from json_each(@Elsewhere))
        """,
        new { query.Person, Elsewhere = LedgerJson.Write(query.Elsewhere) }));

    private static async Task<Instant?> OwnerWroteInThreadAsync(Session session, HistoryQuery query) => Stored.At(await session.ScalarAsync<long?>(
        """
        select max(s.at) from sending_threads t join sendings s on s.seq = t.sending
        where t.message_id in (select value from json_each(@Ids)) and s.is_automatic = 0 and s.mailbox not in (select value from json_each(@Elsewhere))
        """,
        new { Ids = LedgerJson.Write(Thread(query.Thread, query.MessageId)), Elsewhere = LedgerJson.Write(query.Elsewhere) }));

    private static async Task<bool> IsOursAsync(Session session, string? messageId) => messageId is not null && await session.ScalarAsync<long>(
        """
        select (select count(*) from replies where reply_message_id = @Id) + (select count(*) from digests where message_id = @Id)
        """,
        new { Id = messageId }) > 0;

    private static IReadOnlyList<string> Thread(IReadOnlyList<string> references, string? own) =>
        [.. (own is null ? references : references.Append(own)).TakeLast(ThreadLength).Distinct()];

    /// <summary>Without a Message-ID, the instant and the recipients stand for it.</summary>
    private static string SendingKey(SentMessage sent) =>
        sent.MessageId ?? string.Join(' ', sent.Recipients.Select(r => r.Key).Prepend($"{Stored.Of(sent.At)}"));
}
