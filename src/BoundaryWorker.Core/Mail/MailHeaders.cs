namespace BoundaryWorker.Core.Mail;

/// <summary>One header field, unfolded, its value decoded (RFC 2047) where that was possible.</summary>
/// <param name="Name">The field name as written.</param>
/// <param name="Value">The value without the leading blank and without line ends.</param>
public sealed record HeaderField(string Name, string Value);

/// <summary>The top-level header of a message, in order: the topmost field is the one added last by the nearest host (RFC 5322 3.6).</summary>
public sealed class MailHeaders(IReadOnlyList<HeaderField> fields)
{
    /// <summary>A header without fields.</summary>
    public static MailHeaders Empty { get; } = new([]);

    /// <summary>All fields, topmost first.</summary>
    public IReadOnlyList<HeaderField> Fields { get; } = fields;

    /// <summary>All values of that name, letter case ignored, topmost first.</summary>
    public IEnumerable<string> All(string name) =>
        Fields.Where(f => f.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(f => f.Value);

    /// <summary>The topmost value of that name, or null.</summary>
    public string? First(string name) => All(name).FirstOrDefault();

    /// <summary>Whether a field of that name is present, even an empty one.</summary>
    public bool Has(string name) => All(name).Any();
}
