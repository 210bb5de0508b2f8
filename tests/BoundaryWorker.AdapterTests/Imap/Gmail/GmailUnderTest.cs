using BoundaryWorker.Contracts;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Mail.Imap;
using BoundaryWorker.Pipeline.Ports;
using NodaTime;
using NodaTime.Testing;

namespace BoundaryWorker.AdapterTests.Imap.Gmail;

/// <summary>A mailbox at the scripted Gmail. The other side acts on the account itself, as she does in Gmail's own pages.</summary>
internal sealed class GmailUnderTest : MailboxUnderTest
{
    private readonly FakeClock clock = new(Instant.FromUtc(2021, 3, 7, 21, 30));
    private readonly GmailServer server;
    private ImapMailbox mailbox;

    public GmailUnderTest(GmailAccount? account = null, Func<ImapSettings, ImapSettings>? adjust = null)
    {
        server = new GmailServer(account ?? new GmailAccount());
        var settings = new ImapSettings { Id = "me", Host = "127.0.0.1", Port = server.Port, Security = ImapSecurity.None, User = "nora@norafield.example", Password = "app-password" };
        Settings = (adjust ?? (s => s))(settings);
        mailbox = New();
    }

    public ImapSettings Settings { get; }

    public GmailAccount Account => server.Account;

    public IReadOnlyList<string> Said => server.Said;

    public override IMailbox Mailbox => mailbox;

    public override Instant Now => clock.GetCurrentInstant();

    public override Task RestartAsync()
    {
        mailbox.Dispose();
        mailbox = New();
        return Task.CompletedTask;
    }

    public override void Advance(Duration duration) => clock.Advance(duration);

    public override Task DeliverAsync(byte[] eml, Instant received, string folder = "INBOX", MessageFlags flags = MessageFlags.None) =>
        Locked(() => Account.Deliver(eml, received, [LabelOf(folder)], Names(flags)));

    public override Task<IReadOnlyList<Placed>> AllAsync()
    {
        lock (Account)
        {
            return Task.FromResult<IReadOnlyList<Placed>>([.. Account.Messages.SelectMany(Places).OrderBy(p => p.Hash, StringComparer.Ordinal)]);
        }
    }

    public override Task SetFlagsByHandAsync(byte[] eml, MessageFlags flags) => Locked(() => Account.Flag(Find(eml), Names(flags)));

    public override Task MoveByHandAsync(byte[] eml, string folder) => Locked(() =>
    {
        var message = Find(eml);
        Account.Label(message, LabelOf(folder), true);
        foreach (var label in message.Labels.Where(l => l != LabelOf(folder)).ToList())
        {
            Account.Label(message, label, false);
        }
    });

    /// <summary>She archives it: no label is left, and it shows in All Mail alone.</summary>
    public Task ArchiveByHandAsync(byte[] eml) => Locked(() =>
    {
        var message = Find(eml);
        foreach (var label in message.Labels.ToList())
        {
            Account.Label(message, label, false);
        }
    });

    public override Task DeleteByHandAsync(byte[] eml) => Locked(() => Account.Delete(Find(eml)));

    public override Task RemoveFolderByHandAsync(string folder) => Locked(() => Account.Folders.RemoveAll(f => f.Label == folder));

    public override ValueTask DisposeAsync()
    {
        mailbox.Dispose();
        server.Dispose();
        return ValueTask.CompletedTask;
    }

    public GmailMessage Find(byte[] eml) => Account.Messages.First(m => m.Bytes.AsSpan().SequenceEqual(eml));

    private static string[] Names(MessageFlags flags) => RawImap.Names(flags).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<Placed> Places(GmailMessage message)
    {
        var flags = Enum.GetValues<MessageFlags>().Where(f => f != MessageFlags.None && message.Flags.Contains("\\" + f)).Aggregate(MessageFlags.None, (sum, f) => sum | f);
        var folders = message.Labels.Select(l => l switch { GmailAccount.Inbox => "INBOX", GmailAccount.Sent => "Sent", _ => l });
        return folders.DefaultIfEmpty("All Mail").Select(f => new Placed(f, Mails.Hash(message.Bytes), flags, message.Received));
    }

    private string LabelOf(string folder)
    {
        var label = folder switch { "INBOX" => GmailAccount.Inbox, "Sent" => GmailAccount.Sent, _ => folder };
        return Account.Folders.Exists(f => f.Label == label) ? label : Account.Create(label).Label!;
    }

    private Task Locked(Action act)
    {
        lock (Account)
        {
            act();
        }

        return Task.CompletedTask;
    }

    private ImapMailbox New() => new(Settings, clock, Mails.Read);
}
