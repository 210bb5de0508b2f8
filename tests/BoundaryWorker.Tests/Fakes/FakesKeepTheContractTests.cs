using BoundaryWorker.Contracts;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Pipeline.Ports;
using NodaTime;
using NodaTime.Testing;

namespace BoundaryWorker.Tests.Fakes;

/// <summary>The fake mailbox keeps the contract of the real ones.</summary>
public sealed class InMemoryMailboxTests : MailboxBatchesContract
{
    protected override Task<MailboxUnderTest> CreateAsync() => Task.FromResult<MailboxUnderTest>(new InMemoryUnderTest());

    [Fact]
    public async Task Failures_come_before_or_after_the_act_once_and_at_the_call_they_were_ordered_for()
    {
        var box = new InMemoryMailbox(new FakeClock(Instant.FromUtc(2026, 11, 24, 0, 0)));
        var message = box.Deliver(Mails.Simple("a@x"), Instant.FromUtc(2026, 11, 24, 0, 0)).Stored;
        box.Faults.Before(nameof(IMailbox.HoldAsync)).After(nameof(IMailbox.HoldAsync), 2, () => new KilledException());

        await Assert.ThrowsAsync<MailboxUnavailableException>(() => box.HoldAsync(message, Token));
        Assert.Equal("INBOX", Assert.Single(box.Messages).Folder);
        await Assert.ThrowsAsync<KilledException>(() => box.HoldAsync(message, Token));
        Assert.Equal("Held", Assert.Single(box.Messages).Folder);
        Assert.Equal(MoveOutcome.Moved, (await box.HoldAsync(message, Token)).Outcome);
        Assert.Equal(3, box.Faults.Calls(nameof(IMailbox.HoldAsync)));
        Assert.Empty(box.Lost);
    }

    private sealed class InMemoryUnderTest : MailboxUnderTest
    {
        private readonly FakeClock clock = new(Instant.FromUtc(2026, 11, 24, 21, 30));
        private readonly InMemoryMailbox mailbox;

        public InMemoryUnderTest() => mailbox = new InMemoryMailbox(clock);

        public override IMailbox Mailbox => mailbox;

        public override Instant Now => clock.GetCurrentInstant();

        public override Task RestartAsync() => Task.CompletedTask;

        public override void Advance(Duration duration) => clock.Advance(duration);

        public override Task DeliverAsync(byte[] eml, Instant received, string folder = "INBOX", MessageFlags flags = MessageFlags.None)
        {
            _ = mailbox.Deliver(eml, received, folder, flags);
            return Task.CompletedTask;
        }

        public override Task<IReadOnlyList<Placed>> AllAsync() => Task.FromResult<IReadOnlyList<Placed>>(
            [.. mailbox.Messages.Select(m => new Placed(m.Folder, Mails.Hash(m.Bytes), m.Flags, m.Received)).OrderBy(p => p.Hash, StringComparer.Ordinal)]);

        public override Task SetFlagsByHandAsync(byte[] eml, MessageFlags flags) => ByHand(eml, m => m with { Flags = flags });

        public override Task MoveByHandAsync(byte[] eml, string folder) => ByHand(eml, m => m with { Folder = folder });

        public override Task DeleteByHandAsync(byte[] eml) => ByHand(eml, _ => null);

        public override Task RemoveFolderByHandAsync(string folder)
        {
            mailbox.RemoveFolder(folder);
            return Task.CompletedTask;
        }

        public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

        private Task ByHand(byte[] eml, Func<InMemoryMessage, InMemoryMessage?> act)
        {
            mailbox.ByHand(mailbox.Messages.First(m => m.Bytes.AsSpan().SequenceEqual(eml)).Serial, act);
            return Task.CompletedTask;
        }
    }
}

/// <summary>The fake sender keeps the contract of the real ones.</summary>
public sealed class InMemorySenderTests : MailSenderContract
{
    protected override Task<SenderUnderTest> CreateAsync() => Task.FromResult<SenderUnderTest>(new InMemoryUnderTest());

    private sealed class InMemoryUnderTest : SenderUnderTest
    {
        private readonly InMemorySender sender = new();

        public override IMailSender Sender => sender;

        public override Task<IReadOnlyList<OutgoingBytes>> SentAsync() => Task.FromResult(sender.Sent);

        public override Task BreakAsync()
        {
            sender.Outcomes.Enqueue(new SendOutcome(SendResult.TryAgain, "Not now."));
            return Task.CompletedTask;
        }

        public override Task MendAsync() => Task.CompletedTask;

        public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
