using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Pipeline.Ports;
using BoundaryWorker.Store.Rows;
using NodaTime;

namespace BoundaryWorker.Store;

/// <content>Copies in Sent, and the hosts that file them by themselves (E5).</content>
public sealed partial class SqliteLedger
{
    /// <inheritdoc/>
    public Task ConfirmSentAsync(ReplyKey key, Instant at, string? detail, CancellationToken token) => WriteAsync(
        async session =>
        {
            if (!await MayBecomeAsync(session, key, ReplyState.Sent))
            {
                return 0;
            }

            await session.ExecuteAsync(
                """
                insert into sent_copies (message_id, mailbox, person, envelope_from, envelope_to, bytes, sent_at)
                select reply_message_id, mailbox, person, envelope_from, envelope_to, bytes, @At from replies
                where person = @Person and scope = @Scope and length(bytes) > 0
                on conflict (message_id) do nothing
                """,
                new { key.Person, key.Scope, At = Stored.Of(at) });
            return await StepAsync(session, key, ReplyState.Sent, at, detail, null);
        },
        token);

    /// <inheritdoc/>
    public Task<IReadOnlyList<SentCopy>> SentCopiesAsync(string mailbox, CancellationToken token) => ReadAsync<IReadOnlyList<SentCopy>>(
        async session =>
        [
            .. (await session.QueryAsync<SentCopyRow>(
                """
                select message_id as MessageId, envelope_from as EnvelopeFrom, envelope_to as EnvelopeTo, bytes as Bytes, sent_at as SentAt, marked_at as MarkedAt,
                    filed_at as FiledAt
                from sent_copies where mailbox = @Mailbox order by sent_at, message_id
                """,
                new { Mailbox = mailbox })).Select(r => r.ToRecord()),
        ],
        token);

    /// <inheritdoc/>
    public Task MarkCopyAsync(string messageId, Instant at, CancellationToken token) => WriteAsync(
        session => session.ExecuteAsync(
            "update sent_copies set marked_at = coalesce(marked_at, @At) where message_id = @Id", new { Id = messageId, At = Stored.Of(at) }),
        token);

    /// <inheritdoc/>
    public Task ConfirmCopyFiledAsync(string messageId, Instant at, CancellationToken token) => WriteAsync(
        session => session.ExecuteAsync(
            "update sent_copies set filed_at = coalesce(filed_at, @At), bytes = @Empty where message_id = @Id",
            new { Id = messageId, At = Stored.Of(at), Empty = Array.Empty<byte>() }),
        token);

    /// <inheritdoc/>
    public Task EndCopyAsync(string messageId, CancellationToken token) => WriteAsync(
        session => session.ExecuteAsync("delete from sent_copies where message_id = @Id", new { Id = messageId }), token);

    /// <inheritdoc/>
    public Task<bool?> FilesItselfAsync(string host, CancellationToken token) => ReadAsync(
        async session => await session.ScalarAsync<long?>("select files_itself from filing_hosts where host = @Host", new { Host = host }) is { } itself
            ? itself == 1
            : (bool?)null,
        token);

    /// <inheritdoc/>
    public Task NoteFilesItselfAsync(string host, bool itself, Instant at, CancellationToken token) => WriteAsync(
        session => session.ExecuteAsync(
            """
            insert into filing_hosts (host, files_itself, at) values (@Host, @Itself, @At)
            on conflict (host) do update set files_itself = excluded.files_itself, at = excluded.at
            """,
            new { Host = host, Itself = itself ? 1 : 0, At = Stored.Of(at) }),
        token);

    private sealed class SentCopyRow
    {
        public string MessageId { get; init; } = "";

        public string? EnvelopeFrom { get; init; }

        public string EnvelopeTo { get; init; } = "";

        public byte[] Bytes { get; init; } = [];

        public long SentAt { get; init; }

        public long? MarkedAt { get; init; }

        public long? FiledAt { get; init; }

        public SentCopy ToRecord() => new(
            new OutgoingBytes(MessageId, EnvelopeFrom is null ? null : Stored.Address(EnvelopeFrom), Stored.Address(EnvelopeTo), Bytes),
            Stored.At(SentAt),
            Stored.At(MarkedAt),
            Stored.At(FiledAt));
    }
}
