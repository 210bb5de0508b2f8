namespace BoundaryWorker.Core.Matters.History;

/// <summary>The end of what a person wrote: the signature mark, a complimentary close, the line a telephone adds.</summary>
internal static class Signatures
{
    private const int MostWordsInClose = 6;

    private static readonly string[] Closes =
    [
        "pozdrawiam", "pozdrawiamy", "pozdrowienia", "serdecznie pozdrawiam", "serdeczne pozdrowienia", "serdecznosci", "z pozdrowieniami", "z powazaniem", "z wyrazami szacunku", "z szacunkiem",
        "lacze pozdrowienia", "sciskam", "sciskam serdecznie", "buziaki", "z gory dziekuje i pozdrawiam", "lacze wyrazy szacunku", "usciski", "pzdr", "pozdr", "pozdrawiam serdecznie", "milego dnia", "milego wieczoru",
        "regards", "kind regards", "best regards", "warm regards", "warmest regards", "kindest regards", "with kind regards", "with best regards", "best wishes",
        "all the best", "sincerely", "yours sincerely", "yours faithfully", "yours truly", "respectfully", "best", "cordially", "yours ever", "ever yours", "warmly", "warm wishes", "kind wishes", "groet", "groetjes", "met vriendelijke groet", "hugs", "xoxo", "br", "rgds", "kr",
        "mit freundlichen grussen", "freundliche grusse", "viele grusse", "liebe grusse", "beste grusse", "mfg", "cordialement", "bien a vous",
        "saludos", "un saludo", "atentamente", "cordiali saluti", "z powazaniem / best regards",
    ];

    private static readonly string[] DeviceLines =
    [
        "sent from my ", "sent from mail for", "sent from outlook", "sent from yahoo", "sent from proton", "sent with proton", "sent via ", "get outlook for", "wyslane z ", "wyslano z ", "wyslane za pomoca", "wiadomosc wyslana z",
        "pobierz aplikacje outlook", "pobierz program outlook", "von meinem iphone", "von meinem ", "gesendet von ", "gesendet mit ", "envoye de mon", "envoye depuis", "enviado desde", "inviato da",
    ];

    private static readonly string[] Thanks = ["dziekuje i pozdrawiam", "dzieki i pozdrawiam", "thanks and regards", "thanks & regards", "many thanks and best regards", "thanks and best regards", "dziekuje, pozdrawiam"];

    /// <summary>The signature begins with this line: "-- " (RFC 3676 section 4.3) or a close that stands alone.</summary>
    public static bool Begins(Line line) => line.Folded is "--" or "—" or "---" || IsClose(line.Folded) || ThanksIn(line) is not null;

    /// <summary>A postscript is new text again.</summary>
    public static bool IsPostscript(Line line) =>
        line.Folded.StartsWith("ps ", StringComparison.Ordinal) || line.Folded.StartsWith("ps.", StringComparison.Ordinal)
        || line.Folded.StartsWith("ps:", StringComparison.Ordinal) || line.Folded.StartsWith("p.s.", StringComparison.Ordinal) || line.Folded.StartsWith("p.s:", StringComparison.Ordinal);

    /// <summary>Added by a telephone or a program, wherever it stands.</summary>
    public static bool IsDeviceLine(Line line) => line.Folded.Length < 120 && DeviceLines.Any(d => line.Folded.StartsWith(d, StringComparison.Ordinal)) && !line.Folded.Contains('?');

    /// <summary>"Thanks and regards" closes a mail, and may be all that is said in it.</summary>
    public static string? ThanksIn(Line line) => Array.Exists(Thanks, t => line.Folded.StartsWith(t, StringComparison.Ordinal) && line.Folded.Length < t.Length + 20) ? line.Text : null;

    private static bool IsClose(string line)
    {
        if (line.Length is 0 or > 60 || line.Contains('?'))
        {
            return false;
        }

        var close = Array.Find(Closes, c => line.StartsWith(c, StringComparison.Ordinal) && (line.Length == c.Length || !char.IsLetterOrDigit(line[c.Length])));
        if (close is null)
        {
            return false;
        }

        // "Best" and the like close only by themselves: "Best time to call me is noon" goes on.
        var rest = line[close.Length..].Trim(' ', ',', '.', '!', '-', '–', ';', ')', ':');
        return rest.Length == 0 || (close.Length > 4 && line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length <= MostWordsInClose);
    }
}
