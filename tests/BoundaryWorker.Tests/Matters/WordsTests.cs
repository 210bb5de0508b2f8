using BoundaryWorker.Core.Code;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Core.Matters;

namespace BoundaryWorker.Tests.Matters;

public sealed class WordsTests
{
    [Theory]
    [InlineData("Nowa FAKTURĘ proszę", "faktur*", true)]
    [InlineData("Nowa fakturę proszę", "faktura", false)]
    [InlineData("Zażółć gęślą jaźń", "zazolc", true)]
    [InlineData("zazolc", "Zażółć", true)]
    [InlineData("niepilne", "pilne", false)]
    [InlineData("A price  list, please", "price list", true)]
    [InlineData("The price. List it.", "price list", false)]
    [InlineData("Zaz\u0307o\u0301łc\u0301", "zażółć", true)]
    [InlineData("cena 100 €", "€", true)]
    [InlineData("oferta", "", false)]
    [InlineData("oferta", "*", false)]
    [InlineData("can\u2019t", "can't", true)]
    public void Words_of_a_condition_are_whole_words_without_case_and_diacritics(string text, string word, bool met) =>
        Assert.Equal(met, Words.AnyIn(text, [word]));

    [Theory]
    [InlineData("[PILNE] oferta", true)]
    [InlineData("Re: oferta [pilne]", true)]
    [InlineData("Odp: [ Pilne ] oferta", true)]
    [InlineData("[P I L N E]", true)]
    [InlineData("=?UTF-8?Q?=5BPILNE=5D_oferta?=", true)]
    [InlineData("=?utf-8?B?W1BJTE5FXSBvZmVydGE=?=", true)]
    [InlineData("[\u00a0PILNE]", true)]
    [InlineData("pilne oferta", false)]
    [InlineData("[pilnet]", false)]
    [InlineData("[niepilne]", false)]
    [InlineData("=?utf-8?B?%%%?=", false)]
    [InlineData("=?", false)]
    [InlineData("", false)]
    public void Row_8_the_urgent_tag_is_met_in_any_case_anywhere_in_the_subject(string subject, bool met) =>
        Assert.Equal(met, UrgentTag.IsIn(subject, Tag("[PILNE]")));

    [Theory]
    [InlineData("to jest pilne", "PILNE", true)]
    [InlineData("niepilne", "PILNE", false)]
    [InlineData("sprawa gesla", "[GĘŚLĄ]", false)]
    [InlineData("[gesla] sprawa", "[GĘŚLĄ]", true)]
    [InlineData("anything", "", false)]
    public void Row_8_a_tag_without_brackets_is_a_word_of_its_own(string subject, string tag, bool met) =>
        Assert.Equal(met, UrgentTag.IsIn(subject, Tag(tag)));

    [Fact]
    public void A_channel_without_a_tag_is_never_met() =>
        Assert.False(UrgentTag.IsIn("[PILNE]", new Channel { Id = "mail", For = [Matter.Question] }));

    [Theory]
    [InlineData("Dzień dobry, proszę o informację, kiedy będzie raport.", "pl")]
    [InlineData("dzien dobry, prosze o informacje kiedy bedzie raport", "pl")]
    [InlineData("Hi, could you tell me when the report will be ready?", "en")]
    [InlineData("Thanks for the report, it is what we need.", "en")]
    [InlineData("ok", null)]
    [InlineData("", null)]
    [InlineData("Guten Tag, anbei die Rechnung für den letzten Monat.", null)]
    [InlineData("1 2 3 4 5 6", null)]
    public void The_language_is_told_by_small_words(string text, string? language) =>
        Assert.Equal(language, LanguageGuess.Of(text));

    private static Channel Tag(string tag) => new() { Id = "urgent", For = [Matter.Urgent], SubjectTag = tag };
}
