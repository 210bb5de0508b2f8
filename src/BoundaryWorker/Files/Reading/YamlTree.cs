using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace BoundaryWorker.Files.Reading;

/// <summary>Text that is no YAML, or YAML that a file of the owner's never needs.</summary>
internal sealed class YamlFault(Mark at, string what, string remedy) : Exception(what)
{
    public Mark At { get; } = at;

    public string Remedy { get; } = remedy;

    /// <summary>It is about the file as a whole: reading it piece by piece would say the same many times over.</summary>
    public bool OfTheWhole { get; init; }

    /// <summary>The name that an alias looked for in vain: in a piece of a file that says little.</summary>
    public string? Alias { get; init; }
}

/// <summary>One YAML document as nodes, with bounds on what a hostile or broken one may cost.</summary>
internal sealed class YamlTree
{
    /// <summary>Nodes, those counted again that an alias repeats: a real Code has some hundreds. Stops "billion laughs".</summary>
    private const int MostNodes = 20_000;

    /// <summary>The Code nests five deep.</summary>
    private const int Deepest = 20;

    private readonly Dictionary<string, (Node Node, int Size)> _anchors = [];
    private readonly PlacedParser _parser;
    private int _nodes;

    private YamlTree(string text) => _parser = new PlacedParser(text);

    /// <summary>The document; null where the file is empty or holds comments only.</summary>
    /// <exception cref="YamlFault">It is no YAML, or goes beyond the bounds.</exception>
    public static Node? Parse(string text)
    {
        try
        {
            return new YamlTree(text).Document();
        }
        catch (YamlException e)
        {
            throw SyntaxWords.Fault(e.Message, At(e.Start), text);
        }
    }

    private Node? Document()
    {
        _parser.Consume<StreamStart>();
        if (_parser.Accept<StreamEnd>(out _))
        {
            return null;
        }

        _parser.Consume<DocumentStart>();
        var root = Next(0);
        _parser.Consume<DocumentEnd>();
        if (_parser.Accept<DocumentStart>(out var second))
        {
            throw new YamlFault(At(second.Start), "a second document begins here", "keep one document in the file: take the line `---` out") { OfTheWhole = true };
        }

        return root is ScalarNode { IsNull: true } ? null : root;
    }

    private Node Next(int depth)
    {
        var before = _nodes;
        if (_parser.Current is null)
        {
            _parser.MoveNext();
        }

        var at = _parser.Current is { } here ? At(here.Start) : new Mark(1, 1);
        Count(1, at);
        if (depth > Deepest)
        {
            throw new YamlFault(at, "this is nested too deeply", "compare with the example under deploy/examples");
        }

        if (_parser.TryConsume<AnchorAlias>(out var alias))
        {
            return Repeat(alias, at);
        }

        // On broken texts the parser may end a group where a value is due.
        if (_parser.Current is not NodeEvent { Anchor: var anchor, Tag: var tag })
        {
            throw new YamlFault(at, "a value is missing here, or something does not belong", "check the indentation of this line and of the one above it");
        }

        if (!tag.IsEmpty && !tag.IsNonSpecific)
        {
            throw new YamlFault(at, $"the tag `{tag.Value}` is not read", "take it out and write the plain value");
        }

        Node node = _parser.TryConsume<Scalar>(out var scalar) ? Text(scalar, at)
            : _parser.TryConsume<SequenceStart>(out _) ? List(at, depth)
            : Map(at, depth);
        if (!anchor.IsEmpty)
        {
            _anchors[anchor.Value] = (node, _nodes - before);
        }

        return node;
    }

    private Node Repeat(AnchorAlias alias, Mark at)
    {
        if (!_anchors.TryGetValue(alias.Value.Value, out var known))
        {
            var name = alias.Value.Value;
            throw new YamlFault(at, $"`*{name}` points to something that is not in the file above it", $"a text that begins with * needs quotes: \"*{name}\"") { Alias = name };
        }

        Count(known.Size, at);
        return known.Node;
    }

    private ListNode List(Mark at, int depth)
    {
        var items = new List<Node>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(Next(depth + 1));
        }

        return new ListNode(at, items);
    }

    private MapNode Map(Mark at, int depth)
    {
        _parser.Consume<MappingStart>();
        var entries = new List<KeyValuePair<ScalarNode, Node>>();
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var key = Next(depth + 1);
            if (key is not ScalarNode name)
            {
                throw new YamlFault(key.At, "a list or a group stands where a key is expected", "write `key: value`; a text with brackets needs quotes");
            }

            entries.Add(new(name, Next(depth + 1)));
        }

        return new MapNode(at, entries);
    }

    private static ScalarNode Text(Scalar scalar, Mark at)
    {
        var quoted = scalar.Style is not ScalarStyle.Plain;
        var oneLine = scalar.Start.Line == scalar.End.Line
            && scalar.End.Column - scalar.Start.Column == scalar.Value.Length + (quoted ? 2 : 0);
        return new ScalarNode(at, scalar.Value, quoted, oneLine ? (quoted ? 1 : 0) : -1);
    }

    private void Count(int more, Mark at)
    {
        _nodes += more;
        if (_nodes > MostNodes)
        {
            throw new YamlFault(at, "the file says too much (repeated parts counted)", "write each part once, without & and *") { OfTheWhole = true };
        }
    }

    private static Mark At(YamlDotNet.Core.Mark mark) => new((int)mark.Line, (int)mark.Column);
}
