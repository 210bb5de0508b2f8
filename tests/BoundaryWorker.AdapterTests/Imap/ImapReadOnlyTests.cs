using BoundaryWorker.Contracts;
using BoundaryWorker.Core.Mail;
using NodaTime;

namespace BoundaryWorker.AdapterTests.Imap;

/// <summary>What the adapter says where it only reads: folders are opened by EXAMINE and bodies fetched by PEEK, so that nothing can be marked read (D1).</summary>
public sealed class ImapReadOnlyTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task D1_a_folder_is_opened_for_writing_around_moves_alone(bool full)
    {
        var server = full ? DovecotServer.Full : DovecotServer.WithoutMove;
        using var relay = new ImapRelay(server.ImapPort);
        await using var box = new ImapUnderTest(server, s => s with { Port = relay.Port });
        _ = await box.Mailbox.OpenAsync(Token);
        var cursor = (await box.Mailbox.LookAsync(null, Token)).Cursor;
        await box.DeliverAsync(Mails.Simple("held@x"), box.Now, "Held");
        await box.DeliverAsync(Mails.Simple("unread@x"), box.Now);
        await box.DeliverAsync(Mails.Simple("sent@x"), box.Now, "Sent", MessageFlags.Seen);

        var arrival = Assert.Single((await box.Mailbox.LookAsync(cursor, Token)).Arrivals);
        _ = await box.Mailbox.ReadAsync(arrival, Token);
        _ = await box.Mailbox.PreviewsAsync([arrival, .. await box.Mailbox.ListHeldAsync(Token)], Token);
        _ = await box.Mailbox.FindAsync(arrival.Identity with { Size = 7 }, Token);
        _ = await box.Mailbox.SentSinceAsync(box.Now - Duration.FromMinutes(1), Token);
        _ = await box.Mailbox.OpenAsync(Token);
        await box.Mailbox.WaitForChangeAsync(new CancellationToken(true));

        Assert.Contains(relay.Said, c => c.StartsWith("EXAMINE", StringComparison.Ordinal));
        Assert.DoesNotContain(relay.Said, c => c.StartsWith("SELECT", StringComparison.Ordinal));
        Assert.DoesNotContain(relay.Said, c => c.Contains("UID STORE", StringComparison.Ordinal) || c.Contains("BODY[", StringComparison.Ordinal));

        var read = relay.Said.Count;
        _ = await box.Mailbox.HoldAsync(arrival, Token);
        var selected = relay.Said.Skip(read).Where(c => c.StartsWith("SELECT", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(selected);
        Assert.All(selected, c => Assert.StartsWith("SELECT INBOX", c, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_first_words_are_those_of_the_server_where_it_offers_them_and_else_those_of_the_text(bool offered)
    {
        var server = offered ? DovecotServer.Full : DovecotServer.WithoutMove;
        using var relay = new ImapRelay(server.ImapPort);
        await using var box = new ImapUnderTest(server, s => s with { Port = relay.Port });
        var cursor = (await box.Mailbox.LookAsync(null, Token)).Cursor;
        var eml = "From: jane@acme.example\r\nSubject: Font\r\nMessage-ID: <font@x>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n"
            + "--b\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nCze=C5=9B=C4=87,\r\nktóry to krój?\r\n".Replace("ó", "=C3=B3", StringComparison.Ordinal)
            + "--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>Hello</p>\r\n--b--\r\n";
        await box.DeliverAsync(System.Text.Encoding.ASCII.GetBytes(eml), box.Now);
        var arrival = Assert.Single((await box.Mailbox.LookAsync(cursor, Token)).Arrivals);
        var before = relay.Said.Count;

        var preview = Assert.Single(await box.Mailbox.PreviewsAsync([arrival], Token));

        Assert.Equal("Cześć, który to krój?", preview);
        Assert.Equal(offered, relay.Said.Skip(before).Any(c => c.Contains("PREVIEW", StringComparison.Ordinal)));
        Assert.Equal(!offered, relay.Said.Skip(before).Any(c => c.Contains("BODY.PEEK[1]<0.", StringComparison.Ordinal)));
        Assert.Equal(MessageFlags.None, Assert.Single(await box.AllAsync()).Flags);
    }

    [Fact]
    public async Task D8_held_named_in_her_language_with_all_its_letters_holds_lists_finds_and_gives_back()
    {
        const string Held = "Poczekalnia – później & żółć";
        using var relay = new ImapRelay(DovecotServer.Full.ImapPort);
        await using var box = new ImapUnderTest(DovecotServer.Full, s => s with { Port = relay.Port, Held = Held });
        var abilities = await box.Mailbox.OpenAsync(Token);
        var cursor = (await box.Mailbox.LookAsync(null, Token)).Cursor;
        await box.DeliverAsync(Mails.Simple("later@x"), box.Now);
        var before = Assert.Single(await box.AllAsync());

        var held = await box.Mailbox.HoldAsync(Assert.Single((await box.Mailbox.LookAsync(cursor, Token)).Arrivals), Token);
        await box.RestartAsync();
        var listed = Assert.Single(await box.Mailbox.ListHeldAsync(Token));

        Assert.Equal((Held, Held, Held), (abilities.HeldFolder, held.Moved?.Ref.Folder, listed.Ref.Folder));
        Assert.Equal(Held, (await box.Mailbox.FindAsync(listed.Identity, Token))?.Ref.Folder);
        Assert.Equal("later@x", (await box.Mailbox.ReadAsync(listed, Token))?.MessageId);
        Assert.StartsWith("Text of later@x", Assert.Single(await box.Mailbox.PreviewsAsync([listed], Token)), StringComparison.Ordinal);
        Assert.Contains(relay.Said, c => c.Contains("Poczekalnia &IBM- p&APMBeg-niej &- &AXwA8wFCAQc-", StringComparison.Ordinal));
        Assert.Contains(box.Raw.Folders("LSUB"), f => f.StartsWith("Poczekalnia &IBM-", StringComparison.Ordinal));

        _ = await box.Mailbox.ReleaseAsync(listed, "INBOX", Token);
        Assert.Equal(before, Assert.Single(await box.AllAsync()));
    }
}
