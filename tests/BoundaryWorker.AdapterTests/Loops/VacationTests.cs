using System.Text;
using BoundaryWorker.AdapterTests.EndToEnd;
using BoundaryWorker.AdapterTests.Imap;
using BoundaryWorker.AdapterTests.Smtp;
using MimeKit;
using NodaTime;

namespace BoundaryWorker.AdapterTests.Loops;

/// <summary>
/// A worker and a responder that many others have: the vacation of Dovecot's Pigeonhole (RFC 5230), here without its own pause, so that it answers whatever
/// it may. Jane's mailbox has the vacation, Nora's the worker; both send over SMTP, and what is sent is delivered to the other.
/// </summary>
public sealed class VacationTests : IAsyncDisposable
{
    private const string Jane = "jane@acme.example";
    private static readonly Instant Evening = At(18, 0);

    private readonly SmtpTestServer smtp = new();
    private readonly string jane = DovecotServer.NewUser();
    private readonly DovecotServer server;
    private readonly DuelOwner nora;
    private bool strips;
    private int taken;
    private int brought;

    public VacationTests()
    {
        server = DovecotServer.WithVacation(
            smtp.Port,
            jane,
            $$"""
            require ["vacation", "vacation-seconds"];
            vacation :seconds 0 :from "{{Jane}}" :addresses ["{{Jane}}"] :subject "I am away" "I am away until Monday.";
            """);
        nora = new DuelOwner(server, smtp, "nora@norafield.example", Jane, "Europe/London");
    }

    public async ValueTask DisposeAsync()
    {
        nora.Dispose();
        server.Dispose();
        await smtp.DisposeAsync();
    }

    [Fact]
    public async Task A1_A4_a_vacation_is_not_answered_and_does_not_answer_a_reply()
    {
        await nora.Play.StartAsync(Evening);

        // Nora writes to Jane: Jane's vacation answers, and that is all.
        ToJane("nora@norafield.example", "Hello");
        await SettleAsync();
        var vacation = Assert.Single(Sent());
        Assert.Equal((Jane, "<>"), (From(vacation), EnvelopeOf(vacation)));

        // Jane writes: the worker answers, and her vacation knows an automatic reply when it sees one.
        ToNora(Person(Jane, "nora@norafield.example", "Numbers"));
        await SettleAsync();
        Assert.Equal([Jane, "nora@norafield.example"], Sent().Select(From));
    }

    [Fact]
    public async Task Row_4_stripped_of_every_mark_it_stops_after_one_each_window()
    {
        strips = true;
        await nora.Play.StartAsync(Evening);

        ToJane("nora@norafield.example", "Hello");
        await SettleAsync();

        // Her mail, the vacation, one reply of the worker to what looks like Jane's own hand, the vacation again, and no second reply.
        Assert.Equal([Jane, "nora@norafield.example", Jane], Sent().Select(From));
        Assert.Equal(2, nora.All().Count(m => m.Folder == "Held"));
    }

    private static string From(SmtpDelivery sent) => Read(sent).From.Mailboxes.Single().Address;

    private static string EnvelopeOf(SmtpDelivery sent) => sent.MailFrom.Split(' ')[0];

    private static MimeMessage Read(SmtpDelivery sent) => MimeMessage.Load(new MemoryStream(sent.Bytes));

    private static Instant At(int hour, int minute) =>
        new LocalDateTime(2024, 2, 6, hour, minute).InZoneStrictly(DateTimeZoneProviders.Tzdb["Europe/London"]).ToInstant();

    private byte[] Person(string from, string to, string subject) => Eml.From(from, nora.Play.Folder.Now, subject, "How many people opened the last mailing?", $"To: {to}");

    /// <summary>All mail but what goes to herself.</summary>
    private IReadOnlyList<SmtpDelivery> Sent() => [.. smtp.Deliveries.Where(d => !d.RcptTo[0].StartsWith("<nora", StringComparison.Ordinal) || From(d) != "nora@norafield.example")];

    private void ToJane(string from, string subject) => RawLmtp.Deliver(server, from, jane, Person(from, Jane, subject));

    private void ToNora(byte[] eml) => nora.Put(eml);

    private async Task SettleAsync()
    {
        for (var round = 0; ; round++)
        {
            Assert.True(round < 6, $"It does not come to rest: {string.Join('\n', Sent().Select(From))}");
            if (!Bring() && round > 0)
            {
                return;
            }

            await nora.Play.SettleAsync();
        }
    }

    /// <summary>Delivers what was sent meanwhile, and what is sent upon it.</summary>
    private bool Bring()
    {
        var before = taken;
        while (smtp.Deliveries.Count > taken)
        {
            Bring(smtp.Deliveries[taken++]);
        }

        return taken > before;
    }

    private void Bring(SmtpDelivery sent)
    {
        var mail = Read(sent);
        var from = EnvelopeOf(sent);
        if (strips)
        {
            OnTheWay.Strip(mail, $"host-{++brought}@mx.norafield.example");
            from = $"<{From(sent)}>";
        }

        if (sent.RcptTo[0].StartsWith($"<{Jane}>", StringComparison.Ordinal))
        {
            RawLmtp.Deliver(server, from.Trim('<', '>'), jane, OnTheWay.Bytes(mail));
        }
        else
        {
            var trace = $"Return-Path: {from}\r\nAuthentication-Results: mx.norafield.example; dmarc=pass header.from={From(sent).Split('@')[1]}\r\n";
            ToNora([.. Encoding.ASCII.GetBytes(trace), .. OnTheWay.Bytes(mail)]);
        }
    }
}
