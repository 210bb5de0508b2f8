namespace BoundaryWorker.Commands.Explain;

/// <summary>The files that <c>explain</c> is asked about.</summary>
internal static class ExplainedPaths
{
    // Files that begin with a dot, and links that might lead round in a circle, are left out; all others are looked at, and said to be no
    // mail where they are none: an .eml by another name is never passed over in silence.
    private static readonly EnumerationOptions Below = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
        IgnoreInaccessible = true,
    };

    /// <summary>Files as named; of a directory every file below it, in the order of their names.</summary>
    public static IEnumerable<string> Of(IEnumerable<string> paths) => paths.SelectMany(path =>
        Directory.Exists(path) ? Directory.EnumerateFiles(path, "*", Below).Order(StringComparer.Ordinal) : Enumerable.Repeat(path, 1));
}
