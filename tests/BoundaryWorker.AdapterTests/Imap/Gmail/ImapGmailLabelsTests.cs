using BoundaryWorker.Contracts;
using BoundaryWorker.Pipeline.Ports;
using NodaTime;

namespace BoundaryWorker.AdapterTests.Imap.Gmail;

/// <summary>What only Gmail does to a mailbox (replies.md D9): one message under several labels, and All Mail.</summary>
public sealed class ImapGmailLabelsTests
{
    private static readonly byte[] Eml = Mails.Simple("held@x");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task D9_a_message_that_is_held_loses_the_inbox_label_alone_and_has_it_again_when_it_is_back()
    {
        await using var box = new GmailUnderTest();
        var message = await ArriveAsync(box);
        box.Account.Create("Acme");
        box.Account.Label(box.Find(Eml), "Acme", true);
        box.Account.Label(box.Find(Eml), "\\Important", true);

        var held = await box.Mailbox.HoldAsync(message, Token);
        Assert.Equal(["Acme", "Held", "\\Important"], Labels(box));
        var back = await box.Mailbox.ReleaseAsync(held.Moved!, "INBOX", Token);

        Assert.Equal((MoveOutcome.Moved, MoveOutcome.Moved), (held.Outcome, back.Outcome));
        Assert.Equal(["Acme", "\\Important", "\\Inbox"], Labels(box));
        Assert.Empty((await box.Mailbox.LookAsync((await box.Mailbox.LookAsync(null, Token)).Cursor, Token)).Arrivals);
        Assert.DoesNotContain(box.Said, c => c.Contains("UID COPY", StringComparison.Ordinal) || c.Contains("EXPUNGE", StringComparison.Ordinal) || c.Contains("\\Deleted", StringComparison.Ordinal));
    }

    [Fact]
    public async Task D9_an_inbox_label_that_the_move_left_on_is_taken_off()
    {
        await using var box = new GmailUnderTest();
        var message = await ArriveAsync(box);
        box.Account.MoveKeepsTheOldLabel = true;

        var held = await box.Mailbox.HoldAsync(message, Token);
        Assert.Equal((MoveOutcome.Moved, "Held"), (held.Outcome, Assert.Single(Labels(box))));
        var back = await box.Mailbox.ReleaseAsync(held.Moved!, "INBOX", Token);

        Assert.Equal((MoveOutcome.Moved, "\\Inbox"), (back.Outcome, Assert.Single(Labels(box))));
    }

    [Fact]
    public async Task D9_a_message_that_gmail_goes_on_showing_in_the_inbox_is_not_held_and_that_is_said()
    {
        await using var box = new GmailUnderTest();
        var message = await ArriveAsync(box);
        (box.Account.MoveKeepsTheOldLabel, box.Account.RefusesLabels) = (true, true);

        var held = await box.Mailbox.HoldAsync(message, Token);

        Assert.Equal(MoveOutcome.Refused, held.Outcome);
        Assert.Contains("still shows it in INBOX", held.Why, StringComparison.Ordinal);
        Assert.Contains("\\Inbox", Labels(box));
    }

    [Fact]
    public async Task D9_what_she_archived_is_nowhere_since_all_mail_starred_and_important_are_no_places()
    {
        await using var box = new GmailUnderTest();
        var message = await ArriveAsync(box);
        box.Account.Label(box.Find(Eml), "\\Starred", true);
        box.Account.Label(box.Find(Eml), "\\Important", true);
        var held = (await box.Mailbox.HoldAsync(message, Token)).Moved!;
        Assert.Equal("Held", (await box.Mailbox.FindAsync(held.Identity, Token))?.Ref.Folder);

        await box.ArchiveByHandAsync(Eml);
        box.Account.Label(box.Find(Eml), "\\Starred", true);
        box.Account.Label(box.Find(Eml), "\\Important", true);

        Assert.Null(await box.Mailbox.FindAsync(held.Identity, Token));
        Assert.Equal(MoveOutcome.Gone, (await box.Mailbox.ReleaseAsync(held, "INBOX", Token)).Outcome);
        Assert.DoesNotContain("\\Inbox", Labels(box));
    }

    [Fact]
    public async Task D9_a_twin_is_not_taken_for_the_message_that_was_moved()
    {
        await using var box = new GmailUnderTest();
        _ = await box.Mailbox.OpenAsync(Token);
        await box.DeliverAsync(Eml, box.Now + Duration.FromSeconds(1), "Held");
        var message = await ArriveAsync(box);

        var held = await box.Mailbox.HoldAsync(message, Token);

        var ids = box.Account.Folder("Held").Messages;
        Assert.Equal(2, ids.Count);
        var moved = ids.Single(m => held.Moved!.Ref.Id.EndsWith($".{m.Uid}", StringComparison.Ordinal));
        Assert.Equal(box.Account.Messages[^1].Id, moved.Message.Id);
    }

    [Fact]
    public async Task D9_at_gmail_without_MOVE_nothing_is_held_and_nothing_copied()
    {
        var account = new GmailAccount();
        account.Capabilities = account.Capabilities.Replace(" MOVE", "", StringComparison.Ordinal);
        await using var box = new GmailUnderTest(account);
        var abilities = await box.Mailbox.OpenAsync(Token);
        var message = await ArriveAsync(box);

        var held = await box.Mailbox.HoldAsync(message, Token);

        Assert.Equal((false, MoveOutcome.Refused), (abilities.CanHold, held.Outcome));
        Assert.Contains("MOVE", abilities.WhyNot, StringComparison.Ordinal);
        Assert.Equal("\\Inbox", Assert.Single(Labels(box)));
    }

    [Fact]
    public async Task D9_a_label_beside_the_inbox_cannot_be_watched_and_that_is_said()
    {
        var account = new GmailAccount();
        account.Create("Acme");
        await using var box = new GmailUnderTest(account, s => s with { Folders = ["INBOX", "Acme"] });
        var message = await ArriveAsync(box);

        var abilities = await box.Mailbox.OpenAsync(Token);
        var held = await box.Mailbox.HoldAsync(message, Token);

        Assert.Equal((false, MoveOutcome.Refused), (abilities.CanHold, held.Outcome));
        Assert.Contains("Set Folders of the mailbox 'me' to INBOX alone", abilities.WhyNot, StringComparison.Ordinal);
    }

    [Fact]
    public async Task D9_held_in_her_language_is_a_label_with_its_letters()
    {
        await using var box = new GmailUnderTest(adjust: s => s with { Held = "Później" });
        var message = await ArriveAsync(box);
        box.Account.MoveKeepsTheOldLabel = true;

        var held = await box.Mailbox.HoldAsync(message, Token);
        var back = await box.Mailbox.ReleaseAsync(held.Moved!, "INBOX", Token);

        Assert.Equal(("Później", MoveOutcome.Moved), (held.Moved!.Ref.Folder, back.Outcome));
        Assert.Equal("\\Inbox", Assert.Single(Labels(box)));
    }

    private static async Task<StoredMessage> ArriveAsync(GmailUnderTest box)
    {
        var cursor = (await box.Mailbox.LookAsync(null, Token)).Cursor;
        await box.DeliverAsync(Eml, box.Now + Duration.FromSeconds(1));
        return (await box.Mailbox.LookAsync(cursor, Token)).Arrivals[0];
    }

    private static IReadOnlyList<string> Labels(GmailUnderTest box) => [.. box.Account.Messages[^1].Labels.Order(StringComparer.Ordinal)];
}
