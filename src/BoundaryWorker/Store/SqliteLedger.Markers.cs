using BoundaryWorker.Pipeline.Ports;
using BoundaryWorker.Store.Rows;
using NodaTime;

namespace BoundaryWorker.Store;

/// <content>Markers found in Sent (E4).</content>
public sealed partial class SqliteLedger
{
    /// <inheritdoc/>
    public Task<bool> NoteMarkerAsync(string key, string installation, Instant at, CancellationToken token) => WriteAsync(
        async session => await session.ExecuteAsync(
            "insert into seen_markers (marker_key, installation, at) values (@Key, @Installation, @At) on conflict do nothing",
            new { Key = key, Installation = installation, At = Stored.Of(at) }) == 1,
        token);

    private static async Task<bool> WasSeenAsync(Session session, ReplyRecord reply) => await session.ScalarAsync<long>(
        "select count(*) from seen_markers where marker_key = @Key", new { Key = ReplyCounting.MarkerKey(reply.Bytes.MessageId) }) > 0;
}
