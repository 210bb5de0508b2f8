using System.Text;
using BoundaryWorker.AdapterTests.Commands;
using BoundaryWorker.AdapterTests.EndToEnd;
using BoundaryWorker.AdapterTests.Imap;
using BoundaryWorker.Core.Mail;
using NodaTime;

namespace BoundaryWorker.AdapterTests.Doctor;

/// <summary><c>doctor</c> as it is typed, at a real mail server.</summary>
public sealed class DoctorCommandTests
{
    private static readonly string[] Keys = ["section", "kind", "what", "remedy"];

    private static Instant Now => WorkerOnDovecot.RealNow();

    [Fact]
    public async Task It_says_what_the_server_can_and_what_follows_from_it()
    {
        await using var doctor = new DoctorOnDovecot(DovecotServer.Full);
        DeliverFour(doctor);

        var typed = await doctor.TypeAsync();

        Assert.Equal(1, typed.ExitCode);
        Assert.Equal("", typed.Errors);
        if (Environment.GetEnvironmentVariable("BOUNDARYWORKER_WRITE_CASES") is not null)
        {
            Assert.True(Environment.GetEnvironmentVariable("CI") is null, "Cases are not written in CI.");
            System.IO.File.WriteAllText(Path.Combine(RepositoryRoot.Path, "tests/cases/commands/doctor.txt"), Normal(doctor, typed));
            Assert.Fail("The case was written. Read it, then run the test without BOUNDARYWORKER_WRITE_CASES.");
        }

        Assert.Equal(Typed.Case("commands/doctor.txt"), Normal(doctor, typed));
    }

    [Fact]
    public async Task It_changes_nothing_but_that_Held_is_there_and_sends_nothing()
    {
        await using var doctor = new DoctorOnDovecot(DovecotServer.Full);
        DeliverFour(doctor);
        doctor.Raw.Append(Eml.From("jane@acme.example", Now, "Old", "Text"), Now, "Acme", MessageFlags.None);
        var before = doctor.Everything();

        await doctor.TypeAsync();
        await doctor.TypeAsync();

        Assert.Equal(before, doctor.Everything());
        Assert.Contains("Held", doctor.Raw.Folders());
        Assert.Contains("Held", doctor.Raw.Folders("LSUB"));
        Assert.DoesNotContain(doctor.Smtp.Commands, c => c.StartsWith("MAIL", StringComparison.Ordinal) || c.StartsWith("RCPT", StringComparison.Ordinal));
        Assert.Contains("QUIT", doctor.Smtp.Commands);
        Assert.False(System.IO.File.Exists(Path.Combine(doctor.On.Play.Folder.Root, "ledger.db")));
    }

    [Fact]
    public async Task A_line_of_the_clocks_that_an_earlier_run_left_is_taken_away_and_what_she_deleted_stays()
    {
        await using var doctor = new DoctorOnDovecot(DovecotServer.Full);
        var line = Encoding.ASCII.GetBytes("From: clock@boundaryworker.invalid\r\nMessage-ID: <1@boundaryworker.invalid>\r\nX-BoundaryWorker: kind=clock; key=1; installation=doctor\r\n\r\nIt is removed at once.\r\n");
        var hers = Eml.From("jane@acme.example", Now, "Hers", "Text");
        doctor.Raw.Append(line, Now, "Held", MessageFlags.Seen | MessageFlags.Deleted);
        doctor.Raw.Append(hers, Now, "Held", MessageFlags.Deleted);

        await doctor.TypeAsync();

        Assert.Equal(MessageFlags.Deleted, Assert.Single(doctor.On.All()).Flags);
    }

    [Fact]
    public async Task D2_a_server_that_can_neither_move_nor_remove_one_gets_the_remedy_with_its_line()
    {
        await using var doctor = new DoctorOnDovecot(DovecotServer.Poor);
        var line = System.IO.File.ReadAllLines(doctor.On.Play.Folder.SettingsFile).ToList().FindIndex(l => l.Contains("\"Imap\"", StringComparison.Ordinal)) + 1;

        var refused = await doctor.TypeAsync();
        doctor.Settings(s => s.Replace("\"Imap\": {", "\"Imap\": { \"Hold\": \"flag\",", StringComparison.Ordinal));
        var flagged = await doctor.TypeAsync();

        Assert.Equal((1, 0), (refused.ExitCode, flagged.ExitCode));
        Assert.Contains("TO DO It can neither move a message (MOVE) nor remove a single one (UIDPLUS)", doctor.Told(refused), StringComparison.Ordinal);
        Assert.Contains($"-> appsettings.json:{line}: add \"Hold\": \"flag\" inside Imap.", doctor.Told(refused), StringComparison.Ordinal);
        Assert.Contains("fine Messages are held where they are, by the mark BoundaryHeld", doctor.Told(flagged), StringComparison.Ordinal);
        Assert.Contains("cannot be checked here", doctor.Told(flagged), StringComparison.Ordinal);
        Assert.DoesNotContain("Held", doctor.Raw.Folders());
    }

    [Fact]
    public async Task D2_a_server_without_MOVE_moves_by_copies()
    {
        await using var doctor = new DoctorOnDovecot(DovecotServer.WithoutMove);

        var typed = await doctor.TypeAsync();

        Assert.Contains("fine It moves messages safely: copied, the copy compared, the original alone removed (UIDPLUS).", doctor.Told(typed), StringComparison.Ordinal);
        Assert.Contains("note It does not tell of new mail (no IDLE)", doctor.Told(typed), StringComparison.Ordinal);
        Assert.Contains("note It does not say which folder is for what (no SPECIAL-USE)", doctor.Told(typed), StringComparison.Ordinal);
        Assert.Contains("fine This machine's clock and that of the mailbox agree", doctor.Told(typed), StringComparison.Ordinal);
        Assert.Empty(doctor.On.All());
    }

    [Fact]
    public async Task D5_client_mail_in_folders_that_nobody_watches_is_counted_and_named()
    {
        await using var doctor = new DoctorOnDovecot(DovecotServer.Full);
        File(doctor, "Acme", "jane@acme.example", Now);
        File(doctor, "Acme", "rob@acme.example", Now, MessageFlags.Seen);
        File(doctor, "Acme", "jane@acme.example", Now - Duration.FromDays(20));
        File(doctor, "Done", "kate@beta.example", Now, MessageFlags.Seen);
        File(doctor, "Lists", "news@stranger.example", Now);
        foreach (var other in new[] { "Sent", "Drafts", "Junk", "Trash", "Archive" })
        {
            File(doctor, other, "jane@acme.example", Now);
        }

        var told = doctor.Told(await doctor.TypeAsync());

        Assert.Contains("TO DO In Acme, which is not watched, are 2 messages of the last 14 days from Acme, 1 unread", told, StringComparison.Ordinal);
        Assert.Contains("\"Folders\": [ \"INBOX\", \"Acme\" ]", told, StringComparison.Ordinal);
        Assert.Contains("note In Done, which is not watched, is 1 message of the last 14 days from Beta, all read.", told, StringComparison.Ordinal);
        Assert.Equal(2, told.Split("which is not watched").Length - 1);
        Assert.Contains("fine Junk is never read: Junk.", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A12_a_setting_that_no_message_bears_is_told_and_the_right_one_proposed()
    {
        await using var doctor = new DoctorOnDovecot(DovecotServer.Full);
        DeliverFour(doctor);
        doctor.Settings(s => s.Replace("\"Trust\": \"mx.norafield.example\"", "\"Trust\": \"mx.old.example\"", StringComparison.Ordinal));

        var wrong = doctor.Told(await doctor.TypeAsync());
        doctor.Settings(s => s.Replace("\"Trust\": \"mx.old.example\"", "\"Trust\": \"mx.studio.example\"", StringComparison.Ordinal));
        var right = await doctor.TypeAsync();

        Assert.Contains("TO DO \"Trust\": \"mx.old.example\" is believed, but it stands in none of the 4 messages", wrong, StringComparison.Ordinal);
        Assert.Contains("\"Trust\": \"mx.studio.example\" (4 of the 4 messages", wrong, StringComparison.Ordinal);
        Assert.Equal((0, ""), (right.ExitCode, right.Errors));
        Assert.EndsWith("Nothing is to be done.\n", right.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A18_automatic_replies_of_another_program_among_sent_mail_are_told()
    {
        await using var doctor = new DoctorOnDovecot(DovecotServer.Full);
        doctor.Raw.Append(Eml.From("nora@norafield.example", Now, "Away", "I am away.", "Auto-Submitted: auto-replied"), Now, "Sent", MessageFlags.Seen);

        Assert.Contains("TO DO Another program answers for you: 1 automatic reply", doctor.Told(await doctor.TypeAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_watched_folder_that_is_not_there_is_named()
    {
        await using var doctor = new DoctorOnDovecot(DovecotServer.Full);
        doctor.Settings(s => s.Replace("\"Id\": \"me\",", "\"Id\": \"me\", \"Folders\": [ \"INBOX\", \"Clients/Acme\" ],", StringComparison.Ordinal));

        Assert.Contains("TO DO The folder Clients/Acme, which is to be watched, is not there", doctor.Told(await doctor.TypeAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_looks_around_beside_a_running_worker_and_neither_disturbs_the_other()
    {
        await using var doctor = new DoctorOnDovecot(DovecotServer.Full);
        await doctor.On.Play.StartAsync(Now);

        for (var n = 0; n < 3; n++)
        {
            Assert.Contains("fine This machine's clock", doctor.Told(await doctor.TypeAsync()), StringComparison.Ordinal);
        }

        var delivered = doctor.On.Deliver("Numbers");
        await doctor.On.Play.GoToAsync(delivered.Received + Duration.FromMinutes(2));
        await doctor.On.Play.SettleAsync();
        Assert.Equal(delivered with { Folder = "Held" }, Assert.Single(doctor.On.All()));
        Assert.Equal(1L, doctor.On.Play.Folder.Scalar("select count(*) from messages"));
    }

    [Fact]
    public async Task Her_broken_files_are_told_first_and_the_server_is_looked_at_all_the_same()
    {
        await using var doctor = new DoctorOnDovecot(DovecotServer.Full);
        doctor.Code(c => c.Replace("owner:", "ownr:", StringComparison.Ordinal));

        var typed = await doctor.TypeAsync("--send-test");

        Assert.Equal(1, typed.ExitCode);
        Assert.Matches(@"TO DO\s+code\.yaml:\d+: `ownr` is not known here", typed.Output);
        Assert.Contains("fine INBOX is watched.", doctor.Told(typed), StringComparison.Ordinal);
        Assert.Contains("TO DO Nothing was sent: first see to what is said above.", doctor.Told(typed), StringComparison.Ordinal);
        Assert.Empty(doctor.Smtp.Deliveries);
    }

    [Fact]
    public async Task A_mailbox_that_is_not_there_and_settings_that_are_broken_have_their_exit_codes()
    {
        await using var doctor = new DoctorOnDovecot(DovecotServer.Full);

        var unknown = await doctor.TypeAsync("--mailbox", "you");
        doctor.Settings(s => s.Replace("\"Mode\"", "\"Mood\"", StringComparison.Ordinal));
        var broken = await doctor.TypeAsync();

        Assert.Equal((2, 3), (unknown.ExitCode, broken.ExitCode));
        Assert.Contains("Known: me.", unknown.Errors, StringComparison.Ordinal);
        Assert.Contains("appsettings.json", broken.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task For_programs_each_finding_is_an_object_on_a_line()
    {
        await using var doctor = new DoctorOnDovecot(DovecotServer.Full);

        var typed = await doctor.TypeAsync("--json", "--mailbox", "me");

        Assert.All(typed.Objects, o => Assert.Equal(Keys, o.EnumerateObject().Select(p => p.Name)));
        Assert.Subset(new HashSet<string> { "fine", "note", "to-do" }, typed.Objects.Select(o => o.GetProperty("kind").GetString()!).ToHashSet());
    }

    [Fact]
    public async Task A_Maildir_is_looked_at_too_and_nothing_is_left_in_it()
    {
        using var folder = new WorkerFolder();
        for (var n = 0; n < 4; n++)
        {
            folder.Deliver($"a{n}", Eml.From($"jane@client{n}.example", Now, "Hello", "Text"), Now);
        }

        Directory.CreateDirectory(Path.Combine(folder.Mail, ".Acme/new"));
        Directory.CreateDirectory(Path.Combine(folder.Mail, ".Acme/cur"));
        folder.Deliver("elsewhere", Eml.From("jane@acme.example", Now, "Hello", "Text"), Now, ".Acme");
        var before = folder.AllMessages();

        var typed = await Typed.Async("doctor", "--settings", folder.SettingsFile);

        Assert.Equal(1, typed.ExitCode);
        var told = typed.Output.Replace("\n         ", " ", StringComparison.Ordinal);
        Assert.Contains("fine   Your host's word about senders is believed (\"Trust\": \"mx.norafield.example\"): 4 of the 4 messages", told, StringComparison.Ordinal);
        Assert.Contains("TO DO  In Acme, which is not watched, is 1 message of the last 14 days from Acme, 1 unread", told, StringComparison.Ordinal);
        Assert.Contains("fine   The system tells of new mail at once.", told, StringComparison.Ordinal);
        Assert.EndsWith("1 thing to do.\n", typed.Output, StringComparison.Ordinal);
        Assert.Equal(before, folder.AllMessages());
        Assert.Empty(Directory.GetFiles(Path.Combine(folder.Mail, "tmp")));
    }

    private static void DeliverFour(DoctorOnDovecot doctor)
    {
        foreach (var domain in new[] { "acme.example", "beta.example", "gamma.example", "delta.example" })
        {
            RawLmtp.Deliver(DovecotServer.Full, $"jane@{domain}", doctor.On.User, Encoding.UTF8.GetBytes(
                $"Authentication-Results: mx.studio.example; dmarc=pass header.from={domain}\r\nReceived: from mail.{domain} by mx.studio.example; {MimeKit.Utils.DateUtils.FormatDate(Now.ToDateTimeOffset())}\r\nFrom: jane@{domain}\r\nTo: nora@norafield.example\r\nSubject: Hello\r\nMessage-ID: <1@{domain}>\r\n\r\nHow are you?\r\n"));
        }
    }

    private static void File(DoctorOnDovecot doctor, string folder, string from, Instant at, MessageFlags flags = MessageFlags.None) =>
        doctor.Raw.Append(Eml.From(from, at, "Hello", "Text"), at, folder, flags);

    private static string Normal(DoctorOnDovecot doctor, Typed typed) => typed.Output
        .Replace($":{DovecotServer.Full.ImapPort}", ":IMAP", StringComparison.Ordinal)
        .Replace($":{doctor.Smtp.Port}", ":SMTP", StringComparison.Ordinal);
}
