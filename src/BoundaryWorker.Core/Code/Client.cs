using BoundaryWorker.Core.Mail;
using BoundaryWorker.Core.Time;
using NodaTime;

namespace BoundaryWorker.Core.Code;

/// <summary>Somebody the Code applies to: a firm or a person (design.md section 3, clients.yaml).</summary>
public sealed record Client
{
    /// <summary>The id by which everything else names them.</summary>
    public required string Id { get; init; }

    /// <summary>Their name, shown to the owner alone.</summary>
    public required string Name { get; init; }

    /// <summary>Full addresses.</summary>
    public IReadOnlyList<EmailAddress> Addresses { get; init; } = [];

    /// <summary>Domains in lower case; <c>*.acme.example</c> stands for those below it.</summary>
    public IReadOnlyList<string> Domains { get; init; } = [];

    /// <summary>The language they are answered in; null to take it from the thread, else the default.</summary>
    public string? Language { get; init; }

    /// <summary>The Polish form of address.</summary>
    public AddressForm Form { get; init; }

    /// <summary>Their zone, null where it is hers.</summary>
    public DateTimeZone? Zone { get; init; }

    /// <summary>Hours that also release this client's mail; not on holidays or leave.</summary>
    public WeeklyHours? ExtraHours { get; init; }

    /// <summary>Which version of the Code they were given and when; null for none (row 19).</summary>
    public CodeGiven? CodeGiven { get; init; }

    /// <summary><c>hold: never</c>.</summary>
    public bool NeverHold { get; init; }

    /// <summary><c>reply: never</c>.</summary>
    public bool NeverReply { get; init; }

    /// <summary><c>lift</c>: ids of replies.md that do not count for this client; A3 and A5 alone can be lifted.</summary>
    public IReadOnlyList<string> Lift { get; init; } = [];
}

/// <summary>A version of the Code and the day on which a client was given it.</summary>
public sealed record CodeGiven(int Version, LocalDate Date);

/// <summary>How a client is addressed in Polish (voice.md).</summary>
public enum AddressForm
{
    /// <summary>Without gender or familiarity.</summary>
    Neutral,

    /// <summary>Familiar.</summary>
    Ty,

    /// <summary>To a man.</summary>
    Pan,

    /// <summary>To a woman.</summary>
    Pani,
}

/// <summary>What happens to mail of people who are in no client's list.</summary>
public enum StrangerPolicy
{
    /// <summary>Nothing (the default, promise 8).</summary>
    Leave,

    /// <summary>Held like a client's, never answered.</summary>
    Hold,

    /// <summary>Held and answered like a client's.</summary>
    HoldAndReply,
}
