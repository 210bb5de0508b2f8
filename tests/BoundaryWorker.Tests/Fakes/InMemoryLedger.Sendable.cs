using BoundaryWorker.Core.Mail;
using NodaTime;

namespace BoundaryWorker.Tests.Fakes;

/// <content>From which addresses mail comes through (C2).</content>
public sealed partial class InMemoryLedger
{
    private readonly SortedDictionary<(string Mailbox, string Address), bool> sendable = [];

    public Task NoteSendableAsync(string mailbox, EmailAddress address, bool isSendable, Instant at, CancellationToken token) =>
        Do(() => sendable[(mailbox, address.Key)] = isSendable, token);

    public Task<IReadOnlyList<EmailAddress>> SendableAsync(string mailbox, CancellationToken token) => Do<IReadOnlyList<EmailAddress>>(
        () => [.. sendable.Where(s => s.Key.Mailbox == mailbox && s.Value).Select(s => EmailAddress.TryParse(s.Key.Address)!)], token);
}
