using System.Collections.Frozen;

namespace BoundaryWorker.Core.Deciding;

/// <summary>The id and the words of every <see cref="Reason"/>, as the owner reads them.</summary>
public static class ReasonTable
{
    private static readonly FrozenDictionary<Reason, (string Id, string English, string Polish)> Entries =
        new Dictionary<Reason, (string, string, string)>
        {
            [Reason.NullReversePath] = ("A1", "its return path is empty, as a notification's is", "pusta ścieżka zwrotna, jak w powiadomieniach"),
            [Reason.NoSender] = ("A1", "it names no sender", "nie podano nadawcy"),
            [Reason.UnreadableSender] = ("A1", "its sender cannot be read", "nie da się odczytać nadawcy"),
            [Reason.SeveralFromFields] = ("A1", "it has several From fields", "kilka pól From"),
            [Reason.OwnAddress] = ("A2", "it comes from your own address", "wysłana z Twojego adresu"),
            [Reason.OurMarker] = ("A2", "it was sent by BoundaryWorker", "wysłana przez BoundaryWorker"),
            [Reason.OwnMessageId] = ("A2", "its Message-ID is one of ours", "jej Message-ID jest nasze"),
            [Reason.ListHeader] = ("A3", "it comes from a mailing list", "z listy dyskusyjnej"),
            [Reason.AutoSubmitted] = ("A4", "it was sent by a machine (Auto-Submitted)", "wysłana automatycznie (Auto-Submitted)"),
            [Reason.BulkPrecedence] = ("A5", "it is bulk mail (Precedence)", "wysyłka masowa (Precedence)"),
            [Reason.ResponseSuppressed] = ("A6", "its sender asked for no automatic answer", "nadawca prosi o brak automatycznych odpowiedzi"),
            [Reason.AutoReplyHeader] = ("A7", "it bears the mark of an automatic reply", "ma oznaczenie automatycznej odpowiedzi"),
            [Reason.RobotAddress] = ("A8", "its sender is a robot's address", "adres nadawcy należy do automatu"),
            [Reason.Report] = ("A9", "it is a delivery or reading report", "raport doręczenia lub odczytu"),
            [Reason.OwnBounce] = ("C3", "it reports that a reply of ours could not be delivered", "zwrotka: nasza odpowiedź nie mogła zostać doręczona"),
            [Reason.CalendarAnswer] = ("A10", "it is a calendar notice, not a request", "powiadomienie kalendarza, nie zaproszenie"),
            [Reason.NotAddressed] = ("A11", "none of your addresses is among its recipients", "żaden z Twoich adresów nie jest wśród odbiorców"),
            [Reason.FlaggedAsSpam] = ("A12", "it is marked as spam", "oznaczona jako spam"),
            [Reason.PossibleForgery] = ("A12", "possible forgery (dmarc=fail)", "możliwe fałszerstwo (dmarc=fail)"),
            [Reason.NotAuthenticated] = ("A12", "nothing trusted confirms its sender, and the address is in no client's list", "nic zaufanego nie potwierdza nadawcy, a adresu nie ma na liście klienta"),
            [Reason.AutoReplySubject] = ("A13", "its subject is that of an automatic reply", "temat automatycznej odpowiedzi"),
            [Reason.Stranger] = ("A14", "its sender is in no client's list", "nadawcy nie ma na liście klientów"),
            [Reason.AlreadyAnswered] = ("A15", "this person was already answered", "ta osoba dostała już odpowiedź"),
            [Reason.OwnerInThread] = ("A15", "you wrote in this thread within the last 30 minutes", "pisałaś w tym wątku w ciągu ostatnich 30 minut"),
            [Reason.PersonCap] = ("A16", "this person's daily limit of replies is reached", "wyczerpany dzienny limit odpowiedzi dla tej osoby"),
            [Reason.ClientCap] = ("A16", "this client's daily limit of replies is reached", "wyczerpany dzienny limit odpowiedzi dla tego klienta"),
            [Reason.ClientWindowLimit] = ("A16", "three persons of this client were already answered in this closed window", "trzy osoby tego klienta dostały już odpowiedź w tym czasie zamkniętym"),
            [Reason.BreakerOpen] = ("A16", "replies are paused after an unusual number of them; `replies resume` ends it", "odpowiedzi wstrzymane po nietypowej ich liczbie; `replies resume` je wznawia"),
            [Reason.AddressBounced] = ("A17", "our last reply to this address came back", "nasza ostatnia odpowiedź na ten adres wróciła"),
            [Reason.HostAnswers] = ("A18", "your mail host answers by itself", "Twój serwer poczty odpowiada sam"),
            [Reason.HandledLate] = ("A19", "it was first seen over 30 minutes after it arrived", "zauważona ponad 30 minut po nadejściu"),
            [Reason.WindowOpened] = ("A19", "it arrived out of hours, but you are working by now", "nadeszła poza godzinami, ale teraz już pracujesz"),
            [Reason.Thanks] = ("A20", "it only says thank you", "to tylko podziękowanie"),
            [Reason.Reaction] = ("A20", "it is a reaction, not a message", "to reakcja, nie wiadomość"),
            [Reason.OpenHours] = ("open", "it arrived in your working hours", "nadeszła w godzinach pracy"),
            [Reason.RuleBroken] = ("rule", "it is against the rule", "jest wbrew zasadzie"),
            [Reason.WeakCues] = ("weak-cues", "what it is about is not clear enough to answer in working hours", "nie dość jasne, czego dotyczy, by odpowiadać w godzinach pracy"),
            [Reason.ClosedHours] = ("closed", "it arrived outside your working hours", "nadeszła poza godzinami pracy"),
            [Reason.ShortBreak] = ("short-break", "the break is so short that it passes", "przerwa tak krótka, że przechodzi"),
            [Reason.BreakWithoutReply] = ("break-without-reply", "the break is too short for a reply", "przerwa zbyt krótka na odpowiedź"),
            [Reason.Grace] = ("grace", "it arrived just after closing", "nadeszła tuż po zamknięciu"),
            [Reason.SentInOpenHours] = ("sent-in-hours", "it was sent while you were working", "wysłana jeszcze w godzinach pracy"),
            [Reason.UrgentAllowance] = ("urgent-allowed", "the urgent tag lets it through", "przechodzi dzięki znacznikowi pilności"),
            [Reason.UrgentAllowanceSpent] = ("urgent-spent", "the urgent allowance is spent", "pula pilnych spraw wyczerpana"),
            [Reason.UrgentInWords] = ("urgent-words", "it says that it is urgent, without the tag", "mówi, że jest pilna, ale bez znacznika"),
            [Reason.UrgentInOpenHours] = ("urgent-open", "urgent, and you are working", "pilna, a Ty pracujesz"),
            [Reason.CcOnly] = ("cc-only", "you are in copy only", "jesteś tylko w kopii"),
            [Reason.OwnerWroteToPerson] = ("you-wrote", "you wrote to this person yourself out of hours", "sama pisałaś do tej osoby poza godzinami"),
            [Reason.AlreadyHandled] = ("handled", "it was already read, answered or flagged", "już przeczytana, z odpowiedzią lub oznaczona"),
            [Reason.CodeNotGiven] = ("code-not-given", "this client has not been given your Code yet", "ten klient nie dostał jeszcze Twojego Kodeksu"),
            [Reason.InvitationInHours] = ("invitation-in-hours", "an invitation for a time inside your hours", "zaproszenie na czas w Twoich godzinach"),
            [Reason.InvitationOutsideHours] = ("invitation-outside", "an invitation for a time outside your hours or taken", "zaproszenie na czas poza Twoimi godzinami lub zajęty"),
            [Reason.CalendarNewsBeforeRelease] = ("calendar-news", "it changes what begins before the release, or answers your own event", "dotyczy czegoś przed powrotem wiadomości albo Twojego wydarzenia"),
            [Reason.LeaveBeyondMaxHold] = ("leave", "the closed time is longer than anything is held", "czas zamknięty dłuższy niż najdłuższe wstrzymanie"),
            [Reason.BeyondHorizon] = ("no-opening", "no opening is in sight", "nie widać żadnego otwarcia"),
            [Reason.NoRuleToQuote] = ("no-rule", "no rule of your Code that is enforced could be quoted", "brak egzekwowanej zasady Kodeksu, którą można przytoczyć"),
            [Reason.Renumbered] = ("D3", "the mail server had just numbered its messages anew; what was found then is not answered", "serwer poczty właśnie ponumerował wiadomości od nowa; na to, co wtedy znaleziono, nie ma odpowiedzi"),
            [Reason.HoldNever] = ("hold-never", "you chose never to hold this client's mail", "poczta tego klienta nigdy nie jest wstrzymywana"),
            [Reason.ReplyNever] = ("reply-never", "you chose never to answer this client automatically", "temu klientowi nie odpowiada się automatycznie"),
            [Reason.SilentByHistory] = ("C10", "this client was answered often enough this week", "ten klient dostał w tym tygodniu dość odpowiedzi"),
            [Reason.ObserveMode] = ("observe", "the mode is observe: nothing is touched", "tryb observe: nic nie jest ruszane"),
            [Reason.HoldMode] = ("hold-mode", "the mode is hold: nobody is answered", "tryb hold: nikt nie dostaje odpowiedzi"),
            [Reason.RepliesNotAllowedHere] = ("not-here", "replies are not allowed from this mailbox", "z tej skrzynki nie wolno odpowiadać"),
            [Reason.ReleaseOnly] = ("release-only", "your files have an error: mail is only released", "w plikach jest błąd: poczta jest tylko oddawana"),
            [Reason.OldMail] = ("old", "it is old mail", "stara poczta"),
            [Reason.ClockSkew] = ("clock", "this machine's clock and the mail server's disagree", "zegar komputera i serwera poczty się różnią"),
            [Reason.ReleasedByHand] = ("released", "you released it before", "już ją oddano na Twoje życzenie"),
            [Reason.Adopted] = ("adopted", "it lay in Held without a record", "leżała we wstrzymanych bez zapisu"),
            [Reason.HoldFailed] = ("hold-failed", "it could not be moved to Held", "nie dało się jej przenieść do wstrzymanych"),
            [Reason.ReplyNotComposed] = ("not-composed", "the reply could not be written", "nie dało się napisać odpowiedzi"),
            [Reason.SendRefused] = ("E3", "the mail server refused the reply for good", "serwer poczty ostatecznie odrzucił odpowiedź"),
            [Reason.SendUnknown] = ("E2", "it is not known whether the reply went out; it was not sent again", "nie wiadomo, czy odpowiedź wyszła; nie wysłano jej ponownie"),
        }.ToFrozenDictionary();

    /// <summary>The line of replies.md, where one applies (<c>A3</c>), else a name in lower case (<c>grace</c>).</summary>
    public static string Id(Reason reason) => Entries[reason].Id;

    /// <summary>The reason as a sentence without capital and full stop, in Polish (<c>pl</c>) or English (all others).</summary>
    public static string Text(Reason reason, string language) =>
        language == "pl" ? Entries[reason].Polish : Entries[reason].English;

    /// <summary>The same with the rule's number, where a rule is the reason.</summary>
    public static string Text(Because because, string language) => because is { Reason: Reason.RuleBroken, Evidence: { Length: > 0 } rule }
        ? language == "pl" ? $"jest wbrew zasadzie {rule}" : $"it is against rule {rule}"
        : Text(because.Reason, language);
}
