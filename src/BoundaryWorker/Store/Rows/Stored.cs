using System.Diagnostics.CodeAnalysis;
using BoundaryWorker.Core.Mail;
using NodaTime;
using NodaTime.Text;

namespace BoundaryWorker.Store.Rows;

/// <summary>How values stand in columns.</summary>
internal static class Stored
{
    /// <summary>Unix ticks (100 ns) UTC: what the clocks of .NET give comes back exactly.</summary>
    public static long Of(Instant at) => at.ToUnixTimeTicks();

    /// <inheritdoc cref="Of(Instant)"/>
    public static long? Of(Instant? at) => at?.ToUnixTimeTicks();

    /// <summary>From Unix ticks.</summary>
    public static Instant At(long ticks) => Instant.FromUnixTimeTicks(ticks);

    /// <inheritdoc cref="At(long)"/>
    [return: NotNullIfNotNull(nameof(ticks))]
    public static Instant? At(long? ticks) => ticks is { } value ? At(value) : null;

    /// <summary>ISO 8601 in UTC, for JSON.</summary>
    public static string? Iso(Instant? at) => at is { } value ? InstantPattern.ExtendedIso.Format(value) : null;

    /// <summary>From ISO 8601 in UTC.</summary>
    public static Instant? FromIso(string? text) => text is null ? null : InstantPattern.ExtendedIso.Parse(text).Value;

    /// <summary>A local day as yyyy-MM-dd.</summary>
    public static string Of(LocalDate day) => LocalDatePattern.Iso.Format(day);

    /// <summary>From yyyy-MM-dd.</summary>
    public static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text).Value;

    /// <summary>The name of an enum's value.</summary>
    public static T Name<T>(string text)
        where T : struct, Enum => Enum.Parse<T>(text);

    /// <summary>An addr-spec. The last @ parts it: a domain has none.</summary>
    public static EmailAddress Address(string bare)
    {
        var at = bare.LastIndexOf('@');
        return new EmailAddress(bare[..at], bare[(at + 1)..]);
    }

    /// <summary>At most that many UTF-16 characters, no half of a pair left (promise 10).</summary>
    public static string Cut(string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
}
