using BoundaryWorker.Contracts;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Mail.Smtp;
using BoundaryWorker.Pipeline.Ports;
using Microsoft.Extensions.Logging.Abstractions;

namespace BoundaryWorker.AdapterTests.Smtp;

/// <summary>The sender and the server of the tests, for the contract.</summary>
internal sealed class SmtpUnderTest : SenderUnderTest
{
    public SmtpUnderTest() => Sender = new SmtpSender(
        new SmtpSettings { Host = "127.0.0.1", Port = Server.Port, Security = SmtpSecurity.None }, TimeProvider.System, NullLogger<SmtpSender>.Instance);

    public SmtpTestServer Server { get; } = new();

    public override IMailSender Sender { get; }

    public override Task<IReadOnlyList<OutgoingBytes>> SentAsync() => Task.FromResult<IReadOnlyList<OutgoingBytes>>([.. Server.Deliveries.Select(Read)]);

    public override Task BreakAsync() => Server.StopAsync();

    public override Task MendAsync()
    {
        Server.Restart();
        return Task.CompletedTask;
    }

    public override ValueTask DisposeAsync() => Server.DisposeAsync();

    private static OutgoingBytes Read(SmtpDelivery taken) => new(
        Mails.Read(new MemoryStream(taken.Bytes), default, default).Headers.First("Message-ID")!.Trim('<', '>'),
        EmailAddress.TryParse(Path(taken.MailFrom)),
        EmailAddress.TryParse(Path(Assert.Single(taken.RcptTo)))!,
        taken.Bytes);

    private static string Path(string argument) => argument.Split('<', '>')[1];
}
