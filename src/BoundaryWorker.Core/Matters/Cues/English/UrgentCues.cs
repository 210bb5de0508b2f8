using BoundaryWorker.Core.Mail;

namespace BoundaryWorker.Core.Matters.Cues.English;

/// <summary>Urgency in words, or a deadline within the next day, in English.</summary>
internal static class UrgentCues
{
    private const string Urgent = "urgent|urgently|urgnet|ugent|urgant|urgentt|urget|urgetn";
    private const string Soon = "today|tonight|tonite";
    private const string Site = "site|website|shop|store|server|webshop|checkout|system|mailbox|everything|platform";

    private const string Weekday = "monday|tuesday|wednesday|thursday|friday|saturday|sunday|next|november|december|january|february|week|month";

    public static CueTable Table { get; } = new(
        Matter.Urgent,
        "en",
        [
            new("urgent", true, Urgent, "of|utmost urgency", "matter of urgency", "extremely|very|really time critical|sensitive", "time sensitive|critical", "time-sensitive|time-critical", "super|mega urgent", "critical issue|problem|error|bug", "time is of the essence", "time is running"),
            new("asap", true, "asap|aasp", "a s a p", "as soon as [you] possible|possibly|you|can|humanly|poss", "soonest", "as quickly|fast as [you] possible|you|humanly|can", "the sooner|earlier the better", "pronto"),
            new("immediately", true, "immediately|immediate", "right away|now", "straight away", "straightaway", "at once", "this minute|instant|second", "without [any] delay", "top|highest|high|utmost priority"),
            new("cannot-wait", true, "can't|cannot|can not|won't|mustn't|couldn't wait", "^ emergency", "an|is|real|bit emergency", "everything .. on fire", "can't be delayed", "running out of time", "drop everything", "no time to lose|waste", "every minute|second counts", "clock is ticking", "before it's|its too late", "we're|were|am|i'm desperate", "in a panic", "^^ quick $", "the moment|minute|second|instant you see|read|get|receive this", "as soon as you see|read|get|receive this", "sos|mayday", "stop press", "stuck outside|here"),
            new("by-tomorrow", true, "by|before .. tomorrow", "have until|till tomorrow|tonight", "no later than today|tomorrow|tonight|noon|#", $"deadline|due|cutoff|expires|submission|application|applications ... {Soon}|midnight", "deadline|due .. tomorrow", "is|are due today|tonight|tomorrow", $"today|tonight|tomorrow by|before #|noon|lunch", "within # hours|minutes|mins", "in # minutes|mins", "in|within [the|a] next|few|couple|half [few|ten|five|of] [an|#] hour|hours|minutes|mins", "by|before .. eod|cob|tonight|midnight|noon|eob", "by [the] end of [the|my|our] [working|business] day|business|today|play", "by|before close of business|play", "first thing [tomorrow]", "for tomorrow morning", $"need|needed|needs|must ... {Soon}", "need|needed|needs|must ... now $", "have|has to ... now $", "need|needed|needs|must ... now please|pls|or|because|before", "needed today|now|tonight", "today|tonight please|pls", "finish|send|done|ready|fix|fixed|sorted ... tonight|today", "in|within [the|an|one|next|half] [next|an] hour", "within the hour", "by|need|needed .. this afternoon|evening|morning", "last minute", "still today", "today not tomorrow"),
            new("must-today", true, $"must|has|have|need|needs|got to be|go|get|have ... {Soon}", $"^^ {Soon} please|pls", $"please|pls ... {Soon} $", $"must|has|have|got to ... by|before [the] # today|tomorrow|tonight|noon|midnight", "tomorrow morning ... before|by then"),
            new("now-please", true, "now please|pls", "right now ... please|pls", "please|pls ... right now", "please|pls -note|-find|-be|-see|-let|-have .. it|this|that|them|these|those|me|us .. tonight|today", "you .. this|tonight tonight|minute", "could|can you .. it|this|that|them|these .. tonight", "quickly please|pls", "please|pls hurry", "hurry [up] please|pls", "^^ disaster|crisis|panic", "total|complete|absolute disaster|panic", "in a bind", "drop whatever|what you're|you", "need|needed|needs .. stat $", "as a matter of priority", "goes|going|go|off to print .. tonight|today|tomorrow", $"starts|start|opens|open|begins|launches|launch|live|boarding|closes|close|closing in # minutes|mins|hours|hour", "client|clients|customers|people|guests|everyone|everybody is|are stranded|queuing|queueing|furious", "people|guests|customers|everyone|everybody [is|are] waiting outside|here|online"),
            new("not-working", true, "dead in the water", "bouncing since", "everything|nothing|nobody .. stopped|works|working|loads", $"{Site}|login|portal|emails|mail|payments|bookings|orders|app [is|are|has|have] isn't|not|aren't|stopped|won't|don't|doesn't working|loading|opening|load|work|open|responding", $"{Site}|login|portal|emails|mail|payments|app|attachment|upload keeps|keep failing|bouncing|crashing|freezing", "nobody|one can log|login|pay|order|access|book|buy|check", "customers|people|clients|users|guests|visitors|everyone|students can't|cannot|couldn't log|login|pay|order|check|access|book|buy|get|see", "wrong price|prices|file|link|version|address|date .. live|online|out|everyone|everybody|subscribers|customers"),
            new("this-day", true, "in|within one|two|three|four|five|ten|fifteen|twenty|thirty|forty|# [of|an] hours|hour|minutes|mins", "^ fix|send|post|publish|upload|finish|change|update|pull|remove|take|cancel|print|sort|confirm|stop it|this|that|them|these|the ... tonight|today", "can|could you .. send|do|fix|finish|post|upload|update|change|get|print|turn ... today|tonight", "*'s [been|just|gone|completely|all] down|offline|crashed|dead|hacked", "is|are down|offline again|since|for|and|right", "data breach", "just crashed"),
            new("tomorrow-and-still", false, "# tomorrow ... still|yet|not|nothing|blank|missing|empty"),
            new("it-is-down", true, $"{Site} is|has|went|been|gone|completely|totally|still .. down|offline|crashed|hacked", $"{Site} down|offline|crashed|hacked", "shows|showing|shows|throwing .. error # ", "is down|offline $", "has|have .. been hacked", "outage"),
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
        "see .. tomorrow|tonight",
        "speak|talk|meet|call|be|chat|zoom|catch|ring ... tomorrow|tonight|evening|afternoon|morning",
        "can't wait to|for",
        "so|there|much|great|good|nice|thanks|thank .. far|today|now $",
        "now that|and|then|on",
        "from|until|till|up|by|for now",
        "need to know|see|talk|speak|discuss ... tomorrow",
        "help ... with|yourself|me|us|you",
        "do|does|did|have|has i|we|you|they need|have|want to ... today|tonight",
        "cut down",
        $"by|before .. {Weekday}", $"{Weekday} .. by|before",
        "back|home|away|free|land|landing|available|online|there|takes|took|done|finished|meet|talk|speak|call|see ... in|within one|two|three|four|five|ten|fifteen|twenty|thirty|# [of|an] hours|hour|minutes|mins",
        "in one|two|three|four|five|# hours|hour of|each|a|every|per",
        "let's|it's|that's|he's|she's|sun's|battery's|price's down",
        "anything|anytime|any|free|available|around|works|suits|either|some|time|mornings|morning ... by|before noon|lunch",
        "by|before noon|lunch works|suits|is|would|central|best",
        "i've|we've|i|we done|sent|fixed|sorted|finished|did|got|was|were ... today|tonight",
        "i|we|he|she will|shall ... today|tonight|tomorrow|immediately|away|asap", "i'll|we'll ... today|tonight|tomorrow|immediately|away|asap|possible|now",
        "we|i|they|it|who|which|he|she replied|answered|called|fixed|noticed|knew|saw|loved|paid|left|sold|agreed|said|was|were|had|went|got|worked|accepted .. immediately|away|once|asap",
        $"if|should anything|it|something|there|the|ever|this ... {Urgent}|emergency|immediately|asap|down",
        "was|were .. down|offline ... yesterday|last|but|back|fixed", "was|were|been .. disaster|crisis|panic", "outage yesterday|last|is over|was|has|have",
        "is|are|back .. up|online again|now",
        "i|he|she|i've has|have|had|got|need to be|go|leave ... today|tonight",
        "all|both|things|everyone|several|two|three at once",
        "i'm|we're|am|are|is|busy|tied|everything|things|not right now",
        "last minute cancellation|cancellations|booking|bookings|change|changes|deal|deals|offer|gift|gifts",
        "no|not|don't|without|any|never hurry", "hurry up|back|home", "recipe|disaster area|recovery|movie",
        "for your|future|reference|information .. urgent|emergencies|emergency",
        "whole|all|working|long day .. today");
}
