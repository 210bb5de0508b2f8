using BoundaryWorker.Core.Code;
using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Pipeline.Ports;
using NodaTime.Text;

namespace BoundaryWorker.Pipeline;

/// <summary>A decision as one line of the log: what is done of it and why; no address and no subject (promise 10).</summary>
public static class DecisionLine
{
    private static readonly LocalDateTimePattern Moment = LocalDateTimePattern.CreateWithInvariantCulture("ddd d MMM HH:mm");

    /// <summary>Says it in English; times in the owner's zone.</summary>
    public static string Of(MessageRecord record, Owner owner)
    {
        var decision = record.Decision;
        var would = record.Mode == Mode.Observe ? "would be " : "";
        var hold = decision.Hold.Until is { } until
            ? $"{would}held until {Moment.Format(until.InZone(owner.Zone).LocalDateTime)}"
            : "stays in the inbox";
        var reply = decision.Reply.Answer is not { } answer
            ? "not answered"
            : record.Mode switch
            {
                Mode.Enforce => $"answered ({string.Join(", ", answer.Rules)})",
                Mode.Hold => "not answered in this mode",
                _ => $"would be answered ({string.Join(", ", answer.Rules)})",
            };
        var why = decision.Reasons.Select(b => ReasonTable.Text(b, "en")).Distinct();
        return $"{hold}, {reply}: {string.Join("; ", why)}";
    }
}
