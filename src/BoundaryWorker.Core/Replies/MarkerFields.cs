namespace BoundaryWorker.Core.Replies;

/// <summary>What our marker header says (replies.md C4, E4): <c>kind=reply; key=...; rules=1.1,2.1; installation=...</c>.</summary>
/// <param name="Kind"><c>reply</c>, <c>digest</c>, <c>notice</c> or <c>test</c>.</param>
/// <param name="Key">Opaque: see <see cref="OutgoingIds"/>.</param>
/// <param name="Rules">The ids of the rules quoted.</param>
/// <param name="Installation">Who wrote it.</param>
public sealed record MarkerFields(string Kind, string Key, IReadOnlyList<string> Rules, string Installation)
{
    /// <summary>The value of the field.</summary>
    public string Value => string.Join("; ", Parts());

    /// <summary>Reads a value; null where it is none of ours. Parts that are not known are passed over.</summary>
    public static MarkerFields? TryParse(string? value)
    {
        var parts = (value ?? "").Split(';', StringSplitOptions.TrimEntries)
            .Select(p => p.Split('=', 2, StringSplitOptions.TrimEntries))
            .Where(p => p.Length == 2)
            .DistinctBy(p => p[0])
            .ToDictionary(p => p[0], p => p[1]);
        return parts.TryGetValue("kind", out var kind) && parts.TryGetValue("key", out var key)
            ? new MarkerFields(
                kind,
                key,
                parts.GetValueOrDefault("rules", "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
                parts.GetValueOrDefault("installation", ""))
            : null;
    }

    private IEnumerable<string> Parts()
    {
        yield return $"kind={Token(Kind)}";
        yield return $"key={Token(Key)}";
        if (Rules.Count > 0)
        {
            yield return $"rules={string.Join(',', Rules.Select(Token))}";
        }

        yield return $"installation={Token(Installation)}";
    }

    private static string Token(string text) => string.Concat(text.Where(c => c is > ' ' and < '\u007f' and not (';' or ',' or '=')));
}
