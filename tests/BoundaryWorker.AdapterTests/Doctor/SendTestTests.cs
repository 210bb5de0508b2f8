using System.Text;
using BoundaryWorker.AdapterTests.Commands;
using BoundaryWorker.AdapterTests.EndToEnd;
using BoundaryWorker.AdapterTests.Imap;
using BoundaryWorker.AdapterTests.Smtp;
using BoundaryWorker.Core.Mail;
using Microsoft.Data.Sqlite;
using MimeKit;
using NodaTime;

namespace BoundaryWorker.AdapterTests.Doctor;

/// <summary><c>doctor --send-test</c> end to end: what goes out through the mail server of the tests is delivered into Dovecot, by a host that does to it what hosts do.</summary>
public sealed class SendTestTests
{
    private const string Nora = "nora@norafield.example";
    private const string Tasks = "tasks@norafield.example";

    [Fact]
    public async Task C2_an_address_that_comes_through_is_noted_and_then_answered_from()
    {
        await using var doctor = NewDoctor();

        var (typed, told) = await TryAsync(doctor, host => host);

        Assert.Contains($"fine A test from {Nora} arrived in INBOX within", told, StringComparison.Ordinal);
        Assert.Contains(", its sender confirmed: replies go out from it.", told, StringComparison.Ordinal);
        Assert.Contains($"fine A test from {Tasks} arrived in INBOX within", told, StringComparison.Ordinal);
        Assert.Contains("fine The tests were removed again.", told, StringComparison.Ordinal);
        Assert.Equal(0, typed.ExitCode);
        Assert.Equal([Nora, Tasks], Sendable(doctor));
        Assert.Empty(doctor.On.All());
        Assert.All(doctor.Smtp.Deliveries, d => Assert.StartsWith($"<{Nora}>", Assert.Single(d.RcptTo), StringComparison.Ordinal));
        Assert.Equal([$"<{Nora}>", $"<{Tasks}>"], doctor.Smtp.Deliveries.Select(d => d.MailFrom.Split(' ')[0]));

        await doctor.On.Play.StartAsync(WorkerOnDovecot.RealNow());
        var reply = await AnsweredAsync(doctor);

        Assert.Equal(Tasks, reply.From.Mailboxes.Single().Address);
    }

    [Fact]
    public async Task C2_an_address_that_the_host_rewrites_is_answered_from_the_main_one_also_by_a_worker_that_runs_already()
    {
        await using var doctor = NewDoctor();
        await TryAsync(doctor, host => host);
        await doctor.On.Play.StartAsync(WorkerOnDovecot.RealNow());

        var (typed, told) = await TryAsync(doctor, message =>
        {
            message.Headers.Add("X-Google-Original-From", message.From.ToString());
            message.From.Clear();
            message.From.Add(MailboxAddress.Parse(Nora));
            return message;
        });

        Assert.Contains($"note Your host puts {Nora} in the place of {Tasks}.", told, StringComparison.Ordinal);
        Assert.Equal(0, typed.ExitCode);
        Assert.Equal([Nora], Sendable(doctor));
        Assert.Empty(doctor.On.All());
        Assert.Equal(Nora, (await AnsweredAsync(doctor)).From.Mailboxes.Single().Address);
        Assert.Equal(0L, doctor.On.Play.Folder.Scalar($"select count(*) from replies r join messages m on m.message_key = r.message_key where m.person in ('{Nora}', '{Tasks}')"));
    }

    [Fact]
    public async Task Fields_that_the_host_takes_off_and_a_message_id_that_it_rewrites_are_told()
    {
        await using var doctor = NewDoctor();

        var (typed, told) = await TryAsync(doctor, message =>
        {
            message.Headers.Add("X-Microsoft-Original-Message-ID", $"<{message.MessageId}>");
            message.MessageId = $"{message.MessageId!.GetHashCode(StringComparison.Ordinal):x}@outlook.example";
            message.Headers.RemoveAll("Auto-Submitted");
            message.Headers.RemoveAll("X-BoundaryWorker");
            return message;
        });

        Assert.Contains("TO DO Your host takes fields off that keep machines from answering: Auto-Submitted and X-BoundaryWorker.", told, StringComparison.Ordinal);
        Assert.Contains("keeps ours in X-Microsoft-Original-Message-ID", told, StringComparison.Ordinal);
        Assert.Equal(1, typed.ExitCode);
        Assert.Empty(doctor.On.All());
    }

    [Fact]
    public async Task A12_a_sender_that_the_host_takes_for_forged_is_not_sendable()
    {
        await using var doctor = NewDoctor();

        var (typed, told) = await TryAsync(doctor, message => message, dmarc: "fail");

        Assert.Contains($"TO DO A test from {Nora} arrived, but was taken for a forgery (dmarc=fail)", told, StringComparison.Ordinal);
        Assert.Equal(1, typed.ExitCode);
        Assert.Empty(Sendable(doctor));
    }

    [Fact]
    public async Task What_arrives_among_junk_is_found_told_and_removed_and_a_twin_in_Sent_too()
    {
        await using var doctor = NewDoctor();
        doctor.Raw.Make("Junk");
        doctor.Raw.Make("Sent");
        var mine = Eml.From(Nora, WorkerOnDovecot.RealNow(), "BoundaryWorker test results", "Hers, of a like subject.");
        doctor.Raw.Append(mine, WorkerOnDovecot.RealNow(), "Sent", MessageFlags.Seen);

        var (typed, told) = await TryAsync(doctor, message => message, file: (bytes, n) =>
        {
            doctor.Raw.Append(bytes, WorkerOnDovecot.RealNow(), "Sent", MessageFlags.Seen);
            doctor.Raw.Append(bytes, WorkerOnDovecot.RealNow(), "Junk", MessageFlags.None);
        });

        Assert.Contains("TO DO It arrived in Junk, among junk", told, StringComparison.Ordinal);
        Assert.Equal(1, typed.ExitCode);
        Assert.Equal("Sent", Assert.Single(doctor.On.All()).Folder);
    }

    [Fact]
    public async Task An_address_that_the_host_does_not_let_her_send_from_is_told()
    {
        await using var doctor = NewDoctor();
        doctor.Smtp.Script = doctor.Smtp.Script.Answer("MAIL", "553 5.7.1 Sender address rejected: not owned by user");

        var typed = await doctor.TypeAsync("--send-test");

        Assert.Contains($"TO DO Your host does not let you send from {Nora}: 127.0.0.1 answered 553", doctor.Told(typed), StringComparison.Ordinal);
        Assert.Contains($"note Your host does not let you send from {Tasks}", doctor.Told(typed), StringComparison.Ordinal);
        Assert.Equal(1, typed.ExitCode);
        Assert.Empty(Sendable(doctor));
    }

    [Fact]
    public async Task What_does_not_arrive_in_time_is_told_and_takes_nothing_away_that_is_known()
    {
        await using var doctor = NewDoctor();
        await TryAsync(doctor, host => host);

        var typed = await doctor.TypeAsync("--send-test", "--limit", "5");

        Assert.Equal(1, typed.ExitCode);
        Assert.Contains($"TO DO The test from {Nora} went out and did not arrive within 5 seconds.", doctor.Told(typed), StringComparison.Ordinal);
        Assert.Equal([Nora, Tasks], Sendable(doctor));
    }

    [Fact]
    public async Task A_test_that_nobody_takes_from_the_pickup_folder_is_taken_back()
    {
        using var folder = new WorkerFolder();

        var typed = await Typed.Async("doctor", "--settings", folder.SettingsFile, "--send-test", "--limit", "5");

        Assert.Equal(1, typed.ExitCode);
        Assert.Contains("nobody took it within 5 seconds. It was taken back.", typed.Output.Replace("\n         ", " ", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Empty(folder.Outbox());
    }

    private static DoctorOnDovecot NewDoctor()
    {
        var doctor = new DoctorOnDovecot(DovecotServer.Full);
        doctor.Code(c => c.Replace($"addresses: [{Nora}]", $"addresses: [{Nora}, {Tasks}, \"*@other.example\"]", StringComparison.Ordinal));
        return doctor;
    }

    /// <summary>Types it while the host delivers what comes.</summary>
    private static async Task<(Typed Typed, string Told)> TryAsync(DoctorOnDovecot doctor, Func<MimeMessage, MimeMessage> host, string dmarc = "pass", Action<byte[], int>? file = null)
    {
        var taken = doctor.Smtp.Deliveries.Count;
        var typing = doctor.TypeAsync("--send-test", "--limit", "60");
        while (!typing.IsCompleted)
        {
            for (; taken < doctor.Smtp.Deliveries.Count; taken++)
            {
                var bytes = Handled(doctor.Smtp.Deliveries[taken], host, dmarc);
                if (file is null)
                {
                    RawLmtp.Deliver(DovecotServer.Full, Nora, doctor.On.User, bytes);
                }
                else
                {
                    file(bytes, taken);
                }
            }

            await Task.WhenAny(typing, Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, TestContext.Current.CancellationToken));
        }

        var typed = await typing;
        return (typed, doctor.Told(typed));
    }

    private static byte[] Handled(SmtpDelivery delivery, Func<MimeMessage, MimeMessage> host, string dmarc)
    {
        using var message = host(MimeMessage.Load(new MemoryStream(delivery.Bytes)));
        using var bytes = new MemoryStream();
        bytes.Write(Encoding.ASCII.GetBytes($"Authentication-Results: mx.norafield.example; dmarc={dmarc} header.from=norafield.example\r\n"));
        var format = FormatOptions.Default.Clone();
        format.NewLineFormat = NewLineFormat.Dos;
        message.WriteTo(format, bytes);
        return bytes.ToArray();
    }

    /// <summary>A client writes to the alias, and is answered.</summary>
    private static async Task<MimeMessage> AnsweredAsync(DoctorOnDovecot doctor)
    {
        var before = doctor.Smtp.Deliveries.Count;
        var at = WorkerOnDovecot.RealNow();
        RawLmtp.Deliver(DovecotServer.Full, "jane@acme.example", doctor.On.User, Eml.From("jane@acme.example", at, "Numbers", "How many people opened the last mailing?", $"To: {Tasks}"));
        await doctor.On.Play.GoToAsync(at + Duration.FromMinutes(2));
        await doctor.On.Play.SettleAsync();
        var reply = Assert.Single(doctor.Smtp.Deliveries.Skip(before), d => d.RcptTo[0].StartsWith("<jane@acme.example>", StringComparison.Ordinal));
        return MimeMessage.Load(new MemoryStream(reply.Bytes));
    }

    private static List<string> Sendable(DoctorOnDovecot doctor)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(doctor.On.Play.Folder.Root, "ledger.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "select address from sendable_addresses where mailbox = 'me' and sendable = 1 order by address";
        using var reader = command.ExecuteReader();
        var found = new List<string>();
        while (reader.Read())
        {
            found.Add(reader.GetString(0));
        }

        return found;
    }
}
