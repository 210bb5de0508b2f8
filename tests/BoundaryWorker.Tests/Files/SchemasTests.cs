using System.Text.Json.Nodes;
using BoundaryWorker.Files;
using NJsonSchema;
using YamlDotNet.Serialization;

namespace BoundaryWorker.Tests.Files;

/// <summary>The shipped schemas are those that the readers' tables give, and a schema accepts what its reader accepts.</summary>
public sealed class SchemasTests
{
    private static readonly string Shipped = Path.Combine(FileCase.Root, "deploy", "schemas");

    [Fact]
    public void The_shipped_schemas_are_exactly_those_that_the_tables_give()
    {
        var generated = Schemas.Generate();

        Assert.Equal(generated.Keys.Order(), Directory.GetFiles(Shipped).Select(f => Path.GetFileName(f)).Order());
        foreach (var (name, text) in generated)
        {
            Assert.True(text == File.ReadAllText(Path.Combine(Shipped, name)), $"{name} differs: write it anew with the `schema` command");
        }
    }

    [Theory]
    [InlineData("code", "design-sample")]
    [InlineData("clients", "design-sample")]
    [InlineData("code", "code-hours-past-midnight-legal")]
    [InlineData("code", "code-days-lists")]
    [InlineData("code", "code-durations-legal")]
    [InlineData("code", "code-closed-legal")]
    [InlineData("clients", "clients-none-legal")]
    public async Task What_the_reader_accepts_the_schema_accepts(string file, string name) =>
        Assert.Empty(await ErrorsAsync(file, FileCase.Load(name).Sections[file + ".yaml"]));

    [Theory]
    [InlineData("code", "code-unknown-key")]
    [InlineData("code", "code-missing")]
    [InlineData("code", "code-time-bare-hour")]
    [InlineData("code", "code-days-unknown")]
    [InlineData("code", "code-durations")]
    [InlineData("code", "code-allowance")]
    [InlineData("code", "code-matter-unknown")]
    [InlineData("code", "code-rule-id-unquoted")]
    [InlineData("code", "code-rule-when-vocabulary")]
    [InlineData("clients", "clients-values")]
    [InlineData("clients", "clients-overrides")]
    public async Task What_has_the_wrong_shape_the_schema_refuses_too(string file, string name) =>
        Assert.NotEmpty(await ErrorsAsync(file, FileCase.Load(name).Sections[file + ".yaml"]));

    [Theory]
    [InlineData("en/code.yaml", "code")]
    [InlineData("en/clients.yaml", "clients")]
    [InlineData("pl/code.yaml", "code")]
    [InlineData("pl/clients.yaml", "clients")]
    public async Task The_examples_are_accepted_and_name_their_schema(string path, string file)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(FileCase.Root, "deploy", "examples", path), TestContext.Current.CancellationToken);

        Assert.StartsWith($"# yaml-language-server: $schema=../../schemas/{file}.schema.json\n", text, StringComparison.Ordinal);
        Assert.Empty(await ErrorsAsync(file, text));
    }

    [Fact]
    public void Every_key_is_described_for_the_owner()
    {
        foreach (var (name, text) in Schemas.Generate())
        {
            Assert.All(Properties(JsonNode.Parse(text)!), p => Assert.True(p.Value?["description"] is not null || p.Value?["anyOf"] is not null || name.Length == 0, $"{name}: {p.Key} has no description"));
        }
    }

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Properties(JsonNode node) => node switch
    {
        // Groups whose keys are data (matters) have no words of their own for each.
        JsonObject o => (o["required"] is null && o["description"] is null ? [] : o["properties"]?.AsObject() ?? [])
            .Concat(o.Where(p => p.Value is not null).SelectMany(p => Properties(p.Value!))),
        JsonArray a => a.Where(i => i is not null).SelectMany(i => Properties(i!)),
        _ => [],
    };

    private static async Task<IReadOnlyList<string>> ErrorsAsync(string file, string yaml)
    {
        var schema = await JsonSchema.FromJsonAsync(Schemas.Generate()[file + ".schema.json"], TestContext.Current.CancellationToken);
        var value = new DeserializerBuilder().WithAttemptingUnquotedStringTypeDeserialization().Build().Deserialize<object>(yaml);
        var json = new SerializerBuilder().JsonCompatible().Build().Serialize(value);
        return [.. schema.Validate(json).Select(e => e.ToString())];
    }
}
