using System.Net;
using System.Net.Sockets;

namespace BoundaryWorker.AdapterTests.Smtp;

/// <summary>A mail server of the tests on loopback: keeps envelopes and bytes as they came, and fails on demand.</summary>
internal sealed class SmtpTestServer : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly List<SmtpDelivery> _deliveries = [];
    private readonly List<string> _commands = [];
    private readonly CancellationTokenSource _end = new();
    private readonly List<Task> _sessions = [];
    private TcpListener _listener;
    private Task _accepting;

    public SmtpTestServer(SmtpScript? script = null)
    {
        Script = script ?? new SmtpScript();
        (_listener, _accepting) = Listen(0);
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
    }

    /// <summary>Where it listens.</summary>
    public int Port { get; }

    /// <summary>How it behaves from the next connection on.</summary>
    public SmtpScript Script { get; set; }

    /// <summary>What it does with what it took, such as filing it; may be null.</summary>
    public Action<SmtpDelivery>? Taken { get; set; }

    /// <summary>What it took, in order; what was stored and then cut off too.</summary>
    public IReadOnlyList<SmtpDelivery> Deliveries
    {
        get
        {
            lock (_gate)
            {
                return [.. _deliveries];
            }
        }
    }

    /// <summary>Every command line it heard, without what was said in AUTH.</summary>
    public IReadOnlyList<string> Commands
    {
        get
        {
            lock (_gate)
            {
                return [.. _commands];
            }
        }
    }

    /// <summary>How many connections there were.</summary>
    public int Connections { get; private set; }

    /// <summary>Nobody listens any more.</summary>
    public async Task StopAsync()
    {
        _listener.Dispose();
        await _accepting;
    }

    /// <summary>Listens again, on the same port.</summary>
    public void Restart() => (_listener, _accepting) = Listen(Port);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await StopAsync();
        await Task.WhenAll(_sessions);
        _end.Dispose();
    }

    internal void Take(SmtpDelivery delivery)
    {
        lock (_gate)
        {
            _deliveries.Add(delivery);
        }

        Taken?.Invoke(delivery);
    }

    internal void Hear(string command)
    {
        lock (_gate)
        {
            _commands.Add(command);
        }
    }

    private (TcpListener Listener, Task Accepting) Listen(int port)
    {
        var listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
        return (listener, AcceptAsync(listener));
    }

    private async Task AcceptAsync(TcpListener listener)
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(_end.Token);
                Connections++;
                _sessions.Add(new SmtpSession(this, Script, client).RunAsync(_end.Token));
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or OperationCanceledException or InvalidOperationException)
        {
            // Stopped.
        }
    }
}
