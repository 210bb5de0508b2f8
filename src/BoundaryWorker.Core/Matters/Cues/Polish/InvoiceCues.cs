using BoundaryWorker.Core.Mail;

namespace BoundaryWorker.Core.Matters.Cues.Polish;

/// <summary>Invoices and payments, in Polish.</summary>
internal static class InvoiceCues
{
    private const string Invoice = "faktur*|fatur*|fakutr*|fakrur*|fkatur*|faktor|faktore|fv|fvat|fvs|efaktur*|e-faktur*|refaktur*|afktur*|fakture|fra";
    private const string Account = "rachunek|rachunku|rachunki|rachunkow|rachunkiem|rachunkach|rachnek";

    public static CueTable Table { get; } = new(
        Matter.Invoice,
        "pl",
        [
            new("faktura", true, Invoice, "pro forma|formy", "proform*", "nota|note|noty|notke|notka|notki ksiegowa|korygujaca|obciazeniowa|ksiegowej|korygujaca|ksiegowa|uznaniowa|odsetkowa", "korekta|korekte|korekty faktur*|fv|rachunk*|do"),
            new("rachunek", true, $"{Account} .. za|nr|numer|do|z|na|od|w|jest|byl|przyszedl|wystaw*|za|prosze", $"zaplac*|oplac*|wystaw*|ureguluj*|place|przyszedl|doszedl|wyslij|przesylam|podeslij|za|na|dwa|trzy|ten|twoj|pani|kilka|oba|te .. {Account}", $"^^ {Account} $", "numer konta|rachunku|nr", "nr konta|rachunku", "jakie|ktore|inne|nowe|na konto ... przelew*|przelac|wplac*|?"),
            new("przelew", true, "przelew|przelewu|przelewy|przelewem|przelewow|przelewie|przelalem|przelalam|przelalismy|przelano|przelejemy|przeleje|przelac|przeleja|przelej|przelw|prelew|przlew|blik|blikiem"),
            new("platnosc", true, "termin* .. platnosci", "przypomnieni* .. o|dot|dotyczace .. platnosci|zaplacie", "potwierdzeni* .. platnosci|zaplaty|wplaty", "zaleg*|nalezn* .. platnosc*|naleznosc*|kwot*|wplat*|faktur*|za", "platnosc* za|nr|zalegla|zalegle|w|kart*|przez|z|do|poszla|doszla|wyszla|dotarla|jest|byla|na|ratalna|ratami|przelewem|blikiem|euro|gotowka", "platnosc|platnosci|zaplata $", "^^ platnosc|zaplata", "nieoplacon*|nieuregulowan*|niezaplacon*|przeterminowan*", "uregulowani*|uregulowac|ureguluje|uregulujemy|uregulowane|uregulowal*|uregulowan* .. naleznosci|naleznosc|platnosci|zobowiazania|kwoty|kwote|zaleglosci|to", "naleznosc*|zaleglosc*", "zwrot* .. kosztow|pieniedzy|srodkow|nadplaty", "nadplat*|niedoplat*|doplat*", "wezwanie|wezwania .. do zaplaty", "sald* .. na|do|zadluzeni*|konta|rozliczen*", "zadluzeni*|windykacj*|odsetki|odsetek", "pieniadze|srodki|kasa|kase .. doszly|dotarly|przyszly|wplynely|poszly|poszla|poszlo|na|przelane|ida|wyszly", "wplynal|wplynela|wplynelo|wplynely ... konto|kont*", "zwrot ... wplynal|konto|pieniedzy"),
            new("zaplata", true, "zaplat* .. za|do|faktur*", "zaplac*|oplac|oplaccie|oplaci|oplacimy|oplace|oplacilem|oplacilam|oplacilismy|oplacic|oplacona|oplacone|oplacony|oplacenie|oplaceni*|oplacila|oplacil", "wplat*|wplac* .. za|zaliczk*|konto|kwot*|doszla|dotarla|zaksiegowan*|#|poszla|jest|na", "wplynel* .. wplata|przelew|zaliczka|platnosc|kwota|pieniadze|#", "wplacilem|wplacilam|wplacilismy|wplaca|wplace|wplacic", "zaliczk*|zadatek|zadatku|przedplat*", "wynagrodzeni* .. za", "place|placi|placic|placimy .. za|ci|pani|przelewem|kart*|karta|blikiem|gotowka|w", "kwota|kwote|kwoty .. na|do zaplaty|fakturze|rachunku", "koszt|koszty do rozliczenia", "jestem|jestesmy|jest .. winna|winien|winni|dluzna|dluzny"),
            new("rozliczenie", false, "^ rozliczeni* $", "rozliczeni*|rozliczyc|rozliczymy|rozlicz .. za|miesiac*|godzin*|sie", "paragon*|kwit|kwitek", "ksiegow* ... dopytuje|potrzebuje|pyta|czeka|zamyka|prosi", "stawk* .. vat", "vat .. ?", "wyciag* .. bank*|z konta"),
        ],
        "dziek* .. za .. faktur*|fv|przelew|zaplate|wplate|platnosc|rachunek",
        "na .. wlasny|swoj rachunek",
        "rachunek sumienia|prawdopodobienstwa",
        "oplac* sie",
        "platnosc* .. nie|przestaly ... przechodz*|dzial*",
        "bramk*|modul|system|strona|wtyczk*|operator* .. platnosci");
}
