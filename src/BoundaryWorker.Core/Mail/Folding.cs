using System.Collections.Frozen;
using System.Text;

namespace BoundaryWorker.Core.Mail;

/// <summary>
/// Letters without case and diacritics, one character for one, so that places in the folded text are places in the original. A table of
/// its own: it gives the same result where the machine has no ICU data.
/// </summary>
internal static class Folding
{
    private static readonly string[] Groups =
    [
        "aàáâãäåāăą", "cçćĉċč", "dďđ", "eèéêëēĕėęě", "gĝğġģ", "hĥħ", "iìíîïĩīĭįı", "jĵ", "kķ", "lĺļľŀł", "nñńņň", "oòóôõöøōŏő",
        "rŕŗř", "sśŝşšșß", "tţťŧț", "uùúûüũūŭůűų", "wŵ", "yýÿŷ", "zźżž", "'’‘`´ʼ", " \u00a0\u2007\u202f\t\r",
    ];

    private static readonly FrozenDictionary<char, char> Table =
        Groups.SelectMany(g => g.Skip(1).Select(c => (From: c, To: g[0]))).ToFrozenDictionary(p => p.From, p => p.To);

    public static char Fold(char c)
    {
        var lower = char.ToLowerInvariant(c);
        return lower < 0x80 && lower is not ('`' or '\t' or '\r') ? lower : Table.GetValueOrDefault(lower, lower);
    }

    /// <summary>Folded, combining marks left out.</summary>
    public static string Fold(ReadOnlySpan<char> text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!IsCombining(c))
            {
                folded.Append(Fold(c));
            }
        }

        return folded.ToString();
    }

    /// <summary>A mark that some programs put after the letter instead of the one composed letter, or an invisible one.</summary>
    public static bool IsCombining(char c) => c is >= '\u0300' and <= '\u036f' or '\u200b' or '\u200c' or '\u200d' or '\u2060' or '\ufe0f' or '\ufeff' or '\u00ad';
}
