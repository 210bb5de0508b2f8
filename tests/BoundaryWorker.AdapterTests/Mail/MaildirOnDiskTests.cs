// Long, since everything special about a Maildir on a real disk shares one folder and its tools.
using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;
using BoundaryWorker.Contracts;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Disk;
using BoundaryWorker.Pipeline.Ports;
using NodaTime;

namespace BoundaryWorker.AdapterTests.Mail;

/// <summary>What is special about a Maildir: names, times, modes, half-written files, refusing disks.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class MaildirOnDiskTests : IAsyncLifetime
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private readonly MaildirUnderTest box = new();
    private string? lastCursor;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _ = await box.Mailbox.OpenAsync(Token);

    public ValueTask DisposeAsync() => box.DisposeAsync();

    [Fact]
    public void D8_a_fresh_maildir_is_private_and_held_is_a_subscribed_subfolder()
    {
        string[] made = [".", "new", "cur", "tmp", ".Held", ".Held/new", ".Held/cur", ".Held/tmp"];

        Assert.All(made, d => Assert.Equal(Private, File.GetUnixFileMode(Path.Combine(box.Root, d))));
        Assert.True(File.Exists(Path.Combine(box.Root, ".Held/maildirfolder")));
        Assert.Equal(["Held"], File.ReadAllLines(Path.Combine(box.Root, "subscriptions")));
    }

    [Theory]
    [InlineData("Archive\nSent", "Archive\nSent\nHeld\n")]
    [InlineData("Held\nSent\n", "Held\nSent\n")]
    [InlineData("V\t2\n\nClients\tAcme\n", "V\t2\n\nClients\tAcme\nHeld\n")]
    public async Task D8_subscriptions_that_are_there_stay(string before, string after)
    {
        var file = Path.Combine(box.Root, "subscriptions");
        File.WriteAllText(file, before);

        _ = await box.Mailbox.OpenAsync(Token);

        Assert.Equal(after, File.ReadAllText(file));
    }

    [Theory]
    [InlineData("Zurückgehalten", ".Zur&APw-ckgehalten")]
    [InlineData("Później & potem", ".P&APMBeg-niej &- potem")]
    [InlineData("INBOX/Wstrzymane", ".Wstrzymane")]
    [InlineData("Clients/Łódź", ".Clients.&AUEA8w-d&AXo-")]
    public async Task D8_held_in_her_language_lies_in_modified_utf7(string held, string directory)
    {
        await using var own = new MaildirUnderTest(s => s with { Held = held });

        var abilities = await own.Mailbox.OpenAsync(Token);
        await own.DeliverAsync(Mails.Simple("a@x"), own.Now, directory[1..]);

        Assert.True(Directory.Exists(Path.Combine(own.Root, directory)));
        Assert.Equal(held.Replace("INBOX/", "", StringComparison.Ordinal), abilities.HeldFolder);
        Assert.Equal([abilities.HeldFolder], (await own.Mailbox.ListHeldAsync(Token)).Select(h => h.Ref.Folder));
    }

    [Fact]
    public async Task D1_keywords_keep_their_names_in_held()
    {
        File.WriteAllText(Path.Combine(box.Root, "dovecot-keywords"), "0 $Important\n");
        Directory.Delete(Path.Combine(box.Root, ".Held"), recursive: true);
        var message = await ArriveAsync("cur/1930000000.M1P1.host:2,Sa", "kw@x");

        _ = await box.Mailbox.HoldAsync(message, Token);

        Assert.Equal("0 $Important\n", File.ReadAllText(Path.Combine(box.Root, ".Held/dovecot-keywords")));
        Assert.True(File.Exists(Path.Combine(box.Root, ".Held/cur/1930000000.M1P1.host:2,Sa")));
    }

    [Theory]
    [InlineData("..", "hold me")]
    [InlineData("a//b", "hold me")]
    [InlineData("INBOX", "inbox itself")]
    public async Task A_name_that_cannot_be_that_of_held_is_told_and_nothing_is_made(string held, string about)
    {
        await using var own = new MaildirUnderTest(s => s with { Held = held });
        string? words;
        try
        {
            words = (await own.Mailbox.OpenAsync(Token)).WhyNot;
        }
        catch (MailboxUnavailableException e)
        {
            words = e.Message;
        }

        Assert.Contains(about == "hold me" ? $"'{held}'" : about, words, StringComparison.Ordinal);
        Assert.DoesNotContain(Directory.GetDirectories(own.Root), d => Path.GetFileName(d)[0] == '.');
    }

    [Fact]
    public async Task Promise_1_a_move_keeps_the_time_to_the_nanosecond_the_mode_and_the_file_itself()
    {
        var message = await ArriveAsync("new/1930000000.M1P1.host", "ns@x", "2031-03-07 21:29:59.123456789 UTC");
        var before = StatOf(box.FileOf(Mails.Simple("ns@x")));
        Assert.Contains(".123456789 ", before, StringComparison.Ordinal);

        var held = await box.Mailbox.HoldAsync(message, Token);
        var there = StatOf(Path.Combine(box.Root, ".Held/new/1930000000.M1P1.host"));
        _ = await box.Mailbox.ReleaseAsync(held.Moved!, "INBOX", Token);

        Assert.Equal(before, there);
        Assert.Equal(before, StatOf(Path.Combine(box.Root, "new/1930000000.M1P1.host")));
    }

    [Theory]
    [InlineData("new/hello.eml", "hello.eml")]
    [InlineData("cur/hello.eml", "hello.eml")]
    [InlineData("cur/hello.eml:2,FS", "hello.eml")]
    [InlineData("new/zażółć gęślą [1] *?.eml", "zażółć gęślą [1] *?.eml")]
    [InlineData("new/100% & 'quoted' \"so\".eml", "100% & 'quoted' \"so\".eml")]
    [InlineData("new/-rf:3,x", "-rf:3,x")]
    [InlineData("new/two\nlines", "two\nlines")]
    public async Task Dropped_files_of_any_name_are_mail_and_keep_their_name(string subpath, string id)
    {
        var message = await ArriveAsync(subpath, "odd@x");

        Assert.Equal(id, message.Ref.Id);
        Assert.Equal("odd@x", (await box.Mailbox.ReadAsync(message, Token))?.MessageId);
        var held = await box.Mailbox.HoldAsync(message, Token);
        Assert.True(File.Exists(Path.Combine(box.Root, ".Held", subpath)));
        _ = await box.Mailbox.ReleaseAsync(held.Moved!, "INBOX", Token);
        Assert.Equal([Path.Combine(box.Root, subpath)], box.Files());
    }

    [Fact]
    public async Task Dotfiles_directories_links_and_unfinished_files_are_no_mail()
    {
        var cursor = (await box.Mailbox.LookAsync(null, Token)).Cursor;
        File.WriteAllText(Path.Combine(box.Root, "new/.hidden"), "Subject: x\r\n\r\n");
        File.WriteAllText(Path.Combine(box.Root, "tmp/1930000000.M9P1.host"), "Subject: x\r\n\r\n");
        Directory.CreateDirectory(Path.Combine(box.Root, "cur/folder"));
        File.CreateSymbolicLink(Path.Combine(box.Root, "cur/link"), Path.Combine(box.Root, "tmp/1930000000.M9P1.host"));

        Assert.Empty((await box.Mailbox.LookAsync(cursor, Token)).Arrivals);
    }

    [Fact]
    public async Task A_file_that_is_being_written_is_left_until_it_is_whole_and_the_wait_is_short()
    {
        var cursor = (await box.Mailbox.LookAsync(null, Token)).Cursor;
        var eml = Mails.Simple("slow@x");
        IReadOnlyList<StoredMessage> half;
        await using (var file = new FileStream(Path.Combine(box.Root, "new/slow.eml"), FileMode.CreateNew))
        {
            file.Write(eml.AsSpan(0, 20));
            file.Flush();
            var look = box.Mailbox.LookAsync(cursor, Token);
            while (!look.IsCompleted)
            {
                // As a copy over a slow line: a byte now and then, for as long as the look takes.
                file.Write(" "u8);
                file.Flush();
                await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Token);
            }

            half = (await look).Arrivals;
            cursor = (await look).Cursor;
            file.SetLength(0);
            file.Write(eml);
        }

        await box.Mailbox.WaitForChangeAsync(Token).WaitAsync(TimeSpan.FromSeconds(20), TimeProvider.System, Token);
        var whole = await box.Mailbox.LookAsync(cursor, Token);

        Assert.Empty(half);
        Assert.Equal(("slow@x", (long)eml.Length), Assert.Single(whole.Arrivals.Select(a => (a.Identity.MessageId, a.Identity.Size))));
        Assert.Empty((await box.Mailbox.LookAsync(whole.Cursor, Token)).Arrivals);
    }

    [Fact]
    public async Task A_name_that_was_dropped_in_before_may_come_again_as_another_message()
    {
        var first = await ArriveAsync("new/hello.eml", "first@x");
        _ = await box.Mailbox.HoldAsync(first, Token);
        var second = await ArriveAsync("new/hello.eml", "second@x", rebase: false);

        Assert.Equal("second@x", second.Identity.MessageId);
        var again = await box.Mailbox.HoldAsync(first, Token);
        Assert.Equal("first@x", again.Moved?.Identity.MessageId);
        var held = await box.Mailbox.HoldAsync(second, Token);

        // The name is taken in Held: another base, nothing overwritten.
        Assert.NotEqual("hello.eml", held.Moved?.Ref.Id);
        Assert.Equal(["first@x", "second@x"], (await box.Mailbox.ListHeldAsync(Token)).Select(h => h.Identity.MessageId).Order());
        Assert.Equal(MoveOutcome.Moved, (await box.Mailbox.ReleaseAsync(held.Moved!, "INBOX", Token)).Outcome);
        Assert.Equal(MoveOutcome.Moved, (await box.Mailbox.ReleaseAsync(first with { Ref = new MessageRef("Held", "hello.eml") }, "INBOX", Token)).Outcome);
        Assert.Equal(2, box.Files().Count());
    }

    [Fact]
    public async Task Bytes_that_no_mail_server_would_keep_come_back_as_they_were()
    {
        byte[] odd = [.. Mails.Simple("odd@x"), 0x00, (byte)'\n', (byte)'\r', 0xFF];
        var cursor = (await box.Mailbox.LookAsync(null, Token)).Cursor;
        await box.DeliverAsync(odd, box.Now);
        var before = await box.AllAsync();

        var held = await box.Mailbox.HoldAsync(Assert.Single((await box.Mailbox.LookAsync(cursor, Token)).Arrivals), Token);
        _ = await box.Mailbox.ReleaseAsync(held.Moved!, "INBOX", Token);

        Assert.Equal(before, await box.AllAsync());
        Assert.Equal(odd.Length, held.Moved!.Identity.Size);
    }

    [Fact]
    public async Task Two_files_of_one_base_in_new_and_cur_are_two_messages()
    {
        var cursor = (await box.Mailbox.LookAsync(null, Token)).Cursor;
        box.Deliver(Mails.Simple("n@x"), box.Now, "INBOX", "new/1930000000.M1P1.host");
        box.Deliver(Mails.Simple("c@x"), box.Now, "INBOX", "cur/1930000000.M1P1.host:2,S");
        var arrivals = (await box.Mailbox.LookAsync(cursor, Token)).Arrivals;
        Assert.Equal(["c@x", "n@x"], arrivals.Select(a => a.Identity.MessageId).Order());

        foreach (var message in arrivals)
        {
            Assert.Equal(message.Identity.MessageId, (await box.Mailbox.ReadAsync(message, Token))?.MessageId);
            Assert.Equal(MoveOutcome.Moved, (await box.Mailbox.HoldAsync(message, Token)).Outcome);
        }

        Assert.Equal(2, (await box.Mailbox.ListHeldAsync(Token)).Select(h => h.Ref.Id).Distinct().Count());
    }

    [Fact]
    public async Task Her_mail_program_taking_a_message_over_from_new_into_cur_is_no_arrival()
    {
        var eml = Mails.Simple("taken@x");
        var cursor = (await box.Mailbox.LookAsync(null, Token)).Cursor;
        await box.DeliverAsync(eml, box.Now);
        var look = await box.Mailbox.LookAsync(cursor, Token);
        await box.SetFlagsByHandAsync(eml, MessageFlags.None);

        Assert.Empty((await box.Mailbox.LookAsync(look.Cursor, Token)).Arrivals);
    }

    [Fact]
    public async Task The_first_look_of_a_process_leaves_out_what_is_over_ten_minutes_older_than_the_last_look()
    {
        var cursor = (await box.Mailbox.LookAsync(null, Token)).Cursor;
        await box.DeliverAsync(Mails.Simple("edge@x"), box.Now - Duration.FromMinutes(10));
        await box.DeliverAsync(Mails.Simple("older@x"), box.Now - Duration.FromMinutes(10) - Duration.FromSeconds(1));
        await box.RestartAsync();

        Assert.Equal(["edge@x"], (await box.Mailbox.LookAsync(cursor, Token)).Arrivals.Select(a => a.Identity.MessageId));
    }

    [Theory]
    [InlineData("")]
    [InlineData("42:17")]
    [InlineData("v1;yesterday;1")]
    public async Task A_cursor_that_is_none_is_a_baseline(string cursor)
    {
        await box.DeliverAsync(Mails.Simple("a@x"), box.Now);

        Assert.Empty((await box.Mailbox.LookAsync(cursor, Token)).Arrivals);
    }

    [Fact]
    public async Task D5_other_folders_are_watched_by_setting_and_a_missing_one_is_told()
    {
        await using var own = new MaildirUnderTest(s => s with { Folders = ["INBOX", "Clients"] });
        _ = await own.Mailbox.OpenAsync(Token);
        var missing = await Assert.ThrowsAsync<MailboxUnavailableException>(() => own.Mailbox.LookAsync(null, Token));
        Assert.Contains("Clients", missing.Message, StringComparison.Ordinal);
        await own.DeliverAsync(Mails.Simple("before@x"), own.Now, "Clients");
        var cursor = (await own.Mailbox.LookAsync(null, Token)).Cursor;
        await own.DeliverAsync(Mails.Simple("filed@x"), own.Now, "Clients");

        var look = await own.Mailbox.LookAsync(cursor, Token);

        Assert.Equal([("Clients", "filed@x")], look.Arrivals.Select(a => (a.Ref.Folder, a.Identity.MessageId)));
    }

    [Theory]
    [InlineData(Errno.AccessDenied, "write permission")]
    [InlineData(Errno.ReadOnlyDisk, "read-only")]
    [InlineData(Errno.DiskFull, "full")]
    [InlineData(Errno.QuotaUsedUp, "quota")]
    [InlineData(5, "the system said")]
    public async Task D2_a_disk_that_refuses_leaves_the_message_where_it_was_and_says_why(int error, string words)
    {
        var message = await ArriveAsync("new/1930000000.M1P1.host", "refused@x");
        box.Rename = (_, _) => error;
        var before = await box.AllAsync();

        var held = await box.Mailbox.HoldAsync(message, Token);

        Assert.Equal((MoveOutcome.Refused, null), (held.Outcome, held.Moved));
        Assert.Contains(words, held.Why, StringComparison.Ordinal);
        Assert.Equal(before, await box.AllAsync());
        var abilities = await box.Mailbox.OpenAsync(Token);
        Assert.False(abilities.CanHold);
        Assert.Contains(words, abilities.WhyNot, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Held_on_another_disk_is_refused_and_never_copied()
    {
        const string OtherDisk = "/dev/shm";
        Assert.SkipUnless(Directory.Exists(OtherDisk) && StatOf(OtherDisk, "%d") != StatOf(box.Root, "%d"), "No second file system here.");
        var message = await ArriveAsync("new/1930000000.M1P1.host", "disk@x");
        var elsewhere = Directory.CreateTempSubdirectory("bw").FullName;
        var other = Path.Combine(OtherDisk, Path.GetFileName(elsewhere));
        try
        {
            Directory.Delete(Path.Combine(box.Root, ".Held"), recursive: true);
            foreach (var sub in new[] { "new", "cur", "tmp" })
            {
                Directory.CreateDirectory(Path.Combine(other, sub));
            }

            File.CreateSymbolicLink(Path.Combine(box.Root, ".Held"), other);

            var held = await box.Mailbox.HoldAsync(message, Token);

            Assert.Equal(MoveOutcome.Refused, held.Outcome);
            Assert.Contains("different disks", held.Why, StringComparison.Ordinal);
            Assert.Contains("different disks", (await box.Mailbox.OpenAsync(Token)).WhyNot, StringComparison.Ordinal);
            Assert.True(File.Exists(Path.Combine(box.Root, "new/1930000000.M1P1.host")));
            Assert.Empty(Directory.GetFiles(Path.Combine(other, "new")));
        }
        finally
        {
            Directory.Delete(other, recursive: true);
            Directory.Delete(elsewhere);
        }
    }

    [Fact]
    public async Task A_read_only_held_is_refused()
    {
        Assert.SkipWhen(Environment.IsPrivilegedProcess, "No mode keeps root out.");
        var message = await ArriveAsync("new/1930000000.M1P1.host", "ro@x");
        File.SetUnixFileMode(Path.Combine(box.Root, ".Held/new"), UnixFileMode.UserRead | UnixFileMode.UserExecute);

        var held = await box.Mailbox.HoldAsync(message, Token);
        File.SetUnixFileMode(Path.Combine(box.Root, ".Held/new"), Private);

        Assert.Equal(MoveOutcome.Refused, held.Outcome);
        Assert.Contains("write permission", held.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_changes_at_the_very_moment_of_the_move_is_followed()
    {
        var message = await ArriveAsync("new/1930000000.M1P1.host", "race@x");
        var raced = 0;
        box.Rename = (from, to) =>
        {
            if (raced++ == 0)
            {
                File.Move(from, Path.Combine(box.Root, "cur/1930000000.M1P1.host:2,RS"));
            }

            return PosixFiles.RenameNoReplace(from, to);
        };

        var held = await box.Mailbox.HoldAsync(message, Token);

        Assert.Equal((MoveOutcome.Moved, MessageFlags.Seen | MessageFlags.Answered), (held.Outcome, held.Moved?.Flags));
        Assert.Equal([Path.Combine(box.Root, ".Held/cur/1930000000.M1P1.host:2,RS")], box.Files());
    }

    [Fact]
    public async Task A_name_taken_at_the_very_moment_of_the_move_is_not_overwritten()
    {
        var message = await ArriveAsync("new/1930000000.M1P1.host", "mine@x");
        var raced = 0;
        box.Rename = (from, to) =>
        {
            if (raced++ == 0)
            {
                box.Deliver(Mails.Simple("other@x"), box.Now, "Held", "new/1930000000.M1P1.host");
            }

            return PosixFiles.RenameNoReplace(from, to);
        };

        Assert.Equal(MoveOutcome.Moved, (await box.Mailbox.HoldAsync(message, Token)).Outcome);
        Assert.Equal(["mine@x", "other@x"], (await box.Mailbox.ListHeldAsync(Token)).Select(h => h.Identity.MessageId).Order());
    }

    [Fact]
    public async Task Promise_4_a_path_that_is_a_file_or_something_else_is_told_and_left_alone()
    {
        var file = Path.Combine(box.Root, "file");
        File.WriteAllText(file, "x");
        var other = Directory.CreateDirectory(Path.Combine(box.Root, "other")).FullName;
        File.WriteAllText(Path.Combine(other, "holiday.jpg"), "x");

        foreach (var path in new[] { file, other })
        {
            await using var own = new MaildirUnderTest(s => s with { Path = path });
            var told = await Assert.ThrowsAsync<MailboxUnavailableException>(() => own.Mailbox.OpenAsync(Token));
            Assert.Contains(path, told.Message, StringComparison.Ordinal);
            await Assert.ThrowsAsync<MailboxUnavailableException>(() => own.Mailbox.LookAsync(null, Token));
            Directory.CreateDirectory(own.Root);
        }

        Assert.Equal([Path.Combine(other, "holiday.jpg")], Directory.GetFileSystemEntries(other));
    }

    [Fact]
    public async Task Promise_4_a_mailbox_that_vanished_while_running_is_told_and_not_made_anew()
    {
        var message = await ArriveAsync("new/1930000000.M1P1.host", "away@x");
        var aside = box.Root + ".aside";
        Directory.Move(box.Root, aside);

        await Assert.ThrowsAsync<MailboxUnavailableException>(() => box.Mailbox.LookAsync(null, Token));
        await Assert.ThrowsAsync<MailboxUnavailableException>(() => box.Mailbox.HoldAsync(message, Token));
        await Assert.ThrowsAsync<MailboxUnavailableException>(() => box.Mailbox.FindAsync(message.Identity, Token));
        Assert.False(Directory.Exists(box.Root));
        Directory.Move(aside, box.Root);
        Assert.Equal(MoveOutcome.Moved, (await box.Mailbox.HoldAsync(message, Token)).Outcome);
    }

    [Fact]
    public async Task D10_the_watch_lives_again_after_the_folder_was_away()
    {
        var cursor = (await box.Mailbox.LookAsync(null, Token)).Cursor;
        Directory.Move(box.Root, box.Root + ".aside");
        await Assert.ThrowsAsync<MailboxUnavailableException>(() => box.Mailbox.LookAsync(cursor, Token));
        Directory.Move(box.Root + ".aside", box.Root);
        cursor = (await box.Mailbox.LookAsync(cursor, Token)).Cursor;

        var waiting = box.Mailbox.WaitForChangeAsync(Token);
        await box.DeliverAsync(Mails.Simple("wake@x"), box.Now);
        await waiting.WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System, Token);

        Assert.Single((await box.Mailbox.LookAsync(cursor, Token)).Arrivals);
    }

    [Fact]
    public async Task Twenty_thousand_old_messages_do_not_hide_the_new_one()
    {
        // In memory where that is to be had: making the files is what takes long on a disk, not looking at them.
        await using var large = new MaildirUnderTest(parent: Directory.Exists("/dev/shm") ? "/dev/shm" : null);
        _ = await large.Mailbox.OpenAsync(Token);
        for (var i = 0; i < 20_000; i++)
        {
            var path = Path.Combine(large.Root, "cur", string.Create(CultureInfo.InvariantCulture, $"19{i:D8}.M{i}P1.host:2,S"));
            File.WriteAllText(path, "Subject: old\r\n\r\n");
        }

        var baseline = await TimedAsync(large, "baseline", null);
        await large.DeliverAsync(Mails.Simple("new@x"), large.Now);
        var look = await TimedAsync(large, "look with one arrival", baseline.Cursor);
        var idle = await TimedAsync(large, "idle look", look.Cursor);
        await large.RestartAsync();
        _ = await TimedAsync(large, "first look of a process", idle.Cursor);
        var watch = Stopwatch.StartNew();
        _ = await large.Mailbox.HoldAsync(look.Arrivals[0], Token);
        TestContext.Current.TestOutputHelper!.WriteLine($"hold: {watch.ElapsedMilliseconds} ms");

        Assert.Equal(["new@x"], look.Arrivals.Select(a => a.Identity.MessageId));
        Assert.Empty(idle.Arrivals);
    }

    private static async Task<Look> TimedAsync(MaildirUnderTest mailbox, string what, string? cursor)
    {
        var watch = Stopwatch.StartNew();
        var look = await mailbox.Mailbox.LookAsync(cursor, Token);
        TestContext.Current.TestOutputHelper!.WriteLine($"{what}: {watch.ElapsedMilliseconds} ms");
        return look;
    }

    private async Task<StoredMessage> ArriveAsync(string subpath, string id, string? touch = null, bool rebase = true)
    {
        lastCursor = rebase ? (await box.Mailbox.LookAsync(null, Token)).Cursor : lastCursor;
        var path = box.Deliver(Mails.Simple(id), box.Now, "INBOX", subpath);
        if (touch is not null)
        {
            using var process = Process.Start("touch", ["-d", touch, path]);
            await process.WaitForExitAsync(Token);
        }

        var look = await box.Mailbox.LookAsync(lastCursor, Token);
        lastCursor = look.Cursor;
        return Assert.Single(look.Arrivals);
    }

    // Inode, mode, size and the file time as the system has it, finer than .NET shows it.
    private static string StatOf(string path, string format = "%i %a %s %y %U")
    {
        using var process = Process.Start(new ProcessStartInfo("stat", ["-c", format, path]) { RedirectStandardOutput = true })!;
        return process.StandardOutput.ReadToEnd();
    }
}
