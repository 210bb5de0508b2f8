using System.Net.Sockets;
using System.Text;

namespace BoundaryWorker.AdapterTests.Imap;

/// <summary>Delivers as a mail host does, so that INTERNALDATE is the server's own.</summary>
internal static class RawLmtp
{
    /// <summary>Delivers one message. The server puts Return-Path, Delivered-To and Received before its bytes.</summary>
    public static void Deliver(DovecotServer server, string from, string user, byte[] eml)
    {
        using var tcp = new TcpClient("127.0.0.1", server.LmtpPort);
        using var stream = tcp.GetStream();
        using var reader = new StreamReader(stream, Encoding.ASCII);
        Expect(reader, "220");
        foreach (var (line, answer) in new[] { ("LHLO mx.studio.example", "250"), ($"MAIL FROM:<{from}>", "250"), ($"RCPT TO:<{user}>", "250"), ("DATA", "354") })
        {
            stream.Write(Encoding.ASCII.GetBytes(line + "\r\n"));
            Expect(reader, answer);
        }

        // RFC 5321 4.5.2: a line that begins with a dot gets another one.
        var text = Encoding.Latin1.GetString(eml).Replace("\r\n.", "\r\n..", StringComparison.Ordinal);
        stream.Write(Encoding.Latin1.GetBytes(text + (text.EndsWith("\r\n", StringComparison.Ordinal) ? "" : "\r\n") + ".\r\n"));
        Expect(reader, "250");
    }

    private static void Expect(StreamReader reader, string code)
    {
        string? line;
        do
        {
            line = reader.ReadLine();
        }
        while (line is { Length: > 3 } && line[3] == '-');

        if (line?.StartsWith(code, StringComparison.Ordinal) != true)
        {
            throw new InvalidOperationException($"LMTP said {line} instead of {code}.");
        }
    }
}
