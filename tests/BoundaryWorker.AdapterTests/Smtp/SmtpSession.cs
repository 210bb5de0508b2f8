using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace BoundaryWorker.AdapterTests.Smtp;

/// <summary>One connection to the server of the tests (RFC 5321, 3207, 4954, 3461 as far as a submission needs them).</summary>
internal sealed class SmtpSession(SmtpTestServer server, SmtpScript script, TcpClient client)
{
    private Stream _stream = client.GetStream();
    private byte[] _buffer = [];
    private int _at;
    private string? _user;
    private string? _from;
    private readonly List<string> _to = [];

    /// <summary>Serves until one side has enough.</summary>
    public async Task RunAsync(CancellationToken token)
    {
        using var connection = client;
        try
        {
            if (script.IsTlsFromTheStart)
            {
                await SecureAsync(token);
            }

            await StepAsync("GREETING", "220 mx.test.example ESMTP", token);
            while (await LineAsync(token) is { } line && await ServeAsync(Encoding.Latin1.GetString(line), token))
            {
            }
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or ObjectDisposedException or System.Security.Authentication.AuthenticationException or Cut)
        {
            // The other side went, or the script said so.
        }
    }

    private async Task<bool> ServeAsync(string line, CancellationToken token)
    {
        var verb = line.Split(' ')[0].ToUpperInvariant();
        server.Hear(verb == "AUTH" ? string.Join(' ', line.Split(' ').Take(2)) : line);
        switch (verb)
        {
            case "EHLO":
                await StepAsync(verb, string.Join("\r\n", Extensions().Prepend("mx.test.example").Select((e, i) => $"250{(i == Extensions().Count ? ' ' : '-')}{e}")), token);
                break;
            case "STARTTLS":
                await StepAsync(verb, "220 Go ahead", token);
                await SecureAsync(token);
                break;
            case "AUTH":
                await StepAsync(verb, await SignInAsync(line, token) ? "235 2.7.0 Welcome" : "535 5.7.8 Who are you?", token);
                break;
            case "MAIL":
                _from = line["MAIL FROM:".Length..];
                _to.Clear();
                await StepAsync(verb, script.Login is not null && _user is null ? "530 5.7.0 Authentication required" : "250 2.1.0 Ok", token);
                break;
            case "RCPT":
                _to.Add(line["RCPT TO:".Length..]);
                await StepAsync(verb, "250 2.1.5 Ok", token);
                break;
            case "DATA":
                await StepAsync(verb, "354 Go ahead", token);
                if (!script.Answers.ContainsKey(verb))
                {
                    server.Take(new SmtpDelivery(_from!, [.. _to], await DataAsync(token), _stream is SslStream, _user));
                    await StepAsync("END", "250 2.0.0 Queued as 1", token);
                }

                break;
            case "QUIT":
                await StepAsync(verb, "221 2.0.0 Bye", token);
                return false;
            default:
                await StepAsync(verb, "250 2.0.0 Ok", token);
                break;
        }

        return true;
    }

    private List<string> Extensions() =>
    [
        .. script.Offers,
        .. script.Certificate is not null && _stream is not SslStream && !script.HidesStartTls ? (string[])["STARTTLS"] : [],
        .. script.Login is not null ? (string[])[$"AUTH {script.Mechanisms}"] : [],
    ];

    private async Task<bool> SignInAsync(string line, CancellationToken token)
    {
        var parts = line.Split(' ');
        var words = parts[1] == "PLAIN"
            ? Decode(parts.Length > 2 ? parts[2] : await AskAsync("", token)).Split('\0')[1..]
            : [Decode(parts.Length > 2 ? parts[2] : await AskAsync("VXNlcm5hbWU6", token)), Decode(await AskAsync("UGFzc3dvcmQ6", token))];
        var good = script.Login == (words[0], words[1]);
        _user = good ? words[0] : null;
        return good;
    }

    private async Task<string> AskAsync(string challenge, CancellationToken token)
    {
        await SayAsync($"334 {challenge}", token);
        return Encoding.ASCII.GetString(await LineAsync(token) ?? []);
    }

    private static string Decode(string base64) => Encoding.UTF8.GetString(Convert.FromBase64String(base64));

    private async Task<byte[]> DataAsync(CancellationToken token)
    {
        using var bytes = new MemoryStream();
        while (true)
        {
            var line = await LineAsync(token) ?? throw new Cut();
            if (script.CutAt == "BODY")
            {
                Reset();
                throw new Cut();
            }

            if (line is [(byte)'.'])
            {
                return bytes.ToArray();
            }

            bytes.Write(line.AsSpan(line is [(byte)'.', ..] ? 1 : 0));
            bytes.Write("\r\n"u8);
        }
    }

    /// <summary>The answer to a command, unless the script has another one, or none.</summary>
    private async Task StepAsync(string command, string usual, CancellationToken token)
    {
        if (script.CutAt == command)
        {
            throw new Cut();
        }

        if (script.SilentAt == command)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
        }

        await SayAsync(script.Answers.GetValueOrDefault(command, usual), token);
    }

    private async Task SayAsync(string answer, CancellationToken token) => await _stream.WriteAsync(Encoding.Latin1.GetBytes(answer + "\r\n"), token);

    private async Task SecureAsync(CancellationToken token)
    {
        var secure = new SslStream(_stream);
        await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = script.Certificate }, token);
        (_stream, _buffer, _at) = (secure, [], 0);
    }

    /// <summary>A line without its CRLF, as bytes; null at the end. A bare CR or LF ends none.</summary>
    private async Task<byte[]?> LineAsync(CancellationToken token)
    {
        using var line = new MemoryStream();
        var last = 0;
        while (true)
        {
            if (_at == _buffer.Length)
            {
                var chunk = new byte[4096];
                var count = await _stream.ReadAsync(chunk, token);
                if (count == 0)
                {
                    return null;
                }

                (_buffer, _at) = (chunk[..count], 0);
            }

            var next = _buffer[_at++];
            if (last == '\r' && next == '\n')
            {
                return line.ToArray()[..^1];
            }

            line.WriteByte(next);
            last = next;
        }
    }

    private void Reset() => client.Client.LingerState = new LingerOption(true, 0);

    private sealed class Cut : Exception;
}
