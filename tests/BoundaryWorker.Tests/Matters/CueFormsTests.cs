using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Core.Matters;
using NodaTime;

namespace BoundaryWorker.Tests.Matters;

/// <summary>Forms of words that the cues do not list one by one, and how sure they are.</summary>
public sealed class CueFormsTests
{
    [Theory]
    [InlineData("Proszę zaktualziować cennik.")]
    [InlineData("Proszę przygtować ofertę.")]
    [InlineData("Could you please tranlsate the page?")]
    [InlineData("Would you mind uploadding the photos?")]
    public void A_slip_of_the_finger_in_a_long_word_is_read_as_it_was_meant(string text) => Assert.True(TaskIn(text)!.IsSure);

    [Theory]
    [InlineData("Spotykamy się w każdy poniedziałek w małej sali.")]
    [InlineData("Po południu spotykamy się z drukarnią.")]
    public void Another_form_of_a_word_is_no_slip(string text) => Assert.DoesNotContain(Read(text), f => f.Matter == Matter.Meeting);

    [Theory]
    [InlineData("Proszę wyszparować zdjęcia.")]
    [InlineData("Proszę o wyszparowanie zdjęć.")]
    [InlineData("Please onboard Mia.")]
    public void Row_2_a_verb_known_by_its_ending_or_place_alone_is_one_weak_cue(string text)
    {
        var task = TaskIn(text);

        Assert.False(Assert.Single(task!.Cues).IsExplicit);
        Assert.False(task.IsSure);
    }

    [Fact]
    public void Row_2_weak_cues_on_the_same_words_are_not_independent()
    {
        var question = Assert.Single(Read("can we have the link"));

        Assert.Equal(Matter.Question, question.Matter);
        Assert.False(question.IsSure);
    }

    [Fact]
    public void Row_2_weak_cues_in_two_places_are_sure() => Assert.True(TaskIn("Proszę wyszparować zdjęcia. Potem proszę o wykadrowanie drugiego.")!.IsSure);

    [Theory]
    [InlineData("Proszę podać adres.")]
    [InlineData("Proszę przysłać cennik.")]
    [InlineData("Proszę o potwierdzenie.")]
    [InlineData("Please tell me the address.")]
    [InlineData("In a month the tysiąc miesięcy, więc nic.")]
    public void What_asks_for_an_answer_is_no_work_by_its_ending(string text) => Assert.Null(TaskIn(text));

    [Fact]
    public void A_question_about_the_hour_belongs_to_the_meeting_asked_for() =>
        Assert.Equal(Matter.Meeting, Assert.Single(Read("Zdzwońmy się w tym tygodniu. Czwartek o 10?")).Matter);

    [Fact]
    public void Without_a_meeting_a_question_about_the_hour_is_a_question() =>
        Assert.Equal(Matter.Question, Assert.Single(Read("Czwartek o 10?")).Matter);

    private static MatterFinding? TaskIn(string text) => Read(text).FirstOrDefault(f => f.Matter == Matter.Task);

    private static IReadOnlyList<MatterFinding> Read(string text) =>
        MatterReader.Read(new IncomingMessage { Received = Instant.FromUtc(2026, 11, 24, 21, 0), Text = text }, text, Codes.Plain);
}
