namespace BoundaryWorker.AdapterTests.EndToEnd;

/// <summary>Where the repository lies, from wherever the tests run.</summary>
internal static class RepositoryRoot
{
    public static string Path { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder) =>
        File.Exists(System.IO.Path.Combine(folder, "BoundaryWorker.sln")) ? folder : Find(System.IO.Path.GetDirectoryName(folder)!);
}
