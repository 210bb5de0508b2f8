using BoundaryWorker.Mail.Reading;
using BoundaryWorker.Pipeline.Ports;
using MailKit;
using MailKit.Search;
using MimeKit;
using NodaTime;
using ImapFlags = MailKit.MessageFlags;
using MessageFlags = BoundaryWorker.Core.Mail.MessageFlags;

namespace BoundaryWorker.Mail.Imap;

/// <summary>
/// Messages of a folder with their identities. Header, size and arrival of a UID never change (RFC 3501 2.3.1.1), so they are fetched once;
/// flags are fetched each time. For one caller at a time.
/// </summary>
internal sealed class ImapListing
{
    private const int AtOnce = 500;
    private const int Kept = 20_000;
    private const MessageSummaryItems Flags = MessageSummaryItems.UniqueId | MessageSummaryItems.Flags;
    private const MessageSummaryItems Facts = Flags | MessageSummaryItems.InternalDate | MessageSummaryItems.Size | MessageSummaryItems.Headers;
    private readonly Dictionary<MessageRef, MessageIdentity> known = [];

    /// <summary>Opens a folder, or sees what changed in it since. EXAMINE where nothing is to be written, so that nothing can be (D1).</summary>
    public static async Task OpenAsync(ImapFolders folders, IMailFolder folder, FolderAccess access, CancellationToken token)
    {
        if (folder.IsOpen && folder.Access >= access)
        {
            await folders.Client.NoOpAsync(token);
            return;
        }

        await folder.OpenAsync(access, token);
    }

    /// <summary>Those of the UIDs that are there, in the order of arrival.</summary>
    /// <param name="folder">Open.</param>
    /// <param name="uids">Which.</param>
    public async Task<IReadOnlyList<StoredMessage>> FetchAsync(IMailFolder folder, IEnumerable<UniqueId> uids, CancellationToken token)
    {
        var found = new List<(StoredMessage Message, uint Uid)>();
        foreach (var chunk in uids.Chunk(AtOnce))
        {
            foreach (var part in chunk.GroupBy(uid => known.ContainsKey(ImapPlace.Of(folder, uid))))
            {
                var summaries = await folder.FetchAsync(part.ToList(), new FetchRequest(part.Key ? Flags : Facts), token);
                found.AddRange(summaries.Select(s => (Stored(folder, s), s.UniqueId.Id)).Where(m => m.Item1 is not null).Select(m => (m.Item1!, m.Id)));
            }
        }

        return [.. found.OrderBy(m => m.Message.Identity.Received).ThenBy(m => m.Uid).Select(m => m.Message)];
    }

    /// <summary>One message, or null where it is not there.</summary>
    public async Task<StoredMessage?> FetchAsync(IMailFolder folder, UniqueId uid, CancellationToken token) =>
        (await FetchAsync(folder, [uid], token)) is [var one, ..] ? one : null;

    /// <summary>All messages of that identity in an open folder. Searched by day and size, which servers keep in an index, then compared by arrival, size and header.</summary>
    public async Task<IReadOnlyList<StoredMessage>> AlikeAsync(IMailFolder folder, MessageIdentity identity, CancellationToken token)
    {
        if (identity.Size is < 0 or >= int.MaxValue)
        {
            return [];
        }

        // SINCE and BEFORE go by days of a zone that the server alone knows: a day more on either side.
        var day = identity.Received.ToDateTimeUtc().Date;
        var size = (int)identity.Size;
        var query = SearchQuery.DeliveredAfter(day.AddDays(-1))
            .And(SearchQuery.DeliveredBefore(day.AddDays(2)))
            .And(SearchQuery.SmallerThan(size + 1));
        var uids = await folder.SearchAsync(size == 0 ? query : query.And(SearchQuery.LargerThan(size - 1)), token);
        return [.. (await FetchAsync(folder, uids, token)).Where(m => m.Identity == identity)];
    }

    /// <summary>One message of that identity in an open folder, or null.</summary>
    public async Task<StoredMessage?> OneAlikeAsync(IMailFolder folder, MessageIdentity identity, CancellationToken token) =>
        await AlikeAsync(folder, identity, token) is [var one, ..] ? one : null;

    /// <summary>The message in an open folder by its UID, null where that is void or the message is gone.</summary>
    public async Task<StoredMessage?> AtAsync(IMailFolder folder, StoredMessage message, CancellationToken token) =>
        ImapPlace.In(folder, message.Ref) is { } uid && await FetchAsync(folder, uid, token) is { } there && there.Identity == message.Identity ? there : null;

    /// <summary>The message in an open folder; by its identity alone only where its UID became void (D3), since a twin is not it.</summary>
    public Task<StoredMessage?> NowAsync(IMailFolder folder, StoredMessage message, CancellationToken token) =>
        ImapPlace.In(folder, message.Ref) is null ? OneAlikeAsync(folder, message.Identity, token) : AtAsync(folder, message, token);

    private StoredMessage? Stored(IMailFolder folder, IMessageSummary summary)
    {
        if (!summary.UniqueId.IsValid || summary.Flags is not { } flags)
        {
            return null;
        }

        var place = ImapPlace.Of(folder, summary.UniqueId);
        if (summary is { Headers: { } headers, InternalDate: { } received, Size: { } size })
        {
            var (messageId, digest) = HeaderFacts.Of(new MemoryStream(Bytes(headers), writable: false));
            if (known.Count >= Kept)
            {
                known.Clear();
            }

            known[place] = new MessageIdentity(messageId, digest, Instant.FromDateTimeOffset(received), size);
        }

        return known.TryGetValue(place, out var identity) ? new StoredMessage(place, identity, FlagsOf(flags)) : null;
    }

    /// <summary>The flags that the port knows.</summary>
    public static MessageFlags FlagsOf(ImapFlags flags) =>
        (flags.HasFlag(ImapFlags.Seen) ? MessageFlags.Seen : 0)
        | (flags.HasFlag(ImapFlags.Answered) ? MessageFlags.Answered : 0)
        | (flags.HasFlag(ImapFlags.Flagged) ? MessageFlags.Flagged : 0)
        | (flags.HasFlag(ImapFlags.Draft) ? MessageFlags.Draft : 0)
        | (flags.HasFlag(ImapFlags.Deleted) ? MessageFlags.Deleted : 0);

    /// <summary>A header as it stood: a parsed field keeps its own bytes.</summary>
    public static byte[] Bytes(HeaderList headers)
    {
        using var bytes = new MemoryStream();
        foreach (var field in headers)
        {
            bytes.Write(field.RawField);
            if (field.RawValue.Length > 0)
            {
                bytes.WriteByte((byte)':');
            }

            bytes.Write(field.RawValue);
        }

        return bytes.ToArray();
    }
}
