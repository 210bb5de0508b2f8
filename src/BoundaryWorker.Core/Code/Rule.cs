using BoundaryWorker.Core.Mail;

namespace BoundaryWorker.Core.Code;

/// <summary>One numbered paragraph of the Code.</summary>
public sealed record Rule
{
    /// <summary>Its number, <c>1.2</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Its area.</summary>
    public required RuleArea Area { get; init; }

    /// <summary>Her words; <c>{hours}</c> in them stands for the weekly hours in words.</summary>
    public required LocalizedText Text { get; init; }

    /// <summary><c>enforces: hours</c>: broken by whatever arrives in a closed window.</summary>
    public bool EnforcesHours { get; init; }

    /// <summary><c>when</c>: broken by a message that meets it; null where the rule is quoted but not enforced, or enforces the hours.</summary>
    public Condition? When { get; init; }

    /// <summary><c>then: [reply]</c>: answered in open hours too (design.md section 6 row 2).</summary>
    public bool ReplyInOpenHours { get; init; }
}

/// <summary>The area of a rule.</summary>
public enum RuleArea
{
    /// <summary>When she works.</summary>
    WorkingTime,

    /// <summary>How work is handed over.</summary>
    Tasks,

    /// <summary>Through which channels she is reached.</summary>
    Communication,
}

/// <summary>The closed vocabulary of <c>when</c>. Every given member must hold; a list holds when one of its items does. At least one member is given.</summary>
public sealed record Condition
{
    /// <summary><c>sender</c>: full addresses or client ids.</summary>
    public IReadOnlyList<string> Sender { get; init; } = [];

    /// <summary><c>alias</c>: the address of hers that was addressed.</summary>
    public IReadOnlyList<EmailAddress> Alias { get; init; } = [];

    /// <summary><c>matter</c>: what the message is about.</summary>
    public IReadOnlyList<Matter> Matter { get; init; } = [];

    /// <summary><c>via</c>: ids of channels of which the message came through one.</summary>
    public IReadOnlyList<string> Via { get; init; } = [];

    /// <summary><c>not_via</c>: ids of channels of which the message came through none.</summary>
    public IReadOnlyList<string> NotVia { get; init; } = [];

    /// <summary><c>subject</c>: words of which one is in the subject; letter case and diacritics ignored, whole words.</summary>
    public IReadOnlyList<string> Subject { get; init; } = [];

    /// <summary><c>body</c>: words of which one is in the new text.</summary>
    public IReadOnlyList<string> Body { get; init; } = [];

    /// <summary><c>attachment</c>: whether it has one.</summary>
    public bool? Attachment { get; init; }

    /// <summary><c>invitation</c>: whether it is one.</summary>
    public bool? Invitation { get; init; }

    /// <summary><c>language</c>: the language of the new text.</summary>
    public IReadOnlyList<string> Language { get; init; } = [];

    /// <summary><c>hours</c>: true for open, false for closed, null for either.</summary>
    public bool? InOpenHours { get; init; }
}
