using BoundaryWorker.Files.Reading;
using BoundaryWorker.Files.Shapes;
using BoundaryWorker.Mail.Imap;

namespace BoundaryWorker.Settings;

/// <summary>The keys of a mailbox at an IMAP server, and what must hold between them.</summary>
internal static class ImapShape
{
    private const int TlsPort = 993;
    private const int StartTlsPort = 143;

    /// <summary>The table.</summary>
    public static ObjectOf Keys => new(
        "A mailbox at an IMAP server.",
        new("Host", TextShapes.Line, "The server's name: imap.example.com.", true),
        new("Port", TextShapes.Whole(1, 65535), "Its port. 993 with tls, 143 with starttls."),
        new("Security", TextShapes.Choice(("tls", ImapSecurity.Tls), ("starttls", ImapSecurity.StartTls), ("none", ImapSecurity.None)), "How the connection is made private; none only on this machine. tls."),
        new("User", TextShapes.Line, "Your name at the server, mostly your address.", true),
        new("Password", TextShapes.Line, "Your password, or an app password. Better given by the environment (Boundary__Mailboxes__0__Imap__Password) or a secret of that name than written here."),
        new("Hold", TextShapes.Choice(("move", ImapHold.Move), ("flag", ImapHold.Flag)), "move: held messages lie in a folder of their own. flag: they stay and are marked, for a server that cannot move safely. move."),
        new("CaFile", TextShapes.Line, "A PEM file with the certificates of a server of your own. Those of the system."));

    /// <summary>A mailbox is on disk or at a server, and a server needs a password.</summary>
    public static void Check(Bound mailbox, Findings findings)
    {
        var written = (mailbox.Node as MapNode)?.Entries.Select(e => e.Key.Text).ToHashSet(StringComparer.OrdinalIgnoreCase) ?? [];
        if (written.Contains("Maildir") == written.Contains("Imap"))
        {
            findings.Error(
                mailbox.At,
                written.Contains("Imap") ? "a mailbox is on disk (`Maildir`) or at a server (`Imap`), not both" : "it is not said where the mailbox is",
                written.Contains("Imap") ? "take one of the two out" : "add Maildir (a folder on disk) or Imap (a mail server)");
        }

        if (mailbox["Imap"] is { } imap)
        {
            CheckServer(imap, findings);
        }
    }

    /// <summary>The settings, or null where the mailbox is not at a server.</summary>
    /// <param name="mailbox">Checked.</param>
    /// <param name="whole">Makes a path whole.</param>
    public static ImapSettings? Build(Bound mailbox, Func<string?, string?> whole)
    {
        if (mailbox["Imap"] is not { } imap)
        {
            return null;
        }

        var security = imap.Get("Security", ImapSecurity.Tls);
        return new ImapSettings
        {
            Id = mailbox.Find<string>("Id")!,
            Host = imap.Find<string>("Host")!,
            Port = imap.Get("Port", security == ImapSecurity.Tls ? TlsPort : StartTlsPort),
            Security = security,
            User = imap.Find<string>("User")!,
            Password = imap.Find<string>("Password")!,
            Hold = imap.Get("Hold", ImapHold.Move),
            CaFile = whole(imap.Find<string>("CaFile")),
            Folders = mailbox["Folders"] is null ? ["INBOX"] : mailbox.All<string>("Folders"),
            Held = mailbox.Get("Held", "Held"),
        };
    }

    private static void CheckServer(Bound imap, Findings findings)
    {
        if (imap["Password"] is null)
        {
            findings.Error(imap.At, "the password is missing", "give it by the environment or as a secret: Boundary__Mailboxes__0__Imap__Password, with the mailbox's place in the list for 0");
        }

        if (imap["Security"] is { Value: ImapSecurity.None } none && imap.Find<string>("Host") is { } host && !ImapSettings.IsThisMachine(host))
        {
            findings.Error(none.At, $"without TLS the password would go readable over the network to {host}", "write tls or starttls");
        }
    }
}
