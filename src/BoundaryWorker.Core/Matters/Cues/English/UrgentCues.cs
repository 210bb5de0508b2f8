using BoundaryWorker.Core.Mail;

namespace BoundaryWorker.Core.Matters.Cues.English;

/// <summary>Urgency in words, or a deadline within the next day, in English.</summary>
internal static class UrgentCues
{
    private const string Urgent = "urgent|urgently|urgnet|ugent";

    public static CueTable Table { get; } = new(
        Matter.Urgent,
        "en",
        [
            new("urgent", true, Urgent, "of|utmost urgency", "matter of urgency", "extremely|very time critical|sensitive", "time sensitive|critical"),
            new("asap", true, "asap", "a s a p", "as soon as possible|you can|humanly", "soonest"),
            new("immediately", true, "immediately|immediate", "right away|now", "straight away", "at once", "this minute|instant", "without delay", "top|highest|high priority"),
            new("cannot-wait", true, "can't|cannot|can not|won't|mustn't wait", "^ emergency", "an|is emergency", "everything .. on fire", "can't be delayed", "running out of time", "drop everything"),
            new("by-tomorrow", true, "by|before .. tomorrow", "have until|till tomorrow|tonight", "no later than today|tomorrow|tonight", "deadline .. today|tomorrow|tonight", "today|tonight|tomorrow by|before #", "within # hours", "by|before .. eod|cob|tonight|midnight|noon", "by [the] end of [the] day|business|today", "by|before close of business", "first thing tomorrow", "for tomorrow morning", "need|needed ... today|tonight|now", "needed today|now|tonight", "today|tonight please|pls", "finish|send|done|ready|fix ... tonight|today", "in|within [the|an|one|next|half] [next|an] hour", "within the hour", "last minute"),
        ],
        $"not|isn't|no|never|nothing|neither|hardly|less|non|wasn't|aren't .. {Urgent}",
        $"if|unless|when|whenever|whether .. {Urgent}",
        $"for|in .. {Urgent} matters|issues|cases|enquiries|requests|emergencies|questions|case",
        $"{Urgent} care",
        "was|were|been urgent",
        "urgent is|was not",
        "immediately after|before|below|above|following",
        "immediate past|family|surroundings",
        "no|not|don't ... asap|immediately|today|tonight|tomorrow|now|away",
        "not .. by tomorrow",
        "not|no .. high|top priority",
        "away|out|off|leave|closed|busy ... until|till|by tomorrow|tonight",
        "see|speak|talk|meet|call|be|chat ... tomorrow|tonight");
}
