using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BoundaryWorker.Contracts;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Core.Replies;
using BoundaryWorker.Mail.Reading;
using BoundaryWorker.Pipeline.Ports;
using NodaTime;

namespace BoundaryWorker.Tests.Fakes;

/// <summary>
/// A mailbox in memory that keeps the contract. Moves give a message a new id, as IMAP does. Everything that was ever delivered is counted,
/// so that a test can ask whether anything was lost. Looks and ids survive a "restart": they belong to the server.
/// </summary>
/// <param name="clock">For the cursor's server time.</param>
/// <param name="id">The mailbox's id.</param>
public sealed class InMemoryMailbox(IClock clock, string id = "me") : IMailbox
{
    /// <summary>The Held folder's name.</summary>
    public const string Held = "Held";

    private static readonly Duration OldMail = Duration.FromMinutes(10);
    private readonly List<InMemoryMessage> messages = [];
    private readonly HashSet<string> folders = ["INBOX"];
    private readonly List<InMemoryMessage> delivered = [];
    private TaskCompletionSource change = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int lastId;
    private int validity = 1;

    /// <summary>Failures to order.</summary>
    public MailFaults Faults { get; } = new();

    /// <summary>Where set, every move is refused with these words.</summary>
    public string? RefuseMoves { get; set; }

    /// <summary>The folders that are watched.</summary>
    public ISet<string> Watched { get; } = new HashSet<string> { "INBOX" };

    /// <summary>The server numbers its messages anew: the next look lists what came in the last ten minutes again, known by what it is alone (D3).</summary>
    public void Renumber()
    {
        validity++;
        for (var i = 0; i < messages.Count; i++)
        {
            messages[i] = messages[i] with { Uid = ++lastId };
        }
    }

    /// <summary>Added to the clock for the server's time; null where the server does not tell it.</summary>
    public Duration? ServerSkew { get; set; }

    /// <summary>How bytes are read; set it to the real reader for tests of the whole path.</summary>
    public Func<Stream, Instant, MessageFlags, IncomingMessage> Reader { get; set; } = Mails.Read;

    /// <summary>All messages in all folders.</summary>
    public IReadOnlyList<InMemoryMessage> Messages => messages;

    /// <summary>All that was ever delivered, but for what she deleted: each must be in exactly one folder with the same bytes, flags and arrival.</summary>
    public IReadOnlyList<InMemoryMessage> Lost => [.. delivered.Where(d => messages.Count(m => m.Serial == d.Serial && m.IsAlike(d)) != 1)];

    /// <inheritdoc/>
    public string Id => id;

    /// <summary>Delivers a message.</summary>
    public InMemoryMessage Deliver(byte[] eml, Instant received, string folder = "INBOX", MessageFlags flags = MessageFlags.None, IncomingMessage? read = null)
    {
        lastId++;
        var message = new InMemoryMessage(lastId, lastId, folder, eml, received, flags, read);
        _ = folders.Add(folder);
        messages.Add(message);
        delivered.Add(message);
        change.TrySetResult();
        return message;
    }

    /// <summary>Delivers a message that is already read, for tests that need no MIME; its bytes are made up from what it says.</summary>
    public InMemoryMessage Deliver(IncomingMessage message, string folder = "INBOX")
    {
        var header = $"From: {message.Author}\r\nSubject: {message.Subject}\r\n" + (message.MessageId is null ? "" : $"Message-ID: <{message.MessageId}>\r\n");
        return Deliver(Encoding.UTF8.GetBytes(header + "\r\n" + message.Text), message.Received, folder, message.Flags, message);
    }

    /// <summary>What she does by hand: flags, a move, or null for a delete. Nothing of it counts as lost.</summary>
    public void ByHand(int serial, Func<InMemoryMessage, InMemoryMessage?> act)
    {
        var before = messages.Single(m => m.Serial == serial);
        var index = delivered.FindIndex(m => m.Serial == serial);
        messages.Remove(before);
        delivered.RemoveAt(index);
        if (act(before) is { } after)
        {
            var placed = after.Folder == before.Folder ? after : after with { Uid = ++lastId };
            _ = folders.Add(after.Folder);
            messages.Add(placed);
            delivered.Insert(index, placed);
        }

        change.TrySetResult();
    }

    /// <summary>She removes a folder.</summary>
    public void RemoveFolder(string folder) => folders.Remove(folder);

    /// <inheritdoc/>
    public Task<MailboxAbilities> OpenAsync(CancellationToken token) => Act(nameof(OpenAsync), () =>
    {
        _ = folders.Add(Held);
        return new MailboxAbilities(RefuseMoves is null, RefuseMoves, Held);
    });

    /// <inheritdoc/>
    public Task<Look> LookAsync(string? cursor, CancellationToken token) => Act(nameof(LookAsync), () =>
    {
        change = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var last = cursor?.Split('.').Select(n => long.Parse(n, CultureInfo.InvariantCulture)).ToList();
        var renumbered = last is not null && last[0] != validity;
        var arrivals = messages.Where(m => Watched.Contains(m.Folder) && last is not null && (renumbered ? m.Received >= Instant.FromUnixTimeTicks(last[2]) - OldMail : m.Uid > last[1]));
        var now = clock.GetCurrentInstant();
        var next = string.Create(CultureInfo.InvariantCulture, $"{validity}.{lastId}.{now.ToUnixTimeTicks()}");
        return new Look([.. arrivals.OrderBy(m => m.Received).ThenBy(m => m.Uid).Select(m => m.Stored)], next, now + ServerSkew, renumbered);
    });

    /// <inheritdoc/>
    public Task<IncomingMessage?> ReadAsync(StoredMessage message, CancellationToken token) => Act(nameof(ReadAsync), () =>
        At(message.Ref) is { } there ? there.Read ?? Reader(new MemoryStream(there.Bytes), there.Received, there.Flags) : null);

    /// <inheritdoc/>
    public Task<MoveResult> HoldAsync(StoredMessage message, CancellationToken token) =>
        Act(nameof(HoldAsync), () => Move(At(message.Ref), message, Held));

    /// <inheritdoc/>
    public Task<MoveResult> ReleaseAsync(StoredMessage held, string folder, CancellationToken token) => Act(nameof(ReleaseAsync), () =>
    {
        var target = folders.Contains(folder) && folder != Held ? folder : "INBOX";
        var there = held.Ref.Folder == Held ? At(held.Ref) : null;
        return Move(there ?? messages.FirstOrDefault(m => m.Folder == Held && m.Stored.Identity == held.Identity), held, target);
    });

    /// <inheritdoc/>
    public Task<IReadOnlyList<StoredMessage>> ListHeldAsync(CancellationToken token) => Act<IReadOnlyList<StoredMessage>>(nameof(ListHeldAsync), () =>
        [.. messages.Where(m => m.Folder == Held).OrderBy(m => m.Received).ThenBy(m => m.Uid).Select(m => m.Stored)]);

    /// <inheritdoc/>
    public Task<StoredMessage?> FindAsync(MessageIdentity identity, CancellationToken token) => Act(nameof(FindAsync), () => messages
        .OrderBy(m => Watched.Contains(m.Folder) ? 0 : m.Folder == Held ? 1 : 2)
        .Select(m => m.Stored)
        .FirstOrDefault(m => m.Identity == identity));

    /// <inheritdoc/>
    public Task<IReadOnlyList<SentMessage>> SentSinceAsync(Instant since, CancellationToken token) => Act<IReadOnlyList<SentMessage>>(nameof(SentSinceAsync), () =>
        [.. messages.Where(m => m.Folder == "Sent" && m.Received >= since).Select(FakeSentFacts.Of)]);

    /// <summary>Where set, no copy is taken, with these words.</summary>
    public string? RefuseCopies { get; set; }

    /// <inheritdoc/>
    public Task<FilingResult> FileSentAsync(OutgoingBytes message, Instant at, CancellationToken token) => Act(nameof(FileSentAsync), () =>
    {
        if (RefuseCopies is { } why)
        {
            return new FilingResult(false, why);
        }

        if (!messages.Any(m => m.Folder == "Sent" && m.Received >= at - Duration.FromMinutes(10) && FakeSentFacts.Of(m).MessageId == message.MessageId))
        {
            _ = folders.Add("Sent");
            messages.Add(new InMemoryMessage(++lastId, lastId, "Sent", message.Bytes, at, MessageFlags.Seen, null));
        }

        return FilingResult.Done;
    });

    /// <inheritdoc/>
    public async Task WaitForChangeAsync(CancellationToken token) =>
        await Task.WhenAny(change.Task, Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token));

    private Task<T> Act<T>(string method, Func<T> act)
    {
        try
        {
            return Task.FromResult(Faults.Around(method, act));
        }
        catch (Exception e)
        {
            return Task.FromException<T>(e);
        }
    }

    private InMemoryMessage? At(MessageRef place) =>
        messages.FirstOrDefault(m => m.Folder == place.Folder && m.Uid.ToString(CultureInfo.InvariantCulture) == place.Id);

    private MoveResult Move(InMemoryMessage? there, StoredMessage asked, string folder)
    {
        if (there is null || there.Folder == folder)
        {
            var already = there ?? messages.FirstOrDefault(m => m.Folder == folder && m.Stored.Identity == asked.Identity);
            return already is null ? new MoveResult(MoveOutcome.Gone, null) : new MoveResult(MoveOutcome.Moved, already.Stored);
        }

        if (RefuseMoves is not null)
        {
            return new MoveResult(MoveOutcome.Refused, null, RefuseMoves);
        }

        var moved = there with { Folder = folder, Uid = ++lastId };
        messages[messages.IndexOf(there)] = moved;
        return new MoveResult(MoveOutcome.Moved, moved.Stored);
    }
}

/// <summary>A message in memory.</summary>
/// <param name="Serial">Its number for the test; stays through all moves.</param>
/// <param name="Uid">Its number in its folder; new at each move.</param>
/// <param name="Folder">Where it is.</param>
/// <param name="Bytes">What it is.</param>
/// <param name="Received">Its arrival.</param>
/// <param name="Flags">Its flags.</param>
/// <param name="Read">What reading it gives, where the test said so.</param>
public sealed record InMemoryMessage(int Serial, int Uid, string Folder, byte[] Bytes, Instant Received, MessageFlags Flags, IncomingMessage? Read)
{
    /// <summary>As the port shows it.</summary>
    public StoredMessage Stored
    {
        get
        {
            var header = Mails.Header(Bytes);
            var messageId = Mails.Read(new MemoryStream(Bytes), Received, Flags).MessageId;
            var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(header)));
            return new StoredMessage(
                new MessageRef(Folder, Uid.ToString(CultureInfo.InvariantCulture)),
                new MessageIdentity(messageId, digest, Received, Read?.Size is > 0 and var size ? size : Bytes.Length),
                Flags)
            {
                TopmostReceived = Read is null ? HeaderFacts.Of(new MemoryStream(Bytes)).TopmostReceived : Read.TopmostReceived,
            };
        }
    }

    /// <summary>The same bytes, flags and arrival.</summary>
    public bool IsAlike(InMemoryMessage other) => Bytes.AsSpan().SequenceEqual(other.Bytes) && (Flags, Received) == (other.Flags, other.Received);
}

/// <summary>Sent facts of made-up messages.</summary>
internal static class FakeSentFacts
{
    public static SentMessage Of(InMemoryMessage message)
    {
        var headers = Mails.Read(new MemoryStream(message.Bytes), message.Received, message.Flags).Headers;
        return new SentMessage
        {
            MessageId = headers.First("Message-ID")?.Trim('<', '>'),
            OriginalMessageId = headers.First("X-Microsoft-Original-Message-ID")?.Trim('<', '>'),
            Marker = headers.First(Marker.Header),
            At = DateTimeOffset.TryParse(headers.First("Date"), CultureInfo.InvariantCulture, out var date) ? Instant.FromDateTimeOffset(date) : message.Received,
            Recipients = [.. new[] { "To", "Cc", "Bcc" }.SelectMany(headers.All).Select(v => EmailAddress.TryParse(v.Split('<')[^1].Trim('>'))).OfType<EmailAddress>()],
            References = [.. new[] { "References", "In-Reply-To" }.SelectMany(headers.All).SelectMany(v => v.Split(' ')).Select(v => v.Trim('<', '>')).Distinct()],
            IsForeignAutoReply = headers.Has("Auto-Submitted") && !headers.Has(Marker.Header),
        };
    }
}
