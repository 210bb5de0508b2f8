using BoundaryWorker.Contracts;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Mail.Imap;
using BoundaryWorker.Pipeline.Ports;
using NodaTime;
using NodaTime.Testing;

namespace BoundaryWorker.AdapterTests.Imap;

/// <summary>A mailbox of a new user at Dovecot; the clock is driven and years behind the machine's, since Dovecot keeps no arrival of the future. What is there is seen by <see cref="RawImap"/>.</summary>
internal sealed class ImapUnderTest : MailboxUnderTest
{
    private readonly FakeClock clock = new(Instant.FromUtc(2021, 3, 7, 21, 30));
    private readonly RawImap raw;
    private ImapMailbox mailbox;

    public ImapUnderTest(DovecotServer server, Func<ImapSettings, ImapSettings>? adjust = null)
    {
        Server = server;
        User = DovecotServer.NewUser();
        Settings = (adjust ?? (s => s))(server.SettingsFor(User));
        raw = RawImap.SignIn(server, User);
        mailbox = New();
    }

    public DovecotServer Server { get; }

    public string User { get; }

    public ImapSettings Settings { get; }

    public RawImap Raw => raw;

    public override IMailbox Mailbox => mailbox;

    public override Instant Now => clock.GetCurrentInstant();

    public override Task RestartAsync()
    {
        mailbox.Dispose();
        mailbox = New();
        return Task.CompletedTask;
    }

    public override void Advance(Duration duration) => clock.Advance(duration);

    public override Task DeliverAsync(byte[] eml, Instant received, string folder = "INBOX", MessageFlags flags = MessageFlags.None) => Done(() => raw.Append(eml, received, folder, flags));

    public override Task<IReadOnlyList<Placed>> AllAsync() =>
        Task.FromResult<IReadOnlyList<Placed>>([.. raw.All().Select(m => m.Placed).OrderBy(p => p.Hash, StringComparer.Ordinal)]);

    public override Task SetFlagsByHandAsync(byte[] eml, MessageFlags flags) =>
        Done(() => raw.Ask($"UID STORE {raw.Select(eml)} FLAGS ({RawImap.Names(flags)})"));

    public override Task MoveByHandAsync(byte[] eml, string folder) => Done(() =>
    {
        raw.Make(folder);
        raw.Ask($"UID MOVE {raw.Select(eml)} {folder}");
    });

    public override Task DeleteByHandAsync(byte[] eml) => Done(() =>
    {
        var uid = raw.Select(eml);
        raw.Ask($"UID STORE {uid} +FLAGS (\\Deleted)");
        raw.Ask($"UID EXPUNGE {uid}");
    });

    public override Task RemoveFolderByHandAsync(string folder) => Done(() =>
    {
        raw.Ask("EXAMINE INBOX");
        raw.Ask($"DELETE {folder}");
    });

    public override ValueTask DisposeAsync()
    {
        mailbox.Dispose();
        raw.Dispose();
        return ValueTask.CompletedTask;
    }

    private static Task Done(Action act)
    {
        act();
        return Task.CompletedTask;
    }

    private ImapMailbox New() => new(Settings, clock, Mails.Read);
}
