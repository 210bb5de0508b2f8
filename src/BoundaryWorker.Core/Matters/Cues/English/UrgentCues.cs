using BoundaryWorker.Core.Mail;

namespace BoundaryWorker.Core.Matters.Cues.English;

/// <summary>Urgency in words, or a deadline within the next day, in English.</summary>
internal static class UrgentCues
{
    private const string Urgent = "urgent|urgently|urgnet|ugent|urgant|urgentt|urget";
    private const string Soon = "today|tonight|tonite";
    private const string Site = "site|website|shop|store|server|page|webshop|checkout|system|mailbox|everything|platform|app|form";

    public static CueTable Table { get; } = new(
        Matter.Urgent,
        "en",
        [
            new("urgent", true, Urgent, "of|utmost urgency", "matter of urgency", "extremely|very|really time critical|sensitive", "time sensitive|critical", "time-sensitive|time-critical", "super|mega urgent", "critical issue|problem|error|bug", "time is|of .. essence|running"),
            new("asap", true, "asap|aasp", "a s a p", "as soon as [you] possible|possibly|you|can|humanly|poss", "soonest", "as quickly|fast as [you] possible|you|humanly|can", "the sooner|earlier the better", "pronto"),
            new("immediately", true, "immediately|immediate", "right away|now", "straight away", "straightaway", "at once", "this minute|instant|second", "without [any] delay", "top|highest|high|utmost priority", "instantly"),
            new("cannot-wait", true, "can't|cannot|can not|won't|mustn't|couldn't wait", "^ emergency", "an|is|real|bit emergency", "everything .. on fire", "is on fire", "can't be delayed", "running out of time", "drop everything", "no time to lose|waste", "every minute|second counts", "clock is ticking", "before it's|its too late", "we're|were|am|i'm desperate", "in a panic", "^ help", "sos|mayday", "life saver", "stop press", "standing|stuck|waiting outside|here .. now"),
            new("by-tomorrow", true, "by|before .. tomorrow", "have until|till tomorrow|tonight", "no later than today|tomorrow|tonight|noon|#", $"deadline|due|cut-off|cutoff|closes|close|closing|expires|ends|submission ... {Soon}|midnight", "deadline|due .. tomorrow", "is|are due today|tonight|tomorrow", $"today|tonight|tomorrow by|before #|noon|lunch", "within # hours|minutes|mins", "in # minutes|mins", "in|within the|an|next|half|couple|few ... hour|minutes", "by|before .. eod|cob|tonight|midnight|noon|lunchtime|lunch|eob", "by [the] end of [the|my|our] [working|business] day|business|today|play", "by|before close of business|play", "first thing [tomorrow]", "for tomorrow morning", $"need|needed|needs|must ... {Soon}", "need|needed|needs|must|have|has ... now $", "need|needed|needs|must ... now please|pls|or|because|before", "needed today|now|tonight", "today|tonight please|pls", "finish|send|done|ready|fix|fixed|sorted ... tonight|today", "in|within [the|an|one|next|half] [next|an] hour", "within the hour", "by|before|need|needed .. this afternoon|evening|morning", "last minute", "still today", "today not tomorrow"),
            new("must-today", true, $"must|has|have|need|needs|got to ... {Soon}", $"^^ {Soon}|tonight please|pls|if", $"please|pls|could|can ... {Soon} $", $"must|has|have|got to ... by|before [the] # today|tomorrow|tonight|noon|midnight", "tomorrow morning ... before|by then|#"),
            new("it-is-down", true, $"{Site} .. down|offline|crashed|hacked", $"{Site} is|has .. broken|crashed|hacked|offline|gone", "shows|showing|shows|throwing .. error # ", "is down|offline $", "has|have .. been hacked", "outage"),
        ],
        $"not|isn't|no|never|nothing|neither|hardly|less|non|wasn't|aren't|none|anything|nor|without .. {Urgent}",
        $"if|unless|when|whenever|whether .. {Urgent}",
        $"for|in|with .. {Urgent} ... matters|issues|cases|enquiries|requests|emergencies|questions|case|queries|matter|calls|help|support",
        $"{Urgent} [press|payment|customer|support] care|matters|enquiries|queries|inquiries",
        "in|case of|an emergency",
        "emergency contact|contacts|exit|number|kit|fund",
        "was|were|been urgent",
        "urgent is|was not",
        "immediately after|before|below|above|following",
        "immediate past|family|surroundings|future",
        "no|not|don't ... asap|immediately|today|tonight|tomorrow|now|away", "isn't|doesn't|nothing|never|without .. asap|immediately|today|tonight|tomorrow|now|away",
        "no|not .. rush|hurry",
        "not .. by tomorrow",
        "not|no .. high|top priority",
        "away|out|off|leave|closed|busy|back|open ... until|till|by tomorrow|tonight|today",
        "see|speak|talk|meet|call|be|chat|zoom|catch|ring ... tomorrow|tonight|evening|afternoon|morning",
        "can't wait to|for",
        "so|there|much|great|good|nice|thanks|thank .. far|today|now $",
        "now that|and|then|on",
        "from|until|till|up|by|for now",
        "need to know|see|talk|speak|discuss ... tomorrow",
        "help ... with|yourself|me|us|you",
        "do|does|did|have|has i|we|you|they need|have|want to ... today|tonight",
        "cut down",
        "whole|all|working|long day .. today");
}
