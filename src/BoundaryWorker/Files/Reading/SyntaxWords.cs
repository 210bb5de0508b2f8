using YamlDotNet.Core;

namespace BoundaryWorker.Files.Reading;

/// <summary>What the parser says, in words for somebody who is no programmer.</summary>
internal static class SyntaxWords
{
    private static readonly (string Heard, string What, string Remedy)[] Known =
    [
        ("Mapping values are not allowed", "a second `: ` stands where one value is expected", "put the text in quotes, or check the indentation"),
        ("found unexpected end of stream", "a quotation mark is opened and never closed", "close it with the same mark"),
        ("found unexpected document indicator", "a quotation mark is opened and never closed", "close it with the same mark"),
        ("expected ',' or ']'", "a list is opened with [ and never closed, or a comma is missing", "write [a, b]; a text with brackets needs quotes"),
        ("expected ',' or '}'", "a group is opened with { and never closed, or a comma is missing", "write { a: 1, b: 2 }"),
        ("expected alphabetic or numeric character", "a text begins with * or &", "put it in quotes: \"*@studio.example\""),
        ("cannot start any token", "a text begins with a sign that YAML keeps for itself", "put the text in quotes"),
        ("escape", "a backslash in double quotes begins an escape that does not exist", "use single quotes, or write \\\\ for one backslash"),
        ("block sequence entries", "a list item (-) is not allowed at this place", "put it on its own line, two blanks further in than its key"),
        ("could not find expected ':'", "a key without a colon", "write `key: value`"),
        ("expected key", "the indentation is not that of the lines around it", "give all keys of one group the same number of blanks"),
        ("expected '-' indicator", "the indentation is not that of the list around it", "give all items (-) of one list the same number of blanks"),
        ("expected <document start>", "this does not belong to what stands above it", "check the indentation, and that every line is `key: value`"),
    ];

    private static readonly (string Heard, string What, string Remedy) Otherwise =
        ("", "this is not readable as YAML", "check the indentation, the quotes and the brackets of this line and of the one above it");

    /// <summary>The fault for a parser's exception.</summary>
    public static YamlFault Fault(YamlException e, string text)
    {
        var at = new Mark((int)e.Start.Line, (int)e.Start.Column);
        var (_, what, remedy) = Known.Append(Otherwise).First(k => e.Message.Contains(k.Heard, StringComparison.OrdinalIgnoreCase));
        return new YamlFault(AtLeastInside(at, text), what, remedy);
    }

    // The end of the file is named for what was never closed: an empty last line would tell her nothing.
    private static Mark AtLeastInside(Mark at, string text)
    {
        var lines = text.Split('\n');
        var line = Math.Min(at.Line, lines.Length);
        if (line == at.Line && lines[line - 1].Trim().Length > 0)
        {
            return at;
        }

        while (line > 1 && lines[line - 1].Trim().Length == 0)
        {
            line--;
        }

        return new Mark(line, lines[line - 1].TrimEnd().Length + 1);
    }
}
