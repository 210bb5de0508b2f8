using System.Diagnostics;
using BoundaryWorker.Core.Digests;

namespace BoundaryWorker.Pipeline;

/// <summary>What the owner is told of each kind of notice: what happened, what it means, what to do; Polish (<c>pl</c>) or English.</summary>
public static class NoticeWords
{
    /// <summary>The words.</summary>
    public static OwnerNotice Of(Notice notice, string language) => language == "pl" ? Polish(notice) : English(notice);

    /// <summary>The same in two sentences for places that others may read, such as a webhook: nothing of a message, a client or a server's words.</summary>
    public static string Brief(Notice notice, string language)
    {
        var words = Of(notice.Kind is NoticeKind.HolidaysEnd ? notice : notice with { Detail = "" }, language);
        return $"{words.Title}. {words.Remedy}";
    }

    private static OwnerNotice English(Notice n) => n.Kind switch
    {
        NoticeKind.BrokenFiles => new(
            "Your files have an error: mail is only released",
            $"Nothing new is held and nobody is answered until it is put right. What is held comes back in time.\n\n{n.Detail}",
            "Correct the lines named above; `boundaryworker check` tells when all is well. The worker notices by itself."),
        NoticeKind.ClockSkew => new(
            $"The clocks of this machine and of the mailbox {n.Subject} disagree",
            "They differ by more than five minutes. Until they agree nothing is held and nobody is answered.",
            "Set the machine's clock, best by switching time synchronisation on."),
        NoticeKind.OldMailFlood => new(
            $"Old mail came into {n.Subject} in bulk",
            $"{n.Detail} messages appeared at once, most of them old: an import or a move, it seems. All of them were left alone.",
            "Nothing is to be done if you moved mail yourself. A new client message among them was not held: please look."),
        NoticeKind.UnreadableMessage => new(
            $"A message in {n.Subject} could not be judged",
            $"It was left where it is and nobody was answered. Its id in the log is {n.Detail}.",
            "Please look at your inbox yourself for a message from a client."),
        NoticeKind.MailboxUnavailable => new(
            $"The mailbox {n.Subject} cannot be reached",
            $"{n.Detail}\n\nIt is tried again at every look.",
            "Check that the folder or server is there and that the worker may use it; `boundaryworker doctor` looks and says what is amiss."),
        NoticeKind.MailboxFailed => new(
            $"Something unforeseen stopped the work in the mailbox {n.Subject}",
            "Its mail stays where it is, and it is tried again by itself. Your other mailboxes go on as always.",
            "If this stays so, restart BoundaryWorker and keep its log for whoever helps you."),
        NoticeKind.CannotHold => new(
            $"Messages cannot be held in {n.Subject}",
            $"{n.Detail}\n\nThey stay in the inbox, and nobody is answered for them.",
            "Give the worker the right to move messages, or make room; `boundaryworker doctor` looks and says what is amiss."),
        NoticeKind.BreakerOpen => new(
            "Replies are paused",
            $"More than {n.Detail} replies would have gone out within an hour, which is unusual. Messages are still held and come back in time.",
            "Look at the last replies; if they are as they should be, run `boundaryworker replies resume`."),
        NoticeKind.ForeignWorker => new(
            $"Another BoundaryWorker answers from {n.Subject}: replies are paused",
            $"Its replies lie among your sent mail (installation {n.Detail}). Two of them would answer your clients twice. Messages are still held and come back in time.",
            "Stop the other one. If there is none, because this one began with a new ledger, all is well. Then run `boundaryworker replies resume`."),
        NoticeKind.HolidaysEnd => new(
            $"The public holidays of {n.Subject} are known until {n.Detail} only",
            "After that day public holidays would count as working days.",
            "Update BoundaryWorker, or put the coming years into the folder of the setting Files:Holidays."),
        NoticeKind.DigestFailed => new(
            "The morning digest could not be written",
            n.Detail,
            "`boundaryworker check` says which text is wrong; without templates of your own the built-in ones are used."),
        NoticeKind.SendingFails => new(
            $"Mail does not go out of {n.Subject}",
            $"{n.Detail}\n\nIt is tried again by itself. A reply that cannot go out within half an hour is not sent any more; the digest lists it. Messages are still held and come back in time.",
            "Check the settings for outgoing mail, above all the password: many hosts want an app password."),
        NoticeKind.CannotFileSent => new(
            $"Copies of replies cannot be filed in {n.Subject}",
            $"{n.Detail}\n\nThe replies themselves went out. Filing their copies is tried again for a day.",
            "Make room in the mailbox, or give the worker the right to write into the Sent folder. If you want no copies, set SentCopies to false."),
        NoticeKind.UrgentMail => new(
            n.Detail.Length == 0 ? "An urgent message has come" : $"An urgent message has come from {n.Detail}",
            "It bears your urgent tag, so it was let through.",
            $"It is in your inbox ({n.Subject}) whenever you choose to look; the sender was not answered."),
        _ => throw new UnreachableException(),
    };

    private static OwnerNotice Polish(Notice n) => n.Kind switch
    {
        NoticeKind.BrokenFiles => new(
            "W plikach jest błąd: poczta jest tylko oddawana",
            $"Do czasu poprawki nic nowego nie jest wstrzymywane i nikt nie dostaje odpowiedzi. To, co wstrzymane, wróci na czas.\n\n{n.Detail}",
            "Popraw wskazane wiersze; `boundaryworker check` powie, kiedy wszystko jest w porządku. Program sam zauważy zmianę."),
        NoticeKind.ClockSkew => new(
            $"Zegar komputera i zegar skrzynki {n.Subject} się różnią",
            "Różnica przekracza pięć minut. Dopóki się nie zgodzą, nic nie jest wstrzymywane i nikt nie dostaje odpowiedzi.",
            "Ustaw zegar komputera, najlepiej włączając synchronizację czasu."),
        NoticeKind.OldMailFlood => new(
            $"Do {n.Subject} trafiło naraz dużo starej poczty",
            $"Liczba wiadomości, które pojawiły się jednocześnie: {n.Detail}. Większość jest stara, wygląda to na import lub przeniesienie. Wszystkie zostały na miejscu.",
            "Jeśli to Ty przenosisz pocztę, nic nie trzeba robić. Nowa wiadomość od klienta, jeśli była wśród nich, nie została wstrzymana: warto zajrzeć."),
        NoticeKind.UnreadableMessage => new(
            $"Jednej wiadomości w {n.Subject} nie udało się ocenić",
            $"Została na miejscu i nikt nie dostał odpowiedzi. Jej identyfikator w dzienniku: {n.Detail}.",
            "Zajrzyj do skrzynki, czy nie czeka tam wiadomość od klienta."),
        NoticeKind.MailboxUnavailable => new(
            $"Skrzynka {n.Subject} jest nieosiągalna",
            $"{n.Detail}\n\nProgram próbuje przy każdym sprawdzeniu.",
            "Sprawdź, czy folder lub serwer istnieje i czy program ma do niego dostęp; `boundaryworker doctor` obejrzy i powie, czego brakuje."),
        NoticeKind.MailboxFailed => new(
            $"Coś nieprzewidzianego zatrzymało pracę w skrzynce {n.Subject}",
            "Poczta zostaje tam na miejscu, a program sam próbuje ponownie. Pozostałe skrzynki działają jak zawsze.",
            "Jeśli to się powtarza, uruchom BoundaryWorker od nowa i zachowaj jego dziennik dla osoby, która pomaga."),
        NoticeKind.CannotHold => new(
            $"W skrzynce {n.Subject} nie można wstrzymywać wiadomości",
            $"{n.Detail}\n\nZostają w skrzynce odbiorczej, a nikt nie dostaje na nie odpowiedzi.",
            "Daj programowi prawo przenoszenia wiadomości albo zrób miejsce; `boundaryworker doctor` obejrzy i powie, czego brakuje."),
        NoticeKind.BreakerOpen => new(
            "Odpowiedzi są wstrzymane",
            $"W ciągu godziny wyszłoby więcej odpowiedzi niż {n.Detail}, a to nietypowe. Wiadomości nadal są wstrzymywane i wrócą na czas.",
            "Zobacz ostatnie odpowiedzi; jeśli są w porządku, uruchom `boundaryworker replies resume`."),
        NoticeKind.ForeignWorker => new(
            $"Ze skrzynki {n.Subject} odpowiada drugi BoundaryWorker: odpowiedzi są wstrzymane",
            $"Jego odpowiedzi leżą wśród wysłanych (instalacja {n.Detail}). Dwa programy odpowiadałyby Twoim klientom po dwa razy. Wiadomości nadal są wstrzymywane i wrócą na czas.",
            "Zatrzymaj ten drugi program. Jeśli go nie ma, bo ten zaczął z nowym rejestrem, wszystko jest w porządku. Potem uruchom `boundaryworker replies resume`."),
        NoticeKind.HolidaysEnd => new(
            $"Święta ({n.Subject}) są znane tylko do {n.Detail}",
            "Po tym dniu święta liczyłyby się jak dni robocze.",
            "Zaktualizuj BoundaryWorker albo dopisz kolejne lata w folderze z ustawienia Files:Holidays."),
        NoticeKind.DigestFailed => new(
            "Nie udało się napisać porannego przeglądu",
            n.Detail,
            "`boundaryworker check` powie, który tekst jest błędny; bez własnych szablonów używane są wbudowane."),
        NoticeKind.SendingFails => new(
            $"Ze skrzynki {n.Subject} nie wychodzi poczta",
            $"{n.Detail}\n\nProgram sam próbuje dalej. Odpowiedź, która nie wyjdzie w pół godziny, nie jest już wysyłana; przegląd ją wymieni. Wiadomości nadal są wstrzymywane i wrócą na czas.",
            "Sprawdź ustawienia poczty wychodzącej, przede wszystkim hasło: wielu dostawców wymaga hasła aplikacji."),
        NoticeKind.CannotFileSent => new(
            $"Kopii odpowiedzi nie da się zapisać w skrzynce {n.Subject}",
            $"{n.Detail}\n\nSame odpowiedzi wyszły. Program przez dobę próbuje zapisać ich kopie.",
            "Zrób miejsce w skrzynce albo daj programowi prawo zapisu w folderze Wysłane. Jeśli kopie nie są potrzebne, ustaw SentCopies na false."),
        NoticeKind.UrgentMail => new(
            n.Detail.Length == 0 ? "Przyszła pilna wiadomość" : $"Przyszła pilna wiadomość od {n.Detail}",
            "Ma Twój znacznik pilności, więc została przepuszczona.",
            $"Czeka w skrzynce odbiorczej ({n.Subject}), gdy zechcesz zajrzeć; nadawca nie dostał odpowiedzi."),
        _ => throw new UnreachableException(),
    };
}
