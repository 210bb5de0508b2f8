using BoundaryWorker.Contracts;

namespace BoundaryWorker.AdapterTests.Imap.Gmail;

/// <summary>The contract, kept at Gmail as it is scripted here.</summary>
public sealed class ImapGmailTests : MailboxMovesContract
{
    protected override Task<MailboxUnderTest> CreateAsync() => Task.FromResult<MailboxUnderTest>(new GmailUnderTest());
}

/// <summary>The contract, kept in an account in another language.</summary>
public sealed class ImapGmailInPolishTests : MailboxMovesContract
{
    protected override Task<MailboxUnderTest> CreateAsync() => Task.FromResult<MailboxUnderTest>(
        new GmailUnderTest(new GmailAccount("Wszystkie", "Wersje robocze", "Ważne", "Wysłane", "Spam", "Oznaczone gwiazdką", "Kosz")));
}
