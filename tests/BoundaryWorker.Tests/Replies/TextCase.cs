namespace BoundaryWorker.Tests.Replies;

/// <summary>
/// A golden case of a text: <c>key: value</c> lines, then <c>---</c>, then the whole mail as expected. No-break spaces are written ␣, so that they are
/// seen. With BOUNDARYWORKER_WRITE_CASES=1 the expected part is written anew, and the test fails all the same: what was written has to be read by
/// somebody. In CI that variable fails the run before anything is written.
/// </summary>
public sealed class TextCase
{
    private readonly string _path;
    private readonly Dictionary<string, string> _values;
    private readonly string[] _head;
    private readonly string _expected;

    private TextCase(string path)
    {
        _path = path;
        var all = File.ReadAllText(path);
        var cut = all.IndexOf("\n---\n", StringComparison.Ordinal);
        _head = (cut < 0 ? all : all[..cut]).TrimEnd('\n').Split('\n');
        _expected = cut < 0 ? "" : all[(cut + 5)..];
        _values = _head.Where(l => !l.StartsWith('#') && !l.StartsWith("- ", StringComparison.Ordinal) && l.Contains(':')).Select(l => l.Split(':', 2, StringSplitOptions.TrimEntries)).ToDictionary(l => l[0], l => l[1]);
        Items = [.. _head.Where(l => l.StartsWith("- ", StringComparison.Ordinal)).Select(l => l[2..])];
    }

    /// <summary>Lines that begin with "- ".</summary>
    public IReadOnlyList<string> Items { get; }

    /// <summary>The value of a key, or null.</summary>
    public string? this[string key] => _values.GetValueOrDefault(key);

    /// <summary>The names of all cases of a topic.</summary>
    public static TheoryData<string> All(string topic) => [.. Directory.GetFiles(Folder(topic), "*.case").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    /// <summary>Reads one.</summary>
    public static TextCase Read(string topic, string name) => new(Path.Combine(Folder(topic), name + ".case"));

    /// <summary>Compares the whole text.</summary>
    public void Expect(string actual)
    {
        var visible = actual.Replace('\u00a0', '␣').ReplaceLineEndings("\n");
        if (Environment.GetEnvironmentVariable("BOUNDARYWORKER_WRITE_CASES") is not null)
        {
            Assert.True(Environment.GetEnvironmentVariable("CI") is null, "Cases are not written in CI.");
            File.WriteAllText(_path, string.Join('\n', _head) + "\n---\n" + visible);
            Assert.Fail($"{_path} was written. Read it, then run the test without BOUNDARYWORKER_WRITE_CASES.");
        }

        Assert.Equal(_expected, visible);
    }

    private static string Folder(string topic)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "BoundaryWorker.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside the clone.");
        }

        return Path.Combine(folder.FullName, "tests", "cases", topic);
    }
}
