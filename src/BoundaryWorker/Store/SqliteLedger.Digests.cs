using BoundaryWorker.Pipeline.Ports;
using BoundaryWorker.Store.Rows;
using NodaTime;

namespace BoundaryWorker.Store;

/// <content>Digests: claimed once a day for each Code, and what goes into them.</content>
public sealed partial class SqliteLedger
{
    private const string ChosenForDigest =
        $"""
        (select seq from messages where decided_at >= @Since
         union select seq from messages where state in ('{nameof(MessageState.ToHold)}', '{nameof(MessageState.Held)}', '{nameof(MessageState.ToRelease)}'))
        """;

    /// <inheritdoc/>
    public Task<bool> ClaimDigestAsync(DigestKey key, OutgoingBytes bytes, Instant at, CancellationToken token) => WriteAsync(
        async session => await session.ExecuteAsync(
            """
            insert into digests (office, day, message_id, envelope_from, envelope_to, bytes, claimed_at)
            values (@Office, @Day, @MessageId, @From, @To, @Bytes, @At)
            on conflict (office, day) do nothing
            """,
            new { key.Office, Day = Stored.Of(key.Day), bytes.MessageId, From = bytes.EnvelopeFrom?.Bare, To = bytes.EnvelopeTo.Bare, bytes.Bytes, At = Stored.Of(at) }) == 1,
        token);

    /// <inheritdoc/>
    public Task<IReadOnlyList<(LocalDate Day, OutgoingBytes Bytes, bool SendingMarked)>> UnsentDigestsAsync(string office, CancellationToken token) =>
        ReadAsync<IReadOnlyList<(LocalDate, OutgoingBytes, bool)>>(
            async session => [.. (await session.QueryAsync<DigestRow>(
                """
                select day as Day, message_id as MessageId, envelope_from as EnvelopeFrom, envelope_to as EnvelopeTo, bytes as Bytes, sending_at as SendingAt
                from digests where office = @Office and done_at is null order by day
                """,
                new { Office = office })).Select(r => (Stored.Day(r.Day), r.ToBytes(), r.SendingAt is not null))],
            token);

    /// <inheritdoc/>
    public Task MarkDigestSendingAsync(DigestKey key, Instant? at, CancellationToken token) => WriteAsync(
        session => session.ExecuteAsync(
            "update digests set sending_at = @At where office = @Office and day = @Day and done_at is null",
            new { key.Office, Day = Stored.Of(key.Day), At = Stored.Of(at) }),
        token);

    /// <inheritdoc/>
    /// <remarks>Its bytes may hold first words of messages (promise 10), so they go from the log of changes (WAL) beside the file too.</remarks>
    public async Task MarkDigestDoneAsync(DigestKey key, Instant at, string? detail, CancellationToken token)
    {
        await WriteAsync(
            session => session.ExecuteAsync(
                "update digests set done_at = @At, detail = @Detail, bytes = @Empty where office = @Office and day = @Day and done_at is null",
                new { key.Office, Day = Stored.Of(key.Day), At = Stored.Of(at), Detail = detail, Empty = Array.Empty<byte>() }),
            token);
        await CheckpointAsync(token);
    }

    /// <inheritdoc/>
    public Task<LocalDate?> LastDigestDayAsync(string office, CancellationToken token) => ReadAsync<LocalDate?>(
        async session => await session.ScalarAsync<string?>("select max(day) from digests where office = @Office", new { Office = office }) is { } day ? Stored.Day(day) : null, token);

    /// <inheritdoc/>
    public Task<Instant?> LastDigestAsync(string office, CancellationToken token) => ReadAsync(
        async session => Stored.At(await session.ScalarAsync<long?>("select max(claimed_at) from digests where office = @Office", new { Office = office })), token);

    /// <inheritdoc/>
    public Task<IReadOnlyList<(MessageRecord Message, ReplyRecord? Reply)>> SinceAsync(Instant since, CancellationToken token) =>
        ReadAsync<IReadOnlyList<(MessageRecord, ReplyRecord?)>>(
            async session =>
            {
                var values = new { Since = Stored.Of(since) };
                var messages = await session.QueryAsync<MessageRow>(
                    $"select {MessageRow.Columns} from messages where seq in {ChosenForDigest} order by received, seq", values);
                var replies = (await session.QueryAsync<ReplyRow>(
                    $"select {ReplyRow.Columns} from replies where message_key in (select message_key from messages where seq in {ChosenForDigest})", values))
                    .ToDictionary(r => r.MessageKey, r => r.ToRecord());
                return [.. messages.Select(m => (m.ToRecord(), replies.GetValueOrDefault(m.MessageKey)))];
            },
            token);

    private sealed class DigestRow
    {
        public string Day { get; init; } = "";

        public string MessageId { get; init; } = "";

        public string? EnvelopeFrom { get; init; }

        public string EnvelopeTo { get; init; } = "";

        public byte[] Bytes { get; init; } = [];

        public long? SendingAt { get; init; }

        public OutgoingBytes ToBytes() =>
            new(MessageId, EnvelopeFrom is null ? null : Stored.Address(EnvelopeFrom), Stored.Address(EnvelopeTo), Bytes);
    }
}
