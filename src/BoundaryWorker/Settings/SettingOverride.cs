using System.Collections;
using System.Globalization;
using BoundaryWorker.Files.Reading;

namespace BoundaryWorker.Settings;

/// <summary>One value that overrides the settings file, the .NET way: <c>Boundary__Mailboxes__0__Id</c>.</summary>
/// <param name="Name">The variable's or secret's name, with <c>__</c> or <c>:</c> between the keys.</param>
/// <param name="Value">Its value.</param>
/// <param name="Source">How findings name it: <c>environment Boundary__Mode</c>. Never the value: it may be a secret.</param>
public sealed record SettingOverride(string Name, string Value, string Source)
{
    private const string Prefix = "Boundary__";

    /// <summary>Those among the variables of an environment, in order of their names.</summary>
    public static IReadOnlyList<SettingOverride> FromEnvironment(IDictionary environment) =>
    [
        .. environment.Keys.OfType<string>()
            .Where(k => Key(k).StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal)
            .Select(k => new SettingOverride(k, environment[k] as string ?? "", $"environment {k}")),
    ];

    /// <summary>Those among the files of a folder of mounted secrets; the end of the last line is cut. Empty where there is no such folder.</summary>
    public static IReadOnlyList<SettingOverride> FromSecrets(string folder) => !Directory.Exists(folder) ? [] :
    [
        .. Directory.EnumerateFiles(folder)
            .Where(f => Path.GetFileName(f).StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal)
            .Select(f => new SettingOverride(Path.GetFileName(f), File.ReadAllText(f).TrimEnd('\r', '\n'), $"secret {Path.GetFileName(f)}")),
    ];

    /// <summary>The section with every override in its place.</summary>
    internal static Node? Apply(Node? section, IReadOnlyList<SettingOverride> overrides) => section is null ? null : overrides.Aggregate(
        section,
        (node, o) => Put(node, Key(o.Name)[Prefix.Length..].Split("__"), new ScalarNode(new Mark(0, 0, o.Source), o.Value, true, -1)));

    private static string Key(string name) => name.Replace(":", "__", StringComparison.Ordinal);

    private static Node Put(Node? at, ReadOnlySpan<string> path, ScalarNode value)
    {
        if (path.IsEmpty)
        {
            return value;
        }

        // A number means a place in a list, as in .NET configuration.
        var key = path[0];
        if (at is not MapNode && int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var index))
        {
            var items = (at as ListNode)?.Items.ToList() ?? [];
            var inside = Put(index < items.Count ? items[index] : null, path[1..], value);
            if (index < items.Count)
            {
                items[index] = inside;
            }
            else
            {
                items.Add(inside);
            }

            return new ListNode(at?.At ?? value.At, items);
        }

        var entries = (at as MapNode)?.Entries.ToList() ?? [];
        var found = entries.FindIndex(e => e.Key.Text.Equals(key, StringComparison.OrdinalIgnoreCase));
        var next = Put(found >= 0 ? entries[found].Value : null, path[1..], value);
        var name = found >= 0 ? entries[found].Key : new ScalarNode(value.At, key, true);
        if (found >= 0)
        {
            entries[found] = new(name, next);
        }
        else
        {
            entries.Add(new(name, next));
        }

        return new MapNode(at?.At ?? value.At, entries);
    }
}
