namespace BoundaryWorker.Core.Matters.History;

/// <summary>Where older mail begins without quote marks: separators, and the header blocks that Outlook and others put above it.</summary>
internal static class HistoryMarks
{
    private const int BlockLines = 8;

    private static readonly string[] Separators =
    [
        "original message", "wiadomosc oryginalna", "oryginalna wiadomosc", "forwarded message", "wiadomosc przekazana dalej", "przekazana wiadomosc",
        "wiadomosc przekazana", "tresc przekazanej wiadomosci", "przeslana wiadomosc", "ursprungliche nachricht", "weitergeleitete nachricht", "message d'origine", "message original",
        "message transfere", "mensaje original", "mensaje reenviado", "forwarded by", "forwarded mail", "messaggio originale", "messaggio inoltrato",
        "originalnachricht", "reply message", "pierwotna wiadomosc",
    ];

    private static readonly string[] Openings =
    [
        "begin forwarded message:", "poczatek przekazywanej wiadomosci:", "poczatek przekazanej wiadomosci:", "wiadomosc napisana przez ", "anfang der weitergeleiteten nachricht:",
        "debut du message reexpedie", "debut du message transfere", "inicio del mensaje reenviado:", "inizio messaggio inoltrato:",
    ];

    /// <summary>From, date, recipient and subject in the languages whose Outlook is met most; one kind a row.</summary>
    private static readonly string[][] HeaderNames =
    [
        ["from", "od", "von", "de", "da", "nadawca"],
        ["sent", "date", "wyslano", "data", "gesendet", "datum", "envoye", "enviado", "fecha", "enviado el", "inviato"],
        ["to", "do", "an", "a", "para", "adresat", "cc", "dw", "kopia", "reply-to"],
        ["subject", "temat", "betreff", "objet", "asunto", "oggetto"],
    ];

    /// <summary>Whether everything from line <paramref name="i"/> on is older mail.</summary>
    public static bool BeginAt(Line[] lines, int i) =>
        IsSeparator(lines[i].Folded) || IsRule(lines[i].Folded) || IsHeaderBlock(lines, i);

    private static bool IsSeparator(string line) =>
        (line.Length < 120 && line.StartsWith("--", StringComparison.Ordinal) && Separators.Any(s => line.Contains(s, StringComparison.Ordinal)))
        || Openings.Any(o => line.StartsWith(o, StringComparison.Ordinal) && (o[^1] != ' ' || line.EndsWith(':')));

    /// <summary>Outlook's line of underscores; a shorter one may be anybody's.</summary>
    private static bool IsRule(string line) => line.Length >= 20 && line.AsSpan().IndexOfAnyExcept('_') < 0;

    /// <summary>Three kinds of header within eight lines, beginning with the sender (or the subject, as Apple's do).</summary>
    private static bool IsHeaderBlock(Line[] lines, int i)
    {
        if (Kind(lines[i].Folded) is not (0 or 1 or 3))
        {
            return false;
        }

        var kinds = 0;
        for (var j = i; j < lines.Length && j < i + BlockLines; j++)
        {
            if (Kind(lines[j].Folded) is var kind and >= 0)
            {
                kinds |= 1 << kind;
            }
        }

        return (kinds & 1) == 1 && System.Numerics.BitOperations.PopCount((uint)kinds) >= 3;
    }

    private static int Kind(string line)
    {
        var text = line.AsSpan().TrimStart("*_ ");
        var colon = text[..Math.Min(text.Length, 20)].IndexOf(':');
        if (colon <= 0)
        {
            return -1;
        }

        var name = text[..colon].TrimEnd("*_ ").ToString();
        return Array.FindIndex(HeaderNames, names => names.Contains(name));
    }
}
