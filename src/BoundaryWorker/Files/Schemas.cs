using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using BoundaryWorker.Files.Shapes;
using BoundaryWorker.Settings;

namespace BoundaryWorker.Files;

/// <summary>
/// The JSON Schemas that let an editor complete and check the three files. Written from the same tables as the readers read by; draft-07,
/// which is what the YAML plug-ins of editors know best. What no schema can say (overlaps, unknown channels) <c>check</c> says.
/// </summary>
public static class Schemas
{
    // Relaxed: the descriptions are read by people, and + and quotes as \u codes are not.
    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>File name to text, as shipped in <c>deploy/schemas</c>.</summary>
    public static IReadOnlyDictionary<string, string> Generate() => new Dictionary<string, string>
    {
        ["code.schema.json"] = Text(Of(CodeShape.Root), "code.yaml"),
        ["clients.schema.json"] = Text(Of(ClientsShape.Root), "clients.yaml"),
        ["appsettings.schema.json"] = Text(Settings(), "appsettings.json"),
    };

    private static JsonObject Settings() => new()
    {
        ["description"] = "Settings of the worker. Other sections (Serilog, Logging) may stand beside it.",
        ["type"] = "object",
        ["properties"] = new JsonObject { ["Boundary"] = Of(SettingsShape.Root) },
        ["required"] = new JsonArray("Boundary"),
    };

    private static string Text(JsonObject schema, string title)
    {
        var whole = new JsonObject { ["$schema"] = "http://json-schema.org/draft-07/schema#", ["title"] = title };
        foreach (var (key, value) in schema.ToList())
        {
            schema.Remove(key);
            whole[key] = value;
        }

        return whole.ToJsonString(Written) + "\n";
    }

    private static JsonObject Of(Shape shape) => shape switch
    {
        Scalar scalar => scalar.Schema(),
        ListOf { OrOne: true } list => new JsonObject { ["anyOf"] = new JsonArray(Of(list.Item), List(list)) },
        ListOf list => List(list),
        MapOf map => Map(map),
        _ => Object((ObjectOf)shape),
    };

    private static JsonObject List(ListOf list)
    {
        var schema = new JsonObject { ["type"] = "array", ["items"] = Of(list.Item) };
        if (list.Min > 0)
        {
            schema["minItems"] = list.Min;
        }

        return schema;
    }

    private static JsonObject Map(MapOf map)
    {
        var schema = new JsonObject { ["type"] = "object", ["additionalProperties"] = false };
        var key = map.Key.Schema();
        if (key["enum"] is JsonArray words)
        {
            schema["properties"] = new JsonObject(words.Select(w => KeyValuePair.Create(w!.GetValue<string>(), (JsonNode?)Of(map.Value))));
        }
        else
        {
            schema["patternProperties"] = new JsonObject { [key["pattern"]!.GetValue<string>()] = Of(map.Value) };
        }

        if (map.Min > 0)
        {
            schema["minProperties"] = map.Min;
        }

        return schema;
    }

    private static JsonObject Object(ObjectOf shape)
    {
        var properties = new JsonObject();
        foreach (var key in shape.Keys)
        {
            var schema = Of(key.Shape);
            schema["description"] = key.Doc;
            properties[key.Name] = schema;
        }

        var required = shape.Keys.Where(k => k.Required).Select(k => (JsonNode?)JsonValue.Create(k.Name)).ToArray();
        var whole = new JsonObject { ["description"] = shape.What, ["type"] = "object", ["properties"] = properties, ["additionalProperties"] = false };
        if (required.Length > 0)
        {
            whole["required"] = new JsonArray(required);
        }

        return whole;
    }
}
