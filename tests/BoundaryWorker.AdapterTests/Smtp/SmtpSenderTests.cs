using System.Text;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Core.Replies;
using BoundaryWorker.Mail.Smtp;
using BoundaryWorker.Mail.Writing;
using BoundaryWorker.Pipeline.Ports;
using CsCheck;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace BoundaryWorker.AdapterTests.Smtp;

/// <summary>The envelope, the exact bytes, and what each failure means (replies.md C3, E1-E3).</summary>
public sealed class SmtpSenderTests : IAsyncDisposable
{
    private static readonly SmtpLimits Short = new(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2));

    private readonly SmtpTestServer _server = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task C3_the_envelope_is_the_recorded_one_and_bounces_alone_are_asked_for()
    {
        await AcceptedAsync(Message());

        var taken = Assert.Single(_server.Deliveries);
        Assert.StartsWith("<me@studio.example>", taken.MailFrom, StringComparison.Ordinal);
        Assert.Contains("RET=HDRS", taken.MailFrom, StringComparison.Ordinal);
        var to = Assert.Single(taken.RcptTo);
        Assert.StartsWith("<jane@acme.example>", to, StringComparison.Ordinal);
        Assert.Contains("NOTIFY=FAILURE", to, StringComparison.Ordinal);
    }

    [Fact]
    public async Task C3_without_DSN_nothing_is_asked_for()
    {
        _server.Script = new SmtpScript { Offers = [] };

        await AcceptedAsync(Message());

        var taken = Assert.Single(_server.Deliveries);
        Assert.Equal(("<me@studio.example>", "<jane@acme.example>"), (taken.MailFrom, Assert.Single(taken.RcptTo)));
    }

    [Fact]
    public async Task C3_the_null_path_is_sent_as_such()
    {
        await AcceptedAsync(Message() with { EnvelopeFrom = null });

        Assert.StartsWith("<>", Assert.Single(_server.Deliveries).MailFrom, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_greeting_says_neither_the_machines_name_nor_its_address()
    {
        await AcceptedAsync(Message());

        Assert.Equal("EHLO [127.0.0.1]", _server.Commands[0]);
    }

    [Theory]
    [InlineData("Text: odd   folding\r\n  of a field\r\n\tby hand", "Body\r\n")]
    [InlineData("x-lower-case:no blank", ".\r\n..\r\n.hidden\r\n\r\n.\r\n")]
    [InlineData("Subject: =?utf-8?q?Re:_Wiadomo=C5=9B=C4=87?=", "=C5=9B\r\n\r\n\r\n")]
    [InlineData("MIME-Version: 1.0\r\nContent-Type: multipart/alternative;\r\n   boundary=\"b\"", "before\r\n--b\r\nContent-Type: text/plain\r\n\r\n.one\r\n--b\r\n\r\ntwo\r\n--b--\r\nafter\r\n")]
    [InlineData("Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit", "zażółć gęślą jaźń\r\n")]
    public async Task E1_the_bytes_on_the_wire_are_the_recorded_ones(string header, string body)
    {
        var bytes = Encoding.UTF8.GetBytes($"From: me@studio.example\r\nTo: jane@acme.example\r\nMessage-ID: <a@studio.example>\r\n{header}\r\n\r\n{body}");

        await AcceptedAsync(Message() with { Bytes = bytes });

        Assert.Equal(Encoding.UTF8.GetString(bytes), Encoding.UTF8.GetString(Assert.Single(_server.Deliveries).Bytes));
    }

    [Fact]
    public async Task E1_whatever_is_written_goes_out_as_it_was_written()
    {
        var piece = Gen.OneOf<string>(".", "..\r\n", "\n.\n", "From me\n", " \n", "\t", "żółć ", "日本語", "🙂", "=20", "--=_", "\r", "\u0000", new string('x', 2000));
        var text = Gen.OneOf<string>(Gen.String, piece).List[0, 12].Select(string.Concat);
        var writer = new MimeWriter();
        var sent = 0;
        await Gen.Select(text, text, text, text.List[0, 3]).SampleAsync(
            async (subject, name, body, ids) =>
            {
                var (bytes, _) = writer.Write(new OutgoingMessage
                {
                    From = EmailAddress.TryParse("me@studio.example")! with { DisplayName = name },
                    To = EmailAddress.TryParse("jane@acme.example")! with { DisplayName = subject },
                    Subject = subject,
                    Text = body,
                    Html = ids.Count > 1 ? $"<p>{body}</p>" : null,
                    MessageId = $"{sent}@studio.example",
                    Date = new LocalDateTime(2026, 11, 26, 18, 0).WithOffset(Offset.FromHours(1)),
                    References = ids,
                    InReplyTo = ids.FirstOrDefault(),
                    Headers = [new HeaderField("X-BoundaryWorker", "kind=reply; key=a; installation=b")],
                    EnvelopeFrom = EmailAddress.TryParse("me@studio.example"),
                });
                if (bytes is not null)
                {
                    await AcceptedAsync(bytes);
                    Assert.Equal(bytes.Bytes, _server.Deliveries[sent++].Bytes);
                }
            },
            iter: 100,
            threads: 1);

        Assert.True(sent >= 50, $"only {sent} of them could be written");
    }

    [Fact]
    public async Task E1_eight_bit_bytes_are_declared_and_only_sent_where_they_are_taken()
    {
        var message = Message() with { Bytes = Encoding.UTF8.GetBytes("From: me@studio.example\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\nżółw\r\n") };

        await AcceptedAsync(message);
        _server.Script = new SmtpScript { Offers = [] };
        var refused = await Sender().SendAsync(message, Token);

        Assert.Equal(SendResult.Refused, refused.Result);
        Assert.Contains("BODY=8BITMIME", Assert.Single(_server.Deliveries).MailFrom, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Bare\nLF\r\n")]
    [InlineData("Dot\n.\r\nRCPT TO:<all@acme.example>\r\n")]
    [InlineData("Bare\rCR\r\n")]
    [InlineData("No end")]
    public async Task E1_bytes_that_servers_do_not_agree_on_are_not_sent_at_all(string body)
    {
        var outcome = await Sender().SendAsync(Message() with { Bytes = Encoding.ASCII.GetBytes("From: me@studio.example\r\n\r\n" + body) }, Token);

        Assert.Equal(SendResult.Refused, outcome.Result);
        Assert.Empty(_server.Commands);
    }

    [Theory]
    [InlineData("GREETING", "421 4.3.2 Later", SendResult.TryAgain)]
    [InlineData("GREETING", "554 5.3.2 Never here", SendResult.TryAgain)]
    [InlineData("MAIL", "451 4.3.0 Busy", SendResult.TryAgain)]
    [InlineData("MAIL", "550 5.7.1 Not you", SendResult.Refused)]
    [InlineData("MAIL", "530 5.7.0 Authentication required", SendResult.TryAgain)]
    [InlineData("RCPT", "450 4.2.1 Greylisted", SendResult.TryAgain)]
    [InlineData("RCPT", "550 5.1.1 No such user", SendResult.Refused)]
    [InlineData("DATA", "421 4.3.2 Closing", SendResult.TryAgain)]
    [InlineData("DATA", "554 5.5.1 No", SendResult.Refused)]
    [InlineData("END", "452 4.3.1 Full", SendResult.TryAgain)]
    [InlineData("END", "421 4.3.2 Closing", SendResult.TryAgain)]
    [InlineData("END", "554 5.7.1 Spam", SendResult.Refused)]
    public async Task E2_E3_an_answer_is_believed_in_its_class_and_its_words_are_kept(string command, string answer, SendResult expected)
    {
        _server.Script = new SmtpScript().Answer(command, answer);

        var outcome = await Sender().SendAsync(Message(), Token);

        Assert.Equal(expected, outcome.Result);
        Assert.Contains(command == "MAIL" && expected == SendResult.TryAgain && answer[0] == '5' ? "Smtp:User" : answer[10..], outcome.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GREETING")]
    [InlineData("EHLO")]
    [InlineData("MAIL")]
    [InlineData("RCPT")]
    [InlineData("DATA")]
    public async Task E2_a_connection_that_breaks_before_DATA_may_be_tried_again(string command)
    {
        _server.Script = new SmtpScript { Offers = [], CutAt = command };

        var outcome = await Sender().SendAsync(Message(), Token);

        Assert.Equal(SendResult.TryAgain, outcome.Result);
        Assert.Empty(_server.Deliveries);
    }

    [Fact]
    public async Task E2_a_connection_that_breaks_amid_DATA_may_be_tried_again()
    {
        _server.Script = new SmtpScript { CutAt = "BODY" };
        var long_ = string.Concat(Enumerable.Repeat("A line of a message that is far longer than all buffers on the way.\r\n", 400_000));

        var outcome = await Sender().SendAsync(Message() with { Bytes = Encoding.ASCII.GetBytes("From: me@studio.example\r\n\r\n" + long_) }, Token);

        Assert.Equal(SendResult.TryAgain, outcome.Result);
        Assert.Empty(_server.Deliveries);
    }

    [Fact]
    public async Task E2_stored_and_then_cut_off_is_unknown_and_nothing_can_tell_it_later()
    {
        _server.Script = new SmtpScript { CutAt = "END" };
        var sender = Sender();

        var outcome = await sender.SendAsync(Message(), Token);

        Assert.Equal(SendResult.Unknown, outcome.Result);
        Assert.Single(_server.Deliveries);
        Assert.Null(await sender.WasSentAsync(Message().MessageId, Token));
    }

    [Theory]
    [InlineData("EHLO", SendResult.TryAgain)]
    [InlineData("RCPT", SendResult.TryAgain)]
    [InlineData("END", SendResult.Unknown)]
    public async Task E2_a_server_that_falls_silent_is_not_waited_for_for_ever(string command, SendResult expected)
    {
        _server.Script = new SmtpScript { Offers = [], SilentAt = command };

        Assert.Equal(expected, (await Sender(limits: Short).SendAsync(Message(), Token)).Result);
    }

    [Theory]
    [InlineData("RCPT", SendResult.TryAgain)]
    [InlineData("END", SendResult.Unknown)]
    public async Task E2_a_worker_that_stops_meanwhile_knows_how_far_it_came(string command, SendResult expected)
    {
        _server.Script = new SmtpScript { Offers = [], SilentAt = command };
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);

        var sending = Sender(limits: Short).SendAsync(Message(), stop.Token);
        await EndToEnd.Eventually.HoldsAsync(() => command == "END" ? _server.Deliveries.Count > 0 : _server.Commands.Any(c => c.StartsWith(command, StringComparison.Ordinal)), () => string.Join('\n', _server.Commands));
        await stop.CancelAsync();

        Assert.Equal(expected, (await sending).Result);
    }

    [Fact]
    public async Task E2_a_goodbye_that_is_not_heard_changes_nothing()
    {
        _server.Script = new SmtpScript { CutAt = "QUIT" };

        await AcceptedAsync(Message());
    }

    private static OutgoingBytes Message() => new(
        "one@studio.example",
        EmailAddress.TryParse("me@studio.example"),
        EmailAddress.TryParse("jane@acme.example")!,
        Encoding.ASCII.GetBytes("From: me@studio.example\r\nTo: jane@acme.example\r\nMessage-ID: <one@studio.example>\r\n\r\nBack at nine.\r\n"));

    private SmtpSender Sender(SmtpLimits? limits = null) =>
        new(new SmtpSettings { Host = "127.0.0.1", Port = _server.Port, Security = SmtpSecurity.None }, TimeProvider.System, NullLogger<SmtpSender>.Instance, limits);

    private async Task AcceptedAsync(OutgoingBytes message)
    {
        var outcome = await Sender().SendAsync(message, Token);
        Assert.True(outcome.Result == SendResult.Accepted, outcome.Detail);
    }
}
