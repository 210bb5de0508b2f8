using BoundaryWorker.Core.Code;
using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Core.Replies;
using BoundaryWorker.Doctor;
using BoundaryWorker.Doctor.Checks;
using BoundaryWorker.Files;
using BoundaryWorker.Mail.Imap;
using BoundaryWorker.Mail.Inspecting;
using BoundaryWorker.Mail.Maildir;
using BoundaryWorker.Mail.Smtp;
using BoundaryWorker.Pipeline.Ports;
using BoundaryWorker.Tests.Replies;
using NodaTime;

namespace BoundaryWorker.Tests.Doctor;

/// <summary>What <c>doctor</c> says of facts, as it stands in a terminal: each topic is a golden case in <c>tests/cases/doctor</c>.</summary>
public sealed class DoctorWordsTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 24, 20, 30);

    private static readonly ImapSettings Imap = new() { Id = "me", Host = "imap.host.example", User = "nora@norafield.example", Password = "x" };

    private static readonly SettingPlace Place = new("appsettings.json", new FilePlaces(new Dictionary<string, FilePlace>
    {
        ["Mailboxes[0]"] = new(7, 19),
        ["Mailboxes[0].Imap"] = new(8, 15),
        ["Mailboxes[0].Smtp"] = new(9, 15),
        ["Mailboxes[0].Folders"] = new(10, 18),
    }), 0);

    private static readonly ImapServerFacts Rich = new()
    {
        Tls = new TlsFacts("TLS 1.3", Now + Duration.FromDays(60)),
        Move = true,
        UidPlus = true,
        Idle = true,
        CondStore = true,
        SpecialUse = true,
        Namespace = true,
        Preview = true,
        Quota = (3_355_443, 10_485_760),
        Watched = [new FolderFacts("INBOX", true, true, true)],
        Held = new FolderFacts("Held", true, true, true),
        HeldIsSubscribed = true,
        Sent = ["Sent"],
        Junk = ["Junk", "Spam"],
    };

    private static readonly ImapServerFacts Poor = new() { Tls = TlsFacts.None, Watched = [new FolderFacts("INBOX", true, true)], Quota = (980, 1000) };

    private static readonly Dictionary<string, Func<IEnumerable<Finding>>> Topics = new()
    {
        ["files"] = () => FilesCheck.Of([
            .. Enumerable.Range(1, 7).Select(n => new FileFinding(Severity.Error, "code.yaml", n, 3, $"`hors{n}` is not known here", "did you mean `hours`?")),
            new FileFinding(Severity.Warning, "clients.yaml", 4, 3, "leo is in no client", "add him")]),
        ["files-fine"] = () => FilesCheck.Of([]),
        ["imap-rich"] = () => Server(Rich, Imap),
        ["imap-gmail-new-held"] = () => Server(Rich with { Gmail = true, HeldIsNew = true, Tls = new TlsFacts("TLS 1.2", Now + Duration.FromDays(9)) }, Imap),
        ["imap-copies"] = () => Server(Rich with { Move = false, Idle = false, SpecialUse = false, Sent = [], HeldIsSubscribed = false }, Imap),
        ["imap-D2-neither-moves-nor-removes"] = () => Server(Poor, Imap),
        ["imap-flag"] = () => Server(Poor with { Watched = [new FolderFacts("INBOX", true, true, true), new FolderFacts("Clients", true, true, false)] }, Imap with { Hold = ImapHold.Flag }),
        ["imap-folders-amiss"] = () => Server(
            Rich with { Watched = [new FolderFacts("INBOX", true, false), new FolderFacts("Clients/Acme", false)], Held = new FolderFacts("Held", true, false) }, Imap),
        ["imap-held-refused"] = () => Server(Rich with { Held = null, HeldProblem = "Permission denied." }, Imap),
        ["maildir"] = () => MaildirCheck.Of(
            new MaildirFacts { Exists = true, Watched = [new FolderFacts("INBOX", true, true)], HeldIsNew = true, WatchWorks = true, Sent = ["Sent", "Wysłane"] }, "/srv/nora/Maildir", "Held", Place),
        ["maildir-amiss"] = () => MaildirCheck.Of(
            new MaildirFacts { Exists = true, Watched = [new FolderFacts("INBOX", true), new FolderFacts("Clients", false)], MoveProblem = "Messages cannot be moved between /srv/nora/Maildir and /srv/nora/Maildir/.Held: they lie on different disks." },
            "/srv/nora/Maildir", "Held", Place),
        ["maildir-not-there"] = () => MaildirCheck.Of(new MaildirFacts(), "/srv/nora/Maildir", "Held", Place)
            .Concat(MaildirCheck.Of(new MaildirFacts { Foreign = "In /srv/nora lies no Maildir (no folders new and cur)." }, "/srv/nora", "Held", Place)),
        ["clock"] = () =>
        [
            ClockCheck.Of(new ClockReading(Duration.FromSeconds(1))),
            ClockCheck.Of(new ClockReading(Duration.FromMinutes(-5))),
            ClockCheck.Of(new ClockReading(Duration.FromMinutes(5) + Duration.FromSeconds(1))),
            ClockCheck.Of(new ClockReading(Duration.FromHours(-3))),
            ClockCheck.Of(new ClockReading(null, "Gmail would keep the message by which its clock is read.")),
        ],
        ["elsewhere-D5"] = () => ElsewhereCheck.Of(
            new FiledElsewhere(
                [
                    new FiledMail("Clients/Acme", new EmailAddress("jane", "acme.example"), false),
                    new FiledMail("Clients/Acme", new EmailAddress("rob", "acme.example"), true),
                    new FiledMail("Done", new EmailAddress("kate", "beta.example"), true),
                    new FiledMail("Lists", new EmailAddress("news", "stranger.example"), false),
                ],
                false),
            Clients, ["INBOX"], Place),
        ["elsewhere-none"] = () => ElsewhereCheck.Of(new FiledElsewhere([new FiledMail("Lists", new EmailAddress("news", "stranger.example"), false)], true), Clients, ["INBOX"], Place),
        ["trust-A12"] = () => new (TrustProposal, string?)[]
        {
            (new("mx.google.com", 40, 42), null),
            (new("topmost-without-id", 3, 3), null),
            (new(null, 0, 2), null),
            (new(null, 0, 30), null),
            (new("mx.google.com", 40, 42, 40), "mx.google.com"),
            (new(null, 0, 1), "mx.google.com"),
            (new("mx.google.com", 40, 42), "mx.old.example"),
            (new("*.messagingengine.com", 40, 42, 7), "mx1.messagingengine.com"),
            (new(null, 0, 30), "mx.old.example"),
        }.Select(t => TrustCheck.Of(t.Item1, t.Item2, Place)),
        ["host-answers-A18"] = () => HostAnswersCheck.Of(0).Concat(HostAnswersCheck.Of(1)).Concat(HostAnswersCheck.Of(12)),
        ["mode"] = () =>
        [
            ModeCheck.Of(Mode.Observe, Mode.Observe, Place), ModeCheck.Of(Mode.Hold, Mode.Hold, Place), ModeCheck.Of(Mode.Enforce, Mode.Enforce, Place), ModeCheck.Of(Mode.Enforce, Mode.Hold, Place),
        ],
        ["outgoing-smtp"] = () => OutgoingCheck.Of(
            new SmtpFacts((string?)null) { Tls = new TlsFacts("TLS 1.3", Now + Duration.FromDays(90)), IsSignedIn = true, Dsn = true, MostBytes = 26_214_400 }, Smtp, Place, Now),
        ["outgoing-smtp-amiss"] = () => OutgoingCheck.Of(new SmtpFacts((string?)null), Smtp with { Host = "localhost", Security = SmtpSecurity.None }, Place, Now)
            .Concat(OutgoingCheck.Of(new SmtpFacts("The mail server smtp.host.example did not accept the user name or the password: 5.7.8 No. Check Smtp:User and Smtp:Password; many hosts want an app password."), Smtp, Place, Now)),
        ["outgoing-pickup"] = () => OutgoingCheck.Of("/srv/nora/outbox", null, 2, Place).Concat(OutgoingCheck.Of("/srv/nora/outbox", "Nothing can be written into /srv/nora/outbox: Access denied.", 0, Place)),
        ["send-test-C2"] = () => Tests.SelectMany(t => SendTestCheck.Of(t, Duration.FromSeconds(120))),
    };

    private static AliasVerdict Well => new(Address("nora"), true, [], true, false, Authentication.Passed);

    private static TriedAlias[] Tests =>
    [
        Tried("nora") with { IsMain = true, Verdict = Well },
        Tried("tasks") with { Verdict = Well with { Authentication = Authentication.NothingTrusted, IsMessageIdKept = false, IsMessageIdMoved = true } },
        Tried("junk") with { Verdict = Well with { Lost = ["Auto-Submitted", "X-BoundaryWorker"], IsMessageIdKept = false }, Folder = "Spam", IsJunk = true },
        Tried("rewritten") with { Verdict = Well with { IsFromKept = false } },
        Tried("forged") with { IsMain = true, Verdict = Well with { Authentication = Authentication.Failed } },
        Tried("refused") with { Sent = new SendOutcome(SendResult.Refused, "smtp.host.example answered 553: 5.7.1 Sender address rejected: not owned by user") },
        Tried("busy") with { Sent = new SendOutcome(SendResult.TryAgain, "The mail server smtp.host.example, port 587, did not answer in time.") },
        Tried("lost"),
        Tried("untaken") with { IsUntaken = true },
    ];

    private static ClientBook Clients => new(
    [
        new Client { Id = "acme", Name = "Acme", Domains = ["acme.example"] },
        new Client { Id = "beta", Name = "Beta", Addresses = [new EmailAddress("kate", "beta.example")] },
    ]);

    private static SmtpSettings Smtp => new() { Host = "smtp.host.example", Port = 587, Security = SmtpSecurity.StartTls, User = "nora@norafield.example", Password = "x" };

    public static TheoryData<string> Names => TextCase.All("doctor");

    [Theory]
    [MemberData(nameof(Names))]
    public void A_topic_is_told_in_plain_words(string name) => TextCase.Read("doctor", name).Expect(DoctorText.Of(new Section(name, [.. Topics[name]()])));

    [Fact]
    public void Every_topic_has_its_case_and_every_to_do_its_remedy()
    {
        Assert.Equal(Topics.Keys.Order(StringComparer.Ordinal), Names.Select(n => n.Data));
        Assert.All(Topics.SelectMany(t => t.Value()).Where(f => f.Kind == FindingKind.ToDo), f => Assert.False(string.IsNullOrWhiteSpace(f.Remedy), f.What));
    }

    [Fact]
    public void C2_only_what_a_test_showed_is_noted() => Assert.Equal(
        [true, true, true, false, false, false, null, null, null],
        Tests.Select(SendTestCheck.IsSendable));

    private static IEnumerable<Finding> Server(ImapServerFacts facts, ImapSettings settings) =>
        TlsCheck.Of(facts.Tls, "imap.host.example:993", Now).Concat(ImapCheck.Of(facts, settings, Place)).Concat(FoldersCheck.Of(facts, settings, Place));

    private static TriedAlias Tried(string local) => new(Address(local), false, new SendOutcome(SendResult.Accepted), null, "INBOX", false, Duration.FromSeconds(4));

    private static EmailAddress Address(string local) => new(local, "norafield.example");
}
