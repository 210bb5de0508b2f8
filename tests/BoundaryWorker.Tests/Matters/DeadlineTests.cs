using BoundaryWorker.Core.Matters;
using NodaTime;
using NodaTime.Text;

namespace BoundaryWorker.Tests.Matters;

public sealed class DeadlineTests
{
    private static readonly DateTimeZone Warsaw = DateTimeZoneProviders.Tzdb["Europe/Warsaw"];

    // Received on Saturday 28 November 2026 at 18:00 in Warsaw.
    private static readonly Instant Received = new LocalDateTime(2026, 11, 28, 18, 0).InZoneStrictly(Warsaw).ToInstant();

    [Theory]
    [InlineData("Potrzebuję tego do jutra do 10.", "2026-11-29T10:00")]
    [InlineData("Proszę na jutro rano.", "2026-11-29T12:00")]
    [InlineData("I need it by 9 am tomorrow.", "2026-11-29T09:00")]
    [InlineData("We need it by 9am tomorrow", "2026-11-29T09:00")]
    [InlineData("Prosze przygotowac oferte do poniedzialku", "2026-12-01T00:00")]
    [InlineData("Wrzuć ten post dziś do 22:00", "2026-11-28T22:00")]
    [InlineData("You have until Monday 8:00", "2026-11-30T08:00")]
    [InlineData("Please send it by EOD", "2026-11-29T00:00")]
    [InlineData("Potrzebne do końca dnia", "2026-11-29T00:00")]
    [InlineData("Potrzebuję prezentacji na 8:00", "2026-11-29T08:00")]
    [InlineData("Proszę o tekst do jutra", "2026-11-30T00:00")]
    [InlineData("We need it by tomorrow.", "2026-11-30T00:00")]
    [InlineData("Please publish it before midnight", "2026-11-29T00:00")]
    [InlineData("najpóźniej jutro do 9.30", "2026-11-29T09:30")]
    [InlineData("by 7 pm please", "2026-11-28T19:00")]
    [InlineData("do poniedziałku do godz. 9", "2026-11-30T09:00")]
    [InlineData("Proszę o odpowiedź w ciągu 2 godzin", "2026-11-28T20:00")]
    [InlineData("Answer within the hour", "2026-11-28T19:00")]
    [InlineData("Jedno do jutra do 10, drugie do jutra do 8.", "2026-11-29T08:00")]
    [InlineData("by the end of the day", "2026-11-29T00:00")]
    public void Row_10_a_deadline_is_read_as_the_latest_instant_the_words_allow(string text, string local)
    {
        var expected = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(local).Value;

        var found = Deadlines.Find(text, Received, Warsaw);

        Assert.Equal(expected.InZoneStrictly(Warsaw).ToInstant(), found?.At);
        Assert.InRange(found!.Excerpt.Length, 1, 40);
    }

    [Theory]
    [InlineData("Jestem na urlopie do poniedziałku.")]
    [InlineData("Sklep jest otwarty od 8:00 do 16:00.")]
    [InlineData("I am away until Monday.")]
    [InlineData("Open from 9 to 5.")]
    [InlineData("Do jutra!")]
    [InlineData("Prezentacja do 10 slajdów.")]
    [InlineData("Wyślij do klienta.")]
    [InlineData("Spotkanie na 8:00.")]
    [InlineData("Nie musi być do jutra.")]
    [InlineData("It doesn't have to be ready by tomorrow.")]
    [InlineData("sometime next Monday")]
    [InlineData("do 30 listopada")]
    [InlineData("")]
    public void Row_10_in_doubt_there_is_no_deadline(string text) =>
        Assert.Null(Deadlines.Find(text, Received, Warsaw));

    [Fact]
    public void Row_10_the_night_of_the_clock_change_takes_the_later_of_two_equal_times()
    {
        var beforeChange = new LocalDateTime(2026, 10, 24, 20, 0).InZoneStrictly(Warsaw).ToInstant();

        var found = Deadlines.Find("Potrzebne jutro do 2:30", beforeChange, Warsaw);

        Assert.Equal(2, Warsaw.MapLocal(new LocalDateTime(2026, 10, 25, 2, 30)).Count);
        Assert.Equal(Warsaw.MapLocal(new LocalDateTime(2026, 10, 25, 2, 30)).Last().ToInstant(), found?.At);
    }
}
