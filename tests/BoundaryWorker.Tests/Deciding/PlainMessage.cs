using BoundaryWorker.Core.Mail;
using NodaTime;

namespace BoundaryWorker.Tests.Deciding;

/// <summary>Reads the simple messages of the cases: a header without encoded words and one body. What real mail needs is the reader's at the edge.</summary>
internal static class PlainMessage
{
    private static readonly string[] Others =
        ["Bcc", "Resent-To", "Resent-Cc", "Resent-Bcc", "Delivered-To", "X-Original-To", "Envelope-To"];

    public static IncomingMessage Read(string text, Instant received)
    {
        var (head, body) = text.IndexOf("\n\n", StringComparison.Ordinal) is >= 0 and var blank ? (text[..blank], text[(blank + 2)..]) : (text, "");
        var headers = new MailHeaders([.. head.Replace("\n ", " ", StringComparison.Ordinal).Split('\n').Where(l => l.Contains(':', StringComparison.Ordinal)).Select(Field)]);
        return new IncomingMessage
        {
            Received = received,
            Headers = headers,
            MessageId = headers.First("Message-ID")?.Trim('<', '>'),
            References = [.. (headers.First("References") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(r => r.Trim('<', '>'))],
            ReversePath = Path(headers.First("Return-Path")),
            FromFields = headers.All("From").Count(),
            From = Addresses(headers, "From"),
            Sender = Addresses(headers, "Sender") is [var sender, ..] ? sender : null,
            To = Addresses(headers, "To"),
            Cc = Addresses(headers, "Cc"),
            OtherRecipients = [.. Others.SelectMany(name => Addresses(headers, name))],
            Subject = headers.First("Subject") ?? "",
            Text = body,
            Parts = [Part(headers.First("Content-Type") ?? "text/plain")],
        };
    }

    private static HeaderField Field(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        return new HeaderField(line[..colon], line[(colon + 1)..].Trim());
    }

    private static ReversePath Path(string? value) => value switch
    {
        null => ReversePath.Absent,
        "<>" => ReversePath.Null,
        _ => EmailAddress.TryParse(value.Trim('<', '>')) is { } address ? new(ReversePathState.Address, address) : new(ReversePathState.Unreadable),
    };

    private static IReadOnlyList<EmailAddress> Addresses(MailHeaders headers, string name) =>
        [.. headers.All(name).SelectMany(v => v.Split(',')).Select(Address).OfType<EmailAddress>()];

    private static EmailAddress? Address(string text)
    {
        var open = text.IndexOf('<', StringComparison.Ordinal);
        return open < 0
            ? EmailAddress.TryParse(text)
            : EmailAddress.TryParse(text[(open + 1)..].TrimEnd().TrimEnd('>')) is { } address ? address with { DisplayName = text[..open].Trim() } : null;
    }

    private static MessagePart Part(string contentType)
    {
        var pieces = contentType.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var parameters = pieces.Skip(1).Select(p => p.Split('=', 2)).ToDictionary(p => p[0].ToLowerInvariant(), p => p[^1].Trim('"'));
        return new MessagePart(pieces[0].ToLowerInvariant(), 0, parameters);
    }
}
