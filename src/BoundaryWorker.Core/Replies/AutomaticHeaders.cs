using BoundaryWorker.Core.Mail;

namespace BoundaryWorker.Core.Replies;

/// <summary>The fields by which machines know our mail and leave it unanswered (RFC 3834 5, replies.md C4).</summary>
internal static class AutomaticHeaders
{
    /// <summary>Auto-Submitted, X-Auto-Response-Suppress and the marker.</summary>
    /// <param name="submitted"><c>auto-replied</c> for an answer to somebody, <c>auto-generated</c> for what goes out by itself.</param>
    /// <param name="marker">The marker's fields.</param>
    public static IReadOnlyList<HeaderField> Of(string submitted, MarkerFields marker) =>
    [
        new("Auto-Submitted", submitted),
        new("X-Auto-Response-Suppress", "All"),
        new(Marker.Header, marker.Value),
    ];
}
