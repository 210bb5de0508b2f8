using BoundaryWorker.Pipeline;
using BoundaryWorker.Pipeline.Ports;
using BoundaryWorker.Store.Rows;
using NodaTime;

namespace BoundaryWorker.Store;

/// <content>What she is to be told and was not yet.</content>
public sealed partial class SqliteLedger
{
    /// <inheritdoc/>
    public Task<bool> KeepNoticeAsync(string office, Notice notice, Instant at, CancellationToken token) => WriteAsync(
        async session => await session.ExecuteAsync(
            """
            insert into pending_notices (topic, office, kind, subject, detail, at)
            select @Topic, @Office, @Kind, @Subject, @Detail, @At
            where not exists (select 1 from told where topic = @Topic) or exists (select 1 from pending_notices where topic = @Topic)
            on conflict (topic) do update set kind = excluded.kind, subject = excluded.subject, detail = excluded.detail
            """,
            new { notice.Topic, Office = office, Kind = notice.Kind.ToString(), notice.Subject, notice.Detail, At = Stored.Of(at) }) == 1,
        token);

    /// <inheritdoc/>
    public Task<IReadOnlyList<PendingNotice>> PendingNoticesAsync(string office, CancellationToken token) => ReadAsync<IReadOnlyList<PendingNotice>>(
        async session =>
        [
            .. (await session.QueryAsync<PendingNoticeRow>(
                """
                select p.topic as Topic, p.kind as Kind, p.subject as Subject, p.detail as Detail, p.at as At, p.posted_at as PostedAt, t.at as ToldAt
                from pending_notices p left join told t on t.topic = p.topic where p.office = @Office order by p.seq
                """,
                new { Office = office })).Select(r => r.ToRecord()).OfType<PendingNotice>(),
        ],
        token);

    /// <inheritdoc/>
    public Task MarkPostedAsync(string topic, Instant at, CancellationToken token) => WriteAsync(
        session => session.ExecuteAsync("update pending_notices set posted_at = @At where topic = @Topic", new { Topic = topic, At = Stored.Of(at) }), token);

    /// <inheritdoc/>
    public Task DropNoticeAsync(string topic, CancellationToken token) => WriteAsync(
        session => session.ExecuteAsync("delete from pending_notices where topic = @Topic", new { Topic = topic }), token);

    private sealed class PendingNoticeRow
    {
        public string Topic { get; init; } = "";

        public string Kind { get; init; } = "";

        public string Subject { get; init; } = "";

        public string Detail { get; init; } = "";

        public long At { get; init; }

        public long? PostedAt { get; init; }

        public long? ToldAt { get; init; }

        /// <summary>Null for a kind that this program does not know: a newer one wrote it.</summary>
        public PendingNotice? ToRecord() => Enum.TryParse<NoticeKind>(Kind, out var kind)
            ? new PendingNotice(new Notice(Topic, kind, Subject, Detail), Stored.At(At), ToldAt is not null, PostedAt is not null)
            : null;
    }
}
