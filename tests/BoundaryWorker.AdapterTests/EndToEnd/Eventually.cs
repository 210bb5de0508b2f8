using System.Diagnostics;

namespace BoundaryWorker.AdapterTests.EndToEnd;

/// <summary>Waits on a condition, with a limit.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(30);

    /// <summary>Returns when it holds; fails with the words of <paramref name="otherwise"/> when it does not in time.</summary>
    public static async Task HoldsAsync(Func<bool> condition, Func<string> otherwise)
    {
        var watch = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.True(watch.Elapsed < Limit, otherwise());
            await Task.Delay(Interval, TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }
}
