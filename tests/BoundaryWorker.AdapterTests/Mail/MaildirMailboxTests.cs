using BoundaryWorker.Contracts;

namespace BoundaryWorker.AdapterTests.Mail;

/// <summary>The contract, kept by a real Maildir.</summary>
public sealed class MaildirMailboxTests : MailboxBatchesContract
{
    protected override Task<MailboxUnderTest> CreateAsync() => Task.FromResult<MailboxUnderTest>(new MaildirUnderTest());
}
