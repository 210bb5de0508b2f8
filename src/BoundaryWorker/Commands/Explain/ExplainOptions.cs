using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Mail.Reading;
using NodaTime;
using NodaTime.Text;

namespace BoundaryWorker.Commands.Explain;

/// <summary>What <c>explain</c> is told beside the files.</summary>
/// <param name="Received">The instant of arrival and of deciding (<c>--received</c>, default now).</param>
/// <param name="Envelope">The envelope sender (<c>--envelope-from</c>), or null for the topmost Return-Path.</param>
/// <param name="Trust">Whose Authentication-Results are believed (<c>--trust</c>, else that of the settings).</param>
/// <param name="Suppose">What is taken for given (<c>--suppose</c>).</param>
public sealed record ExplainOptions(Instant Received, ReversePath? Envelope, TrustPolicy Trust, Supposition Suppose)
{
    /// <summary>Reads the options as they are typed; every error is found at once, in words for who typed them.</summary>
    /// <param name="received">An ISO 8601 instant with offset or <c>Z</c>, or a local date and time in <paramref name="zone"/>; null for <paramref name="now"/>.</param>
    /// <param name="envelopeFrom">An address, or <c>&lt;&gt;</c> for the null path; null where it was not given.</param>
    /// <param name="trust">An authserv-id or <c>topmost-without-id</c>; null for <paramref name="usualTrust"/>.</param>
    /// <param name="suppose">Words separated by commas; null for none.</param>
    /// <param name="zone">The owner's zone.</param>
    /// <param name="now">The present.</param>
    /// <param name="usualTrust">What the settings say.</param>
    /// <returns>The options, or null with at least one error.</returns>
    public static (ExplainOptions? Options, IReadOnlyList<string> Errors) Parse(
        string? received, string? envelopeFrom, string? trust, string? suppose, DateTimeZone zone, Instant now, TrustPolicy usualTrust)
    {
        var errors = new List<string>();
        var at = received is null ? now : InstantOf(received, zone);
        if (at is null)
        {
            errors.Add($"--received: \"{received}\" is no instant. Write for example 2026-11-24T21:30:00+01:00 or 2026-11-24T21:30.");
        }

        var envelope = envelopeFrom is null ? null : Addresses.Parse(envelopeFrom);
        if (envelope is { State: ReversePathState.Unreadable })
        {
            errors.Add($"--envelope-from: \"{envelopeFrom}\" is no address. Write jane@acme.example, or \"<>\" for the empty one of notifications.");
        }

        var (supposed, unknown) = SuppositionOf(suppose ?? "");
        errors.AddRange(unknown.Select(word => $"--suppose: \"{word}\" is not known. There are client, addressed and closed, separated by commas."));
        return errors.Count > 0 || at is null
            ? (null, errors)
            : (new ExplainOptions(at.Value, envelope, TrustOf(trust, usualTrust), supposed), errors);
    }

    private static TrustPolicy TrustOf(string? text, TrustPolicy usual) => text?.Trim() switch
    {
        null or "" => usual,
        "topmost-without-id" => TrustPolicy.TopmostWithoutId,
        { } id => TrustPolicy.Of(id),
    };

    private static (Supposition Supposed, IReadOnlyList<string> Unknown) SuppositionOf(string text)
    {
        var words = text.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var known = words.Select(w => Enum.GetValues<Supposition>().FirstOrDefault(s => s.ToString().Equals(w, StringComparison.OrdinalIgnoreCase))).ToList();
        return (known.Aggregate(Supposition.None, (all, one) => all | one), [.. words.Where((_, i) => known[i] == Supposition.None)]);
    }

    private static Instant? InstantOf(string text, DateTimeZone zone)
    {
        var trimmed = text.Trim().Replace(' ', 'T');
        if (OffsetPatterns.Select(p => p.Parse(trimmed)).FirstOrDefault(r => r.Success) is { } exact)
        {
            return exact.Value.ToInstant();
        }

        return LocalPatterns.Select(p => p.Parse(trimmed)).FirstOrDefault(r => r.Success) is { } local
            ? local.Value.InZoneLeniently(zone).ToInstant()
            : null;
    }

    private static readonly OffsetDateTimePattern[] OffsetPatterns =
    [
        OffsetDateTimePattern.ExtendedIso, OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mmo<G>"),
    ];

    private static readonly LocalDateTimePattern[] LocalPatterns =
    [
        LocalDateTimePattern.ExtendedIso, LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm"),
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd"),
    ];
}
