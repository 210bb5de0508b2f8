using System.Net;

namespace BoundaryWorker.Mail.Imap;

/// <summary>Where an IMAP mailbox is and what its folders are called. Folder names are written as her mail program shows them, levels parted by <c>/</c>.</summary>
public sealed record ImapSettings
{
    /// <summary>The mailbox's id in appsettings.json.</summary>
    public required string Id { get; init; }

    /// <summary>The server's name, by which its certificate is checked.</summary>
    public required string Host { get; init; }

    /// <summary>1 to 65535; 993 is usual with <see cref="ImapSecurity.Tls"/>, 143 with <see cref="ImapSecurity.StartTls"/>.</summary>
    public int Port { get; init; } = 993;

    /// <summary>How the connection is made private.</summary>
    public ImapSecurity Security { get; init; } = ImapSecurity.Tls;

    /// <summary>The user's name at the server, mostly the address.</summary>
    public required string User { get; init; }

    /// <summary>Its password, or the app password of a provider that wants one. Never logged.</summary>
    public required string Password { get; init; }

    /// <summary>Whole path of a PEM file with certificates that are trusted beside those of the system, for a server of one's own; null for none.</summary>
    public string? CaFile { get; init; }

    /// <summary>The watched folders (D5). The first is the one on which the server is asked to tell of new mail (D10).</summary>
    public IReadOnlyList<string> Folders { get; init; } = ["INBOX"];

    /// <summary>The Held folder, in her language (D8).</summary>
    public string Held { get; init; } = "Held";

    /// <summary>How messages are held.</summary>
    public ImapHold Hold { get; init; } = ImapHold.Move;

    /// <summary>Where her mail programs file what she sends, for a server that does not tell which folder that is (RFC 6154).</summary>
    public IReadOnlyList<string> Sent { get; init; } = Maildir.MaildirSettings.UsualSent;

    /// <summary>Whether a server is this machine, so that a connection to it needs no TLS.</summary>
    public static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    /// <inheritdoc/>
    /// <remarks>Without the user and the password, since it may come into a log.</remarks>
    public override string ToString() => $"{Id} ({Host}:{Port}, {Security})";
}

/// <summary>How the connection to a mail server is made private.</summary>
public enum ImapSecurity
{
    /// <summary>TLS from the first byte (RFC 8314).</summary>
    Tls,

    /// <summary>A plain connection that must turn to TLS before the password is sent; refused where the server cannot.</summary>
    StartTls,

    /// <summary>No TLS: refused unless the server is this machine.</summary>
    None,
}

/// <summary>How messages are held at a server.</summary>
public enum ImapHold
{
    /// <summary>In a folder of their own.</summary>
    Move,

    /// <summary>Where they are, with a keyword: for a server that cannot move safely (D2).</summary>
    Flag,
}
