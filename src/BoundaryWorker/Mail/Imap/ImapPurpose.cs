using BoundaryWorker.Mail.Inspecting;
using MailKit;
using MailKit.Net.Imap;

namespace BoundaryWorker.Mail.Imap;

/// <summary>What a folder is for: as the server says (RFC 6154), else by its name.</summary>
internal static class ImapPurpose
{
    private static readonly SpecialFolder[] Others =
        [SpecialFolder.Sent, SpecialFolder.Drafts, SpecialFolder.Junk, SpecialFolder.Trash, SpecialFolder.Archive, SpecialFolder.All, SpecialFolder.Flagged, SpecialFolder.Important];

    /// <summary>Not for mail that arrives.</summary>
    public static bool IsAnother(ImapFolders folders, IMailFolder folder) => Others.Any(o => Is(folders, folder, o)) || UsualFolders.HasAnotherPurpose(ImapFolders.NameOf(folder));

    /// <summary>Junk.</summary>
    public static bool IsJunk(ImapFolders folders, IMailFolder folder) => Is(folders, folder, SpecialFolder.Junk) || UsualFolders.IsJunk(ImapFolders.NameOf(folder));

    /// <summary>Shows mail that lies elsewhere too (Gmail's All Mail), or mail of hers.</summary>
    public static bool IsNoPlaceToArrive(ImapFolders folders, IMailFolder folder) =>
        Is(folders, folder, SpecialFolder.Sent) || Is(folders, folder, SpecialFolder.Drafts) || IsView(folders, folder) || UsualFolders.IsSentOrDraft(ImapFolders.NameOf(folder));

    /// <summary>A view of messages of other folders: All, Flagged, Important.</summary>
    public static bool IsView(ImapFolders folders, IMailFolder folder) =>
        Is(folders, folder, SpecialFolder.All) || Is(folders, folder, SpecialFolder.Flagged) || Is(folders, folder, SpecialFolder.Important);

    private static bool Is(ImapFolders folders, IMailFolder folder, SpecialFolder special) =>
        (folders.Client.Capabilities & (ImapCapabilities.SpecialUse | ImapCapabilities.XList)) != 0 && folders.Client.GetFolder(special)?.FullName == folder.FullName;
}
