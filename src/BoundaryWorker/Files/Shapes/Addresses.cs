using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Files.Reading;
using NodaTime;
using NodaTime.TimeZones;

namespace BoundaryWorker.Files.Shapes;

/// <summary>Mail addresses, domains and time zones.</summary>
internal static partial class Addresses
{
    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    /// <summary>A full address, gives an <see cref="EmailAddress"/> with its domain in ASCII.</summary>
    public static Scalar Full { get; } = new(
        "an address such as jane@acme.example",
        n => n.Text.StartsWith("*@", StringComparison.Ordinal)
            ? Parsed.Bad($"`{n.Text}` stands for a whole domain", $"name the domain instead, under domains: {n.Text[2..]}")
            : ParseAddress(n.Text),
        () => new JsonObject { ["type"] = "string", ["pattern"] = @"^[^\s@<>*,;]+@[^\s@<>*,;]+\.[^\s@<>*,;]+$" });

    /// <summary>An address of hers, or <c>*@studio.example</c> for all of a domain that is hers alone.</summary>
    public static Scalar Own { get; } = new(
        "an address such as me@studio.example",
        n => ParseAddress(n.Text),
        () => new JsonObject { ["type"] = "string", ["pattern"] = @"^(\*|[^\s@<>*,;]+)@[^\s@<>*,;]+\.[^\s@<>*,;]+$" });

    /// <summary>A domain in lower case and ASCII; <c>*.acme.example</c> for those below it.</summary>
    public static Scalar Domain { get; } = new(
        "a domain such as acme.example",
        n => ParseDomain(n.Text),
        () => new JsonObject { ["type"] = "string", ["pattern"] = @"^(\*\.)?[^\s@*/]+\.[^\s@*/]+$" });

    /// <summary>A zone of the IANA data, gives a <see cref="DateTimeZone"/>.</summary>
    public static Scalar Zone { get; } = new(
        "a time zone such as Europe/Warsaw",
        n => DateTimeZoneProviders.Tzdb.Ids.Contains(n.Text, StringComparer.Ordinal)
            ? Parsed.Ok(DateTimeZoneProviders.Tzdb[n.Text])
            : Parsed.Bad($"`{n.Text}` is no time zone", ZoneRemedy(n.Text)),
        () => new JsonObject { ["type"] = "string", ["pattern"] = "^[A-Za-z]+([/_+-][A-Za-z0-9_+-]+)*$" });

    private static Parsed ParseAddress(string text)
    {
        var inside = InBrackets().Match(text);
        if (inside.Success)
        {
            return Parsed.Bad($"`{text}` has a name around the address", $"write the address alone: {inside.Groups[1].Value}");
        }

        if (EmailAddress.TryParse(text) is not { } address || (address.Local.Contains('*', StringComparison.Ordinal) && address.Local != "*"))
        {
            return Parsed.Bad($"`{text}` is no mail address", "write it like jane@acme.example");
        }

        return Ascii(address.Domain) is { } domain
            ? Parsed.Ok(address with { Domain = domain })
            : Parsed.Bad($"`{address.Domain}` is no mail domain", "write it like acme.example", text.LastIndexOf('@') + 1);
    }

    private static Parsed ParseDomain(string text)
    {
        var bare = text.Trim().ToLowerInvariant();
        var below = bare.StartsWith("*.", StringComparison.Ordinal);
        if (Ascii(below ? bare[2..] : bare) is { } domain)
        {
            return Parsed.Ok(below ? "*." + domain : domain);
        }

        var meant = bare.Split("//")[^1].Split('/')[0].Split('@')[^1];
        meant = meant.StartsWith("www.", StringComparison.Ordinal) ? meant[4..] : meant;
        return Parsed.Bad($"`{text}` is no mail domain", Ascii(meant) is { } good ? $"write {good}" : "write it like acme.example");
    }

    private static string? Ascii(string domain)
    {
        try
        {
            var ascii = Idn.GetAscii(domain).ToLowerInvariant();
            return DomainPattern().IsMatch(ascii) ? ascii : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static string ZoneRemedy(string text)
    {
        if (TzdbDateTimeZoneSource.Default.WindowsMapping.PrimaryMapping.TryGetValue(text, out var mapped))
        {
            return $"write {mapped}";
        }

        var ids = DateTimeZoneProviders.Tzdb.Ids;
        var place = ids.FirstOrDefault(id => id.Split('/')[^1].Equals(text.Trim().Replace(' ', '_'), StringComparison.OrdinalIgnoreCase));
        return (place ?? Nearest.To(text, ids)) is { } near ? $"did you mean {near}?" : "write continent/city: Europe/Warsaw. An offset such as +01:00 knows no summer time";
    }

    [GeneratedRegex("<([^<>]*)>")]
    private static partial Regex InBrackets();

    [GeneratedRegex(@"^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$")]
    private static partial Regex DomainPattern();
}
