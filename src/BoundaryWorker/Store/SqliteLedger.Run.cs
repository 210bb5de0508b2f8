using System.Security.Cryptography;
using BoundaryWorker.Core.Replies;
using BoundaryWorker.Store.Rows;
using NodaTime;

namespace BoundaryWorker.Store;

/// <content>Who runs, which installation it is, and what she was told.</content>
public sealed partial class SqliteLedger
{
    /// <inheritdoc/>
    public Task<Installation> InstallationAsync(CancellationToken token) => WriteAsync(
        async session =>
        {
            await session.ExecuteAsync(
                "insert into installation (one, id, secret) values (1, @Id, @Secret) on conflict (one) do nothing",
                new { Id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)), Secret = RandomNumberGenerator.GetBytes(32) });
            var row = await session.FirstAsync<InstallationRow>("select id as Id, secret as Secret from installation");
            return new Installation(row!.Id, row.Secret);
        },
        token);

    /// <inheritdoc/>
    public Task<bool> TryLeaseAsync(string holder, Instant now, Instant until, CancellationToken token) => WriteAsync(
        async session => await session.ExecuteAsync(
            """
            insert into lease (one, holder, until) values (1, @Holder, @Until)
            on conflict (one) do update set holder = excluded.holder, until = excluded.until
            where lease.holder = excluded.holder or lease.until <= @Now
            """,
            new { Holder = holder, Until = Stored.Of(until), Now = Stored.Of(now) }) == 1,
        token);

    /// <inheritdoc/>
    public Task<string?> LeaseHolderAsync(Instant now, CancellationToken token) => ReadAsync(
        session => session.ScalarAsync<string?>("select holder from lease where until > @Now", new { Now = Stored.Of(now) }), token);

    /// <inheritdoc/>
    public Task EndLeaseAsync(string holder, CancellationToken token) => WriteAsync(
        session => session.ExecuteAsync("delete from lease where holder = @Holder", new { Holder = holder }), token);

    /// <inheritdoc/>
    public Task<bool> TellOnceAsync(string topic, Instant now, CancellationToken token) => WriteAsync(
        async session => await session.ExecuteAsync(
            "insert into told (topic, at) values (@Topic, @At) on conflict (topic) do nothing", new { Topic = topic, At = Stored.Of(now) }) == 1,
        token);

    /// <inheritdoc/>
    public Task ForgetTopicAsync(string topic, CancellationToken token) => WriteAsync(
        session => session.ExecuteAsync("delete from told where topic = @Topic", new { Topic = topic }), token);

    private sealed class InstallationRow
    {
        public string Id { get; init; } = "";

        public byte[] Secret { get; init; } = [];
    }
}
