using NodaTime;

namespace BoundaryWorker.AdapterTests.EndToEnd;

/// <summary>A worker process and its folder, driven through time: every wait is on what the process did.</summary>
internal sealed class Played : IDisposable
{
    private static readonly Duration Poll = Duration.FromSeconds(61);

    public Played(string mode = "enforce", string extra = "") => Folder = new WorkerFolder(mode, extra);

    /// <param name="outgoing">How mail goes out, as in the settings.</param>
    /// <param name="extra">Further settings, each with a comma at its end.</param>
    public static Played By(string outgoing, string extra = "") => new(new WorkerFolder(extra: extra, outgoing: outgoing));

    private Played(WorkerFolder folder) => Folder = folder;

    public WorkerFolder Folder { get; }

    public WorkerProcess Worker { get; private set; } = null!;

    public static Instant London(int month, int day, int hour, int minute) =>
        new LocalDateTime(2026, month, day, hour, minute).InZoneStrictly(DateTimeZoneProviders.Tzdb["Europe/London"]).ToInstant();

    /// <summary>Starts the worker at that instant and waits for its first complete look.</summary>
    public async Task StartAsync(Instant at, string? haltAt = null)
    {
        Folder.SetClock(at);
        Worker = WorkerProcess.Run(Folder, haltAt);
        await LookedAsync(at);
    }

    /// <summary>Starts the worker that is expected to halt on its way.</summary>
    public void StartOnly(Instant at, string? haltAt)
    {
        Folder.SetClock(at);
        Worker = WorkerProcess.Run(Folder, haltAt);
    }

    /// <summary>Sets the clock and waits until a look at that instant or later is complete.</summary>
    public async Task GoToAsync(Instant at)
    {
        Folder.SetClock(at);
        await LookedAsync(at);
    }

    /// <summary>Lets the poll come round twice: rounds follow each other, so a second look means that all of the first was done, its replies too.</summary>
    public async Task SettleAsync()
    {
        await GoToAsync(Folder.Now + Poll);
        await GoToAsync(Folder.Now + Poll);
    }

    /// <summary>Delivers at an instant and lets the worker see to it.</summary>
    public async Task<Delivered> ArriveAsync(string name, Instant at, byte[] eml)
    {
        await GoToAsync(at);
        var delivered = Folder.Deliver(name, eml, at);
        await SettleAsync();
        return delivered;
    }

    /// <summary>The one place where it lies.</summary>
    public Stored Place(Delivered message) => Assert.Single(Folder.Places(message));

    public void Dispose()
    {
        Worker?.Dispose();
        Folder.Dispose();
    }

    private Task LookedAsync(Instant at) => Eventually.HoldsAsync(
        () => Worker.HasExited || Folder.LastLook() >= at, () => $"No look at {at}, the last was at {Folder.LastLook()}:\n{Worker.Output}");
}
