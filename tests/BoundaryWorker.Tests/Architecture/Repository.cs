namespace BoundaryWorker.Tests.Architecture;

/// <summary>The files of the repository, as they lie on the disk: what is built, or left behind by a run, is none of them.</summary>
internal static class Repository
{
    private static readonly string[] Ignored = ["bin", "obj", "TestResults", "data", ".git", ".vs"];

    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>The names at the top level.</summary>
    public static IReadOnlyList<string> TopLevel { get; } =
        [.. Directory.EnumerateFileSystemEntries(Root).Select(e => Path.GetFileName(e)).Where(n => !Ignored.Contains(n) && !n.EndsWith(".user", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    /// <summary>All files below a folder, relative to the root, with slashes.</summary>
    public static IReadOnlyList<string> Files(string folder = "", string extension = "") =>
        [.. Walk(Path.Combine(Root, folder)).Where(f => f.EndsWith(extension, StringComparison.Ordinal)).Select(f => Path.GetRelativePath(Root, f).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    public static string Text(string file) => File.ReadAllText(Path.Combine(Root, file));

    public static bool Exists(string path) => Path.Exists(Path.Combine(Root, path));

    private static IEnumerable<string> Walk(string folder) =>
        Directory.EnumerateFiles(folder).Concat(Directory.EnumerateDirectories(folder).Where(d => !Ignored.Contains(Path.GetFileName(d))).SelectMany(Walk))
            .Where(f => Path.GetFileName(f) != ".git");

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "BoundaryWorker.sln")) ? folder : Find(Path.GetDirectoryName(folder)!);
}
