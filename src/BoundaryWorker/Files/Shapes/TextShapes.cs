using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BoundaryWorker.Files.Reading;

namespace BoundaryWorker.Files.Shapes;

/// <summary>Texts, names, numbers, switches and choices.</summary>
internal static partial class TextShapes
{
    /// <summary>Her own words, in one line or several.</summary>
    public static Scalar Text { get; } = Words("a text", text => text.Trim(), severalLines: true);

    /// <summary>Words that stand in one line of a header, or a path.</summary>
    public static Scalar Line { get; } = Words("a text", text => text.Trim(), severalLines: false);

    /// <summary>Words before others: the blank at their end is meant.</summary>
    public static Scalar Prefix { get; } = Words("a text", text => text, severalLines: false);

    /// <summary>The id of a channel or a client.</summary>
    public static Scalar Id { get; } = Pattern("an id of small letters, digits and - . _", IdPattern(), "write it like acme or board-2");

    /// <summary>The number of a rule. Only in quotes: 1.10 without them is the number 1.1 to most programs that read YAML.</summary>
    public static Scalar RuleId { get; } = new(
        "a number in quotes such as \"1.1\"",
        n => !n.Quoted && double.TryParse(n.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
            ? Parsed.Bad($"{n.Text} without quotes is a number, and 1.10 would be the same as 1.1", $"put it in quotes: \"{n.Text}\"")
            : RuleIdPattern().IsMatch(n.Text) ? Parsed.Ok(n.Text) : Parsed.Bad($"`{n.Text}` is no rule number", "write digits or letters with dots, in quotes: \"1.1\""),
        () => new JsonObject { ["type"] = "string", ["pattern"] = RuleIdPattern().ToString() });

    /// <summary>A language tag, given back in lower case.</summary>
    public static Scalar Language { get; } = new(
        "a language such as pl or en",
        n => LanguagePattern().IsMatch(n.Text) ? Parsed.Ok(n.Text.ToLowerInvariant()) : Parsed.Bad($"`{n.Text}` is no language", "write its two letters: pl, en, de"),
        () => new JsonObject { ["type"] = "string", ["pattern"] = LanguagePattern().ToString() });

    /// <summary>A text in each of her languages.</summary>
    public static MapOf Localized { get; } = new(Language, Text, 1);

    /// <summary>A prefix in each of her languages.</summary>
    public static MapOf LocalizedPrefix { get; } = new(Language, Prefix, 1);

    /// <summary>A page that a client can open.</summary>
    public static Scalar Url { get; } = new(
        "a link that begins with https://",
        n => Uri.TryCreate(n.Text, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" && uri.Host.Length > 0 && !n.Text.Any(char.IsWhiteSpace)
            ? Parsed.Ok(n.Text)
            : Parsed.Bad($"`{n.Text}` is no link", $"write it whole: https://{n.Text.Replace(" ", "", StringComparison.Ordinal).Split("//")[^1]}"),
        () => new JsonObject { ["type"] = "string", ["pattern"] = "^https?://[^\\s/]+" });

    /// <summary>A telephone number.</summary>
    public static Scalar Telephone { get; } = new(
        "a telephone number such as +48 600 000 000",
        n => TelephonePattern().IsMatch(n.Text) ? Parsed.Ok(n.Text) : Parsed.Bad($"`{n.Text}` is no telephone number", "write it in quotes: \"+48 600 000 000\""),
        () => new JsonObject { ["type"] = new JsonArray("string", "integer"), ["pattern"] = TelephonePattern().ToString() });

    /// <summary>A tag in the subject. The brackets make YAML read a list: the reader says so.</summary>
    public static Scalar Tag { get; } = new(
        "a text in quotes such as \"[URGENT]\"",
        n => n.Text.Trim().Length is >= 3 and <= 40 ? Parsed.Ok(n.Text.Trim()) : Parsed.Bad("a tag has 3 to 40 characters, or it is met by accident", "write it like \"[URGENT]\""),
        () => new JsonObject { ["type"] = "string", ["minLength"] = 3, ["maxLength"] = 40 });

    /// <summary>On or off.</summary>
    public static Scalar Flag { get; } = new(
        "true or false",
        n => bool.TryParse(n.Text, out var on) ? Parsed.Ok(on) : Parsed.Bad($"`{n.Text}` is neither true nor false", "write true or false"),
        () => new JsonObject { ["type"] = "boolean" });

    /// <summary>A whole number within bounds, both included.</summary>
    public static Scalar Whole(int min, int max) => new(
        $"a whole number from {min.ToString(CultureInfo.InvariantCulture)} to {max.ToString(CultureInfo.InvariantCulture)}",
        n => int.TryParse(n.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= min && value <= max
            ? Parsed.Ok(value)
            : Parsed.Bad(
                int.TryParse(n.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) ? $"{n.Text} is out of bounds" : $"`{n.Text}` is no whole number",
                $"write a whole number from {min.ToString(CultureInfo.InvariantCulture)} to {max.ToString(CultureInfo.InvariantCulture)}"),
        () => new JsonObject { ["type"] = "integer", ["minimum"] = min, ["maximum"] = max });

    /// <summary>One of a few words.</summary>
    public static Scalar Choice<T>(params IReadOnlyList<(string Word, T Value)> words)
        where T : notnull => new(
            $"one of {string.Join(", ", words.Select(w => w.Word))}",
            n =>
            {
                var found = words.Where(w => w.Word.Equals(n.Text, StringComparison.OrdinalIgnoreCase)).ToList();
                return found.Count > 0
                    ? Parsed.Ok(found[0].Value)
                    : Parsed.Bad($"`{n.Text}` is not known here", Nearest.Remedy(n.Text, [.. words.Select(w => w.Word)]));
            },
            () => new JsonObject { ["enum"] = new JsonArray([.. words.Select(w => JsonValue.Create(w.Word))]) });

    private static Scalar Words(string kind, Func<string, string> kept, bool severalLines) => new(
        kind,
        n => n.Text.Trim().Length == 0 ? Parsed.Bad("the text is empty", "write it, or take the key out")
            : n.Text.Length > 4000 ? Parsed.Bad("the text is longer than 4000 characters", "shorten it")
            : kept(n.Text).Any(c => char.IsControl(c) && !(severalLines && (c is '\n' or '\t'))) ? Parsed.Bad("there is a line end or another sign in it that is no text", "write it in one line")
            : Parsed.Ok(kept(n.Text)),
        () => new JsonObject { ["type"] = new JsonArray("string", "number", "boolean"), ["minLength"] = 1, ["maxLength"] = 4000 });

    private static Scalar Pattern(string kind, Regex pattern, string remedy) => new(
        kind,
        n => pattern.IsMatch(n.Text) ? Parsed.Ok(n.Text) : Parsed.Bad($"`{n.Text}` must be {kind}", remedy),
        () => new JsonObject { ["type"] = new JsonArray("string", "number"), ["pattern"] = pattern.ToString() });

    [GeneratedRegex("^[a-z0-9][a-z0-9._-]{0,39}$")]
    private static partial Regex IdPattern();

    [GeneratedRegex("^[0-9A-Za-z]{1,8}([.-][0-9A-Za-z]{1,8}){0,5}$")]
    private static partial Regex RuleIdPattern();

    [GeneratedRegex("^[A-Za-z]{2}(-[A-Za-z0-9]{2,8})?$")]
    private static partial Regex LanguagePattern();

    [GeneratedRegex("^[+]?[0-9][0-9 ()/.-]{4,30}$")]
    private static partial Regex TelephonePattern();
}
