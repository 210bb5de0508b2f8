using System.Globalization;
using BoundaryWorker.Pipeline.Ports;
using MailKit;

namespace BoundaryWorker.Mail.Imap;

/// <summary>The adapter's own id of a message in a folder: <c>validity.uid</c>.</summary>
internal static class ImapPlace
{
    /// <summary>The reference to a message.</summary>
    public static MessageRef Of(IMailFolder folder, UniqueId uid) =>
        new(ImapFolders.NameOf(folder), string.Create(CultureInfo.InvariantCulture, $"{folder.UidValidity}.{uid.Id}"));

    /// <summary>The UID in an open folder; null where the reference is of another UIDVALIDITY or another folder, so that it says nothing.</summary>
    public static UniqueId? In(IMailFolder folder, MessageRef place) =>
        place.Folder == ImapFolders.NameOf(folder)
        && place.Id.Split('.') is [var validity, var uid]
        && validity == folder.UidValidity.ToString(CultureInfo.InvariantCulture)
        && uint.TryParse(uid, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
        && id > 0
            ? new UniqueId(folder.UidValidity, id)
            : null;
}
