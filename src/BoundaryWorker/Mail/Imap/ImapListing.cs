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
    private static readonly HashSet<MessageRef> NoPlaces = [];
    private const MessageSummaryItems Flags = MessageSummaryItems.UniqueId | MessageSummaryItems.Flags;
    private const MessageSummaryItems Facts = Flags | MessageSummaryItems.InternalDate | MessageSummaryItems.Size | MessageSummaryItems.Headers;
    private readonly ImapKnown known = new();

    /// <summary>Those of the UIDs that are there, in the order of arrival.</summary>
    /// <param name="folder">Open.</param>
    /// <param name="uids">Which.</param>
    public async Task<IReadOnlyList<StoredMessage>> FetchAsync(IMailFolder folder, IEnumerable<UniqueId> uids, CancellationToken token)
    {
        var found = new List<(StoredMessage Message, uint Uid)>();
        foreach (var chunk in uids.Chunk(AtOnce))
        {
            foreach (var part in chunk.GroupBy(uid => known.TryGet(ImapPlace.Of(folder, uid), out _)))
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

    /// <summary>
    /// All messages of those identities in an open folder, in the order of arrival. Searched by day and size, which servers keep in an index, then compared by
    /// arrival, size and header.
    /// </summary>
    /// <param name="folder">Open.</param>
    /// <param name="identities">Which.</param>
    /// <param name="except">Those that it cannot be.</param>
    public async Task<ImapAlike> AlikeAsync(IMailFolder folder, IEnumerable<MessageIdentity> identities, IReadOnlySet<MessageRef> except, CancellationToken token)
    {
        var wanted = identities.Where(i => i.Size is >= 0 and < int.MaxValue).ToHashSet();
        if (wanted.Count == 0 || folder.Count == 0)
        {
            return new ImapAlike([]);
        }

        // SINCE and BEFORE go by days of a zone that the server alone knows: a day more on either side.
        var days = wanted.Select(i => i.Received.ToDateTimeUtc().Date).ToList();
        var (smallest, largest) = ((int)wanted.Min(i => i.Size), (int)wanted.Max(i => i.Size));
        var query = SearchQuery.DeliveredAfter(days.Min().AddDays(-1))
            .And(SearchQuery.DeliveredBefore(days.Max().AddDays(2)))
            .And(SearchQuery.SmallerThan(largest + 1));
        var uids = await folder.SearchAsync(smallest == 0 ? query : query.And(SearchQuery.LargerThan(smallest - 1)), token);
        var found = await FetchAsync(folder, uids.Where(uid => !except.Contains(ImapPlace.Of(folder, uid))), token);
        return new ImapAlike(found.Where(m => wanted.Contains(m.Identity)));
    }

    /// <summary>One message of that identity in an open folder, or null.</summary>
    public async Task<StoredMessage?> OneAlikeAsync(IMailFolder folder, MessageIdentity identity, CancellationToken token) =>
        (await AlikeAsync(folder, [identity], NoPlaces, token)).Take(identity);

    /// <summary>
    /// Each message as it lies in an open folder as far as is known: what was fetched from there once is taken to be there still, since whoever moves it learns
    /// by the way whether it was. Null where it is not there.
    /// </summary>
    public async Task<IReadOnlyList<StoredMessage?>> SupposedAsync(IMailFolder folder, IReadOnlyList<StoredMessage> messages, CancellationToken token)
    {
        var isKnown = messages.Select(m => ImapPlace.In(folder, m.Ref) is not null && known.TryGet(m.Ref, out var facts) && facts.Identity == m.Identity).ToList();
        var unknown = messages.Where((_, n) => !isKnown[n]).ToList();
        var now = new Queue<StoredMessage?>(unknown.Count == 0 ? [] : await NowAsync(folder, unknown, token));
        return [.. messages.Select((m, n) => isKnown[n] ? m : now.Dequeue())];
    }

    /// <summary>
    /// Each message as it lies in an open folder now, null where it does not: by its UID; by its identity alone only where its UID is void (D3), since a twin
    /// is not it.
    /// </summary>
    public async Task<IReadOnlyList<StoredMessage?>> NowAsync(IMailFolder folder, IReadOnlyList<StoredMessage> messages, CancellationToken token)
    {
        var places = messages.Select(m => ImapPlace.In(folder, m.Ref)).ToList();
        var at = (await FetchAsync(folder, places.OfType<UniqueId>(), token)).ToDictionary(m => m.Ref);
        var astray = await AlikeAsync(folder, messages.Where((_, n) => places[n] is null).Select(m => m.Identity), NoPlaces, token);
        return [.. messages.Select((message, n) => places[n] is null ? astray.Take(message.Identity)
            : at.TryGetValue(message.Ref, out var there) && there.Identity == message.Identity ? there
            : null)];
    }

    private StoredMessage? Stored(IMailFolder folder, IMessageSummary summary)
    {
        if (!summary.UniqueId.IsValid || summary.Flags is not { } flags)
        {
            return null;
        }

        var place = ImapPlace.Of(folder, summary.UniqueId);
        if (summary is { Headers: { } headers, InternalDate: { } received, Size: { } size })
        {
            var (messageId, digest, topmost) = HeaderFacts.Of(new MemoryStream(Bytes(headers), writable: false));
            known.Add(place, new ImapKnownFacts(new MessageIdentity(messageId, digest, Instant.FromDateTimeOffset(received), size), topmost));
        }

        return known.TryGet(place, out var facts) ? new StoredMessage(place, facts.Identity, FlagsOf(flags)) { TopmostReceived = facts.TopmostReceived } : null;
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
