using BoundaryWorker.Mail.Maildir;
using NodaTime;

namespace BoundaryWorker.AdapterTests.Imap.Gmail;

/// <summary>
/// A Gmail account as IMAP shows it: a message lies in it once and has labels; every folder shows the messages of its label with UIDs of its own, All Mail
/// shows all. Taking the last label off archives a message, it never deletes one. For one thread at a time: lock it.
/// </summary>
internal sealed class GmailAccount
{
    public const string Inbox = "\\Inbox";
    public const string Sent = "\\Sent";
    private ulong lastId = 1_278_455_344_230_334_860;
    private ulong modSeq = 35_312;

    /// <param name="names">What the account's language calls All Mail, Drafts, Important, Sent Mail, Spam, Starred and Trash.</param>
    public GmailAccount(params string[] names)
    {
        names = names.Length > 0 ? names : ["All Mail", "Drafts", "Important", "Sent Mail", "Spam", "Starred", "Trash"];
        Add("INBOX", Inbox, "\\HasNoChildren");
        Add("[Gmail]", null, "\\HasChildren \\Noselect");
        foreach (var (name, label, attribute) in names.Zip(["\\All", "\\Draft", "\\Important", Sent, "\\Junk", "\\Starred", "\\Trash"], ["\\All", "\\Drafts", "\\Important", "\\Sent", "\\Junk", "\\Flagged", "\\Trash"]))
        {
            Add("[Gmail]/" + name, label, "\\HasNoChildren " + attribute);
        }
    }

    /// <summary>Announced once signed in.</summary>
    public string Capabilities { get; set; } =
        "IMAP4rev1 UNSELECT IDLE NAMESPACE QUOTA ID XLIST CHILDREN X-GM-EXT-1 UIDPLUS COMPRESS=DEFLATE ENABLE MOVE CONDSTORE ESEARCH UTF8=ACCEPT LIST-EXTENDED LIST-STATUS LITERAL- SPECIAL-USE APPENDLIMIT=35651584";

    /// <summary>MOVE puts the new label on and leaves the old one there.</summary>
    public bool MoveKeepsTheOldLabel { get; set; }

    /// <summary>No label can be changed by STORE.</summary>
    public bool RefusesLabels { get; set; }

    /// <summary>Something happened.</summary>
    public event Action? Changed;

    public List<GmailMessage> Messages { get; } = [];

    public List<GmailFolder> Folders { get; } = [];

    public ulong ModSeq => modSeq;

    public GmailFolder Folder(string label) => Folders.Single(f => f.Label == label);

    public GmailFolder Create(string name) => Add(name, name, "\\HasNoChildren");

    public GmailMessage Deliver(byte[] bytes, Instant received, IEnumerable<string> labels, IEnumerable<string> flags)
    {
        var message = new GmailMessage(++lastId, bytes, received) { ModSeq = ++modSeq };
        message.Flags.UnionWith(flags);
        Messages.Add(message);
        Folder("\\All").Take(message);
        foreach (var label in labels)
        {
            Label(message, label, true);
        }

        Changed?.Invoke();
        return message;
    }

    public void Label(GmailMessage message, string label, bool on)
    {
        if (on ? message.Labels.Add(label) : message.Labels.Remove(label))
        {
            message.ModSeq = ++modSeq;
            if (Folders.Find(f => f.Label == label) is { } folder)
            {
                if (on)
                {
                    folder.Take(message);
                }
                else
                {
                    folder.Drop(message);
                }
            }

            Changed?.Invoke();
        }
    }

    public void Flag(GmailMessage message, IEnumerable<string> flags)
    {
        message.Flags.Clear();
        message.Flags.UnionWith(flags);
        message.ModSeq = ++modSeq;
        Changed?.Invoke();
    }

    public void Delete(GmailMessage message)
    {
        Messages.Remove(message);
        modSeq++;
        foreach (var folder in Folders)
        {
            folder.Drop(message);
        }

        Changed?.Invoke();
    }

    private GmailFolder Add(string name, string? label, string attributes)
    {
        var folder = new GmailFolder(ModifiedUtf7.Encode(name), label, attributes, (uint)(637_172_988 + Folders.Count));
        Folders.Add(folder);
        return folder;
    }
}

/// <summary>A message of the account.</summary>
/// <param name="Id">X-GM-MSGID.</param>
internal sealed record GmailMessage(ulong Id, byte[] Bytes, Instant Received)
{
    public HashSet<string> Labels { get; } = [];

    public HashSet<string> Flags { get; } = [];

    public ulong ModSeq { get; set; }

    public bool Equals(GmailMessage? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Id.GetHashCode();
}

/// <summary>A folder: the view of one label.</summary>
/// <param name="Name">As it stands on the wire (modified UTF-7).</param>
/// <param name="Label">Null for one that cannot be opened.</param>
internal sealed record GmailFolder(string Name, string? Label, string Attributes, uint Validity)
{
    public List<(uint Uid, GmailMessage Message)> Messages { get; } = [];

    public uint Next { get; private set; } = 1;

    public void Take(GmailMessage message) => Messages.Add((Next++, message));

    public void Drop(GmailMessage message) => Messages.RemoveAll(m => m.Message == message);
}
