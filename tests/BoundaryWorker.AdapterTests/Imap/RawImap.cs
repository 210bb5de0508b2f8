using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using BoundaryWorker.Contracts;
using BoundaryWorker.Core.Mail;
using NodaTime;

namespace BoundaryWorker.AdapterTests.Imap;

/// <summary>IMAP by hand, for who must see a mailbox without any code of the adapter and without its library.</summary>
internal sealed partial class RawImap : IDisposable
{
    private static readonly (string Name, MessageFlags Flag)[] Flags =
        [("\\Seen", MessageFlags.Seen), ("\\Answered", MessageFlags.Answered), ("\\Flagged", MessageFlags.Flagged), ("\\Draft", MessageFlags.Draft), ("\\Deleted", MessageFlags.Deleted)];

    private readonly TcpClient tcp = new();
    private readonly BufferedStream stream;
    private int tag;

    private RawImap(int port)
    {
        tcp.Connect("127.0.0.1", port);
        stream = new BufferedStream(tcp.GetStream());
        ReadLine();
    }

    /// <summary>Signs in.</summary>
    public static RawImap SignIn(DovecotServer server, string user)
    {
        var imap = new RawImap(server.ImapPort);
        imap.Ask($"LOGIN {user} {DovecotServer.Password}");
        return imap;
    }

    /// <summary>One command to its tagged OK; what was said before it, literals as Latin-1.</summary>
    public IReadOnlyList<string> Ask(string command, byte[]? literal = null)
    {
        var own = $"t{++tag}";
        Write(Encoding.UTF8.GetBytes($"{own} {command}{(literal is null ? "" : $" {{{literal.Length}+}}")}\r\n"));
        if (literal is not null)
        {
            Write([.. literal, (byte)'\r', (byte)'\n']);
        }

        stream.Flush();
        var answers = new List<string>();
        while (true)
        {
            var answer = ReadAnswer();
            if (answer.StartsWith(own + " ", StringComparison.Ordinal))
            {
                return answer.StartsWith(own + " OK", StringComparison.Ordinal) ? answers : throw new InvalidOperationException($"{command}: {answer}");
            }

            answers.Add(answer);
        }
    }

    /// <summary>Files a message with flags and arrival, as a mail program or an import does. The folder is made where it is missing.</summary>
    public void Append(byte[] eml, Instant received, string folder, MessageFlags flags)
    {
        Make(folder);
        var date = received.ToDateTimeUtc().ToString("dd-MMM-yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture);
        Ask($"APPEND {folder} ({Names(flags)}) \"{date}\"", eml);
    }

    /// <summary>Makes a folder where it is missing.</summary>
    public void Make(string folder)
    {
        if (!Folders().Contains(folder))
        {
            Ask($"CREATE {folder}");
        }
    }

    /// <summary>All folders.</summary>
    public IReadOnlyList<string> Folders(string command = "LIST") =>
        [.. Ask($"{command} \"\" \"*\"").Select(l => FolderLine().Match(l)).Where(m => m.Success && !m.Value.Contains("\\NonExistent", StringComparison.OrdinalIgnoreCase)).Select(m => m.Groups["name"].Value)];

    /// <summary>All messages of all folders, with their UIDs.</summary>
    public IReadOnlyList<(Placed Placed, string Uid, byte[] Bytes)> All()
    {
        var all = new List<(Placed, string, byte[])>();
        foreach (var folder in Folders())
        {
            Ask($"EXAMINE \"{folder}\"");
            foreach (var answer in Ask("UID FETCH 1:* (UID FLAGS INTERNALDATE BODY.PEEK[])").Where(a => a.Contains("BODY[]", StringComparison.Ordinal)))
            {
                var head = answer.Split("BODY[]", 2)[0];
                var length = int.Parse(LiteralLength().Match(answer).Groups[1].Value, CultureInfo.InvariantCulture);
                var start = answer.IndexOf("}\r\n", StringComparison.Ordinal) + 3;
                var bytes = Encoding.Latin1.GetBytes(answer.Substring(start, length));
                var date = DateTimeOffset.ParseExact(Date().Match(head).Groups[1].Value.Trim(), "d-MMM-yyyy HH:mm:ss zzz", CultureInfo.InvariantCulture);
                var flags = Flags.Where(f => head.Contains(f.Name, StringComparison.OrdinalIgnoreCase)).Aggregate(MessageFlags.None, (sum, f) => sum | f.Flag);
                all.Add((new Placed(folder, Mails.Hash(bytes), flags, Instant.FromDateTimeOffset(date)), Uid().Match(head).Groups[1].Value, bytes));
            }
        }

        return all;
    }

    /// <summary>Selects the folder of the message with these bytes, for writing, and gives its UID.</summary>
    public string Select(byte[] eml)
    {
        var (placed, uid, _) = All().First(m => m.Placed.Hash == Mails.Hash(eml));
        Ask($"SELECT {placed.Folder}");
        return uid;
    }

    /// <summary>Flags as they are written.</summary>
    public static string Names(MessageFlags flags) => string.Join(' ', Flags.Where(f => flags.HasFlag(f.Flag)).Select(f => f.Name));

    public void Dispose()
    {
        stream.Dispose();
        tcp.Dispose();
    }

    private string ReadAnswer()
    {
        var answer = new StringBuilder();
        while (true)
        {
            var line = ReadLine();
            answer.Append(line);
            if (LiteralAtEnd().Match(line) is not { Success: true } literal)
            {
                return answer.ToString().TrimEnd('\r', '\n');
            }

            var bytes = new byte[int.Parse(literal.Groups[1].Value, CultureInfo.InvariantCulture)];
            stream.ReadExactly(bytes);
            answer.Append(Encoding.Latin1.GetString(bytes));
        }
    }

    private string ReadLine()
    {
        var line = new StringBuilder();
        for (int b; (b = stream.ReadByte()) >= 0;)
        {
            line.Append((char)b);
            if (b == '\n')
            {
                return line.ToString();
            }
        }

        throw new EndOfStreamException($"The server hung up after: {line}");
    }

    private void Write(byte[] bytes) => stream.Write(bytes);

    [GeneratedRegex("^\\* (LIST|LSUB) \\([^)]*\\) \"?.\"? \"?(?<name>[^\"]*)\"?$")]
    private static partial Regex FolderLine();

    [GeneratedRegex("BODY\\[\\] \\{(\\d+)\\}")]
    private static partial Regex LiteralLength();

    [GeneratedRegex("\\{(\\d+)\\}\r\n$")]
    private static partial Regex LiteralAtEnd();

    [GeneratedRegex("INTERNALDATE \"([^\"]*)\"")]
    private static partial Regex Date();

    [GeneratedRegex("UID (\\d+)")]
    private static partial Regex Uid();
}
