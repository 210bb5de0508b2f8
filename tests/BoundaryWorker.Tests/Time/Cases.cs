namespace BoundaryWorker.Tests.Time;

/// <summary>The golden cases of one topic, <c>tests/cases/TOPIC/*.case</c>.</summary>
internal static class Cases
{
    public static string Folder(string topic)
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at.FullName, "BoundaryWorker.sln")))
        {
            at = at.Parent ?? throw new DirectoryNotFoundException("The tests must run inside the clone: BoundaryWorker.sln is in no folder above them.");
        }

        return Path.Combine(at.FullName, "tests", "cases", topic);
    }

    /// <summary>The names of the files, without ending: one row of test data each.</summary>
    public static TheoryData<string> Names(string topic) =>
        [.. Directory.GetFiles(Folder(topic), "*.case").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    /// <summary>The lines of one file that are neither empty nor comments.</summary>
    public static IReadOnlyList<string> Lines(string topic, string name) =>
        [.. File.ReadAllLines(Path.Combine(Folder(topic), name + ".case")).Where(l => l.Length > 0 && l[0] != '#')];
}
