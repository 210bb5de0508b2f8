using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using BoundaryWorker.Mail.Maildir;

namespace BoundaryWorker.AdapterTests.Imap.Gmail;

/// <summary>One untagged FETCH as Gmail writes it: its own items first, labels quoted where they need it.</summary>
internal static partial class GmailFetch
{
    public static string Answer(int number, uint uid, GmailMessage message, GmailFolder folder, IReadOnlyList<string> items) =>
        $"* {number} FETCH ({string.Join(' ', items.OrderBy(i => i.StartsWith("X-GM", StringComparison.Ordinal) ? 0 : 1).Select(i => Item(i.ToUpperInvariant(), uid, message, folder)))})";

    private static string Item(string item, uint uid, GmailMessage message, GmailFolder folder) => item switch
    {
        "UID" => $"UID {uid}",
        "FLAGS" => $"FLAGS ({string.Join(' ', message.Flags)})",
        "INTERNALDATE" => $"INTERNALDATE \"{message.Received.ToDateTimeUtc().ToString("dd-MMM-yyyy HH:mm:ss", CultureInfo.InvariantCulture)} +0000\"",
        "RFC822.SIZE" => $"RFC822.SIZE {message.Bytes.Length}",
        "MODSEQ" => $"MODSEQ ({message.ModSeq})",
        "X-GM-MSGID" => $"X-GM-MSGID {message.Id}",
        "X-GM-LABELS" => $"X-GM-LABELS ({string.Join(' ', message.Labels.Where(l => l != folder.Label).Select(Quoted))})",
        "BODYSTRUCTURE" => $"BODYSTRUCTURE (\"TEXT\" \"PLAIN\" (\"CHARSET\" \"UTF-8\") NIL NIL \"8BIT\" {Body(message).Length} 1 NIL NIL NIL)",
        _ => Section(item, message),
    };

    // Gmail writes its own labels as quoted strings with the backslash escaped.
    private static string Quoted(string label) => $"\"{ModifiedUtf7.Encode(label).Replace("\\", "\\\\", StringComparison.Ordinal)}\"";

    private static string Section(string item, GmailMessage message)
    {
        if (Peek().Match(item) is not { Success: true } peek)
        {
            throw new InvalidOperationException($"The scripted Gmail does not fetch {item}.");
        }

        var whole = Encoding.Latin1.GetString(message.Bytes);
        var text = peek.Groups["section"].Value switch
        {
            "" => whole,
            "HEADER" => whole[..(whole.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)],
            _ => Body(message),
        };
        var partial = peek.Groups["length"] is { Success: true } length ? text[..Math.Min(text.Length, int.Parse(length.Value, CultureInfo.InvariantCulture))] : text;
        return $"BODY[{peek.Groups["section"].Value}]{(peek.Groups["length"].Success ? "<0>" : "")} {{{partial.Length}}}\r\n{partial}";
    }

    private static string Body(GmailMessage message)
    {
        var whole = Encoding.Latin1.GetString(message.Bytes);
        return whole[(whole.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];
    }

    [GeneratedRegex(@"^BODY\.PEEK\[(?<section>[^\]]*)\](<0\.(?<length>\d+)>)?$")]
    private static partial Regex Peek();
}
