using BoundaryWorker.Core.Mail;
using NodaTime;
using static BoundaryWorker.Contracts.LedgerData;

namespace BoundaryWorker.Contracts;

/// <content>From which addresses mail comes through (C2).</content>
public abstract partial class LedgerContract
{
    [Fact]
    public async Task C2_what_the_latest_test_of_an_address_showed_counts_for_its_mailbox_alone()
    {
        var ledger = await NewAsync();
        var (tasks, me) = (new EmailAddress("Tasks", "studio.example", "Somebody"), new EmailAddress("me", "studio.example"));

        Assert.Empty(await ledger.SendableAsync(Mailbox, Token));
        await ledger.NoteSendableAsync(Mailbox, tasks, true, Closing, Token);
        await ledger.NoteSendableAsync(Mailbox, me, true, Closing, Token);
        await ledger.NoteSendableAsync("other", new EmailAddress("else", "studio.example"), true, Closing, Token);
        Assert.Equal(["me@studio.example", "tasks@studio.example"], (await ledger.SendableAsync(Mailbox, Token)).Select(a => a.Bare));

        await ledger.NoteSendableAsync(Mailbox, tasks, false, Closing + Duration.FromDays(1), Token);

        Assert.Equal(["me@studio.example"], (await ledger.SendableAsync(Mailbox, Token)).Select(a => a.Bare));
    }
}
