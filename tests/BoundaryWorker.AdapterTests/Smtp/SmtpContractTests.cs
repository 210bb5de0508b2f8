using BoundaryWorker.Contracts;

namespace BoundaryWorker.AdapterTests.Smtp;

/// <summary>The contract, kept on a real connection.</summary>
public sealed class SmtpContractTests : MailSenderContract
{
    protected override Task<SenderUnderTest> CreateAsync() => Task.FromResult<SenderUnderTest>(new SmtpUnderTest());
}
