using BoundaryWorker.Core.Mail;

namespace BoundaryWorker.Core.Matters.History;

/// <summary>Paragraphs that a company adds to every mail: confidentiality, data protection, the trees.</summary>
internal static class LegalNotices
{
    /// <summary>Said only in notices; a person who asks for "a GDPR clause" says none of these.</summary>
    private static readonly string[] Notices =
    [
        "przeznaczona wylacznie dla", "wylacznie dla adresata", "wylacznie do uzytku adresata", "informacje poufne", "charakter poufny", "nie jest pan/pani adresatem", "nie sa panstwo adresatem", "nie jestes adresatem", "otrzymali panstwo te wiadomosc", "zamierzonym adresatem",
        "otrzymali ja panstwo przez pomylke", "administratorem pani", "administratorem pana", "administratorem panstwa", "administratorem danych", "na podstawie art. 6", "rozporzadzenia parlamentu europejskiego", "zanim wydrukujesz", "pomysl o srodowisku", "pomysl o naturze", "chron srodowisko", "kapital zakladowy",
        "intended recipient", "e-mail is confidential", "email is confidential", "message is confidential", "message and any attachment", "email and any attachment", "e-mail and any attachment", "contains confidential", "may contain confidential", "is confidential and", "privileged and confidential", "consider the environment", "before printing this", "scanned for viruses", "virus-free", "intended only for the", "intended solely for", "unauthorised use", "unauthorized use",
        "processed in accordance with the gdpr", "under the gdpr we", "our privacy notice", "registered in england", "vertrauliche informationen", "nicht der richtige adressat", "handelsregister", "destinataire de ce message", "confidencial y",
    ];

    /// <summary>Put above the text by a company's server.</summary>
    private static readonly string[] Banners =
    [
        "[external", "[zewnetrzn", "external email", "external sender", "caution: this email", "caution: external", "uwaga: wiadomosc", "uwaga! wiadomosc", "wiadomosc zewnetrzna", "this email originated from outside", "this message originated from outside",
        "you don't often get email from", "nie otrzymujesz czesto wiadomosci", "do not click links",
    ];

    /// <summary>The lines without notices. Below a notice at the end nothing more is said; one at the very top is cut alone.</summary>
    public static IEnumerable<string> Cut(IReadOnlyList<string> lines)
    {
        var result = new List<string>(lines.Count);
        for (var i = 0; i < lines.Count;)
        {
            var end = ParagraphEnd(lines, i);
            var paragraph = Folding.Fold(string.Join(' ', lines.Skip(i).Take(end - i)));
            if (Notices.Any(n => paragraph.Contains(n, StringComparison.Ordinal)))
            {
                if (result.Exists(l => !string.IsNullOrWhiteSpace(l)))
                {
                    break;
                }
            }
            else
            {
                result.AddRange(lines.Skip(i).Take(end - i).Where(l => !IsBanner(l)));
            }

            i = end;
        }

        return result;
    }

    private static bool IsBanner(string line)
    {
        var start = Folding.Fold(line.AsSpan(0, Math.Min(line.Length, 200))).TrimStart(' ', '*');
        return Array.Exists(Banners, b => start.StartsWith(b, StringComparison.Ordinal));
    }

    private static int ParagraphEnd(IReadOnlyList<string> lines, int start)
    {
        var end = start + 1;
        while (end < lines.Count && !string.IsNullOrWhiteSpace(lines[end]))
        {
            end++;
        }

        return end;
    }
}
