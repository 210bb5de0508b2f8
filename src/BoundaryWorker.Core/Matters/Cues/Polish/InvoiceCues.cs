using BoundaryWorker.Core.Mail;

namespace BoundaryWorker.Core.Matters.Cues.Polish;

/// <summary>Invoices and payments, in Polish.</summary>
internal static class InvoiceCues
{
    private const string Invoice = "faktur*|fatur*|fakutr*|faktor|faktore|fv|fvat|efaktur*|refaktur*";

    public static CueTable Table { get; } = new(
        Matter.Invoice,
        "pl",
        [
            new("faktura", true, Invoice, "pro forma|formy", "proform*", "nota|note|noty ksiegowa|korygujaca|obciazeniowa|ksiegowej"),
            new("rachunek", true, "rachunek|rachunku|rachunki|rachunkow .. za|nr|numer|do|z", "zaplac*|oplac*|wystaw* .. rachunek|rachunku|rachunki"),
            new("przelew", true, "przelew|przelewu|przelewy|przelewem|przelewow|przelalem|przelalam|przelalismy|przelejemy|przeleje"),
            new("platnosc", true, "termin* .. platnosci", "przypomnieni* .. o|dot|dotyczace .. platnosci|zaplacie", "potwierdzeni* .. platnosci|zaplaty|wplaty", "zaleg* .. platnosc*|naleznosc*|kwot*", "platnosc|platnosci za|nr|zalegla|zalegle", "nieoplacon*|nieuregulowan*", "uregulowani*|uregulowac .. naleznosci|platnosci|zobowiazania|kwoty"),
            new("zaplata", true, "zaplat* .. za", "zaplacic|zaplacilem|zaplacilam|zaplacilismy|zaplacimy|zaplace .. za", "czy .. zaplacon*|oplacon*", "wplat*|wplacil* .. za|zaliczk*|konto|kwot*", "zaliczk*|zadatek|zadatku", "wynagrodzeni* .. za"),
            new("rozliczenie", false, "^ rozliczeni* $", "rozliczeni* .. za|miesiac*|godzin*"),
        ],
        "dziek* .. za .. faktur*|fv|przelew|zaplate|wplate|platnosc|rachunek",
        "na .. wlasny|swoj rachunek",
        "faktur* kosztow*",
        "platnosc* .. nie|przestaly ... przechodz*|dzial*");
}
