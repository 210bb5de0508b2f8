using System.Text;
using BoundaryWorker.AdapterTests.Smtp;
using BoundaryWorker.Pipeline;
using MimeKit;
using NodaTime;

namespace BoundaryWorker.AdapterTests.EndToEnd;

/// <summary>The real process that sends through a mail server: what arrives there, and that it arrives once whatever happens.</summary>
public sealed class SmtpTests : IAsyncDisposable
{
    private const string Password = "four plain words";

    private static readonly Instant Evening = Played.London(11, 26, 18, 0);

    private readonly SmtpTestServer _server = new(new SmtpScript { Login = ("nora@norafield.example", Password) });
    private readonly Played _play;

    public SmtpTests() => _play = Played.By(
        $$"""
        "Smtp": { "Host": "127.0.0.1", "Port": {{_server.Port}}, "Security": "None", "User": "nora@norafield.example", "Password": "{{Password}}" }
        """);

    public async ValueTask DisposeAsync()
    {
        _play.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task C_a_reply_arrives_with_its_envelope_every_header_and_the_recorded_bytes()
    {
        var at = Evening + Duration.FromMinutes(5);
        await _play.StartAsync(Evening, Step.Sent);
        _play.Folder.SetClock(at);
        await LookedAsync(at);
        var message = Eml.From("jane@acme.example", at, "Zażółć numbers", "How many people opened the last mailing?", "From: Jane Doe <jane@acme.example>\nReferences: <0@acme.example>\nReply-To: list@acme.example\nCc: rob@acme.example");
        _play.Folder.Deliver("a", message, at);
        _play.Folder.SetClock(at + Duration.FromSeconds(61));
        await Eventually.HoldsAsync(() => _play.Worker.Output.Contains("halted at", StringComparison.Ordinal), () => _play.Worker.Output);

        // The process stands still after the server's answer, so the ledger has not yet let the bytes go.
        var taken = Assert.Single(_server.Deliveries);
        Assert.Equal((byte[])_play.Folder.Scalar("select bytes from replies")!, taken.Bytes);
        Assert.Equal("nora@norafield.example", taken.User);

        var reply = Read(taken);
        Assert.Equal(("Jane Doe", "Auto: Zażółć numbers"), (reply.To[0].Name, reply.Subject));
        Assert.Equal("0@acme.example", reply.References[0]);
        var installation = (string)_play.Folder.Scalar("select id from installation")!;
        ReplyHeaders.AssertC(taken, message, "1.1", installation, new Interval(at, at + Duration.FromMinutes(2)));
    }

    [Theory]
    [InlineData(Step.SendingMarked, 0)]
    [InlineData(Step.Sent, 1)]
    [InlineData(Step.SendConfirmed, 1)]
    public async Task Promise_2_stored_then_cut_off_and_killed_is_never_sent_twice(string step, int expected)
    {
        _server.Script = _server.Script with { CutAt = "END" };
        await _play.StartAsync(Evening, step);
        var at = Evening + Duration.FromMinutes(5);
        var held = _play.Folder.Deliver("a", Eml.From("jane@acme.example", at, "Numbers", "How many people opened the last mailing?"), at);
        _play.Folder.SetClock(at);
        await Eventually.HoldsAsync(() => _play.Worker.Output.Contains("halted at", StringComparison.Ordinal), () => _play.Worker.Output);
        _play.Worker.Kill();
        _server.Script = _server.Script with { CutAt = null };

        await _play.StartAsync(at + Duration.FromSeconds(61));
        await _play.SettleAsync();
        await _play.GoToAsync(Played.London(11, 27, 9, 1));
        await _play.SettleAsync();

        Assert.Equal(expected, Replies().Count);
        Assert.Equal("Unknown", _play.Folder.Scalar("select state from replies"));
        Assert.Equal("INBOX", _play.Place(held).Folder);
    }

    [Fact]
    public async Task E2_a_reply_that_nobody_can_have_taken_is_sent_when_the_server_is_back()
    {
        _server.Script = _server.Script.Answer("RCPT", "451 4.3.0 Busy");
        await HeldAsync();
        Assert.Empty(Replies());
        _server.Script = _server.Script with { Answers = new Dictionary<string, string>() };

        await _play.GoToAsync(_play.Folder.Now + Duration.FromMinutes(5));
        await _play.SettleAsync();

        Assert.Single(Replies());
        Assert.Equal("Sent", _play.Folder.Scalar("select state from replies"));
    }

    [Fact]
    public async Task E3_a_reply_that_is_refused_is_final_and_silences_the_address()
    {
        _server.Script = _server.Script.Answer("RCPT", "550 5.1.1 No such user");
        await HeldAsync();
        await _play.GoToAsync(_play.Folder.Now + Duration.FromMinutes(5));
        await _play.SettleAsync();

        Assert.Single(_server.Commands, c => c.StartsWith("RCPT TO:<jane@acme.example>", StringComparison.Ordinal));
        Assert.Equal("Refused", _play.Folder.Scalar("select state from replies"));
        Assert.Contains("No such user", (string)_play.Folder.Scalar("select detail from replies")!, StringComparison.Ordinal);
        Assert.Equal("jane@acme.example", _play.Folder.Scalar("select person from bounces"));
    }

    [Fact]
    public async Task A17_the_bounce_of_a_reply_silences_its_address()
    {
        await HeldAsync();
        var reply = Read(Assert.Single(Replies()));
        var bounced = _play.Folder.Now + Duration.FromMinutes(1);

        await _play.ArriveAsync("b", bounced, Bounce(reply.MessageId!));
        await _play.GoToAsync(Played.London(11, 27, 18, 0));
        await _play.ArriveAsync("c", Played.London(11, 27, 18, 5), Eml.From("jane@acme.example", Played.London(11, 27, 18, 5), "Again", "And how many clicked?"));

        Assert.Equal("jane@acme.example", _play.Folder.Scalar("select person from bounces"));
        Assert.Single(Replies());
    }

    [Fact]
    public async Task E4_a_ledger_from_a_backup_answers_nobody_again_who_was_answered_as_Sent_shows()
    {
        await _play.StartAsync(Evening);
        await _play.Worker.StopAsync();
        var backup = Ledger().ToDictionary(f => f, File.ReadAllBytes);
        await HeldAsync();
        _play.Folder.Deliver("copy", Assert.Single(Replies()).Bytes, _play.Folder.Now, ".Sent", "S");
        await _play.Worker.StopAsync();
        Ledger().ToList().ForEach(File.Delete);
        backup.ToList().ForEach(f => File.WriteAllBytes(f.Key, f.Value));

        await _play.StartAsync(_play.Folder.Now + Duration.FromMinutes(1));
        var again = await ArriveAsync("b", "jane@acme.example");
        var other = await ArriveAsync("c", "rob@acme.example");

        Assert.Equal(("Held", "Held"), (_play.Place(again).Folder, _play.Place(other).Folder));
        Assert.Equal(["jane@acme.example", "rob@acme.example"], Replies().Select(r => Read(r).To.Mailboxes.Single().Address));
    }

    [Fact]
    public async Task E4_a_second_worker_on_the_mailbox_turns_replies_off_and_holding_goes_on()
    {
        var foreign = Eml.From("nora@norafield.example", Evening, "Auto: Hello", "I am back at nine.", "To: rob@acme.example\nAuto-Submitted: auto-replied\nX-BoundaryWorker: kind=reply; key=0a0b; rules=1.1; installation=ffee");
        _play.Folder.Deliver("copy", foreign, Evening - Duration.FromHours(3), ".Sent", "S");

        await HeldAsync();

        Assert.Empty(_server.Deliveries);
        Assert.Contains("ForeignWorker", _play.Worker.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_password_and_no_address_come_into_the_log_or_the_ledger()
    {
        _server.Script = _server.Script with { Login = ("nora@norafield.example", "another") };
        await HeldAsync();
        await _play.Worker.StopAsync();

        Assert.DoesNotContain(Password, _play.Worker.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("norafield", _play.Worker.Output, StringComparison.Ordinal);
        Assert.Contains("Smtp:Password", (string)_play.Folder.Scalar("select detail from replies")!, StringComparison.Ordinal);
        Assert.All(Directory.GetFiles(_play.Folder.Root, "ledger.db*"), f => Assert.Equal(-1, File.ReadAllBytes(f).AsSpan().IndexOf(Encoding.UTF8.GetBytes(Password))));
    }

    private async Task HeldAsync()
    {
        await _play.StartAsync(Evening);
        var at = Evening + Duration.FromMinutes(5);
        var held = await _play.ArriveAsync("a", at, Eml.From("jane@acme.example", at, "Numbers", "How many people opened the last mailing?"));
        Assert.Equal("Held", _play.Place(held).Folder);
    }

    private async Task<Delivered> ArriveAsync(string name, string from)
    {
        var at = _play.Folder.Now + Duration.FromMinutes(1);
        return await _play.ArriveAsync(name, at, Eml.From(from, at, "Numbers", "And how many people clicked?"));
    }

    private string[] Ledger() => Directory.GetFiles(_play.Folder.Root, "ledger.db*");

    private Task LookedAsync(Instant at) => Eventually.HoldsAsync(() => _play.Folder.LastLook() >= at, () => _play.Worker.Output);

    private IReadOnlyList<SmtpDelivery> Replies() => [.. _server.Deliveries.Where(d => Read(d).Headers[HeaderId.AutoSubmitted] == "auto-replied")];

    private static MimeMessage Read(SmtpDelivery taken) => ReplyHeaders.Read(taken);

    /// <summary>As a host writes it when it was asked for headers alone (RFC 3464).</summary>
    private static byte[] Bounce(string id) => Encoding.ASCII.GetBytes(string.Join(
        "\r\n",
        "Return-Path: <>",
        "From: Mail Delivery System <mailer-daemon@mx.norafield.example>",
        "To: nora@norafield.example",
        "Subject: Undelivered Mail Returned to Sender",
        "Auto-Submitted: auto-replied",
        "Message-ID: <bounce@mx.norafield.example>",
        "MIME-Version: 1.0",
        "Content-Type: multipart/report; report-type=delivery-status; boundary=\"b\"",
        "",
        "--b",
        "Content-Type: text/plain",
        "",
        "It could not be delivered.",
        "--b",
        "Content-Type: message/delivery-status",
        "",
        "Reporting-MTA: dns; mx.norafield.example",
        "",
        "Final-Recipient: rfc822; jane@acme.example",
        "Action: failed",
        "Status: 5.1.1",
        "",
        "--b",
        "Content-Type: text/rfc822-headers",
        "",
        "From: nora@norafield.example",
        "To: jane@acme.example",
        $"Message-ID: <{id}>",
        "",
        "--b--",
        ""));
}
