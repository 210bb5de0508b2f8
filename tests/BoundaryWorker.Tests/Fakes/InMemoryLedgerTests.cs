using BoundaryWorker.Contracts;
using BoundaryWorker.Pipeline.Ports;
using static BoundaryWorker.Contracts.LedgerData;

namespace BoundaryWorker.Tests.Fakes;

public sealed class InMemoryLedgerTests : LedgerContract
{
    protected override Task<ILedger> NewAsync() => Task.FromResult<ILedger>(new InMemoryLedger());

    [Fact]
    public async Task Fails_on_the_planned_call_alone_and_does_nothing_then()
    {
        var ledger = new InMemoryLedger();
        ledger.Faults.On(nameof(ILedger.RecordAsync), new LedgerUnavailableException("full"), call: 2);

        await ledger.RecordAsync(Message("a"), null, Token);
        await Assert.ThrowsAsync<LedgerUnavailableException>(() => ledger.RecordAsync(Message("b"), null, Token));
        await ledger.RecordAsync(Message("c"), null, Token);

        Assert.Equal([Message("a").Key, Message("c").Key], ledger.Messages.Select(m => m.Key));
        Assert.Equal(3, ledger.Faults.Calls(nameof(ILedger.RecordAsync)));
    }
}
