using System.Text.RegularExpressions;
using BoundaryWorker.Core.Code;
using BoundaryWorker.Core.Deciding;

namespace BoundaryWorker.Core.Mail;

/// <summary>
/// replies.md A13: what mail programs of many languages put before the subject of an automatic reply. Only at the very beginning, and only
/// with its colon: "Re: Automatic reply: ..." is a person who answers one.
/// </summary>
internal static partial class AutoReplySubjects
{
    // Lower case, without diacritics; a new language is a new line. "Auto:" alone is not here: in Polish and German it is a car.
    private static readonly HashSet<string> Prefixes = new(StringComparer.Ordinal)
    {
        /* en */ "automatic reply", "auto reply", "autoreply", "auto-reply", "auto response", "auto-response", "autoresponse", "automatic response",
        "automated reply", "automated response", "out of office", "out of the office", "out-of-office", "out of office autoreply", "out of office auto reply",
        "out of office reply", "out of office response", "out of office notification", "out of office message", "out of office automatic reply", "ooo", "ooo auto-reply",
        "vacation", "vacation reply", "vacation response", "away from office", "away from my mail", "away from the office", "auto away", "autoresponder",
        /* pl */ "odpowiedz automatyczna", "automatyczna odpowiedz", "autoodpowiedz", "auto odpowiedz", "poza biurem", "nieobecny w biurze", "nieobecnosc", "jestem poza biurem",
        "odpowiedz automatyczna (poza biurem)", "wiadomosc automatyczna",
        /* de */ "automatische antwort", "autom. antwort", "abwesenheitsnotiz", "abwesenheit", "abwesend", "abwesenheitsmeldung", "abwesenheitsnachricht",
        "automatische abwesenheitsnotiz", "automatische antwortmail", "autoantwort", "automatische rueckmeldung", "ausser haus",
        /* fr */ "reponse automatique", "absence du bureau", "absent du bureau", "message d'absence", "message d’absence", "notification d'absence", "en dehors du bureau", "absence",
        /* es */ "respuesta automatica", "respuesta automatizada", "fuera de la oficina", "fuera de oficina", "ausente de la oficina", "contestacion automatica", "autorespuesta",
        /* it */ "risposta automatica", "fuori sede", "fuori ufficio", "risponditore automatico", "assente dall'ufficio",
        /* pt */ "resposta automatica", "fora do escritorio", "ausencia temporaria", "ausente do escritorio", "autoresposta",
        /* ca, gl, eu */ "resposta automatitzada", "erantzun automatikoa",
        /* nl */ "automatisch antwoord", "automatische beantwoording", "afwezigheidsbericht", "afwezig", "niet aanwezig", "automatische reactie",
        /* sv */ "autosvar", "automatiskt svar", "franvaromeddelande", "franvarande",
        /* da */ "automatisk svar", "ikke til stede", "fravaersbesked", "fravaersmeddelelse",
        /* no */ "fravaersmelding", "fravaer", "ikke pa kontoret",
        /* fi */ "automaattinen vastaus", "poissa", "poissaoloilmoitus", "poissa toimistosta",
        /* is */ "sjalfvirkt svar",
        /* et */ "automaatvastus", "automaatne vastus",
        /* lv */ "automatiska atbilde", "automatiskā atbilde",
        /* lt */ "automatinis atsakymas", "automatinis atsakas",
        /* cs */ "automaticka odpoved", "nepritomnost", "mimo kancelar", "nejsem v kancelari",
        /* sk */ "automaticka odpoved na spravu", "mimo kancelarie",
        /* hu */ "automatikus valasz", "hazon kivul", "tavollet",
        /* ro */ "raspuns automat", "in afara biroului",
        /* hr, bs, sr */ "automatski odgovor", "automatizirani odgovor", "odsutan iz ureda",
        /* sl */ "samodejni odgovor", "samodejno sporocilo",
        /* sq */ "pergjigje automatike",
        /* tr */ "otomatik yanit", "otomatik cevap", "ofis disinda",
        /* el */ "αυτοματη απαντηση", "εκτος γραφειου",
        /* ru */ "автоматический ответ", "автоответ", "нет на работе", "вне офиса",
        /* uk */ "автоматична відповідь", "автоматична відповідь", "поза офісом",
        /* bg, mk */ "автоматичен отговор", "автоматски одговор",
        /* he, ar */ "תשובה אוטומטית", "מענה אוטומטי", "رد تلقائي", "الرد التلقائي",
        /* ja */ "自動応答", "自動返信", "不在通知",
        /* zh */ "自动答复", "自动回复", "自動回覆", "自動答覆", "外出",
        /* ko */ "자동 회신", "자동 응답", "부재중",
        /* vi, id, th */ "tra loi tu đong", "tra loi tu dong", "balasan otomatis", "jawapan automatik", "ตอบกลับอัตโนมัติ", "การตอบกลับอัตโนมัติ",
        /* eo */ "auxtomata respondo",
    };

    private static readonly HashSet<string> Plain = Prefixes.Select(p => Folding.Fold(p)).ToHashSet(StringComparer.Ordinal);

    public static Because? Prefix(IncomingMessage m, Owner owner)
    {
        var start = Folding.Fold(m.Subject.AsSpan(0, Math.Min(m.Subject.Length, 120)));
        var colon = start.IndexOfAny([':', '：']);
        return colon > 0 && Plain.Contains(Blanks().Replace(start[..colon], " ").Trim().TrimStart('[', '*').Trim())
            ? new(Reason.AutoReplySubject, Evidence.Of(m.Subject.TrimStart()[..Math.Min(m.Subject.TrimStart().Length, colon + 1)]))
            : null;
    }

    // French puts a no-break blank before its colon.
    [GeneratedRegex(@"[\s\u00A0\u202F]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Blanks();
}
