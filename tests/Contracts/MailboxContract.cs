using System.Text;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Pipeline.Ports;
using NodaTime;

namespace BoundaryWorker.Contracts;

/// <summary>What every <see cref="IMailbox"/> promises, whatever is behind it: looking and reading. Moving is in <see cref="MailboxMovesContract"/>.</summary>
public abstract class MailboxContract : IAsyncLifetime
{
    /// <summary>The mailbox of this test: fresh, empty, with an inbox.</summary>
    protected MailboxUnderTest Box { get; private set; } = null!;

    /// <summary>The adapter.</summary>
    protected IMailbox Mailbox => Box.Mailbox;

    /// <summary>Of the running test.</summary>
    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Makes a fresh mailbox.</summary>
    protected abstract Task<MailboxUnderTest> CreateAsync();

    public async ValueTask InitializeAsync()
    {
        Box = await CreateAsync();
        _ = await Mailbox.OpenAsync(Token);
    }

    public async ValueTask DisposeAsync()
    {
        await Box.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Promise_7_the_very_first_look_lists_nothing()
    {
        await Box.DeliverAsync(Mails.Simple("old@x"), Box.Now);

        var look = await Mailbox.LookAsync(null, Token);

        Assert.Empty(look.Arrivals);
        Assert.InRange(look.Cursor.Length, 1, 2048);
        Assert.Empty((await Mailbox.LookAsync(look.Cursor, Token)).Arrivals);
    }

    [Fact]
    public async Task What_came_since_is_listed_once_and_in_the_order_of_arrival()
    {
        var cursor = await BaselineAsync();
        var mails = new[] { "b@x", "a@x", "c@x" }.Select(id => Mails.Simple(id)).ToArray();
        await Box.DeliverAsync(mails[1], Box.Now + Duration.FromSeconds(20));
        await Box.DeliverAsync(mails[2], Box.Now + Duration.FromSeconds(30));
        await Box.DeliverAsync(mails[0], Box.Now + Duration.FromSeconds(10));

        var look = await Mailbox.LookAsync(cursor, Token);
        var next = await Mailbox.LookAsync(look.Cursor, Token);

        Assert.Equal(["b@x", "a@x", "c@x"], look.Arrivals.Select(a => a.Identity.MessageId));
        Assert.Equal(mails.Select(m => (long)m.Length), look.Arrivals.Select(a => a.Identity.Size));
        Assert.Empty(next.Arrivals);
    }

    [Fact]
    public async Task Identity_and_flags_are_those_of_the_message()
    {
        var received = Box.Now + Duration.FromSeconds(7);
        var message = await ArriveAsync(Mails.Simple("id@x"), received, MessageFlags.Seen | MessageFlags.Flagged);

        Assert.Equal(("INBOX", "id@x", received), (message.Ref.Folder, message.Identity.MessageId, message.Identity.Received));
        Assert.Equal(MessageFlags.Seen | MessageFlags.Flagged, message.Flags);
    }

    [Fact]
    public async Task A_message_without_an_id_is_known_by_its_header()
    {
        var without = Mails.Simple("x", extra: "X-Copy: 1\r\n");
        var one = Without(without, "1");
        var two = Without(without, "2");
        var cursor = await BaselineAsync();
        await Box.DeliverAsync(one, Box.Now);
        await Box.DeliverAsync(two, Box.Now);

        var look = await Mailbox.LookAsync(cursor, Token);

        Assert.All(look.Arrivals, a => Assert.Null(a.Identity.MessageId));
        Assert.Equal(2, look.Arrivals.Select(a => a.Identity.Key("me")).Distinct().Count());

        static byte[] Without(byte[] eml, string copy) =>
            Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(eml).Replace("Message-ID: <x>", $"X-Number: {copy}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_cursor_again_lists_the_same_again()
    {
        var cursor = await BaselineAsync();
        await Box.DeliverAsync(Mails.Simple("a@x"), Box.Now);

        var first = await Mailbox.LookAsync(cursor, Token);
        var second = await Mailbox.LookAsync(cursor, Token);

        Assert.Equal(["a@x"], first.Arrivals.Select(a => a.Identity.MessageId));
        Assert.Equal(first.Arrivals, second.Arrivals);
    }

    [Fact]
    public async Task The_cursor_survives_a_restart()
    {
        var cursor = await BaselineAsync();
        Box.Advance(Duration.FromMinutes(5));
        await Box.DeliverAsync(Mails.Simple("while-down@x"), Box.Now);
        await Box.RestartAsync();
        Box.Advance(Duration.FromHours(5));
        _ = await Mailbox.OpenAsync(Token);

        var look = await Mailbox.LookAsync(cursor, Token);

        Assert.Contains("while-down@x", look.Arrivals.Select(a => a.Identity.MessageId));
        Assert.Empty((await Mailbox.LookAsync(look.Cursor, Token)).Arrivals);
    }

    [Fact]
    public async Task A_new_message_with_an_old_arrival_is_listed_so_that_the_path_can_leave_it_alone_by_name()
    {
        var cursor = await BaselineAsync();
        await Box.DeliverAsync(Mails.Simple("imported@x"), Box.Now - Duration.FromDays(400));

        var look = await Mailbox.LookAsync(cursor, Token);

        Assert.Equal(["imported@x"], look.Arrivals.Select(a => a.Identity.MessageId));
    }

    [Fact]
    public async Task D1_looking_and_reading_leave_everything_as_it_is()
    {
        var message = await ArriveAsync(Mails.Simple("unread@x", subject: "A question"));
        var before = await Box.AllAsync();

        var read = await Mailbox.ReadAsync(message, Token);
        _ = await Mailbox.ListHeldAsync(Token);
        _ = await Mailbox.FindAsync(message.Identity, Token);

        Assert.Equal(("A question", message.Identity.Received, message.Identity.Size), (read!.Subject, read.Received, read.Size));
        Assert.Equal(MessageFlags.None, read.Flags);
        Assert.Equal(before, await Box.AllAsync());
    }

    [Fact]
    public async Task The_first_words_come_in_one_line_each_and_leave_everything_as_it_is()
    {
        var cursor = await BaselineAsync();
        string[] ids = ["one@x", "two@x", "gone@x"];
        foreach (var id in ids)
        {
            await Box.DeliverAsync(Mails.Simple(id), Box.Now);
        }

        var messages = (await Mailbox.LookAsync(cursor, Token)).Arrivals.OrderBy(m => m.Identity.MessageId, StringComparer.Ordinal).ToList();
        await Box.DeleteByHandAsync(Mails.Simple("gone@x"));
        var before = await Box.AllAsync();

        var previews = await Mailbox.PreviewsAsync(messages, Token);

        Assert.Equal(3, previews.Count);
        Assert.Null(previews[0]);
        Assert.StartsWith("Text of one@x", previews[1], StringComparison.Ordinal);
        Assert.StartsWith("Text of two@x", previews[2], StringComparison.Ordinal);
        Assert.All(previews.OfType<string>(), p => Assert.DoesNotContain(p, char.IsControl));
        Assert.Equal(before, await Box.AllAsync());
        Assert.Empty(await Mailbox.PreviewsAsync([], Token));
    }

    [Fact]
    public async Task Reading_follows_a_change_of_flags_and_finds_nothing_after_a_delete()
    {
        var eml = Mails.Simple("read@x");
        var message = await ArriveAsync(eml);

        await Box.SetFlagsByHandAsync(eml, MessageFlags.Seen | MessageFlags.Answered);
        Assert.Equal("read@x", (await Mailbox.ReadAsync(message, Token))?.MessageId);
        Assert.Empty((await Mailbox.LookAsync((await Mailbox.LookAsync(null, Token)).Cursor, Token)).Arrivals);

        await Box.DeleteByHandAsync(eml);
        Assert.Null(await Mailbox.ReadAsync(message, Token));
    }

    [Fact]
    public async Task Found_wherever_she_put_it_and_nowhere_once_deleted()
    {
        var eml = Mails.Simple("wander@x");
        var message = await ArriveAsync(eml);

        Assert.Equal("INBOX", (await Mailbox.FindAsync(message.Identity, Token))?.Ref.Folder);
        await Box.MoveByHandAsync(eml, "Projects");
        var found = await Mailbox.FindAsync(message.Identity, Token);
        Assert.Equal("Projects", found?.Ref.Folder);
        Assert.Equal(message.Identity, found?.Identity);

        await Box.DeleteByHandAsync(eml);
        Assert.Null(await Mailbox.FindAsync(message.Identity, Token));
    }

    [Fact]
    public async Task E2_the_header_facts_of_what_was_sent_since()
    {
        const string Own = "Message-ID: <ours@studio.example>\r\nX-BoundaryWorker: kind=reply; key=1\r\nAuto-Submitted: auto-replied\r\nTo: Jane <jane@acme.example>\r\nIn-Reply-To: <q@x>\r\nReferences: <p@x> <q@x>\r\nX-Microsoft-Original-Message-ID: <first@studio.example>\r\n\r\nx";
        const string Hers = "Message-ID: <hers@studio.example>\r\nTo: a@acme.example\r\nCc: b@acme.example\r\nBcc: c@acme.example\r\nDate: Mon, 23 Nov 2026 10:00:00 +0100\r\n\r\nx";
        const string Vacation = "Auto-Submitted: auto-replied (vacation)\r\nTo: a@acme.example\r\n\r\nx";
        await FileSentAsync(Mails.Simple("before@x"), -Duration.FromHours(1));
        await FileSentAsync(Bytes(Own), Duration.FromSeconds(1));
        await FileSentAsync(Bytes(Hers), Duration.FromSeconds(2));
        await FileSentAsync(Bytes(Vacation), Duration.FromSeconds(3));

        var sent = await Mailbox.SentSinceAsync(Box.Now, Token);

        var own = Assert.Single(sent, s => s.MessageId == "ours@studio.example");
        Assert.Equal(("first@studio.example", "kind=reply; key=1", false), (own.OriginalMessageId, own.Marker, own.IsForeignAutoReply));
        Assert.Equal(["p@x", "q@x"], own.References);
        var hers = Assert.Single(sent, s => s.MessageId == "hers@studio.example");
        Assert.Equal(["a@acme.example", "b@acme.example", "c@acme.example"], hers.Recipients.Select(r => r.Key));
        Assert.Equal(Instant.FromUtc(2026, 11, 23, 9, 0), hers.At);
        Assert.Null(hers.Marker);
        var vacation = Assert.Single(sent, s => s.IsForeignAutoReply);
        Assert.Equal(Box.Now + Duration.FromSeconds(3), vacation.At);
        Assert.Equal(3, sent.Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task E5_a_copy_is_filed_once_as_read_under_its_date_and_is_found_among_what_was_sent(bool isThere)
    {
        if (isThere)
        {
            await FileSentAsync(Mails.Simple("before@x"), -Duration.FromHours(1));
        }

        var at = Box.Now - Duration.FromSeconds(30);
        var eml = Bytes("Message-ID: <ours@studio.example>\r\nX-BoundaryWorker: kind=reply; key=1\r\nFrom: me@studio.example\r\nTo: jane@acme.example\r\nSubject: Auto\r\n\r\nHello\r\n");
        var message = new OutgoingBytes("ours@studio.example", EmailAddress.TryParse("me@studio.example"), EmailAddress.TryParse("jane@acme.example")!, eml);

        Assert.Equal(FilingResult.Done, await Mailbox.FileSentAsync(message, at, Token));
        await Box.RestartAsync();
        Assert.Equal(FilingResult.Done, await Mailbox.FileSentAsync(message, at, Token));

        Assert.Equal(new Placed("Sent", Mails.Hash(eml), MessageFlags.Seen, at), Assert.Single(await Box.AllAsync(), m => m.Hash == Mails.Hash(eml)));
        Assert.Equal("kind=reply; key=1", Assert.Single(await Mailbox.SentSinceAsync(at, Token)).Marker);
        Assert.Empty((await Mailbox.LookAsync((await Mailbox.LookAsync(null, Token)).Cursor, Token)).Arrivals);
    }

    [Fact]
    public async Task Nothing_was_sent_where_there_is_no_folder_of_sent_mail() =>
        Assert.Empty(await Mailbox.SentSinceAsync(Box.Now - Duration.FromDays(7), Token));

    [Fact]
    public async Task D10_a_change_between_the_look_and_the_wait_is_not_missed()
    {
        var cursor = await BaselineAsync();
        await Box.DeliverAsync(Mails.Simple("between@x"), Box.Now);

        await Mailbox.WaitForChangeAsync(Token).WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System, Token);

        Assert.Single((await Mailbox.LookAsync(cursor, Token)).Arrivals);
    }

    [Fact]
    public async Task Waiting_ends_when_cancelled()
    {
        _ = await BaselineAsync();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var waiting = Mailbox.WaitForChangeAsync(stop.Token);
        await stop.CancelAsync();

        await waiting.WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System, Token);
    }

    /// <summary>The cursor of a first look.</summary>
    protected async Task<string> BaselineAsync() => (await Mailbox.LookAsync(null, Token)).Cursor;

    /// <summary>Delivers a message after a baseline and gives it as listed.</summary>
    protected async Task<StoredMessage> ArriveAsync(byte[] eml, Instant? received = null, MessageFlags flags = MessageFlags.None, string folder = "INBOX")
    {
        var cursor = await BaselineAsync();
        await Box.DeliverAsync(eml, received ?? Box.Now, folder, flags);
        return Assert.Single((await Mailbox.LookAsync(cursor, Token)).Arrivals);
    }

    private Task FileSentAsync(byte[] eml, Duration after) => Box.DeliverAsync(eml, Box.Now + after, "Sent", MessageFlags.Seen);

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
