using System.Text.RegularExpressions;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Core.Replies;
using MimeKit;
using MimeMessagePart = MimeKit.MessagePart;

namespace BoundaryWorker.Mail.Reading;

/// <summary>Delivery status notifications (RFC 3464), and those in plain text (<see cref="PlainBounce"/>).</summary>
internal static partial class DeliveryReports
{
    private const int MaxIds = 10;

    /// <summary>The report, or null where the message is none.</summary>
    public static DeliveryReport? Of(MimeEntity body, IncomingMessage message)
    {
        var ids = Ids(body, message.Text);
        if (MimeTree.OwnLeaves(body).OfType<MessageDeliveryStatus>().FirstOrDefault() is { } status)
        {
            var recipient = status.StatusGroups.Skip(1).FirstOrDefault();
            return new DeliveryReport(ids, Word(recipient?["Action"]) ?? "", StatusOf(recipient));
        }

        // A multipart/report without its machine-readable part was cut short, or is about something else than a delivery.
        return !body.ContentType.IsMimeType("multipart", "report") && ids.Count > 0 && PlainBounce.Is(message) ? PlainBounce.Judge(message) with { OriginalMessageIds = ids } : null;
    }

    private static IReadOnlyList<string> Ids(MimeEntity body, string text) =>
        [.. Originals(body).Concat(IdLine().Matches(text).Select(m => m.Groups["id"].Value)).Where(id => id.Length > 0).Distinct().Take(MaxIds)];

    // Of the returned message, or its header alone: the id, the one it had before a host gave it another, and our own key, which no host touches.
    private static IEnumerable<string> Originals(MimeEntity entity) => entity switch
    {
        Multipart multipart => multipart.SelectMany(Originals),
        MimeMessagePart { Message: { } original } =>
        [
            original.MessageId ?? "",
            original.Headers["X-Microsoft-Original-Message-ID"]?.Trim().Trim('<', '>') ?? "",
            MarkerFields.TryParse(original.Headers[Marker.Header])?.Key ?? "",
        ],
        _ => [],
    };

    // Some hosts say 5.0.0 for everything and what it was in the answer that they quote.
    private static string StatusOf(HeaderList? recipient)
    {
        var status = Word(recipient?["Status"]) ?? "";
        var diagnostic = recipient?["Diagnostic-Code"] ?? "";
        return status.StartsWith("4.", StringComparison.Ordinal) ? status
            : PlainBounce.SaysFull(diagnostic) ? PlainBounce.Full
            : status.Length > 0 ? status
            : PlainBounce.StatusIn(diagnostic) ?? "";
    }

    private static string? Word(string? value) =>
        value?.Split([' ', '\t', '('], StringSplitOptions.RemoveEmptyEntries).FirstOrDefault()?.ToLowerInvariant();

    [GeneratedRegex(
        @"^[>| \t]*(?:(?:Message-ID|X-Microsoft-Original-Message-ID):\s{0,200}[>| \t]*<(?<id>[^<>\s]{1,500})>|X-BoundaryWorker:[^\n]{0,200}\bkey=(?<id>[0-9a-f]{32})\b)",
        RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex IdLine();
}
