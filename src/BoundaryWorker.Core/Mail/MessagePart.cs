namespace BoundaryWorker.Core.Mail;

/// <summary>One node of the MIME tree (RFC 2045), described without its content.</summary>
/// <param name="MediaType">Type and subtype in lower case: <c>text/plain</c>.</param>
/// <param name="Depth">0 for the message's own content type, 1 for the parts of a top-level multipart, and so on.</param>
/// <param name="Parameters">Content-Type parameters, names in lower case.</param>
/// <param name="FileName">The decoded file name, or null.</param>
/// <param name="IsAttachment">Whether Content-Disposition says attachment, or a file name makes it one.</param>
public sealed record MessagePart(
    string MediaType,
    int Depth,
    IReadOnlyDictionary<string, string> Parameters,
    string? FileName = null,
    bool IsAttachment = false)
{
    /// <summary>The value of a Content-Type parameter in lower case, or null.</summary>
    public string? Parameter(string name) => Parameters.GetValueOrDefault(name)?.ToLowerInvariant();
}
