using BoundaryWorker.Files.Reading;
using BoundaryWorker.Files.Shapes;
using BoundaryWorker.Mail.Imap;

namespace BoundaryWorker.Settings;

/// <summary>
/// One mailbox under two ids: both would judge the same arrivals, and each would take what the other holds for mail without a record. Refused where they
/// share a watched folder or the folder in which messages are held.
/// </summary>
internal static class SameMailbox
{
    /// <summary>Tells of each that was named before.</summary>
    /// <param name="mailboxes">As written.</param>
    /// <param name="folder">Where relative paths begin.</param>
    /// <param name="findings">Where it is told.</param>
    public static void Check(IReadOnlyList<Bound> mailboxes, string folder, Findings findings)
    {
        for (var later = 1; later < mailboxes.Count; later++)
        {
            if (mailboxes.Take(later).FirstOrDefault(m => AreSame(m, mailboxes[later], folder)) is { } first)
            {
                var place = mailboxes[later]["Maildir"] ?? mailboxes[later]["Imap"]!;
                findings.Error(
                    place.At,
                    $"this is the mailbox `{first.Find<string>("Id")}` once more: {What(first, mailboxes[later])}",
                    "take one of the two out; several folders of one mailbox stand in its Folders, several addresses in `owner.addresses` of its Code");
            }
        }
    }

    private static bool AreSame(Bound one, Bound other, string folder) =>
        Place(one, folder) is { } place && place == Place(other, folder) && (Folders(one).Overlaps(Folders(other)) || Held(one) == Held(other));

    private static string What(Bound one, Bound other) => Folders(one).Overlaps(Folders(other))
        ? "both look at the same folder"
        : $"both hold messages in the folder {one.Get("Held", "Held")}";

    // Another port of a server leads to the same mailboxes; on this machine ports lead to different servers (bridges, tunnels).
    private static string? Place(Bound mailbox, string folder) => (mailbox["Maildir"]?.Find<string>("Path"), mailbox["Imap"]) switch
    {
        ({ } path, _) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(path, folder)),
        (null, { } imap) when imap.Find<string>("Host") is { } host && imap.Find<string>("User") is { } user =>
            $"{host.ToUpperInvariant()}\n{user.ToUpperInvariant()}\n{(ImapSettings.IsThisMachine(host) ? imap.Get("Port", 0) : 0)}",
        _ => null,
    };

    private static HashSet<string> Folders(Bound mailbox) => (mailbox["Folders"] is null ? ["INBOX"] : mailbox.All<string>("Folders")).Select(Folded).ToHashSet();

    private static string Held(Bound mailbox) => Folded(mailbox.Get("Held", "Held"));

    // INBOX alone is the same in any letter case (RFC 3501 5.1); elsewhere a difference in case is more likely a slip than a second folder.
    private static string Folded(string name) => name.ToUpperInvariant();
}
