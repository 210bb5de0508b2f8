using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace BoundaryWorker.Files.Reading;

/// <summary>
/// The YAML parser, every failure of which has a place. On some broken texts (a bracket that is never closed) the library trips over itself
/// and throws a bare exception; those are the owner's typing errors, not ours.
/// </summary>
internal sealed class PlacedParser(string text) : IParser
{
    private readonly Parser _inner = new(new StringReader(text));
    private Mark _last = new(1, 1);

    public ParsingEvent? Current => _inner.Current;

    /// <exception cref="YamlFault">The text is no YAML.</exception>
    public bool MoveNext()
    {
        try
        {
            var more = _inner.MoveNext();
            _last = _inner.Current is { } e ? new Mark((int)e.End.Line, (int)e.End.Column) : _last;
            return more;
        }
        catch (YamlException e)
        {
            throw SyntaxWords.Fault(e.Message, new Mark((int)e.Start.Line, (int)e.Start.Column), text);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or IndexOutOfRangeException or FormatException)
        {
            throw SyntaxWords.Fault("", _last, text);
        }
    }
}
