using System.Net;
using System.Net.Sockets;
using System.Text;

namespace BoundaryWorker.AdapterTests.Alarms;

/// <summary>The page that is told of alarms, on loopback: keeps what was posted and answers as it is told.</summary>
internal sealed class AlarmPage : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Lock _gate = new();
    private readonly List<string> _posted = [];
    private readonly Task _serving;

    public AlarmPage()
    {
        Port = FreePort();
        _listener.Prefixes.Add($"http://127.0.0.1:{Port}/");
        _listener.Start();
        _serving = ServeAsync();
    }

    public int Port { get; }

    public Uri Address => new($"http://127.0.0.1:{Port}/hook/secret-in-the-path");

    /// <summary>Status codes of the next answers, in order; then 204.</summary>
    public Queue<int> Answers { get; } = new();

    /// <summary>The bodies, every try.</summary>
    public IReadOnlyList<string> Posted
    {
        get
        {
            lock (_gate)
            {
                return [.. _posted];
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Close();
        await _serving;
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                var context = await _listener.GetContextAsync();
                using var reader = new StreamReader(context.Request.InputStream, Encoding.UTF8);
                var body = $"{context.Request.HttpMethod} {context.Request.ContentType} {await reader.ReadToEndAsync()}";
                lock (_gate)
                {
                    _posted.Add(body);
                    context.Response.StatusCode = Answers.TryDequeue(out var status) ? status : 204;
                }

                context.Response.Close();
            }
        }
        catch (Exception stopped) when (stopped is HttpListenerException or ObjectDisposedException)
        {
            // Closed.
        }
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
