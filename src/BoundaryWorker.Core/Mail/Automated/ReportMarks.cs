using BoundaryWorker.Core.Code;
using BoundaryWorker.Core.Deciding;

namespace BoundaryWorker.Core.Mail;

/// <summary>replies.md A9: reports by their MIME type (RFC 3462, 3464, 5965, 8098).</summary>
internal static class ReportMarks
{
    private static readonly string[] ReportParts =
    [
        "message/delivery-status", "message/global-delivery-status", "message/disposition-notification",
        "message/global-disposition-notification", "message/feedback-report",
    ];

    // Of any report-type; deeper than the top it may be something a person forwards (B3).
    public static Because? Report(IncomingMessage m, Owner owner) =>
        m.Parts.FirstOrDefault(p => p.Depth == 0 && p.MediaType == "multipart/report") is { } report
            ? new(Reason.Report, Evidence.Of($"multipart/report {report.Parameter("report-type")}"))
            : m.Parts.FirstOrDefault(p => p.Depth <= 1 && ReportParts.Contains(p.MediaType)) is { } part
                ? new(Reason.Report, Evidence.Of(part.MediaType))
                : null;

    /// <summary>A feedback loop's complaint from before RFC 5965 (Hotmail's JMRP): the returned original under a subject of the provider's.</summary>
    public static Because? Complaint(IncomingMessage m, Owner owner) =>
        Folding.Fold(m.Subject).TrimStart().StartsWith("complaint about message from", StringComparison.Ordinal)
        && m.Parts.Any(p => p.Depth <= 1 && p.MediaType == "message/rfc822")
            ? new(Reason.Report, "complaint about message from")
            : null;
}
