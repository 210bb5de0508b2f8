using System.Text;
using BoundaryWorker.Core.Mail;
using MailKit;

namespace BoundaryWorker.Mail.Imap;

/// <summary>
/// Invitation and report of a message of which only the start was fetched: the part is put behind that start after a line with the outermost
/// boundary, which ends whatever was cut before it (RFC 2046 5.1.2), so that the message reads as if what lies between were not there.
/// </summary>
internal static class ImapParts
{
    // What a reader takes of a calendar part (design.md section 5); reports are far smaller.
    private const uint Largest = 1 << 20;

    /// <summary>Appends what the message announces and what was not read of it.</summary>
    /// <returns>Whether anything was appended.</returns>
    public static async Task<bool> AppendMissingAsync(IMailFolder folder, IMessageSummary summary, IncomingMessage read, Stream bytes, CancellationToken token)
    {
        if (summary.Body is not BodyPartMultipart { ContentType.Boundary: { Length: > 0 } boundary } whole)
        {
            return false;
        }

        var missing = Leaves(whole).Where(p => p.Octets <= Largest && IsMissing(p, read)).Take(2).ToList();
        bytes.Seek(0, SeekOrigin.End);
        foreach (var part in missing)
        {
            bytes.Write(Encoding.Latin1.GetBytes($"\r\n--{boundary}\r\n"));
            await CopyAsync(folder, summary.UniqueId, $"{part.PartSpecifier}.MIME", bytes, token);
            await CopyAsync(folder, summary.UniqueId, part.PartSpecifier, bytes, token);
        }

        bytes.Write(Encoding.Latin1.GetBytes($"\r\n--{boundary}--\r\n"));
        return missing.Count > 0;
    }

    private static bool IsMissing(BodyPartBasic part, IncomingMessage read) =>
        (read.Invitation is null && part.ContentType.IsMimeType("text", "calendar"))
        || (read.Report is not { Status: not "" } && (part.ContentType.IsMimeType("message", "delivery-status") || part.ContentType.IsMimeType("message", "disposition-notification")));

    // Parts of an attached message are not this message's: BodyPartMessage is a leaf here.
    private static IEnumerable<BodyPartBasic> Leaves(BodyPart part) => part switch
    {
        BodyPartMultipart several => several.BodyParts.SelectMany(Leaves),
        BodyPartBasic one => [one],
        _ => [],
    };

    private static async Task CopyAsync(IMailFolder folder, UniqueId uid, string section, Stream to, CancellationToken token)
    {
        await using var from = await folder.GetStreamAsync(uid, section, token);
        await from.CopyToAsync(to, token);
    }
}
