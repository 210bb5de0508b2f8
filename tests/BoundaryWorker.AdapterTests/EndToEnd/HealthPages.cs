using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace BoundaryWorker.AdapterTests.EndToEnd;

/// <summary>Asks a worker how it is, over real HTTP on a port of its own.</summary>
internal sealed class HealthPages : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false });

    /// <summary>A port that nobody has at the moment.</summary>
    public int Port { get; } = FreePort();

    /// <summary>The settings for it.</summary>
    public string Setting => $$"""
        "Health": { "Listen": "127.0.0.1:{{Port}}" },
        """;

    public async Task<(HttpStatusCode Status, string Text)> GetAsync(string path, string host = "127.0.0.1")
    {
        using var response = await _http.GetAsync(new Uri($"http://{host}:{Port}{path}"), TestContext.Current.CancellationToken);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>The readiness and what it complains of.</summary>
    public async Task<(HttpStatusCode Status, string Problems)> ReadyAsync()
    {
        var (status, text) = await GetAsync("/health/ready");
        using var json = JsonDocument.Parse(text);
        return (status, string.Join('\n', json.RootElement.GetProperty("problems").EnumerateArray().Select(p => p.GetString())));
    }

    /// <summary>The value of a metric's line; null where there is none.</summary>
    public async Task<double?> MetricAsync(string line)
    {
        var (_, text) = await GetAsync("/metrics");
        return text.Split('\n').FirstOrDefault(l => l.StartsWith(line + " ", StringComparison.Ordinal)) is { } found
            ? double.Parse(found[(line.Length + 1)..], System.Globalization.CultureInfo.InvariantCulture)
            : null;
    }

    public void Dispose() => _http.Dispose();

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
