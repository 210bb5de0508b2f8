using System.Text.RegularExpressions;
using BoundaryWorker.Core.Mail;

namespace BoundaryWorker.Mail.Reading;

/// <summary>
/// Bounces that are no RFC 3464 report: those of qmail, Exim, old Sendmail and Exchange, and many gateways. What became of the message is read from the SMTP answer they quote,
/// else from the few phrases that they all use; where neither says it, it is not said here either. That one of them is about a reply of ours is known by its id alone, so what a person
/// writes about a bounce is never taken for one.
/// </summary>
internal static partial class PlainBounce
{
    /// <summary>RFC 3463: the mailbox is full, which may be over tomorrow.</summary>
    public const string Full = "5.2.2";

    private const string PermanentOfAnyKind = "5.0.0";
    private const string TransientOfAnyKind = "4.0.0";

    // Enough for what a mail program says before it returns the message; what stands below may be anything.
    private const int SaidWithin = 8_000;

    /// <summary>Whether a mail program wrote it to tell of a delivery: from nobody, or by a name that mail programs have.</summary>
    public static bool Is(IncomingMessage message) =>
        message.ReversePath.State == ReversePathState.Null
        || message.From.Count == 0
        || message.Headers.Has("X-Failed-Recipients")
        || message.From.Any(f => MailDaemon.IsName(f.Local) || MailDaemon.IsName(f.DisplayName));

    /// <summary>What it says, without the ids.</summary>
    public static DeliveryReport Judge(IncomingMessage message)
    {
        var said = Said(message.Text);
        if (DelaySubject().IsMatch(message.Subject) || DelayWords().IsMatch(said))
        {
            return new DeliveryReport([], "delayed", TransientOfAnyKind);
        }

        var status = SaysFull(said) ? Full : StatusIn(said) ?? (GoneForGood().IsMatch(said) ? PermanentOfAnyKind : "");
        return new DeliveryReport([], "failed", status);
    }

    /// <summary>The first status in an SMTP answer: the enhanced code (RFC 3463), else what the three digits say of it (RFC 5321 4.2). Null where there is none.</summary>
    public static string? StatusIn(string said) =>
        Enhanced().Match(said) is { Success: true } enhanced ? enhanced.Groups[1].Value
        : Answer().Match(said) is { Success: true } answer ? (answer.Groups[1].Value[0] == '5' ? PermanentOfAnyKind : TransientOfAnyKind)
        : null;

    /// <summary>Whether it is about a full mailbox, whatever the code: 550, 552, 554 and 5.7.1 have all been seen with it.</summary>
    public static bool SaysFull(string said) => FullWords().IsMatch(said);

    private static string Said(string text)
    {
        var start = text.Length <= SaidWithin ? text : text[..SaidWithin];
        return Returned().Match(start) is { Success: true } returned ? start[..returned.Index] : start;
    }

    [GeneratedRegex(@"\bdelayed\b|\bdelay(ed)?:|^\W*warning\b|delivery warning|delay\)|opóźnion", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DelaySubject();

    [GeneratedRegex(
        @"this is a warning( message)? only|has not (yet )?been delivered (yet|to one or more|after)|(delivery attempts|attempts to deliver)[^.]{0,80}will continue|will (be retried|keep trying|continue to (try|be retried))|you do not need to resend|still in the (mail )?queue|wiadomość (jest|została) opóźniona",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex DelayWords();

    [GeneratedRegex(
        @"(over|exceed(s|ed|ing)?|out of|insufficient)( \w+){0,4} (quota|storage|disk space)|quota( \w+){0,3} (exceeded|exhausted|used up|full)|\bover ?quota\b|(mailbox|mail ?folder|mail ?drop|inbox|user)( \S+){0,3} (is|was) (now )?(over )?(full|quota)|mailbox full|is over the (maximum )?(quota|size)|not enough (disk |storage )?space|skrzynka( \S+){0,3} (jest )?pełna",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex FullWords();

    // Not an address of the internet, which may begin alike.
    [GeneratedRegex(@"(?<![\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d]|\.\d)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Enhanced();

    [GeneratedRegex(
        @"(?:<<<|>>>|said:|replied:|error[^\n]{0,120}?:|server:|reply was:|response was:|reason:|RCPT TO:[^\n]{0,200}?:|DATA[^\n]{0,100}?:|^)\s{0,10}[""(]?([45]\d\d)[ -]",
        RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Answer();

    [GeneratedRegex(
        @"user unknown|unknown (user|recipient|account)|no such (user|recipient|account|mailbox|person|address)|(mailbox|account|recipient|address|user)( \S+){0,3} (does not|doesn't) (exist|have)|(mailbox|account|user)( \S+){0,3} (unavailable|not found|disabled|inactive)|no mailbox here|permanent (fatal )?error|this is a permanent|host (not found|unknown)|not a valid (mailbox|recipient|user)|nie istnieje",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex GoneForGood();

    // Where the returned message, or its header, begins.
    [GeneratedRegex(
        @"^(-{2,}[^\n]{0,100}(original|returned|copy|header|message follows)[^\n]{0,100}|[^\n]{0,60}(original message|message headers?|returned message)[^\n]{0,40}:?\s*$|(Return-Path|Received|DKIM-Signature|Message-ID):\s)",
        RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Returned();
}
