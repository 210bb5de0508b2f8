using BoundaryWorker.Pipeline.Ports;
using BoundaryWorker.Store.Rows;
using NodaTime;

namespace BoundaryWorker.Store;

/// <content>What other commands ask of the running worker.</content>
public sealed partial class SqliteLedger
{
    /// <inheritdoc/>
    public Task<long> AskAsync(string kind, string argument, Instant at, CancellationToken token) => WriteAsync(
        session => session.ScalarAsync<long>(
            "insert into requests (kind, argument, asked_at) values (@Kind, @Argument, @At) returning id",
            new { Kind = kind, Argument = argument, At = Stored.Of(at) }),
        token);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Request>> OpenRequestsAsync(CancellationToken token) => ReadAsync<IReadOnlyList<Request>>(
        async session => [.. (await session.QueryAsync<RequestRow>(
            "select id as Id, kind as Kind, argument as Argument, asked_at as AskedAt from requests where answered_at is null order by id"))
            .Select(r => new Request(r.Id, r.Kind, r.Argument, Stored.At(r.AskedAt)))],
        token);

    /// <inheritdoc/>
    public Task AnswerAsync(long id, string answer, Instant at, CancellationToken token) => WriteAsync(
        session => session.ExecuteAsync(
            "update requests set answer = @Answer, answered_at = @At where id = @Id and answered_at is null",
            new { Id = id, Answer = answer, At = Stored.Of(at) }),
        token);

    /// <inheritdoc/>
    public Task<string?> AnswerToAsync(long id, CancellationToken token) => ReadAsync(
        session => session.ScalarAsync<string?>("select answer from requests where id = @Id", new { Id = id }), token);

    private sealed class RequestRow
    {
        public long Id { get; init; }

        public string Kind { get; init; } = "";

        public string Argument { get; init; } = "";

        public long AskedAt { get; init; }
    }
}
