// Long, since one real server is tried against every promise that only a server can break.
using System.Text;
using BoundaryWorker.AdapterTests.EndToEnd;
using BoundaryWorker.Contracts;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Mail.Imap;
using BoundaryWorker.Mail.Maildir;
using BoundaryWorker.Mail.Reading;
using BoundaryWorker.Pipeline.Ports;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using NodaTime.Testing;

namespace BoundaryWorker.AdapterTests.Imap;

/// <summary>What only a mail server can do to a mailbox: refuse, hang up, renumber, offer little.</summary>
public sealed class ImapServerTests
{
    private static readonly FakeClock Clock = new(Instant.FromUtc(2021, 3, 7, 21, 30));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Arrival_is_the_servers_own_time_of_a_delivery()
    {
        await using var box = new ImapUnderTest(DovecotServer.Full);
        var cursor = (await box.Mailbox.LookAsync(null, Token)).Cursor;
        RawLmtp.Deliver(box.Server, "jane@acme.example", box.User, Mails.Simple("real@x"));
        var stored = Assert.Single(box.Raw.All());

        var arrival = Assert.Single((await box.Mailbox.LookAsync(cursor, Token)).Arrivals);

        Assert.Equal((stored.Placed.Received, (long)stored.Bytes.Length), (arrival.Identity.Received, arrival.Identity.Size));
        Assert.EndsWith(Encoding.Latin1.GetString(Mails.Simple("real@x")), Encoding.Latin1.GetString(stored.Bytes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Promise_7_what_was_put_back_by_us_is_no_arrival_and_what_she_puts_back_is_one()
    {
        await using var box = new ImapUnderTest(DovecotServer.Full);
        _ = await box.Mailbox.OpenAsync(Token);
        var cursor = (await box.Mailbox.LookAsync(null, Token)).Cursor;
        await box.DeliverAsync(Mails.Simple("ours@x"), box.Now);
        await box.DeliverAsync(Mails.Simple("hers@x"), box.Now);
        var look = await box.Mailbox.LookAsync(cursor, Token);
        foreach (var arrival in look.Arrivals)
        {
            var held = await box.Mailbox.HoldAsync(arrival, Token);
            if (arrival.Identity.MessageId == "ours@x")
            {
                _ = await box.Mailbox.ReleaseAsync(held.Moved!, "INBOX", Token);
            }
        }

        await box.MoveByHandAsync(Mails.Simple("hers@x"), "INBOX");

        Assert.Equal("hers@x", Assert.Single((await box.Mailbox.LookAsync(look.Cursor, Token)).Arrivals).Identity.MessageId);
    }

    [Fact]
    public async Task The_header_digest_is_that_of_the_header_bytes()
    {
        await using var box = new ImapUnderTest(DovecotServer.Full);
        var eml = Encoding.UTF8.GetBytes("Received: from a\r\n\tby b; Sun, 7 Mar 2021 21:30:00 +0000\r\nSubject:no blank  \r\nX-Empty:\r\nSubject : again\r\nMESSAGE-ID:\r\n <odd@x>\r\nFrom: Zażółć <z@acme.example>\r\n\r\nText\r\n");
        var cursor = (await box.Mailbox.LookAsync(null, Token)).Cursor;
        await box.DeliverAsync(eml, box.Now);

        var arrival = Assert.Single((await box.Mailbox.LookAsync(cursor, Token)).Arrivals);

        Assert.Equal(HeaderFacts.Of(new MemoryStream(eml)), (arrival.Identity.MessageId, arrival.Identity.HeaderDigest, arrival.TopmostReceived));
    }

    [Fact]
    public async Task A_wrong_password_is_said_and_not_tried_again_before_five_minutes()
    {
        var time = new FakeTimeProvider();
        using var relay = new ImapRelay(DovecotServer.Full.ImapPort);
        var settings = DovecotServer.Full.SettingsFor(DovecotServer.NewUser()) with { Password = "wrong", Port = relay.Port };
        using var mailbox = new ImapMailbox(settings, Clock, Mails.Read, time);

        var first = await Assert.ThrowsAsync<MailboxUnavailableException>(() => mailbox.OpenAsync(Token));
        var second = await Assert.ThrowsAsync<MailboxUnavailableException>(() => mailbox.LookAsync(null, Token));
        Assert.Equal(1, relay.Connections);
        time.Advance(TimeSpan.FromMinutes(5));
        await Assert.ThrowsAsync<MailboxUnavailableException>(() => mailbox.OpenAsync(Token));
        Assert.Equal(2, relay.Connections);
        time.Advance(TimeSpan.FromMinutes(9));
        await Assert.ThrowsAsync<MailboxUnavailableException>(() => mailbox.OpenAsync(Token));

        Assert.Equal(2, relay.Connections);
        Assert.Contains("refused the user name or the password of the mailbox 'me'", first.Message, StringComparison.Ordinal);
        Assert.Equal(first.Message, second.Message);
        Assert.DoesNotContain("wrong", first.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_away_is_named_with_what_to_look_at()
    {
        int port;
        using (var relay = new ImapRelay(1))
        {
            port = relay.Port;
        }

        using var mailbox = new ImapMailbox(DovecotServer.Full.SettingsFor("u@studio.example") with { Port = port }, Clock, Mails.Read);

        var away = await Assert.ThrowsAsync<MailboxUnavailableException>(() => mailbox.OpenAsync(Token));

        Assert.Contains($"127.0.0.1:{port} of the mailbox 'me' cannot be reached", away.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ImapSecurity.Tls)]
    [InlineData(ImapSecurity.StartTls)]
    public async Task A_certificate_is_refused_that_nobody_vouches_for_or_is_anothers_and_taken_where_her_file_names_it(ImapSecurity security)
    {
        var server = DovecotServer.Full;
        var settings = server.SettingsFor(DovecotServer.NewUser()) with { Host = "localhost", Security = security, Port = security == ImapSecurity.Tls ? server.TlsPort : server.ImapPort };
        using var trusting = new ImapMailbox(settings with { CaFile = server.CertificateFile }, Clock, Mails.Read);
        using var careful = new ImapMailbox(settings, Clock, Mails.Read);
        using var misled = new ImapMailbox(settings with { CaFile = server.CertificateFile, Host = "127.0.0.1" }, Clock, Mails.Read);

        Assert.True((await trusting.OpenAsync(Token)).CanHold);
        foreach (var mailbox in new[] { careful, misled })
        {
            var refused = await Assert.ThrowsAsync<MailboxUnavailableException>(() => mailbox.OpenAsync(Token));
            Assert.Contains("could not be made private", refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_password_never_goes_over_a_network_without_TLS()
    {
        using var mailbox = new ImapMailbox(DovecotServer.Full.SettingsFor("u@studio.example") with { Host = "192.0.2.1" }, Clock, Mails.Read);

        var refused = await Assert.ThrowsAsync<MailboxUnavailableException>(() => mailbox.OpenAsync(Token));

        Assert.Contains("Set it to tls or starttls; nothing was sent.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task D2_a_server_with_neither_MOVE_nor_UIDPLUS_holds_nothing_and_says_why()
    {
        await using var box = new ImapUnderTest(DovecotServer.Poor);
        var abilities = await box.Mailbox.OpenAsync(Token);
        var cursor = (await box.Mailbox.LookAsync(null, Token)).Cursor;
        await box.DeliverAsync(Mails.Simple("stays@x"), box.Now);
        var before = await box.AllAsync();

        var held = await box.Mailbox.HoldAsync(Assert.Single((await box.Mailbox.LookAsync(cursor, Token)).Arrivals), Token);

        Assert.Equal((false, MoveOutcome.Refused), (abilities.CanHold, held.Outcome));
        Assert.Contains("UIDPLUS", abilities.WhyNot, StringComparison.Ordinal);
        Assert.Equal(before, await box.AllAsync());
    }

    [Fact]
    public async Task D2_in_flag_mode_a_held_message_is_marked_and_stays_as_it_is()
    {
        await using var box = new ImapUnderTest(DovecotServer.Poor, s => s with { Hold = ImapHold.Flag });
        var abilities = await box.Mailbox.OpenAsync(Token);
        var cursor = (await box.Mailbox.LookAsync(null, Token)).Cursor;
        await box.DeliverAsync(Mails.Simple("twin@x"), box.Now, flags: MessageFlags.Flagged);
        await box.DeliverAsync(Mails.Simple("twin@x"), box.Now, flags: MessageFlags.Flagged);
        var before = await box.AllAsync();
        var arrivals = (await box.Mailbox.LookAsync(cursor, Token)).Arrivals;

        var held = await box.Mailbox.HoldAsync(arrivals[0], Token);
        await box.RestartAsync();
        var again = await box.Mailbox.HoldAsync(arrivals[0], Token);

        Assert.True(abilities.CanHold);
        Assert.Equal((MoveOutcome.Moved, MoveOutcome.Moved, arrivals[0]), (held.Outcome, again.Outcome, again.Moved));
        Assert.Equal([arrivals[0]], await box.Mailbox.ListHeldAsync(Token));
        Assert.Equal([arrivals[1]], (await box.Mailbox.LookAsync(cursor, Token)).Arrivals);
        Assert.Equal(before, await box.AllAsync());

        Assert.Equal(MoveOutcome.Moved, (await box.Mailbox.ReleaseAsync(arrivals[0], "INBOX", Token)).Outcome);
        Assert.Empty(await box.Mailbox.ListHeldAsync(Token));
        Assert.Equal(before, await box.AllAsync());
    }

    [Fact]
    public async Task D7_in_flag_mode_a_message_that_she_unmarks_moves_or_deletes_is_hers()
    {
        await using var box = new ImapUnderTest(DovecotServer.Poor, s => s with { Hold = ImapHold.Flag });
        var cursor = (await box.Mailbox.LookAsync(null, Token)).Cursor;
        await box.DeliverAsync(Mails.Simple("unmarked@x"), box.Now);
        await box.DeliverAsync(Mails.Simple("moved@x"), box.Now + Duration.FromSeconds(1));
        var arrivals = (await box.Mailbox.LookAsync(cursor, Token)).Arrivals;
        foreach (var arrival in arrivals)
        {
            Assert.Equal(MoveOutcome.Moved, (await box.Mailbox.HoldAsync(arrival, Token)).Outcome);
        }

        box.Raw.Ask($"UID STORE {box.Raw.Select(Mails.Simple("unmarked@x"))} -FLAGS (BoundaryHeld)");
        await box.MoveByHandAsync(Mails.Simple("moved@x"), "Projects");

        Assert.Empty(await box.Mailbox.ListHeldAsync(Token));
        Assert.Equal(MoveOutcome.Gone, (await box.Mailbox.ReleaseAsync(arrivals[1], "INBOX", Token)).Outcome);
    }

    [Fact]
    public async Task D2_a_copy_way_that_a_crash_cut_short_is_ended_and_removes_that_one_message_alone()
    {
        await using var box = new ImapUnderTest(DovecotServer.WithoutMove);
        _ = await box.Mailbox.OpenAsync(Token);
        var cursor = (await box.Mailbox.LookAsync(null, Token)).Cursor;
        await box.DeliverAsync(Mails.Simple("half@x"), box.Now);
        await box.DeliverAsync(Mails.Simple("marked-by-her@x"), box.Now, flags: MessageFlags.Deleted);
        var half = (await box.Mailbox.LookAsync(cursor, Token)).Arrivals.Single(a => a.Identity.MessageId == "half@x");
        box.Raw.Ask($"UID COPY {box.Raw.Select(Mails.Simple("half@x"))} Held");

        var held = await box.Mailbox.HoldAsync(half, Token);

        Assert.Equal(MoveOutcome.Moved, held.Outcome);
        var all = (await box.AllAsync()).Select(p => (p.Folder, p.Hash, p.Flags)).Order();
        Assert.Equal(
            new[] { ("Held", Mails.Hash(Mails.Simple("half@x")), MessageFlags.None), ("INBOX", Mails.Hash(Mails.Simple("marked-by-her@x")), MessageFlags.Deleted) }.Order(),
            all);
    }

    [Fact]
    public async Task D3_after_a_change_of_UIDVALIDITY_messages_are_known_again_and_moved_by_what_they_are()
    {
        await using var box = new ImapUnderTest(DovecotServer.Full);
        _ = await box.Mailbox.OpenAsync(Token);
        await box.DeliverAsync(Mails.Simple("long-ago@x"), box.Now - Duration.FromDays(2));
        var cursor = (await box.Mailbox.LookAsync(null, Token)).Cursor;
        await box.DeliverAsync(Mails.Simple("known@x"), box.Now);
        var look = await box.Mailbox.LookAsync(cursor, Token);
        var known = Assert.Single(look.Arrivals);

        Renumber(box, 1_234_567);
        await box.DeliverAsync(Mails.Simple("new@x"), box.Now + Duration.FromSeconds(1));
        var after = await box.Mailbox.LookAsync(look.Cursor, Token);
        var held = await box.Mailbox.HoldAsync(known, Token);

        Assert.Equal(["known@x", "new@x"], after.Arrivals.Select(a => a.Identity.MessageId));
        Assert.Equal((false, true), (look.Renumbered, after.Renumbered));
        Assert.Equal(known.Identity, after.Arrivals[0].Identity);
        Assert.NotEqual(known.Ref, after.Arrivals[0].Ref);
        Assert.Equal((MoveOutcome.Moved, known.Identity), (held.Outcome, held.Moved?.Identity));
        var next = await box.Mailbox.LookAsync(after.Cursor, Token);
        Assert.Equal((0, false), (next.Arrivals.Count, next.Renumbered));
        Assert.True((await box.Mailbox.LookAsync(look.Cursor, Token)).Renumbered);
    }

    [Fact]
    public async Task D5_a_watched_folder_beside_the_inbox_is_looked_at_and_a_missing_one_is_said()
    {
        await using var box = new ImapUnderTest(DovecotServer.Full, s => s with { Folders = ["INBOX", "Clients/Acme"] });
        var missing = await Assert.ThrowsAsync<MailboxUnavailableException>(() => box.Mailbox.LookAsync(null, Token));
        box.Raw.Make("Clients/Acme");
        var cursor = (await box.Mailbox.LookAsync(null, Token)).Cursor;
        await box.DeliverAsync(Mails.Simple("filed@x"), box.Now, "Clients/Acme");
        await box.DeliverAsync(Mails.Simple("inbox@x"), box.Now + Duration.FromSeconds(1));

        var look = await box.Mailbox.LookAsync(cursor, Token);
        _ = await box.Mailbox.OpenAsync(Token);
        var held = await box.Mailbox.HoldAsync(look.Arrivals[0], Token);
        var back = await box.Mailbox.ReleaseAsync(held.Moved!, look.Arrivals[0].Ref.Folder, Token);

        Assert.Contains("The folder Clients/Acme", missing.Message, StringComparison.Ordinal);
        Assert.Equal(["Clients/Acme", "INBOX"], look.Arrivals.Select(a => a.Ref.Folder));
        Assert.Equal("Clients/Acme", back.Moved?.Ref.Folder);
    }

    [Fact]
    public async Task D8_held_in_her_language_below_another_folder_is_made_and_subscribed()
    {
        await using var box = new ImapUnderTest(DovecotServer.Full, s => s with { Held = "Praca/Później" });

        var abilities = await box.Mailbox.OpenAsync(Token);

        Assert.Equal((true, "Praca/Później"), (abilities.CanHold, abilities.HeldFolder));
        Assert.Contains("Praca/" + ModifiedUtf7.Encode("Później"), box.Raw.Folders("LSUB"));
    }


    [Fact]
    public async Task Of_a_large_message_only_the_start_is_fetched_and_text_and_invitation_are_read()
    {
        const string Large = "--b\r\nContent-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n{0}";
        using var relay = new ImapRelay(DovecotServer.Full.ImapPort);
        var user = DovecotServer.NewUser();
        using var raw = RawImap.SignIn(DovecotServer.Full, user);
        using var mailbox = new ImapMailbox(
            DovecotServer.Full.SettingsFor(user) with { Port = relay.Port }, Clock, (eml, received, flags) => new MimeReader(DateTimeZone.Utc).Read(eml, received, flags));
        var cursor = (await mailbox.LookAsync(null, Token)).Cursor;
        var eml = Encoding.ASCII.GetBytes(
            "From: jane@acme.example\r\nMessage-ID: <large@x>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nWhere is the plan?\r\n"
            + Large.Replace("{0}", string.Concat(Enumerable.Repeat(new string('A', 76) + "\r\n", 20_000)), StringComparison.Ordinal)
            + "--b\r\nContent-Type: text/calendar; method=REQUEST\r\n\r\nBEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:meeting@x\r\nDTSTAMP:20210307T210000Z\r\nDTSTART:20210308T100000Z\r\nDTEND:20210308T110000Z\r\nORGANIZER:mailto:jane@acme.example\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n--b--\r\n");
        raw.Append(eml, Clock.GetCurrentInstant(), "INBOX", MessageFlags.None);
        var arrival = Assert.Single((await mailbox.LookAsync(cursor, Token)).Arrivals);

        var read = await mailbox.ReadAsync(arrival, Token);

        var whole = new MimeReader(DateTimeZone.Utc).Read(new MemoryStream(eml), arrival.Identity.Received, MessageFlags.None);
        Assert.Equal((whole.Text, whole.Size, whole.MessageId), (read!.Text, read.Size, read.MessageId));
        Assert.Equal(("meeting@x", whole.Parts.Count), (read.Invitation?.Uid, read.Parts.Count));
        Assert.Contains(relay.Said, c => c.Contains("BODY.PEEK[]<0.262144>", StringComparison.Ordinal));
        Assert.DoesNotContain(relay.Said, c => c.Contains("BODY.PEEK[2", StringComparison.Ordinal));
        Assert.Equal(MessageFlags.None, Assert.Single(raw.All()).Placed.Flags);
    }

    [Fact]
    public async Task D10_a_connection_that_broke_while_it_lay_idle_is_made_anew_without_a_word()
    {
        using var relay = new ImapRelay(DovecotServer.Full.ImapPort);
        await using var box = new ImapUnderTest(DovecotServer.Full, s => s with { Port = relay.Port });
        var cursor = (await box.Mailbox.LookAsync(null, Token)).Cursor;
        await box.DeliverAsync(Mails.Simple("after@x"), box.Now);

        relay.Cut();

        Assert.Single((await box.Mailbox.LookAsync(cursor, Token)).Arrivals);
        Assert.Equal(2, relay.Connections);
    }

    [Fact]
    public async Task D10_idle_wakes_each_time_and_again_after_the_connection_broke()
    {
        using var relay = new ImapRelay(DovecotServer.Full.ImapPort);
        await using var box = new ImapUnderTest(DovecotServer.Full, s => s with { Port = relay.Port });
        var cursor = (await box.Mailbox.LookAsync(null, Token)).Cursor;
        foreach (var name in new[] { "one@x", "two@x", "three@x" })
        {
            var idles = Idles(relay);
            var waiting = box.Mailbox.WaitForChangeAsync(Token);
            await Eventually.HoldsAsync(() => Idles(relay) > idles, () => string.Join('\n', relay.Said));
            Assert.False(waiting.IsCompleted);
            if (name == "two@x")
            {
                relay.Cut();
                await Eventually.HoldsAsync(() => Idles(relay) > idles + 1, () => string.Join('\n', relay.Said));
            }

            RawLmtp.Deliver(box.Server, "jane@acme.example", box.User, Mails.Simple(name));
            await waiting.WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System, Token);
            var look = await box.Mailbox.LookAsync(cursor, Token);
            Assert.Equal(name, Assert.Single(look.Arrivals).Identity.MessageId);
            cursor = look.Cursor;
        }
    }

    [Fact]
    public async Task D10_idle_is_given_anew_after_nine_minutes_at_the_latest()
    {
        var time = new FakeTimeProvider();
        using var relay = new ImapRelay(DovecotServer.Full.ImapPort);
        using var mailbox = new ImapMailbox(DovecotServer.Full.SettingsFor(DovecotServer.NewUser()) with { Port = relay.Port }, Clock, Mails.Read, time);
        _ = await mailbox.LookAsync(null, Token);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var waiting = mailbox.WaitForChangeAsync(stop.Token);
        await Eventually.HoldsAsync(() => Idles(relay) == 1, () => string.Join('\n', relay.Said));

        time.Advance(TimeSpan.FromMinutes(9));

        await Eventually.HoldsAsync(() => Idles(relay) == 2, () => string.Join('\n', relay.Said));
        Assert.False(waiting.IsCompleted);
        await stop.CancelAsync();
        await waiting;
    }

    private static int Idles(ImapRelay relay) => relay.Said.Count(c => c == "IDLE");

    private static void Renumber(ImapUnderTest box, int validity) => box.Server.Renumber(box.User, "INBOX", validity);
}
