using BoundaryWorker.Contracts;

namespace BoundaryWorker.AdapterTests.Imap;

/// <summary>The contract, kept at a server that offers all.</summary>
public sealed class ImapMailboxTests : MailboxBatchesContract
{
    protected override Task<MailboxUnderTest> CreateAsync() => Task.FromResult<MailboxUnderTest>(new ImapUnderTest(DovecotServer.Full));
}

/// <summary>The contract, kept at a server without MOVE, IDLE and special-use folders: the COPY way of D2.</summary>
public sealed class ImapMailboxByCopyTests : MailboxBatchesContract
{
    protected override Task<MailboxUnderTest> CreateAsync() => Task.FromResult<MailboxUnderTest>(new ImapUnderTest(DovecotServer.WithoutMove));
}
