using System.Diagnostics;
using NodaTime;

namespace BoundaryWorker.AdapterTests.EndToEnd;

/// <summary>Moves the clock of a worker with several mailboxes no faster than it looks: what is thirty minutes old by the clock is answered no more.</summary>
internal static class Stepwise
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(150);
    private static readonly TimeSpan StepLimit = TimeSpan.FromSeconds(4);

    /// <summary>Lets polls come round until it is so. Each step waits for a look at each of the mailboxes, though not for long: one of them may be out of reach.</summary>
    public static async Task AdvanceUntilAsync(Played play, IReadOnlyList<string> mailboxes, Func<bool> holds)
    {
        for (var whole = Stopwatch.StartNew(); !holds() && whole.Elapsed < Limit && !play.Worker.HasExited;)
        {
            play.Folder.SetClock(play.Folder.Now + Duration.FromSeconds(61));
            var step = Stopwatch.StartNew();
            do
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, TestContext.Current.CancellationToken);
            }
            while (!holds() && step.Elapsed < StepLimit && !mailboxes.All(m => Looked(play, m)));
        }

        Assert.True(holds(), play.Worker.Output);
    }

    private static bool Looked(Played play, string mailbox) =>
        play.Folder.Scalar($"select at from looks where mailbox = '{mailbox}'") is long ticks && Instant.FromUnixTimeTicks(ticks) >= play.Folder.Now;
}
