using BoundaryWorker.Pipeline.Ports;
using MailKit;
using MailKit.Net.Imap;
using MimeKit;
using NodaTime;
using ImapFlags = MailKit.MessageFlags;

namespace BoundaryWorker.Mail.Imap;

/// <summary>Appends the copy of a sent message to the Sent folder, \Seen, with the time of the sending as its INTERNALDATE (replies.md E5).</summary>
internal static class ImapFiling
{
    // How far before the sending the server may have dated a copy: clocks differ by at most five minutes (design.md section 4).
    private static readonly Duration LookBack = Duration.FromMinutes(10);

    /// <summary>Looks first: the call is repeated where a connection broke, perhaps after the server had taken the copy.</summary>
    public static async Task<FilingResult> FileAsync(ImapFolders folders, OutgoingBytes message, Instant at, CancellationToken token)
    {
        if ((await new ImapSent().SinceAsync(folders, at - LookBack, token)).Any(s => s.MessageId == message.MessageId))
        {
            return FilingResult.Done;
        }

        try
        {
            var sent = await folders.SentAsync(token) is [var first, ..] ? first : await folders.MakeSentAsync(token);
            using var mime = await MimeMessage.LoadAsync(new MemoryStream(message.Bytes), token);
            await sent.AppendAsync(new AppendRequest(mime, ImapFlags.Seen, at.ToDateTimeOffset()), token);
            return FilingResult.Done;
        }
        catch (ImapCommandException refused)
        {
            return new FilingResult(false, $"The mail server did not take the copy: {ImapWords.Said(refused)}");
        }
    }
}
