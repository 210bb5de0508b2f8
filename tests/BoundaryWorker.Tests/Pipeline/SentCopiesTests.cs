using BoundaryWorker.Core.Mail;
using BoundaryWorker.Pipeline;
using BoundaryWorker.Pipeline.Ports;
using BoundaryWorker.Tests.Fakes;
using NodaTime;

namespace BoundaryWorker.Tests.Pipeline;

/// <summary>Each reply that went out lies in Sent once, whoever filed it (replies.md E1, E5).</summary>
public sealed class SentCopiesTests
{
    private const string Host = "smtp.host.example";

    private static readonly Instant Sent = PathFixture.Evening;

    [Fact]
    public async Task E5_a_host_that_files_nothing_is_looked_at_for_a_minute_and_then_the_copy_is_filed_as_read_under_the_time_of_sending()
    {
        using var fixture = await RepliedAsync();
        Assert.Empty(Copies(fixture));
        Assert.NotEmpty(Assert.Single(fixture.Ledger.Copies).Message.Bytes);

        var due = await fixture.RoundAsync(Sent + Duration.FromSeconds(59));
        Assert.Empty(Copies(fixture));
        Assert.Equal(Sent + SentCopies.Patience, due.NextDue);

        await fixture.RoundAsync(due.NextDue);
        var copy = Assert.Single(Copies(fixture));
        Assert.Equal((MessageFlags.Seen, Sent), (copy.Flags, copy.Received));
        Assert.Equal(Assert.Single(fixture.Replies.Sent).Bytes, copy.Bytes);
        Assert.Empty(Assert.Single(fixture.Ledger.Copies).Message.Bytes);

        await fixture.RoundAsync(fixture.Now + SentCopies.Patience);
        Assert.Empty(fixture.Ledger.Copies);
        Assert.Single(Copies(fixture));
        Assert.False(await fixture.Ledger.FilesItselfAsync(Host, Token));
        Assert.Single(fixture.Replies.Sent);
    }

    [Fact]
    public async Task E5_a_host_that_was_seen_to_file_nothing_is_not_waited_for_again()
    {
        using var fixture = await RepliedAsync(knownToFile: false);

        Assert.Single(Copies(fixture));
        Assert.Empty(Assert.Single(fixture.Ledger.Copies).Message.Bytes);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task E5_a_host_that_files_by_itself_is_known_by_looking_and_nothing_is_added(bool? before)
    {
        using var fixture = await RepliedAsync(knownToFile: before, hostFiles: true);

        // A host known to file nothing that does all the same: found before ours was filed.
        await fixture.RoundAsync(Sent + Duration.FromSeconds(20));

        Assert.Single(Copies(fixture));
        Assert.Empty(fixture.Ledger.Copies);
        Assert.True(await fixture.Ledger.FilesItselfAsync(Host, Token));
    }

    [Fact]
    public async Task E5_a_host_that_files_although_it_was_known_not_to_is_learned_anew_by_the_second_copy()
    {
        using var fixture = await RepliedAsync(knownToFile: false);
        HostFiles(fixture);

        await fixture.RoundAsync(Sent + Duration.FromSeconds(20));

        Assert.Equal(2, Copies(fixture).Count);
        Assert.True(await fixture.Ledger.FilesItselfAsync(Host, Token));
        Assert.Empty(fixture.Ledger.Copies);
    }

    [Fact]
    public async Task E5_a_host_that_no_longer_files_is_learned_anew_by_what_is_missing()
    {
        using var fixture = await RepliedAsync(knownToFile: true);

        await fixture.RoundAsync(Sent + SentCopies.Patience);

        Assert.Single(Copies(fixture));
        Assert.False(await fixture.Ledger.FilesItselfAsync(Host, Token));
    }

    [Theory]
    [InlineData("Message-Id: <", "Message-Id: <rewritten.by@host.example>\r\nX-Microsoft-Original-Message-ID: <")]
    [InlineData("Message-Id: <", "Message-Id: <rewritten.by@host.example>\r\nX-Was: <")]
    public async Task E2_E5_a_copy_whose_Message_ID_the_host_rewrote_is_known(string from, string to)
    {
        using var fixture = await RepliedAsync();
        HostFiles(fixture, from, to);

        await fixture.RoundAsync(Sent + SentCopies.Patience);

        Assert.Single(Copies(fixture));
        Assert.True(await fixture.Ledger.FilesItselfAsync(Host, Token));
    }

    [Fact]
    public async Task E1_a_copy_that_cannot_be_filed_sends_nothing_again_is_told_once_and_given_up_after_a_day()
    {
        using var fixture = await RepliedAsync(knownToFile: false, with: f => f.Mailbox.RefuseCopies = "Full.");
        await fixture.RoundAsync(PathFixture.Opening);
        await fixture.RoundAsync(PathFixture.Opening + Duration.FromMinutes(1));
        Assert.Single(fixture.Mails, m => m.Contains("Full.", StringComparison.Ordinal));
        Assert.NotEmpty(fixture.Ledger.Copies);

        await fixture.RoundAsync(Sent + SentCopies.GiveUpAfter + Duration.FromSeconds(1));

        Assert.Empty(fixture.Ledger.Copies);
        Assert.Single(fixture.Replies.Sent);
        Assert.Equal(ReplyState.Sent, Assert.Single(fixture.Ledger.Replies).State);
    }

    [Fact]
    public async Task E1_a_Sent_folder_that_cannot_be_reached_is_tried_again_and_ends_no_round()
    {
        using var fixture = await RepliedAsync(knownToFile: false, with: f => f.Mailbox.Faults.Before(nameof(IMailbox.FileSentAsync)));
        Assert.Empty(Copies(fixture));
        Assert.Equal(InMemoryMailbox.Held, Assert.Single(fixture.Mailbox.Messages).Folder);

        await fixture.RoundAsync(Sent + Duration.FromMinutes(1));

        Assert.Single(Copies(fixture));
        Assert.Single(fixture.Replies.Sent);
    }

    [Theory]
    [InlineData("ledger.MarkCopyAsync", true)]
    [InlineData("mailbox.FileSentAsync", false)]
    [InlineData("mailbox.FileSentAsync", true)]
    [InlineData("ledger.ConfirmCopyFiledAsync", true)]
    [InlineData("ledger.NoteFilesItselfAsync", true)]
    [InlineData("ledger.EndCopyAsync", true)]
    [InlineData("ledger.EndCopyAsync", false)]
    public async Task E1_E5_killed_anywhere_there_is_one_copy_one_reply_and_the_host_is_not_mistaken(string point, bool after)
    {
        using var fixture = await RepliedAsync();
        fixture.Life.Order(point, 1, after);

        for (var n = 0; n < 4; n++)
        {
            await fixture.RoundAsync(fixture.Now + SentCopies.Patience);
        }

        Assert.Equal(1, fixture.Life.Kills);
        Assert.Single(Copies(fixture));
        Assert.Empty(fixture.Ledger.Copies);
        Assert.Single(fixture.Replies.Sent);
        Assert.NotEqual(true, await fixture.Ledger.FilesItselfAsync(Host, Token));
    }

    [Fact]
    public async Task E4_row_17_her_own_copies_are_ours_and_never_her_act()
    {
        using var fixture = await RepliedAsync(knownToFile: false);
        fixture.Deliver("jane@acme.example", "Again");
        await fixture.RoundAsync(Sent + Duration.FromMinutes(2));

        Assert.All(fixture.Ledger.Messages, m => Assert.DoesNotContain(m.Decision.Reasons, b => b.Reason == Core.Deciding.Reason.OwnerWroteToPerson));
        Assert.All(fixture.Ledger.Messages, m => Assert.Equal(MessageState.Held, m.State));

        // A new disk: what lies in Sent says who was answered.
        fixture.LoseLedger();
        await fixture.RoundAsync();
        fixture.Deliver("jane@acme.example", "Once more");
        await fixture.RoundAsync(fixture.Now + Duration.FromMinutes(1));
        Assert.Single(fixture.Replies.Sent);
    }

    [Theory]
    [InlineData(SendResult.Unknown)]
    [InlineData(SendResult.Refused)]
    public async Task E5_what_surely_or_perhaps_did_not_go_out_gets_no_copy(SendResult result)
    {
        using var fixture = await RepliedAsync(knownToFile: false, with: f =>
        {
            f.Replies.Outcomes.Enqueue(new SendOutcome(result, "no"));
            f.Replies.KnowsNothingLater = true;
        });
        await fixture.RoundAsync(Sent + Duration.FromMinutes(2));

        Assert.Empty(Copies(fixture));
        Assert.Empty(fixture.Ledger.Copies);
    }

    [Fact]
    public async Task E5_without_the_setting_nothing_is_kept_or_filed()
    {
        using var fixture = await PathFixture.WatchingAsync();
        fixture.Deliver("jane@acme.example");
        await fixture.RoundAsync();
        await fixture.RoundAsync(Sent + Duration.FromMinutes(5));

        Assert.Single(fixture.Replies.Sent);
        Assert.Empty(Copies(fixture));
        Assert.Empty(fixture.Ledger.Copies);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static async Task<PathFixture> RepliedAsync(bool? knownToFile = null, bool hostFiles = false, Action<PathFixture>? with = null)
    {
        var fixture = new PathFixture { SentCopyHost = Host };
        if (knownToFile is { } files)
        {
            await fixture.Ledger.NoteFilesItselfAsync(Host, files, fixture.Now, Token);
        }

        await fixture.RoundAsync();
        with?.Invoke(fixture);
        if (hostFiles)
        {
            fixture.Replies.Taken = bytes => fixture.Mailbox.Deliver(bytes.Bytes, fixture.Now, "Sent", MessageFlags.Seen);
        }

        fixture.Deliver("jane@acme.example");
        await fixture.RoundAsync();
        return fixture;
    }

    private static void HostFiles(PathFixture fixture, string from = "", string to = "")
    {
        var sent = Assert.Single(fixture.Replies.Sent);
        var text = System.Text.Encoding.Latin1.GetString(sent.Bytes);
        Assert.Contains(from, text, StringComparison.Ordinal);
        fixture.Mailbox.Deliver(System.Text.Encoding.Latin1.GetBytes(from.Length == 0 ? text : text.Replace(from, to, StringComparison.Ordinal)), fixture.Now, "Sent", MessageFlags.Seen);
    }

    private static List<InMemoryMessage> Copies(PathFixture fixture) => [.. fixture.Mailbox.Messages.Where(m => m.Folder == "Sent")];
}
