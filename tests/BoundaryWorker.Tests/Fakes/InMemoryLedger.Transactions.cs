
namespace BoundaryWorker.Tests.Fakes;

/// <content>Several calls in one transaction.</content>
public sealed partial class InMemoryLedger
{
    /// <summary>Whether the process that makes the calls was killed: then what it did not commit never was.</summary>
    public Func<bool> IsCutOff { get; set; } = () => false;

    public async Task<T> InOneTransactionAsync<T>(Func<Task<T>> work, CancellationToken token)
    {
        await Do(() => 0, token);
        var before = Everything();
        try
        {
            var result = await work();
            return IsCutOff() ? throw new KilledException() : result;
        }
        catch
        {
            before();
            throw;
        }
    }

    /// <summary>What brings everything back that a transaction may have changed.</summary>
    private Action Everything()
    {
        var entries = messages.ConvertAll(m => (Entry: m, m.Record, m.ByHand));
        var answers = replies.ConvertAll(r => (Reply: r, r.Record));
        var (addresses, paused, notices) = (bounces.ToList(), breakerOpen, pending.ToList());
        return () =>
        {
            messages.Clear();
            replies.Clear();
            bounces.Clear();
            pending.Clear();
            pending.AddRange(notices);
            entries.ForEach(e => (e.Entry.Record, e.Entry.ByHand) = (e.Record, e.ByHand));
            answers.ForEach(a => a.Reply.Record = a.Record);
            messages.AddRange(entries.Select(e => e.Entry));
            replies.AddRange(answers.Select(a => a.Reply));
            addresses.ForEach(b => bounces.Add(b.Key, b.Value));
            breakerOpen = paused;
        };
    }
}
