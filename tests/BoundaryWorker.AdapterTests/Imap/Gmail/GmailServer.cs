using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace BoundaryWorker.AdapterTests.Imap.Gmail;

/// <summary>Serves a <see cref="GmailAccount"/> on loopback, to any number of connections.</summary>
internal sealed partial class GmailServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentQueue<string> said = [];
    private readonly ConcurrentBag<TcpClient> clients = [];

    public GmailServer(GmailAccount account)
    {
        Account = account;
        listener.Start();
        _ = AcceptAsync();
    }

    public GmailAccount Account { get; }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>The commands so far, without their tags.</summary>
    public IReadOnlyList<string> Said => [.. said];

    public void Dispose()
    {
        listener.Dispose();
        foreach (var client in clients)
        {
            client.Dispose();
        }
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync();
                clients.Add(client);
                _ = ServeAsync(client);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The end of the test.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        try
        {
            using var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.Latin1);
            var session = new GmailSession(Account);
            await WriteAsync(stream, ["* OK Gimap ready for requests from 127.0.0.1 k2if6111336rvb.0"]);
            while (await reader.ReadLineAsync() is { } line)
            {
                var (tag, command) = (line.Split(' ', 2)[0], line.Split(' ', 2)[^1]);
                said.Enqueue(command);
                if (Literal().Match(command) is { Success: true } literal)
                {
                    await WriteAsync(stream, literal.Groups["unasked"].Success ? [] : ["+ go ahead"]);
                    var bytes = new char[int.Parse(literal.Groups["length"].Value, CultureInfo.InvariantCulture)];
                    await reader.ReadBlockAsync(bytes);
                    _ = await reader.ReadLineAsync();
                    await WriteAsync(stream, session.Append(tag, command, Encoding.Latin1.GetBytes(bytes)));
                }
                else if (command == "IDLE")
                {
                    await IdleAsync(stream, reader, session, tag);
                }
                else
                {
                    await WriteAsync(stream, session.Answer(tag, command));
                }
            }
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException)
        {
            // Hung up.
        }
    }

    private async Task IdleAsync(NetworkStream stream, StreamReader reader, GmailSession session, string tag)
    {
        using var changed = new SemaphoreSlim(0);
        void Wake() => changed.Release();
        Account.Changed += Wake;
        try
        {
            await WriteAsync(stream, ["+ idling", .. session.News()]);
            var done = reader.ReadLineAsync();
            while (await Task.WhenAny(done, changed.WaitAsync()) != done)
            {
                await WriteAsync(stream, session.News());
            }

            await WriteAsync(stream, [$"{tag} OK IDLE terminated (Success)"]);
        }
        finally
        {
            Account.Changed -= Wake;
        }
    }

    [GeneratedRegex(@"\{(?<length>\d+)(?<unasked>\+)?\}$")]
    private static partial Regex Literal();

    private static async Task WriteAsync(NetworkStream stream, IEnumerable<string> lines) =>
        await stream.WriteAsync(Encoding.Latin1.GetBytes(string.Concat(lines.Select(l => l + "\r\n"))));
}
