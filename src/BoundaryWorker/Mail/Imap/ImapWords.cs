using System.Net.Sockets;
using BoundaryWorker.Pipeline.Ports;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Security;

namespace BoundaryWorker.Mail.Imap;

/// <summary>What goes wrong with a mail server, in the owner's words, each with its remedy.</summary>
internal static class ImapWords
{
    /// <summary>Whether the connection is of no use any more, so that a new one may do.</summary>
    public static bool IsBroken(Exception e) =>
        e is IOException or SocketException or ProtocolException or ServiceNotConnectedException or ServiceNotAuthenticatedException or TimeoutException or ObjectDisposedException;

    /// <summary>Whether nothing answered in time.</summary>
    public static bool IsSilence(Exception e) => e is TimeoutException or SocketException { SocketErrorCode: SocketError.TimedOut };

    /// <summary>Whether it is something that a mail server may do to us at any time.</summary>
    public static bool IsExpected(Exception e) =>
        IsBroken(e) || e is CommandException or FolderNotFoundException or FolderNotOpenException or MessageNotFoundException or SslHandshakeException or AuthenticationException or NotSupportedException;

    /// <summary>The exception of the port.</summary>
    public static MailboxUnavailableException Unavailable(ImapSettings settings, Exception e) => new(Say(settings, e), e);

    /// <summary>The server has no way to keep the connection private.</summary>
    public static MailboxUnavailableException NotPrivate(ImapSettings settings) => new(
        $"The mailbox '{settings.Id}' is set to Security none, which would send its password readable over the network to {settings.Host}. Set it to tls or starttls; nothing was sent.");

    /// <summary>A watched folder is not there.</summary>
    public static MailboxUnavailableException Missing(ImapSettings settings, string folder) => new(
        $"The folder {folder} of the mailbox '{settings.Id}' is not there. Nothing was touched. Make it in your mail program, or correct its name in appsettings.json.");

    /// <summary>The server can neither move nor remove one message alone (D2).</summary>
    public const string CannotMove =
        "The mail server can neither move a message (MOVE) nor remove a single one (UIDPLUS), so messages cannot be moved there safely. They stay in the inbox; nobody is answered for them. Set Imap:Hold to flag: then they are marked instead.";

    /// <summary>Gmail without MOVE: what is copied and deleted there is archived or thrown away, as the account is set (D9).</summary>
    public const string GmailCannotMove =
        "Gmail does not offer to move messages (MOVE) now, and any other way might throw them away there, so nothing is held. Messages stay in the inbox; nobody is answered for them.";

    /// <summary>At Gmail the inbox alone is watched (D9).</summary>
    public static string GmailInboxAlone(ImapSettings settings) =>
        $"At Gmail a folder is a label, and one message may show in several, so only the inbox can be watched there. Set Folders of the mailbox '{settings.Id}' to INBOX alone. Until then messages stay where they are; nobody is answered for them.";

    /// <summary>Gmail left a label on a message that was moved (D9).</summary>
    public static string GmailStillShows(string from, string to) =>
        $"Gmail put the message into {to} and still shows it in {from}, and would not take that away. Nothing is lost; take it out of one of the two in Gmail.";

    /// <summary>The server keeps no keywords, or the folder may only be read.</summary>
    public static string CannotFlag(string folder) =>
        $"The mail server keeps no marks of ours on messages of {folder}, or the folder may only be read, so messages cannot be held there. They stay as they are; nobody is answered for them.";

    /// <summary>What the server said when it refused.</summary>
    public static string Said(ImapCommandException refused) => First(refused.ResponseText is { Length: > 0 } said ? said : refused.Message);

    private static string Say(ImapSettings settings, Exception e) => e switch
    {
        AuthenticationException =>
            $"The mail server {settings.Host} refused the user name or the password of the mailbox '{settings.Id}'. Correct Imap:User or Imap:Password; some providers want an app password. It is tried again in five minutes at the earliest, so that the account is not locked.",
        SslHandshakeException =>
            $"The connection to {settings.Host}:{settings.Port} for the mailbox '{settings.Id}' could not be made private: {First(e.Message)} Look at Imap:Host, Imap:Port and Imap:Security (tls is mostly port 993, starttls port 143). The password was not sent.",
        NotSupportedException =>
            $"The mail server {settings.Host}:{settings.Port} of the mailbox '{settings.Id}' offers no way to turn the connection private (STARTTLS), or to sign in with a password. Try Imap:Security tls with port 993. The password was not sent.",
        SocketException or TimeoutException =>
            $"The mail server {settings.Host}:{settings.Port} of the mailbox '{settings.Id}' cannot be reached: {First(e.Message)} Look at the network, and at Imap:Host and Imap:Port.",
        ImapCommandException { ResponseText: { Length: > 0 } said } =>
            $"The mail server {settings.Host} of the mailbox '{settings.Id}' refused: {First(said)}",
        _ =>
            $"The connection to the mail server {settings.Host}:{settings.Port} of the mailbox '{settings.Id}' broke: {First(e.Message)}",
    };

    /// <summary>The first line with one full stop at its end.</summary>
    public static string First(string text) => text.Split('\n')[0].Trim().TrimEnd('.') + ".";
}
