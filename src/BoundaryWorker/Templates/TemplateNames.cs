namespace BoundaryWorker.Templates;

/// <summary>The templates that a language must have; partials are its own affair.</summary>
internal static class TemplateNames
{
    /// <summary>All of them, without ending.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. new[] { "reply-hours", "reply-channel", "reply-urgent-spent", "reply-urgent-words", "reply-invitation" }.SelectMany(k => new[] { $"{k}.first", $"{k}.later" }),
        "digest",
        "digest-subject",
        "notice",
    ];

    /// <summary>The names that a language has, partials and the shared ones too.</summary>
    public static IEnumerable<string> In(TextFiles files, string language) =>
        files.Paths
            .Where(p => p.EndsWith(".liquid", StringComparison.Ordinal) && (p.StartsWith(language + "/", StringComparison.Ordinal) || p.StartsWith(TextFiles.Shared + "/", StringComparison.Ordinal)))
            .Select(p => p[(p.IndexOf('/', StringComparison.Ordinal) + 1)..])
            .Select(f => f.EndsWith(".txt.liquid", StringComparison.Ordinal) ? f[..^".txt.liquid".Length] : f[..^".html.liquid".Length])
            .Distinct();
}
