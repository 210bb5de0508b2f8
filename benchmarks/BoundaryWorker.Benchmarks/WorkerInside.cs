using BoundaryWorker.Composition;
using BoundaryWorker.Pipeline;
using BoundaryWorker.Settings;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace BoundaryWorker.Benchmarks;

/// <summary>The real worker, put together as the program does it, in this process, so that a round can be timed without the start of one.</summary>
internal sealed class WorkerInside : IAsyncDisposable
{
    private readonly BuiltWorker built;

    private WorkerInside(BuiltWorker built) => this.built = built;

    public static async Task<WorkerInside> BuildAsync(OwnersFolder folder, IClock clock)
    {
        var settings = SettingsFile.Read(folder.SettingsFile, []).Value ?? throw new InvalidOperationException("The settings of the benchmark do not fit the program.");
        return new WorkerInside(await new WorkerFactory(settings, clock, new NoSteps(), NullLoggerFactory.Instance).BuildAsync(CancellationToken.None));
    }

    public Task RoundAsync() => built.Worker.RoundAsync(CancellationToken.None);

    public ValueTask DisposeAsync() => built.DisposeAsync();
}
