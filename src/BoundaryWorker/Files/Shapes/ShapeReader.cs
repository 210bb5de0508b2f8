using System.Globalization;
using BoundaryWorker.Files.Reading;

namespace BoundaryWorker.Files.Shapes;

/// <summary>Applies a shape to the nodes of a file and tells everything that does not fit: unknown, missing, doubled, null, of the wrong type, or unreadable.</summary>
/// <param name="findings">Where to tell it.</param>
/// <param name="names">How keys are compared: exactly in YAML, without regard to letter case in .NET settings.</param>
/// <param name="broken">Top-level keys that are known to be unreadable: not told as missing.</param>
internal sealed class ShapeReader(Findings findings, StringComparer names, IReadOnlySet<string> broken)
{
    private readonly Dictionary<string, FilePlace> _places = [];

    /// <summary>Where every part that was seen stands.</summary>
    public FilePlaces Places => new(_places);

    /// <summary>Reads the whole file.</summary>
    public Bound? Read(Node? root, ObjectOf shape) => Object(root ?? new MapNode(new Mark(1, 1), []), shape, "", new Mark(1, 1));

    private Bound? Value(Node node, Shape shape, string path, string name, Mark anchor)
    {
        _places[path] = new FilePlace(node.At.Line, node.At.Column);
        if (node is ScalarNode { IsNull: true })
        {
            findings.Error(anchor, $"`{name}` has no value", shape is Scalar s ? $"write {s.Kind}, or take the key out" : "fill it in, or take the key out");
            return null;
        }

        return shape switch
        {
            Scalar scalar => One(node, scalar, path, name),
            ListOf list => Many(node, list, path, name, anchor),
            MapOf map => Map(node, map, path, name, anchor),
            _ => Object(node, (ObjectOf)shape, path, anchor, name),
        };
    }

    private Bound? One(Node node, Scalar shape, string path, string name)
    {
        if (node is not ScalarNode scalar)
        {
            var brackets = node is ListNode ? "; a text in [brackets] needs quotes" : "";
            findings.Error(node.At, $"`{name}` must be {shape.Kind}, not {Kind(node)}", $"write one value{brackets}");
            return null;
        }

        var parsed = shape.Parse(scalar);
        if (parsed.Value is null)
        {
            findings.Error(scalar.Place(parsed.Offset), $"`{name}`: {parsed.What}", parsed.Remedy);
            return null;
        }

        return new Bound(path, node.At, parsed.Value, node);
    }

    private Bound? Many(Node node, ListOf shape, string path, string name, Mark anchor)
    {
        if (shape.OrOne && node is ScalarNode)
        {
            return Value(node, shape.Item, path, name, anchor) is { } one ? new Bound(path, node.At, new List<Bound> { one }, node) : null;
        }

        if (node is not ListNode list)
        {
            findings.Error(node.At, $"`{name}` must be a list, not {Kind(node)}", node is ScalarNode s ? $"write [{s.Text}]" : "begin each item with a dash (- )");
            return null;
        }

        if (list.Items.Count < shape.Min)
        {
            findings.Error(list.At, $"`{name}` is empty", "name at least one");
            return null;
        }

        var items = new List<Bound>();
        for (var i = 0; i < list.Items.Count; i++)
        {
            var item = list.Items[i];
            var label = shape.Item is ObjectOf ? $"{name} {(i + 1).ToString(CultureInfo.InvariantCulture)}" : name;
            if (Value(item, shape.Item, $"{path}[{i.ToString(CultureInfo.InvariantCulture)}]", label, item.At) is { } bound)
            {
                items.Add(bound);
            }
        }

        return new Bound(path, node.At, items, node);
    }

    private Bound? Map(Node node, MapOf shape, string path, string name, Mark anchor)
    {
        if (node is not MapNode map)
        {
            findings.Error(node.At, $"`{name}` must be a group of keys, not {Kind(node)}", $"write {{ key: value }}, each key {shape.Key.Kind}");
            return null;
        }

        if (map.Entries.Count < shape.Min)
        {
            findings.Error(anchor, $"`{name}` is empty", $"give at least one, its key {shape.Key.Kind}");
            return null;
        }

        var entries = new Dictionary<string, Bound>(StringComparer.Ordinal);
        foreach (var (key, value) in Distinct(map, StringComparer.OrdinalIgnoreCase))
        {
            var parsed = shape.Key.Parse(key);
            if (parsed.Value is null)
            {
                findings.Error(key.Place(parsed.Offset), $"`{name}`: {parsed.What}", parsed.Remedy);
            }

            if (Value(value, shape.Value, $"{path}.{key.Text}", key.Text, key.At) is { } bound && parsed.Value is not null)
            {
                entries[key.Text] = bound with { At = key.At, Key = parsed.Value };
            }
        }

        return new Bound(path, node.At, entries, node);
    }

    private Bound? Object(Node node, ObjectOf shape, string path, Mark anchor, string? name = null)
    {
        if (node is not MapNode map)
        {
            findings.Error(node.At, $"{(name is null ? "the file" : $"`{name}`")} must be a group of keys, not {Kind(node)}", $"write {string.Join(", ", shape.Keys.Where(k => k.Required).DefaultIfEmpty(shape.Keys[0]).Select(k => k.Name + ": ..."))}");
            return null;
        }

        var values = new Dictionary<string, Bound>(StringComparer.Ordinal);
        var given = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (key, value) in Distinct(map, names))
        {
            if (shape.Keys.FirstOrDefault(k => names.Equals(k.Name, key.Text)) is not { } known)
            {
                findings.Error(key.At, $"`{key.Text}` is not known {(name is null ? "here" : $"in `{name}`")}", Nearest.Remedy(key.Text, [.. shape.Keys.Select(k => k.Name)]));
                continue;
            }

            given.Add(known.Name);
            var inside = path.Length == 0 ? known.Name : $"{path}.{known.Name}";
            if (Value(value, known.Shape, inside, known.Name, key.At) is { } bound)
            {
                values[known.Name] = bound;
            }
        }

        foreach (var missing in shape.Keys.Where(k => k.Required && !given.Contains(k.Name) && !(path.Length == 0 && broken.Contains(k.Name))))
        {
            findings.Error(anchor, $"`{missing.Name}` is missing{(name is null ? "" : $" in `{name}`")}", $"add it: {missing.Doc}");
        }

        return new Bound(path, anchor, values, node);
    }

    private IEnumerable<KeyValuePair<ScalarNode, Node>> Distinct(MapNode map, StringComparer comparer)
    {
        var first = new Dictionary<string, int>(comparer);
        foreach (var entry in map.Entries)
        {
            if (first.TryAdd(entry.Key.Text, entry.Key.At.Line))
            {
                yield return entry;
            }
            else
            {
                var line = first[entry.Key.Text].ToString(CultureInfo.InvariantCulture);
                findings.Error(entry.Key.At, $"`{entry.Key.Text}` is given twice, first on line {line}", "keep one of them");
            }
        }
    }

    private static string Kind(Node node) => node switch
    {
        ListNode => "a list",
        MapNode => "a group of keys",
        _ => "a single value",
    };
}
