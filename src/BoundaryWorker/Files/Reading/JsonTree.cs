using System.Text;
using System.Text.Json;

namespace BoundaryWorker.Files.Reading;

/// <summary>A JSON settings file as nodes with places; comments and trailing commas are allowed, as .NET allows them there.</summary>
internal static class JsonTree
{
    private static readonly JsonReaderOptions Options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = 32 };

    /// <summary>The root, or null after an error was reported.</summary>
    public static Node? Parse(string text, Findings findings)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var reader = new Utf8JsonReader(bytes, Options);
        try
        {
            reader.Read();
            var root = Next(ref reader, bytes);
            reader.Read();
            return root;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair as an escape is JSON, and no text.
            findings.Error(At(bytes, (int)reader.TokenStartIndex), "a \\u escape here is no character", "write the character itself");
            return null;
        }
        catch (JsonException e)
        {
            var at = new Mark((int)(e.LineNumber ?? 0) + 1, (int)(e.BytePositionInLine ?? 0) + 1);
            findings.Error(at, "this is not readable as JSON", "check the commas, quotes and brackets of this line and of the one above it");
            return null;
        }
    }

    private static Node Next(ref Utf8JsonReader reader, byte[] bytes)
    {
        var at = At(bytes, (int)reader.TokenStartIndex);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var entries = new List<KeyValuePair<ScalarNode, Node>>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    var key = new ScalarNode(At(bytes, (int)reader.TokenStartIndex), reader.GetString()!, true, 1);
                    reader.Read();
                    entries.Add(new(key, Next(ref reader, bytes)));
                }

                return new MapNode(at, entries);
            case JsonTokenType.StartArray:
                var items = new List<Node>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    items.Add(Next(ref reader, bytes));
                }

                return new ListNode(at, items);
            case JsonTokenType.String:
                return new ScalarNode(at, reader.GetString()!, true, reader.ValueIsEscaped ? -1 : 1);
            default:
                return new ScalarNode(at, Encoding.UTF8.GetString(reader.ValueSpan), false);
        }
    }

    private static Mark At(byte[] bytes, int index)
    {
        var before = bytes.AsSpan(0, index);
        var line = before.Count((byte)'\n') + 1;
        var column = Encoding.UTF8.GetCharCount(before[(before.LastIndexOf((byte)'\n') + 1)..]) + 1;
        return new Mark(line, column);
    }
}
