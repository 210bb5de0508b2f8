using System.Security.Cryptography.X509Certificates;
using System.Text;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Mail.Smtp;
using BoundaryWorker.Pipeline.Ports;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace BoundaryWorker.AdapterTests.Smtp;

/// <summary>Encryption, certificates, signing in, and not hammering. Trust is injected as a root; nothing here or in the program turns verifying off.</summary>
public sealed class SmtpSecurityTests : IAsyncDisposable
{
    private const string Password = "correct horse";

    private readonly SmtpTestServer _server = new();
    private readonly TestCertificates _issuer = new();
    private readonly FakeTimeProvider _time = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<SmtpSecurity> Encrypted => [SmtpSecurity.StartTls, SmtpSecurity.Tls];

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _issuer.Dispose();
    }

    [Theory]
    [MemberData(nameof(Encrypted))]
    public async Task Nothing_but_the_greeting_is_said_in_the_open_and_the_message_comes_encrypted(SmtpSecurity security)
    {
        Serve(security, _issuer.For("localhost"));

        var outcome = await Sender(security).SendAsync(Message(), Token);

        Assert.True(outcome.Result == SendResult.Accepted, outcome.Detail);
        Assert.True(Assert.Single(_server.Deliveries).IsEncrypted);
        Assert.All(_server.Commands.TakeWhile(c => c != "STARTTLS" && security == SmtpSecurity.StartTls), c => Assert.StartsWith("EHLO", c, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Encrypted))]
    public async Task A_certificate_of_an_issuer_that_is_not_trusted_ends_it_before_anything_is_said(SmtpSecurity security)
    {
        Serve(security, _issuer.For("localhost"));

        await RefusedForCertificateAsync(security, trusted: false);
    }

    [Theory]
    [MemberData(nameof(Encrypted))]
    public async Task A_certificate_for_another_host_ends_it_although_its_issuer_is_trusted(SmtpSecurity security)
    {
        Serve(security, _issuer.For("mail.other.example"));

        Assert.Contains("another name", await RefusedForCertificateAsync(security, trusted: true), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Encrypted))]
    public async Task A_certificate_that_ran_out_ends_it_although_its_issuer_is_trusted(SmtpSecurity security)
    {
        Serve(security, _issuer.For("localhost", isOver: true));

        await RefusedForCertificateAsync(security, trusted: true);
    }

    [Fact]
    public async Task A_server_without_STARTTLS_is_told_nothing()
    {
        Serve(SmtpSecurity.StartTls, _issuer.For("localhost"));
        _server.Script = _server.Script with { HidesStartTls = true, Login = ("me", Password) };

        var outcome = await Sender(SmtpSecurity.StartTls, "me", Password).SendAsync(Message(), Token);

        Assert.Equal(SendResult.TryAgain, outcome.Result);
        Assert.Contains("STARTTLS", outcome.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain(_server.Commands, c => c.StartsWith("AUTH", StringComparison.Ordinal) || c.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Fact]
    public async Task TLS_to_a_port_that_speaks_none_names_the_setting()
    {
        var outcome = await Sender(SmtpSecurity.Tls).SendAsync(Message(), Token);

        Assert.Equal(SendResult.TryAgain, outcome.Result);
        Assert.Contains("Smtp:Security", outcome.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_text_goes_to_this_machine_alone()
    {
        Assert.Throws<ArgumentException>(() => new SmtpSender(new SmtpSettings { Host = "mail.example", Port = 25, Security = SmtpSecurity.None }, _time, NullLogger<SmtpSender>.Instance));
        Assert.All(["localhost", "127.0.0.1", "127.9.9.9", "::1"], host => Assert.True(SmtpSettings.IsLoopback(host)));
        Assert.All(["localhost.example", "10.0.0.1", "0.0.0.0", ""], host => Assert.False(SmtpSettings.IsLoopback(host)));
    }

    [Theory]
    [InlineData("PLAIN")]
    [InlineData("LOGIN")]
    [InlineData("PLAIN LOGIN")]
    public async Task She_is_signed_in_by_what_the_server_offers(string mechanisms)
    {
        Serve(SmtpSecurity.StartTls, _issuer.For("localhost"));
        _server.Script = _server.Script with { Login = ("me@studio.example", Password), Mechanisms = mechanisms };

        var outcome = await Sender(SmtpSecurity.StartTls, "me@studio.example", Password).SendAsync(Message(), Token);

        Assert.True(outcome.Result == SendResult.Accepted, outcome.Detail);
        Assert.Equal("me@studio.example", Assert.Single(_server.Deliveries).User);
    }

    [Fact]
    public async Task A_wrong_password_may_be_put_right_and_is_never_repeated_in_words()
    {
        _server.Script = new SmtpScript { Login = ("me", Password) }.Answer("AUTH", "535 5.7.8 wrong: no horse");

        var outcome = await Sender(SmtpSecurity.None, "me", "no horse").SendAsync(Message(), Token);

        Assert.Equal(SendResult.TryAgain, outcome.Result);
        Assert.Contains("Smtp:Password", outcome.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("no horse", outcome.Detail, StringComparison.Ordinal);
        Assert.Empty(_server.Deliveries);
    }

    [Fact]
    public async Task A_server_that_wants_a_login_where_none_is_set_names_the_setting()
    {
        _server.Script = new SmtpScript { Login = ("me", Password) };

        var outcome = await Sender(SmtpSecurity.None).SendAsync(Message(), Token);

        Assert.Equal(SendResult.TryAgain, outcome.Result);
        Assert.Contains("Smtp:User", outcome.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_password_is_in_no_text_made_of_the_settings() =>
        Assert.DoesNotContain(Password, $"{new SmtpSettings { Host = "h", Port = 1, Security = SmtpSecurity.Tls, User = "u", Password = Password }}", StringComparison.Ordinal);

    [Fact]
    public async Task A_server_that_does_not_let_her_in_is_not_hammered()
    {
        _server.Script = new SmtpScript { Login = ("me", Password) };
        var sender = Sender(SmtpSecurity.None, "me", "wrong");

        for (var i = 0; i < 20; i++)
        {
            Assert.Equal(SendResult.TryAgain, (await sender.SendAsync(Message(), Token)).Result);
        }

        Assert.Equal(2, _server.Connections);

        // Put right, it goes on after the pause, and then without one.
        _server.Script = new SmtpScript { Login = ("me", "wrong") };
        _time.Advance(ConnectBackOff.First * 2);
        Assert.Equal(SendResult.Accepted, (await sender.SendAsync(Message(), Token)).Result);
        Assert.Equal(SendResult.Accepted, (await sender.SendAsync(Message(), Token)).Result);
        Assert.Equal(4, _server.Connections);
    }

    [Fact]
    public async Task Each_pause_is_longer_than_the_last_up_to_ten_minutes()
    {
        await _server.StopAsync();
        var backOff = new ConnectBackOff(_time, () => 0.5);
        var gaps = new List<TimeSpan>();
        var start = _time.GetUtcNow();
        var last = start;
        while (_time.GetUtcNow() - start < TimeSpan.FromHours(2))
        {
            try
            {
                await backOff.ConnectAsync(
                    _ =>
                    {
                        gaps.Add(_time.GetUtcNow() - last);
                        last = _time.GetUtcNow();
                        throw new IOException("down");
                    },
                    Token);
            }
            catch (Exception e) when (e is IOException or Polly.CircuitBreaker.BrokenCircuitException)
            {
                _time.Advance(TimeSpan.FromSeconds(1));
            }
        }

        var pauses = gaps.Skip(2).ToList();
        Assert.Equal(pauses.Order(), pauses);
        Assert.InRange(pauses[0], ConnectBackOff.First * 0.75, ConnectBackOff.First * 2.5);
        Assert.InRange(pauses[^1], ConnectBackOff.Longest * 0.75, ConnectBackOff.Longest * 1.25);
        Assert.InRange(gaps.Count, 10, 20);
    }

    private async Task<string> RefusedForCertificateAsync(SmtpSecurity security, bool trusted)
    {
        var outcome = await Sender(security, trusted: trusted).SendAsync(Message(), Token);

        Assert.Equal(SendResult.TryAgain, outcome.Result);
        Assert.Contains("certificate", outcome.Detail, StringComparison.Ordinal);
        Assert.Empty(_server.Deliveries);
        Assert.All(_server.Commands, c => Assert.True(c.StartsWith("EHLO", StringComparison.Ordinal) || c == "STARTTLS", c));
        return outcome.Detail;
    }

    private void Serve(SmtpSecurity security, X509Certificate2 certificate) =>
        _server.Script = new SmtpScript { Certificate = certificate, IsTlsFromTheStart = security == SmtpSecurity.Tls };

    private SmtpSender Sender(SmtpSecurity security, string? user = null, string? password = null, bool trusted = true) => new(
        new SmtpSettings { Host = "localhost", Port = _server.Port, Security = security, User = user, Password = password },
        _time,
        NullLogger<SmtpSender>.Instance,
        new SmtpLimits(TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(20)),
        trusted ? [_issuer.Root] : []);

    private static OutgoingBytes Message() => new(
        "one@studio.example",
        EmailAddress.TryParse("me@studio.example"),
        EmailAddress.TryParse("jane@acme.example")!,
        Encoding.ASCII.GetBytes("From: me@studio.example\r\nTo: jane@acme.example\r\nMessage-ID: <one@studio.example>\r\n\r\nBack at nine.\r\n"));
}
