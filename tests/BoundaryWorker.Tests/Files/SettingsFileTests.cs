using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Files;
using BoundaryWorker.Mail.Imap;
using BoundaryWorker.Mail.Smtp;
using BoundaryWorker.Settings;
using CsCheck;
using NodaTime;

namespace BoundaryWorker.Tests.Files;

public sealed class SettingsFileTests
{
    private static readonly string Sample = FileCase.Load("design-sample").Sections["appsettings.json"];

    [Fact]
    public void The_sample_of_the_design_gives_exactly_its_settings()
    {
        var settings = Read(Sample);

        Assert.Equal(Mode.Observe, settings.Mode);
        Assert.Equal(new FilesSettings("/srv/boundary/code.yaml", "/srv/boundary/clients.yaml"), settings.Files);
        Assert.Equal(new StoreSettings("/srv/boundary/data/ledger.db"), settings.Store);
        Assert.Equal(new DigestSettings { Before = Duration.FromMinutes(15), To = "me@studio.example" }, settings.Digest);
        var mailbox = Assert.Single(settings.Mailboxes);
        Assert.Equal(("me", "/srv/boundary/data/mail", "/srv/boundary/data/outbox", "Held"), (mailbox.Id, mailbox.MaildirPath, mailbox.PickupPath, mailbox.Held));
        Assert.Equal(["INBOX"], mailbox.Folders);
        Assert.Equal((Duration.FromMinutes(1), false, Duration.FromDays(90)), (settings.Poll, settings.ReleaseOnStop, settings.Retention));
    }

    [Fact]
    public void Every_other_setting_has_its_place()
    {
        var settings = Read(Sample.Replace(
            "\"Mode\": \"observe\",",
            """
            "Mode": "enforce", "Poll": "00:00:05", "ReleaseOnStop": true, "Retention": "30 days",
            """,
            StringComparison.Ordinal)
            .Replace("\"Clients\": \"clients.yaml\"", "\"Clients\": \"/etc/clients.yaml\", \"Templates\": \"t\", \"Holidays\": \"h\"", StringComparison.Ordinal)
            .Replace("\"Id\": \"me\",", "\"Id\": \"me\", \"Held\": \"Later\", \"Folders\": [\"INBOX\", \"Work\"], \"Trust\": \"mx.host.example\", \"AllowRepliesHere\": true, \"Language\": \"pl\",", StringComparison.Ordinal));

        Assert.Equal((Mode.Enforce, Duration.FromSeconds(5), true, Duration.FromDays(30)), (settings.Mode, settings.Poll, settings.ReleaseOnStop, settings.Retention));
        Assert.Equal(new FilesSettings("/srv/boundary/code.yaml", "/etc/clients.yaml", "/srv/boundary/t", "/srv/boundary/h"), settings.Files);
        var mailbox = settings.Mailboxes[0];
        Assert.Equal(("Later", "mx.host.example", true, "pl"), (mailbox.Held, mailbox.Trust, mailbox.AllowRepliesHere, mailbox.Language));
        Assert.Equal(["INBOX", "Work"], mailbox.Folders);
        Assert.False(Read(Sample.Replace("\"Before\"", "\"Preview\": false, \"Before\"", StringComparison.Ordinal)).Digest.Preview);
    }

    [Theory]
    [InlineData("127.0.0.1:9000", "127.0.0.1:9000")]
    [InlineData("localhost:9000", "127.0.0.1:9000")]
    [InlineData("0.0.0.0:80", "0.0.0.0:80")]
    [InlineData("[::1]:9000", "[::1]:9000")]
    [InlineData("off", null)]
    public void Health_listens_where_it_is_told(string written, string? read) => Assert.Equal(
        read, Read(Sample.Replace("\"Mode\"", $"\"Health\": {{ \"Listen\": \"{written}\" }}, \"Mode\"", StringComparison.Ordinal)).Health.Listen?.ToString());

    [Fact]
    public void Health_is_for_this_machine_alone_and_nobody_gets_a_heartbeat_unless_it_is_said()
    {
        var (silent, told) = (Read(Sample), Read(Sample, new SettingOverride("Boundary__Heartbeat", "https://watch.example/x", "x")));

        Assert.Equal((true, null), (System.Net.IPAddress.IsLoopback(silent.Health.Listen!.Address), silent.Heartbeat));
        Assert.Equal(new Uri("https://watch.example/x"), told.Heartbeat);
    }

    [Theory]
    [InlineData("", ImapSecurity.Tls, 993)]
    [InlineData(", \"Security\": \"starttls\"", ImapSecurity.StartTls, 143)]
    [InlineData(", \"Security\": \"starttls\", \"Port\": 1143", ImapSecurity.StartTls, 1143)]
    public void A_mailbox_at_a_server_takes_its_password_from_a_secret(string further, ImapSecurity security, int port)
    {
        var settings = Read(
            Sample.Replace("\"Maildir\": { \"Path\": \"data/mail\" }", $$"""
                "Held": "Later", "Imap": { "Host": "imap.example", "User": "me@studio.example", "CaFile": "ca.pem"{{further}} }
                """, StringComparison.Ordinal),
            new SettingOverride("Boundary__Mailboxes__0__Imap__Password", "right-horse", "secret x"));

        var imap = settings.Mailboxes[0].Imap!;
        Assert.Equal(("me", "imap.example", port, security, "right-horse", "/srv/boundary/ca.pem"), (imap.Id, imap.Host, imap.Port, imap.Security, imap.Password, imap.CaFile));
        Assert.Equal(("Later", "INBOX"), (imap.Held, Assert.Single(imap.Folders)));
        Assert.DoesNotContain("right-horse", imap.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_environment_and_secrets_override_the_file_and_may_add_to_it()
    {
        var settings = Read(
            Sample,
            new("Boundary__Mode", "hold", "environment Boundary__Mode"),
            new("BOUNDARY__POLL", "00:00:10", "environment BOUNDARY__POLL"),
            new("Boundary__Mailboxes__0__Maildir__Path", "elsewhere", "x"),
            new("Boundary__Mailboxes__0__Folders__0", "Inbox", "x"),
            new("Boundary__Mailboxes__1__Id", "second", "x"),
            new("Boundary__Mailboxes__1__Maildir__Path", "m2", "x"),
            new("Boundary__Mailboxes__1__Pickup__Path", "o2", "x"));

        Assert.Equal(Mode.Hold, settings.Mode);
        Assert.Equal(Duration.FromSeconds(10), settings.Poll);
        Assert.Equal(["/srv/boundary/elsewhere", "/srv/boundary/m2"], settings.Mailboxes.Select(m => m.MaildirPath));
        Assert.Equal(["Inbox"], settings.Mailboxes[0].Folders);
    }

    [Theory]
    [InlineData("", SmtpSecurity.StartTls, 587)]
    [InlineData(", \"Security\": \"starttls\"", SmtpSecurity.StartTls, 587)]
    [InlineData(", \"Security\": \"Tls\"", SmtpSecurity.Tls, 465)]
    [InlineData(", \"Security\": \"Tls\", \"Port\": 2465", SmtpSecurity.Tls, 2465)]
    public void Mail_may_go_out_through_a_server_whose_password_is_a_secret(string more, SmtpSecurity security, int port)
    {
        var settings = Read(
            Sample.Replace("\"Pickup\": { \"Path\": \"data/outbox\" }", $"\"Smtp\": {{ \"Host\": \"smtp.host.example\", \"User\": \"me@studio.example\"{more} }}", StringComparison.Ordinal),
            new SettingOverride("Boundary__Mailboxes__0__Smtp__Password", " four words ", "secret x"));

        var mailbox = Assert.Single(settings.Mailboxes);
        Assert.Null(mailbox.PickupPath);
        Assert.Equal(
            new SmtpSettings { Host = "smtp.host.example", Port = port, Security = security, User = "me@studio.example", Password = " four words " }, mailbox.Smtp);
    }

    [Fact]
    public void Only_variables_of_ours_are_taken_from_an_environment()
    {
        var environment = new Dictionary<string, string> { ["PATH"] = "/bin", ["Boundary__Mode"] = "hold", ["BOUNDARY:POLL"] = "00:00:10", ["BoundaryX"] = "y" };

        Assert.Equal(["BOUNDARY:POLL", "Boundary__Mode"], SettingOverride.FromEnvironment(environment).Select(o => o.Name));
    }

    [Fact]
    public void Sections_of_other_libraries_may_stand_beside_ours()
    {
        var settings = Read(Sample.Replace("{ \"Boundary\"", """{ "$schema": "x", "Serilog": { "MinimumLevel": "Debug" }, "Logging": {}, "Boundary" """, StringComparison.Ordinal));

        Assert.Equal(Mode.Observe, settings.Mode);
    }

    [Fact]
    public void Whatever_happens_to_the_settings_they_are_read_or_refused_and_never_throw() =>
        Damage.Of(Sample).Sample(
            text =>
            {
                var read = SettingsFile.Read(text, "appsettings.json", "/srv/boundary", []);

                Assert.Equal(read.IsGood, read.Findings.All(f => f.Severity != Severity.Error));
            },
            iter: 500);

    private static BoundarySettings Read(string text, params SettingOverride[] overrides)
    {
        var read = SettingsFile.Read(text, "appsettings.json", "/srv/boundary", overrides);
        Assert.True(read.IsGood, string.Join('\n', read.Findings));
        return read.Value!;
    }
}
