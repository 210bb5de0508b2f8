using System.Net;
using System.Text.Json.Nodes;
using BoundaryWorker.Files.Shapes;

namespace BoundaryWorker.Settings;

/// <summary>An address and a port to listen on.</summary>
internal static class ListenShape
{
    /// <summary>Read as <see cref="HealthSettings"/>: <c>off</c> is a value too.</summary>
    public static Scalar Listen { get; } = new(
        "an address and a port such as 127.0.0.1:8025, or off",
        n => Read(n.Text.Trim()) is { } settings
            ? Parsed.Ok(settings)
            : Parsed.Bad($"`{n.Text}` is no address with a port", "write 127.0.0.1:8025 for this machine alone, or off"),
        () => new JsonObject { ["type"] = "string", ["pattern"] = @"^(off|localhost:\d{1,5}|\d{1,3}(\.\d{1,3}){3}:\d{1,5}|\[[0-9A-Fa-f:.]+\]:\d{1,5})$" });

    private static HealthSettings? Read(string text)
    {
        if (text.Equals("off", StringComparison.OrdinalIgnoreCase))
        {
            return new HealthSettings { Listen = null };
        }

        var numbers = text.StartsWith("localhost:", StringComparison.OrdinalIgnoreCase) ? $"{IPAddress.Loopback}{text[9..]}" : text;

        // A number alone would be read as an address without a port.
        return numbers.Contains(':', StringComparison.Ordinal) && IPEndPoint.TryParse(numbers, out var endpoint) && endpoint.Port > 0
            ? new HealthSettings { Listen = endpoint }
            : null;
    }
}
