using System.Text.Encodings.Web;
using System.Text.Json;

namespace BoundaryWorker.Doctor;

/// <summary>Findings for programs (<c>doctor --json</c>): one object a line.</summary>
public static class DoctorJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The lines of a section.</summary>
    public static string Of(Section section) => string.Concat(section.Findings.Select(f =>
        JsonSerializer.Serialize(new Line(section.Title, JsonNamingPolicy.KebabCaseLower.ConvertName(f.Kind.ToString()), f.What, f.Remedy), Options) + "\n"));

    private sealed record Line(string Section, string Kind, string What, string? Remedy);
}
