namespace BoundaryWorker.Core.Mail;

/// <summary>What a delivery status notification says (RFC 3464), so that the bounce of our own reply is known (replies.md A17).</summary>
/// <param name="OriginalMessageIds">
/// Message-IDs found in the returned original or its header, without angle brackets, and the key of our marker where it is there: hosts rewrite Message-IDs.
/// </param>
/// <param name="Action">The action of the first recipient in lower case (<c>failed</c>, <c>delayed</c>...), empty where unknown.</param>
/// <param name="Status">The enhanced status code of the first recipient (<c>5.1.1</c>), empty where unknown.</param>
public sealed record DeliveryReport(IReadOnlyList<string> OriginalMessageIds, string Action, string Status)
{
    /// <summary>It could not be delivered and never will be: neither a delay nor a full mailbox (RFC 3463: 5.2.2), which may be empty again tomorrow.</summary>
    public bool IsForGood => Action == "failed" && Status.StartsWith("5.", StringComparison.Ordinal) && Status != "5.2.2";

    /// <summary>What it says came back for good; empty where it says nothing of the kind.</summary>
    public IReadOnlyList<string> ReturnedForGood => IsForGood ? OriginalMessageIds : [];
}
