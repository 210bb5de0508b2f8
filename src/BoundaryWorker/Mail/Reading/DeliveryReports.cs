using System.Text.RegularExpressions;
using BoundaryWorker.Core.Mail;
using MimeKit;
using MimeMessagePart = MimeKit.MessagePart;

namespace BoundaryWorker.Mail.Reading;

/// <summary>Delivery status notifications (RFC 3464), and those in plain text that name whom they could not reach (Exim, Gmail).</summary>
internal static partial class DeliveryReports
{
    private const int MaxIds = 10;

    /// <summary>The report, or null where the message is none.</summary>
    public static DeliveryReport? Of(MimeEntity body, MailHeaders headers, string text)
    {
        var status = MimeTree.OwnLeaves(body).OfType<MessageDeliveryStatus>().FirstOrDefault();
        if (status is null && !headers.Has("X-Failed-Recipients"))
        {
            return null;
        }

        var recipient = status?.StatusGroups.Skip(1).FirstOrDefault();
        var plain = EnhancedStatus().Match(text);
        return new DeliveryReport(
            [.. OriginalIds(body).Concat(MessageIdLine().Matches(text).Select(m => m.Groups[1].Value)).Distinct().Take(MaxIds)],
            Word(recipient?["Action"]) ?? (status is null ? "failed" : ""),
            Word(recipient?["Status"]) ?? (status is null && plain.Success ? plain.Groups[1].Value : ""));
    }

    private static IEnumerable<string> OriginalIds(MimeEntity entity) => entity switch
    {
        Multipart multipart => multipart.SelectMany(OriginalIds),
        MimeMessagePart { Message.MessageId: { Length: > 0 } id } => [id],
        _ => [],
    };

    private static string? Word(string? value) =>
        value?.Split([' ', '\t', '('], StringSplitOptions.RemoveEmptyEntries).FirstOrDefault()?.ToLowerInvariant();

    [GeneratedRegex(@"\b([245]\.\d{1,3}\.\d{1,3})\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EnhancedStatus();

    [GeneratedRegex(@"^\s*Message-ID:\s*<([^<>\s]{1,500})>", RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MessageIdLine();
}
