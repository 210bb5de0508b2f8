using BoundaryWorker.Core.Mail;
using NodaTime;

namespace BoundaryWorker.Core.Code;

/// <summary>A declared way to reach her and the matters it is for. Exactly one of address, url, subject tag and telephone says what it is.</summary>
public sealed record Channel
{
    /// <summary>Its id in the Code.</summary>
    public required string Id { get; init; }

    /// <summary>The matters it is for.</summary>
    public required IReadOnlyList<Matter> For { get; init; }

    /// <summary>An address or alias of hers.</summary>
    public EmailAddress? Address { get; init; }

    /// <summary>A form, board or booking page.</summary>
    public string? Url { get; init; }

    /// <summary>A tag in the subject (<c>[PILNE]</c>): any letter case, anywhere in the subject.</summary>
    public string? SubjectTag { get; init; }

    /// <summary>A telephone number.</summary>
    public string? Telephone { get; init; }

    /// <summary>How often the tag lets a client through in a period; null for without limit.</summary>
    public Allowance? Allowance { get; init; }
}

/// <summary>So many uses in a calendar period of her zone, each client by itself.</summary>
/// <param name="Count">1 or more.</param>
/// <param name="Per">The period.</param>
public sealed record Allowance(int Count, AllowancePeriod Per)
{
    /// <summary>The first local day of the period in which <paramref name="date"/> lies; weeks begin on Monday.</summary>
    public LocalDate PeriodStart(LocalDate date) => Per switch
    {
        AllowancePeriod.Day => date,
        AllowancePeriod.Week => date.PlusDays(1 - (int)date.DayOfWeek),
        AllowancePeriod.Month => new LocalDate(date.Year, date.Month, 1),
        _ => new LocalDate(date.Year, 1, 1),
    };
}

/// <summary>The period of an allowance.</summary>
public enum AllowancePeriod
{
    /// <summary>A local day.</summary>
    Day,

    /// <summary>A week from Monday.</summary>
    Week,

    /// <summary>A calendar month.</summary>
    Month,

    /// <summary>A calendar year.</summary>
    Year,
}
