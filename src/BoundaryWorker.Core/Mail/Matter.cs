namespace BoundaryWorker.Core.Mail;

/// <summary>What a message is about, strongest first: where a message has several, the smallest value is named first (design.md section 2).</summary>
public enum Matter
{
    /// <summary>A calendar object.</summary>
    Invitation,

    /// <summary>Urgent in words, or a deadline before the release.</summary>
    Urgent,

    /// <summary>Work that is handed over.</summary>
    Task,

    /// <summary>A meeting or call asked for in words.</summary>
    Meeting,

    /// <summary>An invoice or a payment.</summary>
    Invoice,

    /// <summary>A question.</summary>
    Question,

    /// <summary>Thanks or a reaction and nothing else (replies.md A20).</summary>
    Thanks,

    /// <summary>None of these.</summary>
    Other,
}
