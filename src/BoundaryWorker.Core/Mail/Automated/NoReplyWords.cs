namespace BoundaryWorker.Core.Mail;

/// <summary>The words of no-reply in a local part (replies.md A8): letters only, lower case, without diacritics. A new language is a new line.</summary>
internal static class NoReplyWords
{
    public static readonly string[] All =
    [
        /* en */ "noreply", "donotreply", "dontreply", "noreplies", "neverreply", "notreply", "noresponse", "donotrespond", "donotanswer", "replynotmonitored",
        /* pl */ "nieodpowiad", "nieodpisuj", "nieodpisywac", "bezodpowiedzi",
        /* de */ "nichtantwort", "keineantwort", "nichtbeantwort",
        /* fr */ "nepasrepondre", "pasdereponse", "sansreponse", "nerepondezpas", "nerepondrepas",
        /* es */ "norespond", "sinrespuesta", "nocontest",
        /* it */ "nonrispond",
        /* pt */ "naorespond", "semresposta",
        /* ca */ "norespong",
        /* nl */ "nietbeantwoord", "nietantwoord", "geenantwoord", "nietreageren",
        /* sv */ "svaraej", "svarainte", "ingetsvar",
        /* da, no */ "svarikke", "ikkesvar", "ingensvar",
        /* fi */ "eivastausta", "alavastaa",
        /* cs, sk */ "neodpovid", "neodpoved",
        /* hu */ "nevalaszol",
        /* ro */ "nuraspund",
        /* hr, sr, bs, sl */ "neodgovar",
        /* tr */ "cevaplamayin", "yanitlamayin", "yanitlama",
        /* lt */ "neatsak",
        /* lv */ "neatbild",
        /* et */ "aravasta", "mittevasta",
        /* ru, uk, bg in Latin letters */ "neotvecha", "nevidpovida", "neotgovar",
        /* ru, uk in their own */ "неотвеча", "невідповіда",
        /* el */ "mhnapant", "minapant",
    ];
}
