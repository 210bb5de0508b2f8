using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace BoundaryWorker.AdapterTests.Imap;

/// <summary>Stands between the adapter and Dovecot: keeps what the adapter says, and cuts all connections on demand.</summary>
internal sealed class ImapRelay : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentBag<TcpClient> ends = [];
    private readonly ConcurrentQueue<string> said = [];
    private readonly int target;
    private readonly Action<string> heard;
    private int connections;

    /// <param name="target">The server's port.</param>
    /// <param name="heard">Told at once what the server says, as it comes over the wire; null where nobody wants to know.</param>
    public ImapRelay(int target, Action<string>? heard = null)
    {
        this.target = target;
        this.heard = heard ?? (_ => { });
        listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>How many connections were made.</summary>
    public int Connections => Volatile.Read(ref connections);

    /// <summary>Told at once what the adapter says, as it comes over the wire.</summary>
    public Action<string> Spoken { get; set; } = _ => { };

    /// <summary>The commands so far, without their tags.</summary>
    public IReadOnlyList<string> Said => [.. said];

    /// <summary>Hangs up on everybody.</summary>
    public void Cut()
    {
        while (ends.TryTake(out var end))
        {
            end.Dispose();
        }
    }

    public void Dispose()
    {
        listener.Dispose();
        Cut();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var near = await listener.AcceptTcpClientAsync();
                var far = new TcpClient("127.0.0.1", target);
                ends.Add(near);
                ends.Add(far);
                Interlocked.Increment(ref connections);
                _ = PumpAsync(near, far, Keep);
                _ = PumpAsync(far, near, heard);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The end of the test.
        }
    }

    private void Keep(string text)
    {
        Spoken(text);
        foreach (var line in text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries))
        {
            said.Enqueue(line.Split(' ', 2)[^1]);
        }
    }

    private static async Task PumpAsync(TcpClient from, TcpClient to, Action<string> keep)
    {
        try
        {
            var buffer = new byte[65_536];
            for (int n; (n = await from.GetStream().ReadAsync(buffer)) > 0;)
            {
                keep(Encoding.Latin1.GetString(buffer, 0, n));
                await to.GetStream().WriteAsync(buffer.AsMemory(0, n));
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // Cut.
        }

        from.Dispose();
        to.Dispose();
    }
}
