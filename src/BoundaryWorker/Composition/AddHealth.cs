using BoundaryWorker.Health;
using BoundaryWorker.Settings;
using NodaTime;

namespace BoundaryWorker.Composition;

/// <summary>How the worker says how it is.</summary>
internal static class AddHealth
{
    /// <summary>Status, health pages, metrics, heartbeat.</summary>
    public static IServiceCollection AddWorkerHealth(this IServiceCollection services, BoundarySettings settings, BuiltWorker built, IClock clock) => services
        .AddSingleton(settings)
        .AddSingleton(settings.Health)
        .AddSingleton(clock)
        .AddSingleton(built.Ledger)
        .AddSingleton<WorkerStatus>()
        .AddSingleton(_ => new LastLooks(built.Ledger, settings))
        .AddSingleton(_ => new Liveness(built.Ledger, settings, clock))
        .AddSingleton<Readiness>()
        .AddSingleton<Metrics>()
        .AddSingleton<Heartbeat>()
        .AddHostedService(services => services.GetRequiredService<Heartbeat>())
        .AddHostedService<HealthServer>();
}
