using System.CommandLine;
using System.Net;
using System.Text.Json;
using BoundaryWorker.Files;
using BoundaryWorker.Health;
using BoundaryWorker.Settings;

namespace BoundaryWorker.Commands;

/// <summary><c>health</c>: asks the running worker of these settings whether it is live; the container's own health check.</summary>
internal static class HealthCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new TaughtCommand("health", "Asks the running worker whether it and its records answer. Exit code 0 where they do, 1 where not.", "health");
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult given, CancellationToken token)
    {
        var (output, errors) = (given.InvocationConfiguration.Output, given.InvocationConfiguration.Error);
        var settings = SettingsFile.Read(CommonOptions.SettingsPath(given), CommonOptions.Overrides());
        if (settings.Value is not { } good)
        {
            errors.Write(FindingsText.Render(settings.Findings));
            return ExitCode.Failed;
        }

        if (good.Health.Listen is not { } listen)
        {
            errors.WriteLine("Boundary:Health:Listen is off, so nobody can be asked. Give it an address such as 127.0.0.1:8025.");
            return ExitCode.Failed;
        }

        var problem = await AskAsync(Reachable(listen), Liveness.StoreMark(good.Store.Sqlite), token);
        (problem is null ? output : errors).WriteLine(problem ?? "The worker is live.");
        return problem is null ? ExitCode.Done : ExitCode.Failed;
    }

    private static async Task<string?> AskAsync(IPEndPoint at, string store, CancellationToken token)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { Timeout = Patience };
        try
        {
            using var response = await http.GetAsync(new Uri($"http://{at}/health/live"), token);
            using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync(token));
            return answer.RootElement.GetProperty("store").GetString() != store
                ? $"At {at} another BoundaryWorker answers, with other records. Give each an address of its own (Boundary:Health:Listen)."
                : response.IsSuccessStatusCode ? null : string.Join(' ', answer.RootElement.GetProperty("problems").EnumerateArray().Select(p => p.GetString()));
        }
        catch (Exception failure) when (failure is HttpRequestException || (failure is TaskCanceledException && !token.IsCancellationRequested))
        {
            return $"Nobody answers at {at}: the worker does not run, or it said in its log that it cannot listen there.";
        }
        catch (Exception strange) when (strange is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return $"What answers at {at} is no BoundaryWorker.";
        }
    }

    /// <summary>A worker that listens everywhere is asked on this machine.</summary>
    private static IPEndPoint Reachable(IPEndPoint listen) =>
        listen.Address.Equals(IPAddress.Any) ? new IPEndPoint(IPAddress.Loopback, listen.Port)
        : listen.Address.Equals(IPAddress.IPv6Any) ? new IPEndPoint(IPAddress.IPv6Loopback, listen.Port)
        : listen;
}
