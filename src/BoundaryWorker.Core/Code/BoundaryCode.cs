using BoundaryWorker.Core.Mail;
using BoundaryWorker.Core.Time;
using NodaTime;

namespace BoundaryWorker.Core.Code;

/// <summary>The Code: her rules of cooperation, as data (design.md section 3, code.yaml).</summary>
public sealed record BoundaryCode
{
    /// <summary>Its version, 1 or more.</summary>
    public required int Version { get; init; }

    /// <summary>The first local day on which it is in force; null for at once.</summary>
    public LocalDate? Effective { get; init; }

    /// <summary>Whose Code it is.</summary>
    public required Owner Owner { get; init; }

    /// <summary>When she works.</summary>
    public required HoursOfWork Hours { get; init; }

    /// <summary>How she is reached.</summary>
    public IReadOnlyList<Channel> Channels { get; init; } = [];

    /// <summary>Her rules, in the order of the file, which is the order of quoting.</summary>
    public IReadOnlyList<Rule> Rules { get; init; } = [];

    /// <summary>Within how many working hours she promises an answer; null for no promise.</summary>
    public Duration? AnswerWithin { get; init; }

    /// <summary>No message is held longer than this (promise 5).</summary>
    public Duration MaxHold { get; init; } = Duration.FromDays(7);

    /// <summary><c>hold_through_leave</c>: hold, until the opening, also where the closed window is longer than <see cref="MaxHold"/> (row 25).</summary>
    public bool HoldThroughLeave { get; init; }

    /// <summary><c>link</c>: where the whole Code can be read, or null.</summary>
    public string? Link { get; init; }

    /// <summary><c>cues</c>: words and phrases the owner adds, by matter.</summary>
    public IReadOnlyDictionary<Matter, IReadOnlyList<string>> Cues { get; init; } = new Dictionary<Matter, IReadOnlyList<string>>();

    /// <summary><c>replies</c>: how replies behave.</summary>
    public ReplyOptions Replies { get; init; } = new();

    /// <summary>The urgent way by subject tag, or null.</summary>
    public Channel? UrgentTag => Channels.FirstOrDefault(c => c.SubjectTag is not null && c.For.Contains(Matter.Urgent));

    /// <summary>Her telephone, or null.</summary>
    public Channel? Telephone => Channels.FirstOrDefault(c => c.Telephone is not null);
}

/// <summary>The <c>replies</c> part of the Code; every member has a default that suits most.</summary>
public sealed record ReplyOptions
{
    /// <summary><c>silent_after</c>: after so many replies to a client within seven days the next messages are held without one (replies.md C10).</summary>
    public int SilentAfter { get; init; } = 5;

    /// <summary><c>to_cc</c>: answer where she is in Cc only (row 15).</summary>
    public bool AnswerWhenCc { get; init; }

    /// <summary><c>subject_prefix</c>: per language; default <c>Auto: </c> (C5).</summary>
    public LocalizedText? SubjectPrefix { get; init; }

    /// <summary><c>null_path</c>: send with MAIL FROM <c>&lt;&gt;</c> (C3).</summary>
    public bool NullPath { get; init; }

    /// <summary><c>per_hour</c>: whole-worker cap that opens the circuit breaker (A16).</summary>
    public int PerHour { get; init; } = 30;

    /// <summary><c>per_person_day</c>: cap per person and 24 hours (A16).</summary>
    public int PerPersonDay { get; init; } = 3;

    /// <summary><c>per_client_day</c>: cap per client and 24 hours (A16).</summary>
    public int PerClientDay { get; init; } = 10;
}
