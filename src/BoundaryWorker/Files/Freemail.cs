namespace BoundaryWorker.Files;

/// <summary>Mail hosts at which anybody can have an address; the data is <c>freemail.txt</c> beside this file.</summary>
public static class Freemail
{
    private static readonly Lazy<HashSet<string>> Hosts = new(Load);

    /// <summary>Whether that domain (lower case, <c>*.</c> allowed before it) is one of them or lies below one.</summary>
    public static bool Contains(string domain)
    {
        var bare = domain.StartsWith("*.", StringComparison.Ordinal) ? domain[2..] : domain;
        var labels = bare.Split('.');
        return Enumerable.Range(0, labels.Length).Any(i => Hosts.Value.Contains(string.Join('.', labels[i..])));
    }

    private static HashSet<string> Load()
    {
        using var stream = typeof(Freemail).Assembly.GetManifestResourceStream("BoundaryWorker.Files.freemail.txt")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(l => l[0] != '#')];
    }
}
