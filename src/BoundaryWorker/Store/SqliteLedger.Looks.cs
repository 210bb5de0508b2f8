using BoundaryWorker.Pipeline.Ports;
using BoundaryWorker.Store.Rows;

namespace BoundaryWorker.Store;

/// <content>Cursors and looks.</content>
public sealed partial class SqliteLedger
{
    /// <inheritdoc/>
    public Task<LookState> LastLookAsync(string mailbox, CancellationToken token) => ReadAsync(
        async session => await session.FirstAsync<LookRow>("select cursor as Cursor, at as At from looks where mailbox = @Mailbox", new { Mailbox = mailbox })
            is { } row ? new LookState(row.Cursor, Stored.At(row.At)) : new LookState(null, null),
        token);

    /// <inheritdoc/>
    public Task NoteLookAsync(string mailbox, LookState state, CancellationToken token) => WriteAsync(
        session => session.ExecuteAsync(
            """
            insert into looks (mailbox, cursor, at) values (@Mailbox, @Cursor, @At)
            on conflict (mailbox) do update set cursor = excluded.cursor, at = excluded.at
            """,
            new { Mailbox = mailbox, state.Cursor, At = Stored.Of(state.At) }),
        token);

    private sealed class LookRow
    {
        public string? Cursor { get; init; }

        public long? At { get; init; }
    }
}
