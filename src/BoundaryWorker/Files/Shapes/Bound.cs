using BoundaryWorker.Files.Reading;

namespace BoundaryWorker.Files.Shapes;

/// <summary>A part of a file after its shape was applied. What could not be read is absent: an error was told for it.</summary>
/// <param name="Path">Its path in the file: <c>rules[2].when.via</c>.</param>
/// <param name="At">Where it stands.</param>
/// <param name="Value">A parsed value, a list of <see cref="Bound"/>, or a dictionary of them by key.</param>
/// <param name="Node">As written.</param>
/// <param name="Key">Where it stands in a group whose keys are data: the parsed key.</param>
internal sealed record Bound(string Path, Mark At, object Value, Node Node, object? Key = null)
{
    /// <summary>What stands under a key, or null.</summary>
    public Bound? this[string key] => (Value as Dictionary<string, Bound>)?.GetValueOrDefault(key);

    /// <summary>The items of a list (one where a single one was given).</summary>
    public IReadOnlyList<Bound> Items => Value as List<Bound> ?? [];

    /// <summary>Keys and values of a group, in the order of the file.</summary>
    public IEnumerable<KeyValuePair<string, Bound>> Entries => Value as Dictionary<string, Bound> ?? [];

    /// <summary>The value under a key, or <paramref name="otherwise"/>.</summary>
    public T Get<T>(string key, T otherwise) => this[key] is { Value: T value } ? value : otherwise;

    /// <summary>The value under a key, or null.</summary>
    public T? Find<T>(string key)
        where T : class => this[key]?.Value as T;

    /// <summary>The values of the list under a key; empty where there is none.</summary>
    public IReadOnlyList<T> All<T>(string key) => [.. (this[key]?.Items ?? []).Select(i => i.Value).OfType<T>()];

    /// <summary>The items under a key.</summary>
    public IReadOnlyList<Bound> List(string key) => this[key]?.Items ?? [];
}
