using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Core.Mail;

namespace BoundaryWorker.Store.Rows;

/// <summary>The JSON columns. Enums by name; letters of all languages as they are, since no browser reads this.</summary>
internal static class LedgerJson
{
    private static readonly LedgerJsonContext Plain =
        new(new JsonSerializerOptions(LedgerJsonContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static string Write(Decision decision) => JsonSerializer.Serialize(DecisionJson.Of(decision), Plain.DecisionJson);

    public static string Write(IReadOnlyList<Matter> matters) => JsonSerializer.Serialize(matters, Plain.IReadOnlyListMatter);

    public static string Write(IReadOnlyList<string> list) => JsonSerializer.Serialize(list, Plain.IReadOnlyListString);

    public static Decision ReadDecision(string json) => JsonSerializer.Deserialize(json, Plain.DecisionJson)!.ToDecision();

    public static IReadOnlyList<Matter> ReadMatters(string json) => JsonSerializer.Deserialize(json, Plain.IReadOnlyListMatter)!;

    public static IReadOnlyList<string> ReadList(string json) => JsonSerializer.Deserialize(json, Plain.IReadOnlyListString)!;
}

/// <summary>Made at compile time from the stored shapes.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(DecisionJson))]
[JsonSerializable(typeof(IReadOnlyList<Matter>))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
internal sealed partial class LedgerJsonContext : JsonSerializerContext;
