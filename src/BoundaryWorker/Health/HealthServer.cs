using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using BoundaryWorker.Settings;

namespace BoundaryWorker.Health;

/// <summary>
/// <c>/health/live</c>, <c>/health/ready</c> and <c>/metrics</c> on Kestrel, apart from the worker's own host: an address that is taken is told and stops no mail.
/// </summary>
internal sealed partial class HealthServer(HealthSettings settings, Liveness live, Readiness ready, Metrics metrics, ILogger<HealthServer> logger) : IHostedService
{
    private static readonly HealthJson Json =
        new(new JsonSerializerOptions(HealthJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    private WebApplication? _app;

    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (settings.Listen is not { } listen)
        {
            return;
        }

        var app = Build(listen);
        try
        {
            await app.StartAsync(cancellationToken);
            _app = app;
            LogListening(logger, listen);
        }
        catch (Exception taken) when (taken is IOException or System.Net.Sockets.SocketException)
        {
            await app.DisposeAsync();
            LogTaken(logger, listen, taken.Message);
        }
    }

    /// <inheritdoc/>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_app is { } app)
        {
            _app = null;
            await app.StopAsync(cancellationToken);
            await app.DisposeAsync();
        }
    }

    // Empty on purpose: nothing of the environment (ASPNETCORE_URLS, ASPNETCORE_HTTP_PORTS) opens another port.
    private WebApplication Build(System.Net.IPEndPoint listen)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxConcurrentConnections = 20;
            kestrel.Limits.MaxRequestBodySize = 0;
            kestrel.Listen(listen);
        });
        builder.Services.AddRoutingCore();
        var app = builder.Build();
        app.UseRouting();
        app.MapGet("/health/live", LiveAsync);
        app.MapGet("/health/ready", ReadyAsync);
        app.MapGet("/metrics", MetricsAsync);
        return app;
    }

    private async Task LiveAsync(HttpContext context)
    {
        var answer = await live.AskAsync(context.RequestAborted);
        await WriteAsync(context, answer.Problems.Count == 0, JsonSerializer.Serialize(answer, Json.LiveAnswer));
    }

    private async Task ReadyAsync(HttpContext context)
    {
        var answer = await ready.AskAsync(context.RequestAborted);
        await WriteAsync(context, answer.Problems.Count == 0, JsonSerializer.Serialize(answer, Json.ReadyAnswer));
    }

    private async Task MetricsAsync(HttpContext context)
    {
        var text = await metrics.WriteAsync(context.RequestAborted);
        await WriteAsync(context, text is not null, text ?? "# The store with the records cannot be read.\n", "text/plain; version=0.0.4; charset=utf-8");
    }

    private static Task WriteAsync(HttpContext context, bool good, string text, string type = "application/json; charset=utf-8")
    {
        context.Response.StatusCode = good ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        context.Response.ContentType = type;
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsync(text, Encoding.UTF8, context.RequestAborted);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Whether all is well is shown at http://{Listen}/health/ready")]
    private static partial void LogListening(ILogger logger, System.Net.IPEndPoint listen);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Nobody can ask how it is: {Listen} cannot be listened on ({Why}). Mail is seen to all the same. Give Boundary:Health:Listen a free port, or write off")]
    private static partial void LogTaken(ILogger logger, System.Net.IPEndPoint listen, string why);
}

/// <summary>Made at compile time from the answers.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(LiveAnswer))]
[JsonSerializable(typeof(ReadyAnswer))]
internal sealed partial class HealthJson : JsonSerializerContext;
