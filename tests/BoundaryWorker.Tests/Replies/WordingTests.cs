using BoundaryWorker.Core.Replies;
using NodaTime;

namespace BoundaryWorker.Tests.Replies;

/// <summary>Grammar counts: weekdays, months, plurals, clocks, zones.</summary>
public sealed class WordingTests
{
    private static readonly Wording Polish = new(Studio.Templates.Languages["pl"], "pl");
    private static readonly Wording English = new(Studio.Templates.Languages["en"], "en");
    private static readonly LocalDate Today = new(2026, 11, 22);

    [Theory]
    [InlineData(23, "w poniedziałek", "on Monday", "poniedziałek")]
    [InlineData(24, "we wtorek", "on Tuesday", "wtorek")]
    [InlineData(25, "w środę", "on Wednesday", "środę")]
    [InlineData(26, "w czwartek", "on Thursday", "czwartek")]
    [InlineData(27, "w piątek", "on Friday", "piątek")]
    [InlineData(28, "w sobotę", "on Saturday", "sobotę")]
    [InlineData(29, "w niedzielę", "on Sunday", "niedzielę")]
    public void C9_the_weekday_stands_in_its_case_with_its_preposition(int day, string polish, string english, string after)
    {
        var date = new LocalDate(2026, 11, day);

        Assert.Equal($"{polish} {day} listopada", Polish.On(date, Today).Replace('\u00a0', ' '));
        Assert.Equal($"{english} {day} November", English.On(date, Today));
        Assert.Equal($"{after} {day} listopada", Polish.For(date, Today));
    }

    [Fact]
    public void C9_months_stand_in_the_genitive_and_another_year_is_named()
    {
        string[] expected = ["stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca", "lipca", "sierpnia", "września", "października", "listopada", "grudnia"];

        Assert.Equal(expected, Enumerable.Range(1, 12).Select(m => Polish.Date(new(2026, m, 1), Today).Split(' ')[^1]));
        Assert.EndsWith("1 stycznia 2027", Polish.On(new(2027, 1, 1), Today), StringComparison.Ordinal);
        Assert.EndsWith("1 January 2027", English.On(new(2027, 1, 1), Today), StringComparison.Ordinal);
    }

    [Fact]
    public void Polish_plurals_from_0_to_125_follow_the_last_digits_but_not_in_the_teens()
    {
        for (var n = 0; n <= 125; n++)
        {
            // Written once more by the school rule: the word is that of the last digit, except 12-14, and 1 alone is singular.
            var text = n.ToString(System.Globalization.CultureInfo.InvariantCulture);
            var few = "234".Contains(text[^1]) && !(text.Length > 1 && text[^2] == '1');
            Assert.Equal(text == "1" ? "zgłoszenie" : few ? "zgłoszenia" : "zgłoszeń", Plurals.Of(PluralRule.Polish, n, ["zgłoszenie", "zgłoszenia", "zgłoszeń"]));
            Assert.Equal(text == "1" ? "one" : "other", Plurals.Of(PluralRule.OneOther, n, ["one", "other"]));
        }
    }

    [Theory]
    [InlineData("America/New_York", "on Tuesday 24 November at 9:00 Warsaw time (3:00 in New York)", "we wtorek 24 listopada o 9:00 (czas: Warszawa; Nowy Jork: 3:00)")]
    [InlineData("Pacific/Honolulu", "on Tuesday 24 November at 9:00 Warsaw time (Monday 23 November, 22:00 in Honolulu)", "we wtorek 24 listopada o 9:00 (czas: Warszawa; Honolulu: poniedziałek 23 listopada, 22:00)")]
    [InlineData("Etc/GMT-5", "on Tuesday 24 November at 9:00 Warsaw time (13:00 in UTC+5)", "we wtorek 24 listopada o 9:00 (czas: Warszawa; UTC+5: 13:00)")]
    [InlineData("Europe/Berlin", "on Tuesday 24 November at 9:00", "we wtorek 24 listopada o 9:00")]
    public void C9_the_clients_clock_is_named_where_it_shows_something_else(string zone, string english, string polish)
    {
        var (at, theirs) = (Studio.At("2026-11-24 09:00"), DateTimeZoneProviders.Tzdb[zone]);

        Assert.Equal(english, English.OnAt(at, Studio.Warsaw, theirs, Today));
        Assert.Equal(polish, Polish.OnAt(at, Studio.Warsaw, theirs, Today).Replace('\u00a0', ' '));
    }

    [Fact]
    public void The_clock_is_that_of_the_readers_locale()
    {
        var american = new Wording(Studio.Templates.Languages["en"], "en-US");

        Assert.Equal(["12:05 am", "9:00 am", "12:00 pm", "5:30 pm"], new LocalTime[] { new(0, 5), new(9, 0), new(12, 0), new(17, 30) }.Select(american.Time));
        Assert.Equal(["0:05", "9:00", "12:00", "17:30"], new LocalTime[] { new(0, 5), new(9, 0), new(12, 0), new(17, 30) }.Select(English.Time));
    }

    [Fact]
    public void One_letter_words_are_bound_in_a_row_and_letters_of_other_words_are_not()
    {
        Assert.Equal("i\u00a0w\u00a0domu, a\u00a0nie to o", Polish.Bind("i w domu, a nie to o"));
        Assert.Equal("a { color: inherit }", Polish.Bind("a { color: inherit }"));
        Assert.Equal("I have a cat", English.Bind("I have a cat"));
    }
}
