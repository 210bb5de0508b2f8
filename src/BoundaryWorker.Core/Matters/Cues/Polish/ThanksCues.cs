namespace BoundaryWorker.Core.Matters.Cues.Polish;

/// <summary>Thanks and short acknowledgements, in Polish (replies.md A20), and the words that make a message more than thanks.</summary>
internal static class ThanksCues
{
    /// <summary>Thanks by themselves.</summary>
    public const string Gratitude = "dziekuje|dziekujemy|dzieki|dzieks|dziekowac|podziekowania|dziekuj|dzx|wdzieczna|wdzieczny|wzajemnie|dziekuje|dziekowka|dzienki|dzieny|dziex|dziekowal|dziekuwa|podziekowac|podziekowania|wdziecznosc";

    /// <summary>Where nothing but these is said, it is a reaction.</summary>
    public const string Reactions =
        "ok|oki|okej|okay|super|swietnie|swietna|swietny|rewelacja|rewelacyjnie|idealnie|ekstra|bomba|cudownie|pieknie|wspaniale|doskonale|jasne|jasna|rozumiem|brawo|extra|mega|gites|cacy|wesolych|swiat|szczesliwego|nowego|roku|milego|milej|"
        + "dnia|weekendu|wieczoru|robota|praca|dotarlo|doszlo|mam|przyjelam|przyjalem|potwierdzam|odebralam|odebralem|zgoda|pewnie|dobrze|dobra|gratulacje|hej|czesc|tak|bardzo|wszystko|i|to|jest|pani|panie|ewo|gra|fajnie|fajne|perfekcyjnie|udanego|odpoczynku|do|uslyszenia|zobaczenia|juz|no|za|na|razie|petarda|sztos|sztosik|zlota|zloty|kochana|kochany|jestes|najlepsza|najlepszy|niezastapiona|niezastapiony|przyjete|przyjeto|zapisane|zanotowane|odnotowane|dzieki|szacun|szacunek|czad|kozak|miodzio|cudo|cudna|cudne|cudny|cudnie|piekne|piekna|piekny|sliczne|slicznie|zachwycona|zachwycony|jestem|wow|oo|och|ale|ja|my|rozumiemy|zgadza|sie|pasuje|git|elegancko|elegancka|swietne|genialne|genialnie|genialna|znakomicie|znakomite|rewelacyjne|rewelacyjna|ukochana|wielkie|wielka|robisz|robote|dobra|oki|okej|akceptuje|wiadomosci|wiadomosc|przyjeta|ewa|olu|olenko|pania|ci|panu|tobie|uf|uff|ulga|ciesze";

    /// <summary>A request of whatever kind.</summary>
    public const string Requests =
        "prosze|prosimy|poprosze|prosba|prosbe|mozesz|moglabys|moglbys|mozecie|moglaby|moglby|czekam|czekamy|przeslij|podeslij|wyslij|potrzebuje|potrzebujemy|przypominam|daj|dajcie|podaj|brakuje|niestety|ale|jednak|problem|trzeba|czy|kiedy|jeszcze";
}
