using Microsoft.Extensions.Time.Testing;
using NodaTime.Text;

namespace BoundaryWorker.Testing;

/// <summary>
/// For tests and the demo: a clock that stands still until it is told to go on. <c>run --clock FILE</c> reads an ISO instant from a file and advances to
/// it whenever the file says a later one; every timer of the worker, Quartz included, follows.
/// </summary>
internal sealed class DrivenClock(FakeTimeProvider time, string file) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20);

    /// <summary>The clock of a file as it stands now.</summary>
    public static FakeTimeProvider StartingFrom(string file) => new(Read(file)!.Value);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            if (Read(file) is { } wanted && wanted > time.GetUtcNow())
            {
                time.SetUtcNow(wanted);
            }

            await Task.Delay(Interval, TimeProvider.System, stoppingToken);
        }
    }

    private static DateTimeOffset? Read(string file)
    {
        var parsed = InstantPattern.ExtendedIso.Parse(File.ReadAllText(file).Trim());
        return parsed.Success ? parsed.Value.ToDateTimeOffset() : null;
    }
}
