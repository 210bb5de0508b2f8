namespace BoundaryWorker.Core.Mail;

/// <summary>One Authentication-Results field (RFC 8601 2.2), as far as anybody writes it: comments and quotes understood, what is no result left out.</summary>
/// <param name="AuthservId">Who says it, null where the field names nobody (Exchange Online).</param>
/// <param name="Results">The results in their order.</param>
public sealed record AuthenticationResults(string? AuthservId, IReadOnlyList<AuthenticationResult> Results)
{
    /// <summary>Reads the value of a field; never fails, since a broken one is simply without results.</summary>
    public static AuthenticationResults Parse(string value)
    {
        var statements = StructuredText.Split(StructuredText.WithoutComments(value), c => c == ';').ToList();
        var first = statements.Count == 0 ? "" : StructuredText.Split(statements[0], char.IsWhiteSpace).First();
        var hasId = first.Length > 0 && !first.Contains('=', StringComparison.Ordinal);
        return new AuthenticationResults(
            hasId ? first.Trim('"').ToLowerInvariant() : null,
            [.. statements.Skip(hasId ? 1 : 0).Select(AuthenticationResult.Parse).OfType<AuthenticationResult>()]);
    }
}

/// <summary>One <c>resinfo</c>: <c>dkim=pass header.d=acme.example</c>.</summary>
/// <param name="Method">In lower case, without version.</param>
/// <param name="Result">In lower case.</param>
/// <param name="Properties"><c>ptype.property</c> in lower case and its value, in their order.</param>
public sealed record AuthenticationResult(string Method, string Result, IReadOnlyList<KeyValuePair<string, string>> Properties)
{
    /// <summary>The domain a property names, in lower case: of <c>jane@acme.example</c>, <c>@acme.example</c> and <c>acme.example</c> alike. Null where it is absent.</summary>
    public string? Domain(string property)
    {
        var value = Properties.FirstOrDefault(p => p.Key == property).Value;
        return value is null ? null : value[(value.LastIndexOf('@') + 1)..].Trim('<', '>', '.').ToLowerInvariant();
    }

    internal static AuthenticationResult? Parse(string statement)
    {
        // Blanks are allowed around "=" and "." (RFC 8601 2.2, CFWS).
        var words = StructuredText.Split(Tight(statement), char.IsWhiteSpace).ToList();
        if (words.Count == 0 || Pair(words[0]) is not { } head)
        {
            return null;
        }

        var properties = words.Skip(1).Select(Pair).OfType<KeyValuePair<string, string>>();
        return new AuthenticationResult(head.Key.Split('/')[0], head.Value.ToLowerInvariant(), [.. properties]);
    }

    private static string Tight(string statement)
    {
        var words = StructuredText.Split(statement, c => c == '=');
        return string.Join('=', words);
    }

    private static KeyValuePair<string, string>? Pair(string word)
    {
        var at = word.IndexOf('=', StringComparison.Ordinal);
        return at <= 0 ? null : KeyValuePair.Create(word[..at].ToLowerInvariant(), word[(at + 1)..].Trim('"'));
    }
}
