namespace BoundaryWorker.Core.Mail;

/// <summary>What a delivery status notification says (RFC 3464), so that the bounce of our own reply is known (replies.md A17).</summary>
/// <param name="OriginalMessageIds">Message-IDs found in the returned original or its header, without angle brackets.</param>
/// <param name="Action">The action of the first recipient in lower case (<c>failed</c>, <c>delayed</c>...), empty where unknown.</param>
/// <param name="Status">The enhanced status code of the first recipient (<c>5.1.1</c>), empty where unknown.</param>
public sealed record DeliveryReport(IReadOnlyList<string> OriginalMessageIds, string Action, string Status);
