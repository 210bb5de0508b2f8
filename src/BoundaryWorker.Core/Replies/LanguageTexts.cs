namespace BoundaryWorker.Core.Replies;

/// <summary>What a language needs beside its templates, so that dates, counts and quotations are right in it. Read from <c>texts.yaml</c> of its folder.</summary>
public sealed record LanguageTexts
{
    /// <summary>Its tag in lower case: <c>pl</c>.</summary>
    public required string Language { get; init; }

    /// <summary>How many plural forms it has and when each is used.</summary>
    public required PluralRule Plural { get; init; }

    /// <summary>The weekdays by themselves, Monday first.</summary>
    public required IReadOnlyList<string> Weekdays { get; init; }

    /// <summary>The weekdays with their preposition, as after "I am back": <c>we wtorek</c>, <c>on Tuesday</c>.</summary>
    public required IReadOnlyList<string> WeekdaysOn { get; init; }

    /// <summary>The weekdays as after "an invitation for": <c>niedzielę</c>, <c>Sunday</c>.</summary>
    public required IReadOnlyList<string> WeekdaysFor { get; init; }

    /// <summary>The months as they stand after a day's number: <c>listopada</c>, <c>November</c>.</summary>
    public required IReadOnlyList<string> Months { get; init; }

    /// <summary>A date: <c>{weekday} {day} {month}</c>.</summary>
    public required string Date { get; init; }

    /// <summary>A date of another year than the one it is read in: <c>{weekday} {day} {month} {year}</c>.</summary>
    public required string DateOfOtherYear { get; init; }

    /// <summary>A date and a time: <c>{date} at {time}</c>.</summary>
    public required string Moment { get; init; }

    /// <summary>A moment of her zone that names the zone and what it is elsewhere: <c>{moment} {place} time ({elsewhere})</c>.</summary>
    public required string MomentInZone { get; init; }

    /// <summary>The time elsewhere on the same date: <c>{time} in {place}</c>.</summary>
    public required string Elsewhere { get; init; }

    /// <summary>The time elsewhere where the date is another: <c>{date}, {time} in {place}</c>.</summary>
    public required string ElsewhereOtherDay { get; init; }

    /// <summary>The name of a zone by itself: <c>{place} time</c>.</summary>
    public required string Zone { get; init; }

    /// <summary>Opening quotation mark.</summary>
    public required string QuoteOpen { get; init; }

    /// <summary>Closing quotation mark.</summary>
    public required string QuoteClose { get; init; }

    /// <summary>Before the original subject (replies.md C5): <c>Auto: </c>.</summary>
    public required string SubjectPrefix { get; init; }

    /// <summary>The subject where the original had none.</summary>
    public required string NoSubject { get; init; }

    /// <summary>One-letter words that must not stand at the end of a line: <c>wzoiau</c>; empty where the language has no such custom.</summary>
    public string BoundWords { get; init; } = "";

    /// <summary>Language tags in lower case whose readers use the 12-hour clock: <c>en-us</c>.</summary>
    public IReadOnlyList<string> TwelveHourClock { get; init; } = [];

    /// <summary>Cities of time zones that have a name of their own in this language: <c>Warsaw</c> to <c>Warszawa</c>.</summary>
    public IReadOnlyDictionary<string, string> Places { get; init; } = new Dictionary<string, string>();
}

/// <summary>Families of plural forms (Unicode CLDR, cardinal, whole numbers).</summary>
public enum PluralRule
{
    /// <summary>One form for all numbers (Japanese, Turkish after a number).</summary>
    NoForms,

    /// <summary>1, all others (English, German).</summary>
    OneOther,

    /// <summary>0 and 1, all others (French).</summary>
    ZeroOneOther,

    /// <summary>1; 2-4 but not 12-14; all others (Polish).</summary>
    Polish,

    /// <summary>1, 21...; 2-4, 22-24... but not 11-14; all others (Ukrainian).</summary>
    EastSlavic,

    /// <summary>1; 2-4; all others (Czech, Slovak).</summary>
    Czech,
}

/// <summary>Which plural form a number takes.</summary>
public static class Plurals
{
    /// <summary>The index of the form, from 0.</summary>
    /// <param name="rule">The language's rule.</param>
    /// <param name="number">0 or more.</param>
    public static int Form(PluralRule rule, long number) => rule switch
    {
        PluralRule.NoForms => 0,
        PluralRule.OneOther => number == 1 ? 0 : 1,
        PluralRule.ZeroOneOther => number <= 1 ? 0 : 1,
        PluralRule.Polish => number == 1 ? 0 : EndsInTwoToFour(number) ? 1 : 2,
        PluralRule.EastSlavic => number % 10 == 1 && number % 100 != 11 ? 0 : EndsInTwoToFour(number) ? 1 : 2,
        PluralRule.Czech => number == 1 ? 0 : number is >= 2 and <= 4 ? 1 : 2,
        _ => 0,
    };

    /// <summary>The form itself; the last one where too few are given.</summary>
    public static string Of(PluralRule rule, long number, IReadOnlyList<string> forms) =>
        forms.Count == 0 ? "" : forms[Math.Min(Form(rule, number), forms.Count - 1)];

    private static bool EndsInTwoToFour(long number) => number % 10 is >= 2 and <= 4 && number % 100 is < 12 or > 14;
}
