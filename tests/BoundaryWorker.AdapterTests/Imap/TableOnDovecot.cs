using System.Text;
using BoundaryWorker.AdapterTests.EndToEnd;
using BoundaryWorker.AdapterTests.Smtp;
using BoundaryWorker.Contracts;
using BoundaryWorker.Core.Mail;
using NodaTime;

namespace BoundaryWorker.AdapterTests.Imap;

/// <summary>One row as LMTP took it and as it lay in the inbox before the worker saw it.</summary>
/// <param name="Row">The row.</param>
/// <param name="Eml">What LMTP took.</param>
/// <param name="Inbox">As it lay in the inbox, the server's trace fields in its hash.</param>
/// <param name="Words">All its flags and keywords.</param>
internal sealed record Taken(TableRow Row, byte[] Eml, Placed Inbox, IReadOnlyList<string> Words);

/// <summary>The rows of the table at a real worker between a Dovecot and a mail server for what goes out.</summary>
internal sealed class TableOnDovecot : IAsyncDisposable
{
    private readonly DovecotServer server;
    private readonly List<Taken> taken = [];
    private readonly List<byte[]> own = [];
    private readonly Instant started = WorkerOnDovecot.RealNow();

    public TableOnDovecot(bool move, Hours hours)
    {
        server = move ? DovecotServer.Full : DovecotServer.WithoutMove;
        On = new WorkerOnDovecot(server, $$"""
            "Smtp": { "Host": "127.0.0.1", "Port": {{Smtp.Port}}, "Security": "None" }
            """, hours: hours);
    }

    /// <summary>Takes what goes out.</summary>
    public SmtpTestServer Smtp { get; } = new();

    public WorkerOnDovecot On { get; }

    public Played Play => On.Play;

    /// <summary>Everything delivered, in order.</summary>
    public IReadOnlyList<Taken> Everything => taken;

    /// <summary>The automatic replies.</summary>
    public IReadOnlyList<SmtpDelivery> Replies => Outgoing("kind=reply");

    /// <summary>The digests.</summary>
    public IReadOnlyList<SmtpDelivery> Digests => Outgoing("kind=digest");

    /// <summary>Lets the worker get to know the empty mailbox and stops it, so that what is delivered next can be seen before it.</summary>
    public async Task MeetAsync()
    {
        await Play.StartAsync(started);
        await Play.Worker.StopAsync();
    }

    /// <summary>Delivers one row by LMTP, to a worker that stands still, and sets what it carries. Its Date is a moment before now, another for each, since Message-IDs are made of it.</summary>
    public void Deliver(TableRow row, string keywords = "")
    {
        var eml = row.Eml(started - Duration.FromSeconds(60 - taken.Count));
        var (envelope, bytes) = Envelope(eml);
        RawLmtp.Deliver(server, envelope, On.User, bytes);

        var (_, uid, _) = Find(bytes);
        if ((Imap(row.Flags) + keywords).Length > 0)
        {
            On.Raw.Ask("SELECT INBOX");
            On.Raw.Ask($"UID STORE {uid} +FLAGS.SILENT ({Imap(row.Flags)} {keywords})");
        }

        var (placed, _, words) = Find(bytes);
        Assert.Equal("INBOX", placed.Folder);
        taken.Add(new Taken(row, bytes, placed, words));
    }

    /// <summary>Files what she wrote by her own hand.</summary>
    public void FileOwn(Func<Instant, byte[]> eml)
    {
        own.Add(eml(WorkerOnDovecot.RealNow()));
        On.FileSent(own[^1]);
    }

    /// <summary>Lets the worker come round until it has nothing more to do: replies go one in five seconds, and a copy in Sent is filed after a minute.</summary>
    public async Task LiveAsync()
    {
        for (var (calm, before) = (0, -1); calm < 2; before = Smtp.Deliveries.Count)
        {
            await Play.SettleAsync();
            calm = before == Smtp.Deliveries.Count ? calm + 1 : 0;
        }
    }

    /// <summary>Each message lies in one place, as it was delivered: bytes, flags, keywords, INTERNALDATE. Beside them are only the copies of what went out and her own mail.</summary>
    public void AssertPlaces(Func<Taken, string> folder)
    {
        foreach (var message in taken)
        {
            var (placed, _, words) = Find(message.Eml);
            Assert.True(folder(message) == placed.Folder, $"Row {message.Row.Row}: it lies in {placed.Folder}, not in {folder(message)}.\n{Play.Worker.Output}");
            Assert.Equal((message.Row.Row, message.Inbox with { Folder = placed.Folder }), (message.Row.Row, placed));
            Assert.Equal(message.Words, words);
        }

        // What is old is left alone, whatever the table says of it.
        Assert.DoesNotContain("it is old mail", Play.Worker.Output, StringComparison.Ordinal);
        var others = On.All().Where(p => taken.All(t => t.Inbox.Hash != p.Hash)).ToList();
        var sent = Smtp.Deliveries.Select(d => d.Bytes).Concat(own).Select(Mails.Hash).ToHashSet();
        Assert.All(others, p => Assert.Equal(("Sent", MessageFlags.Seen, true), (p.Folder, p.Flags, sent.Contains(p.Hash))));
    }

    /// <summary>The log of the worker names this reason, beside <see cref="AssertPlaces"/> for a row that could be left alone for another.</summary>
    public void AssertReason(Core.Deciding.Reason reason) => Assert.Contains(Core.Deciding.ReasonTable.Text(reason, "en"), Play.Worker.Output, StringComparison.Ordinal);

    /// <summary>The reply to a row, or null.</summary>
    public SmtpDelivery? ReplyTo(Taken message)
    {
        var id = MimeKit.MimeMessage.Load(new MemoryStream(message.Eml)).MessageId;
        return Replies.SingleOrDefault(r => ReplyHeaders.Read(r).InReplyTo == id);
    }

    /// <summary>Exactly the rows that have one are answered, once, by a reply with every header of replies.md C, which quotes the rule with its number in the client's language (C9).</summary>
    public void AssertReplies()
    {
        var installation = (string)Play.Folder.Scalar("select id from installation")!;
        foreach (var message in taken)
        {
            var reply = ReplyTo(message);
            Assert.True((message.Row.Rules is null) == (reply is null), $"Row {message.Row.Row}: answered is {reply is not null}.\n{Play.Worker.Output}");
            if (reply is null)
            {
                continue;
            }

            var read = ReplyHeaders.Read(reply);
            var rules = MarkedRules(read);
            Assert.Contains(message.Row.Rules!, rules.Split(','));
            ReplyHeaders.AssertC(reply, message.Eml, rules, installation, new Interval(started, Play.Folder.Now));
            var says = (message.Row.Rules, read.To.ToString().EndsWith("@beta.example", StringComparison.Ordinal)) switch
            {
                ("2.1", _) => "I take on tasks through the board.",
                (_, true) => "Pracuję ",
                _ => "I work ",
            };
            Assert.Matches($"{message.Row.Rules}[^:\n]*: .{says}", read.TextBody);
            Assert.Contains($"{message.Row.Rules} ", read.HtmlBody, StringComparison.Ordinal);
            Assert.Contains(says, read.HtmlBody, StringComparison.Ordinal);
        }

        Assert.Equal(taken.Count(t => t.Row.Rules is not null), Replies.Count);
        Assert.Equal(Smtp.Deliveries.Count, Replies.Count + Digests.Count);
    }

    /// <summary>The rows with their places and answers, to be read.</summary>
    public string Table() => string.Join('\n', taken.Select(t => $"{t.Row.Row,-40} {Find(t.Eml).Placed.Folder,-6} {(ReplyTo(t) is { } reply ? "answered, rules " + MarkedRules(ReplyHeaders.Read(reply)) : "-")}"));

    public async ValueTask DisposeAsync()
    {
        On.Dispose();
        await Smtp.DisposeAsync();
    }

    private static string MarkedRules(MimeKit.MimeMessage reply) => reply.Headers["X-BoundaryWorker"]!.Split("rules=")[1].Split(';')[0];

    private SmtpDelivery[] Outgoing(string kind) => [.. Smtp.Deliveries.Where(d => ReplyHeaders.Read(d).Headers["X-BoundaryWorker"]?.StartsWith(kind + ";", StringComparison.Ordinal) == true)];

    /// <summary>The one place of a message, by the hash of what LMTP took, before which the server has put its trace fields and nothing else.</summary>
    private (Placed Placed, string Uid, IReadOnlyList<string> Words) Find(byte[] eml)
    {
        var hash = Mails.Hash(eml);
        var (placed, uid, bytes) = Assert.Single(On.Raw.All(), m => m.Bytes.Length > eml.Length && Mails.Hash(m.Bytes[^eml.Length..]) == hash);
        var trace = Encoding.ASCII.GetString(bytes[..^eml.Length]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Where(l => !char.IsWhiteSpace(l[0]));
        Assert.Equal(["Return-Path", "Delivered-To", "Received"], trace.Select(l => l.Split(':')[0]));
        return (placed, uid, On.Raw.Words(placed.Folder, uid));
    }

    /// <summary>The envelope's sender and the message without it, as it is on its way.</summary>
    private static (string From, byte[] Bytes) Envelope(byte[] eml)
    {
        var end = eml.AsSpan().IndexOf("\r\n"u8);
        var first = Encoding.ASCII.GetString(eml, 0, end);
        Assert.StartsWith("Return-Path: <", first, StringComparison.Ordinal);
        return (first["Return-Path: <".Length..^1], eml[(end + 2)..]);
    }

    private static string Imap(string maildir) => maildir.Replace("S", "\\Seen ", StringComparison.Ordinal).Replace("F", "\\Flagged ", StringComparison.Ordinal);
}
