using BoundaryWorker.Core.Mail;
using BoundaryWorker.Store.Rows;
using NodaTime;

namespace BoundaryWorker.Store;

/// <content>From which addresses mail comes through (C2).</content>
public sealed partial class SqliteLedger
{
    /// <inheritdoc/>
    public Task NoteSendableAsync(string mailbox, EmailAddress address, bool isSendable, Instant at, CancellationToken token) => WriteAsync(
        session => session.ExecuteAsync(
            """
            insert into sendable_addresses (mailbox, address, sendable, at) values (@Mailbox, @Address, @Sendable, @At)
            on conflict (mailbox, address) do update set sendable = excluded.sendable, at = excluded.at
            """,
            new { Mailbox = mailbox, Address = address.Key, Sendable = isSendable ? 1 : 0, At = Stored.Of(at) }),
        token);

    /// <inheritdoc/>
    public Task<IReadOnlyList<EmailAddress>> SendableAsync(string mailbox, CancellationToken token) => ReadAsync<IReadOnlyList<EmailAddress>>(
        async session => [.. (await session.QueryAsync<string>(
            "select address from sendable_addresses where mailbox = @Mailbox and sendable = 1 order by address", new { Mailbox = mailbox })).Select(Stored.Address)],
        token);
}
