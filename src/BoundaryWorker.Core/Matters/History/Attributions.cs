namespace BoundaryWorker.Core.Matters.History;

/// <summary>The line above a quoted reply: "On Monday ... Jan wrote:", "W dniu ... Jan pisze:", in one line or wrapped over up to four.</summary>
internal static class Attributions
{
    private const int MostLines = 4;

    private static readonly string[] Endings =
    [
        "wrote:", "writes:", "wrote :", "said:", "pisze:", "napisal:", "napisala:", "napisal(a):", "napisal/a:", "napisano:", "napisalo:", "schrieb:", "geschrieben:", "a ecrit :", "a ecrit:",
        "escribio:", "ha scritto:", "escreveu:", "schreef:", "skrev:", "wrote the following:",
    ];

    // Outlook and Gmail put the writer behind the verb in some languages: "schrieb Jan Kowalski <jan@x.example>:".
    private static readonly string[] Verbs = [" schrieb ", " pisze ", " napisal ", " napisala ", " napisal(a) ", " wrote ", " a ecrit ", " escribio ", " skrev "];

    private static readonly string[] Beginnings =
    [
        "on ", "w dniu ", "dnia ", "am ", "le ", "el ", "il ", "em ", "op ", "den ", "pon.", "wt.", "sr.", "czw.", "pt.", "sob.", "niedz.",
        "mon,", "tue,", "wed,", "thu,", "fri,", "sat,", "sun,", "quoting ", "cytat ", "----- ", "uzytkownik ",
    ];

    /// <summary>How many lines the attribution that begins at line <paramref name="i"/> has; 0 where none does.</summary>
    public static int LengthAt(Line[] lines, int i)
    {
        if (lines[i].IsBlank || lines[i].IsLong)
        {
            return 0;
        }

        var joined = lines[i].Folded;
        for (var length = 1; length <= MostLines; length++)
        {
            if (EndsOne(joined) && IsOne(joined))
            {
                return length;
            }

            var next = i + length;
            if (next >= lines.Length || lines[next].IsBlank || lines[next].IsQuoted || lines[next].IsLong || (length == 1 && !BeginsOne(joined)))
            {
                return 0;
            }

            joined += " " + lines[next].Folded;
        }

        return 0;
    }

    private static bool EndsOne(string line) =>
        line.EndsWith(':')
        && (Endings.Any(e => line.EndsWith(e, StringComparison.Ordinal))
            || (line.Contains('@') && BeginsOne(line) && (line.EndsWith(">:", StringComparison.Ordinal) || Verbs.Any(v => line.Contains(v, StringComparison.Ordinal)))));

    /// <summary>A person's own "the client wrote:" has neither an address nor a date.</summary>
    private static bool IsOne(string line) => line.Contains('@') || (line.Any(char.IsAsciiDigit) && (BeginsOne(line) || char.IsAsciiDigit(line[0]))) || NamesTheWriter(line);

    private static bool BeginsOne(string line) => char.IsAsciiDigit(line[0]) || Beginnings.Any(b => line.StartsWith(b, StringComparison.Ordinal));

    private static bool NamesTheWriter(string line) => line.StartsWith("uzytkownik ", StringComparison.Ordinal) || line.StartsWith("quoting ", StringComparison.Ordinal);
}
