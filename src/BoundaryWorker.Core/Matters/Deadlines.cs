using BoundaryWorker.Core.Matters.DueTimes;
using NodaTime;

namespace BoundaryWorker.Core.Matters;

/// <summary>A deadline that the author set.</summary>
/// <param name="At">The latest instant that the words allow: "by tomorrow" ends with tomorrow, "tomorrow morning" at noon.</param>
/// <param name="Excerpt">The words, at most 40 characters.</param>
public sealed record Deadline(Instant At, string Excerpt);

/// <summary>
/// Reads "do jutra do 10", "by 9 am tomorrow", "dziś do 22:00", "until Monday 8:00", "by EOD" (design.md section 6 row 10). Careful: words that
/// could mean something else ("urlop do poniedziałku", "od 8:00 do 16:00", "next Monday") give no deadline, and the latest reading is taken, so
/// that a deadline said to lie before the release does lie before it.
/// </summary>
public static class Deadlines
{
    private const int LongestRead = 20_000;

    /// <summary>The earliest deadline in the new text that lies after <paramref name="received"/>; null where none can be read for sure.</summary>
    /// <param name="newText">What the author wrote now.</param>
    /// <param name="received">When it arrived: what "today" and "tomorrow" are counted from.</param>
    /// <param name="zone">The zone of the author if known, else the owner's.</param>
    public static Deadline? Find(string newText, Instant received, DateTimeZone zone)
    {
        var now = received.InZone(zone).LocalDateTime;
        var text = newText.Length > LongestRead ? newText[..LongestRead] : newText;
        return SentenceSplitter.Split(text)
            .Where(s => !Doubts.In(s))
            .SelectMany(s => InSentence(s, now, received, zone))
            .Where(d => d.At > received)
            .MinBy(d => d.At);
    }

    private static IEnumerable<Deadline> InSentence(Sentence sentence, LocalDateTime now, Instant received, DateTimeZone zone)
    {
        for (var i = 0; i < sentence.Tokens.Count; i++)
        {
            if (Spans.At(sentence.Tokens, i) is { } span)
            {
                yield return new Deadline(received + span.Length, sentence.Excerpt(i, span.End));
            }
            else if (DueTime.At(sentence.Tokens, i) is { } due && !Doubts.At(sentence, due) && due.LatestAfter(now) is { } local)
            {
                // A skipped local time shifts forward, an ambiguous one is its later occurrence: the latest reading again.
                yield return new Deadline(zone.ResolveLocal(local, Late).ToInstant(), sentence.Excerpt(due.First, due.End));
            }
        }
    }

    private static readonly NodaTime.TimeZones.ZoneLocalMappingResolver Late = NodaTime.TimeZones.Resolvers.CreateMappingResolver(
        NodaTime.TimeZones.Resolvers.ReturnLater, NodaTime.TimeZones.Resolvers.ReturnForwardShifted);
}
