namespace BoundaryWorker.Core.Mail;

/// <summary>What of a message may be kept as evidence (promise 10).</summary>
internal static class Evidence
{
    /// <summary>In characters (promise 10).</summary>
    public const int MaxLength = 40;

    /// <summary>The text on one line, cut to <see cref="MaxLength"/>; never in the middle of a surrogate pair.</summary>
    public static string Of(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= MaxLength)
        {
            return line;
        }

        var length = MaxLength - 1;
        return (char.IsHighSurrogate(line[length - 1]) ? line[..(length - 1)] : line[..length]) + "…";
    }

    /// <summary><c>Name: value</c>.</summary>
    public static string Of(string header, string value) => Of($"{header}: {value}");
}
