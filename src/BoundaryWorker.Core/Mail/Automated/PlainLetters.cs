using System.Globalization;
using System.Text;

namespace BoundaryWorker.Core.Mail;

/// <summary>Words as they are compared: lower case, without diacritics.</summary>
internal static class PlainLetters
{
    /// <summary>Lower case, diacritics taken off (<c>ł</c> and <c>ø</c> too, which have no decomposition).</summary>
    public static string Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in Decomposed(text.ToLowerInvariant()))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                plain.Append(c switch { 'ł' => "l", 'ø' => "o", 'đ' => "d", 'ı' => "i", 'ß' => "ss", 'æ' => "ae", _ => c.ToString() });
            }
        }

        return plain.ToString();
    }

    // Normalize refuses lone surrogates, which broken mail has; runes replace them.
    private static string Decomposed(string text) =>
        (text.Any(char.IsSurrogate) ? string.Concat(text.EnumerateRunes()) : text).Normalize(NormalizationForm.FormD);
}
