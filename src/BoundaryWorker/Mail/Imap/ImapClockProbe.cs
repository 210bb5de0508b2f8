using BoundaryWorker.Core.Replies;
using BoundaryWorker.Mail.Inspecting;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;
using MimeKit;
using NodaTime;

namespace BoundaryWorker.Mail.Imap;

/// <summary>
/// Reads the clock by which a server stamps arrivals. IMAP has no question for it, and what lies in the mailbox shows it badly: a message may have been on
/// its way for hours. But a message that is appended without a date gets the server's present time (RFC 9051 6.3.12). So one line of ours is
/// put into Held, our own folder, with \Seen and \Deleted from its first moment, its INTERNALDATE is read, and it is removed by UID EXPUNGE of that UID
/// alone. Should the connection break amid this, it lies there marked as deleted, which the worker leaves alone, and the next run takes it away.
/// </summary>
internal sealed class ImapClockProbe(ImapSettings settings, IClock clock)
{
    private const string Mark = "kind=clock";

    /// <summary>Reads it, or says why not.</summary>
    public async Task<ClockReading> ReadAsync(ImapFolders folders, CancellationToken token)
    {
        if (folders.Client.Capabilities.HasFlag(ImapCapabilities.GMailExt1))
        {
            return new ClockReading(null, "Gmail would keep the message by which its clock is read.");
        }

        if (settings.Hold != ImapHold.Move || !folders.CanRemoveOne)
        {
            return new ClockReading(null, "The server's clock shows only by a message that is put there and removed again, and this server cannot remove one message alone.");
        }

        if (await folders.HeldAsync(token) is not { } held)
        {
            return new ClockReading(null, $"The folder {settings.Held} is not there.");
        }

        try
        {
            return await ReadAsync(folders, held, token);
        }
        finally
        {
            await RemoveAsync(folders, held);
        }
    }

    private async Task<ClockReading> ReadAsync(ImapFolders folders, IMailFolder held, CancellationToken token)
    {
        using var line = Line();
        var before = clock.GetCurrentInstant();
        try
        {
            await held.AppendAsync(new AppendRequest(line, MailKit.MessageFlags.Seen | MailKit.MessageFlags.Deleted), token);
        }
        catch (ImapCommandException refused)
        {
            return new ClockReading(null, $"Nothing could be put into {settings.Held}: {ImapWords.Said(refused)}");
        }

        var after = clock.GetCurrentInstant();
        await folders.OpenAsync(held, FolderAccess.ReadOnly, token);
        var ours = await held.SearchAsync(SearchQuery.HeaderContains("Message-ID", line.MessageId!), token);
        var dated = ours.Count == 0 ? [] : await held.FetchAsync(ours, new FetchRequest(MessageSummaryItems.UniqueId | MessageSummaryItems.InternalDate), token);
        return dated is [{ InternalDate: { } stamp }, ..]
            ? new ClockReading(Instant.FromDateTimeOffset(stamp) - (before + ((after - before) / 2)))
            : new ClockReading(null, "The server did not say when it took the message by which its clock is read.");
    }

    // Not cancelled: what was put there is taken away.
    private static async Task RemoveAsync(ImapFolders folders, IMailFolder held)
    {
        using var shortly = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await folders.OpenAsync(held, FolderAccess.ReadWrite, shortly.Token);
        var ours = held.Count == 0 ? [] : await held.SearchAsync(SearchQuery.Deleted.And(SearchQuery.HeaderContains(Marker.Header, Mark)), shortly.Token);
        if (ours.Count > 0)
        {
            await held.ExpungeAsync(ours, shortly.Token);
        }
    }

    private static MimeMessage Line()
    {
        var message = new MimeMessage { Subject = "BoundaryWorker reads the server's clock", MessageId = $"{Guid.NewGuid():N}@boundaryworker.invalid" };
        message.From.Add(new MailboxAddress("BoundaryWorker", "clock@boundaryworker.invalid"));
        message.Headers.Add(Marker.Header, $"{Mark}; key={message.MessageId![..32]}; installation=doctor");
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        message.Body = new TextPart("plain") { Text = "It is removed at once." };
        return message;
    }
}
