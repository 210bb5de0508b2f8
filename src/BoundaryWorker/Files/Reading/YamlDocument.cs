using System.Text.RegularExpressions;

namespace BoundaryWorker.Files.Reading;

/// <summary>What could be read of a YAML file.</summary>
/// <param name="Root">The whole, or the parts of it that are readable; null where there is nothing.</param>
/// <param name="Broken">Top-level keys of which at least a part could not be read: what is missing there is not told a second time.</param>
internal sealed partial record YamlDocument(Node? Root, IReadOnlySet<string> Broken)
{
    /// <summary>
    /// Reads the text. Where it is no YAML it is cut at its top-level keys, and a list under such a key at its items, and each piece
    /// is read by itself: so one stray quotation mark does not hide the mistakes of the rest.
    /// </summary>
    public static YamlDocument Read(string text, Findings findings)
    {
        var clean = WithoutTabs(text, findings);
        try
        {
            return new YamlDocument(YamlTree.Parse(clean), new HashSet<string>());
        }
        catch (YamlFault whole)
        {
            var salvage = new Salvage(clean.Split('\n'), findings);
            var root = salvage.Read();
            if (salvage.Broken.Count == 0)
            {
                findings.Error(whole.At, whole.Message, whole.Remedy);
                salvage.Broken.UnionWith(salvage.Keys);
            }

            return new YamlDocument(root, salvage.Broken);
        }
    }

    // A tab in the indentation is the most common way to break a file; the rest is read as if it were two blanks.
    private static string WithoutTabs(string text, Findings findings)
    {
        var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var indent = lines[i].Length - lines[i].TrimStart(' ', '\t').Length;
            var tab = lines[i].IndexOf('\t', StringComparison.Ordinal);
            if (tab >= 0 && tab < indent && lines[i].Trim().Length > 0)
            {
                findings.Error(new Mark(i + 1, tab + 1), "a tab in the indentation", "use blanks (two for each step)");
                lines[i] = lines[i][..indent].Replace("\t", "  ", StringComparison.Ordinal) + lines[i][indent..];
            }
        }

        return string.Join('\n', lines);
    }

    [GeneratedRegex("""^(["']?)(?<key>[\p{L}\d_.-]+)\1\s*:(\s|$)""")]
    private static partial Regex TopLevelKey();

    private sealed class Salvage(string[] lines, Findings findings)
    {
        private readonly List<KeyValuePair<ScalarNode, Node>> _entries = [];

        public HashSet<string> Broken { get; } = [];

        public List<string> Keys { get; } = [];

        public MapNode? Read()
        {
            var starts = Enumerable.Range(0, lines.Length).Where(i => TopLevelKey().IsMatch(lines[i])).ToList();
            for (var b = 0; b < starts.Count; b++)
            {
                var end = b + 1 < starts.Count ? starts[b + 1] : lines.Length;
                var key = TopLevelKey().Match(lines[starts[b]]).Groups["key"].Value;
                Keys.Add(key);
                Block(key, starts[b], end);
            }

            return _entries.Count == 0 ? null : new MapNode(_entries[0].Key.At, _entries);
        }

        private void Block(string key, int start, int end)
        {
            if (Piece(start, start, end) is { } fault && !Items(key, start, end))
            {
                Report(key, fault, start, end);
            }
        }

        // Reads lines[start..end) under the header line, everything else blanked, so that places stay true.
        private YamlFault? Piece(int header, int start, int end)
        {
            var kept = lines.Take(end).Select((line, i) => i == header || i >= start ? line : "");
            try
            {
                if (YamlTree.Parse(string.Join('\n', kept)) is MapNode map)
                {
                    Merge(map);
                }

                return null;
            }
            catch (YamlFault fault)
            {
                return fault;
            }
        }

        private bool Items(string key, int start, int end)
        {
            var first = Enumerable.Range(start + 1, Math.Max(0, end - start - 1)).FirstOrDefault(i => lines[i].TrimStart(' ').StartsWith("- ", StringComparison.Ordinal), -1);
            if (first < 0 || !lines[start].Split('#')[0].TrimEnd().EndsWith(':'))
            {
                return false;
            }

            var dash = lines[first][..lines[first].IndexOf('-', StringComparison.Ordinal)] + "- ";
            var starts = Enumerable.Range(first, end - first).Where(i => lines[i].StartsWith(dash, StringComparison.Ordinal)).ToList();
            for (var i = 0; i < starts.Count; i++)
            {
                var itemEnd = i + 1 < starts.Count ? starts[i + 1] : end;
                if (Piece(start, starts[i], itemEnd) is { } fault)
                {
                    Report(key, fault, starts[i], itemEnd);
                }
            }

            return true;
        }

        private void Merge(MapNode map)
        {
            foreach (var (key, value) in map.Entries)
            {
                var same = _entries.FindIndex(e => e.Key.Text == key.Text && e.Key.At == key.At);
                if (same >= 0 && _entries[same].Value is ListNode before && value is ListNode more)
                {
                    _entries[same] = new(key, before with { Items = [.. before.Items, .. more.Items] });
                }
                else
                {
                    _entries.Add(new(key, value));
                }
            }
        }

        private void Report(string key, YamlFault fault, int start, int end)
        {
            Broken.Add(key);
            var at = fault.At.Line > start && fault.At.Line <= end ? fault.At : new Mark(start + 1, 1);
            findings.Error(at, fault.Message, fault.Remedy);
        }
    }
}
