using BoundaryWorker.Core.Mail;

namespace BoundaryWorker.Core.Matters.Cues.English;

/// <summary>A meeting or a call asked for, in English. One that has been ("came back from the meeting") is not asked for.</summary>
internal static class MeetingCues
{
    private const string Meet = "meet|talk|speak|chat|call|zoom|catch|discuss|connect|touch|hop|jump|have|schedule|arrange|set|organise|organize|do|grab|book|go|get|find|put|fix|squeeze|sit|walk|run|make|pencil|plan|fit|hold";
    private const string Talk = "call|calls|meeting|meetings|meet-up|meetup|chat|catch|catch-up|catchup|zoom|talk|videocall|video|conversation|teams|facetime|coffee|lunch|phone|telephone|1:1|skype|hangout|huddle|sync|check-in|standup|stand-up|kick-off|kickoff|face-to-face|walkthrough|consultation|appointment|session|debrief|briefing|cuppa";
    private const string Surely = "call|meeting|zoom|catch-up|catchup|videocall|facetime|skype|huddle|kick-off|kickoff|1:1|chat";
    private const string Day = "monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|tomorrow|tonight|today|morning|afternoon|evening|week|weekend|month|noon|lunchtime";
    private const string Minutes = "minutes|minute|mins|min|moment|moments|hour|half-hour|sec";
    private const string Who = "we|you|i|u|us|both|all";

    public static CueTable Table { get; } = new(
        Matter.Meeting,
        "en",
        [
            new("lets-meet", true, "we should|must|ought|could|can [to] [really|probably] talk|speak|meet|chat|catch|sit", "sit down together|with", "do|have our|a .. one to one", "invited to our|a|the .. kick|meeting|call|workshop|session", $"let's|lets|let us .. meet|talk|speak|chat|connect|call|zoom|skype|facetime", $"let's|lets|let us {Meet} ... {Talk}", "hop|jump|get|hopping|jumping|getting on|onto [to] [a|the] [quick|short|brief] call|zoom|phone|teams|meet|skype", "let's|lets [finally|please] catch|meet up", "let's|lets find|pick|set|fix|agree [on] a time|date|slot|day", "let's|lets sit down|together"),
            new("can-we", true, "can|could|shall|should|may|might we .. meet|talk|speak|chat|connect|zoom|facetime|skype", "can|could|may|must|should i .. talk|speak|chat|meet .. to|with you", $"can|could|shall|should|may|might we .. {Meet} ... {Talk}", $"can|could|shall|should we [please] find|fix|agree|pick|set|squeeze|arrange [on] [a|some] time|slot|date|day|moment|something|# ...", "when|where|what time|day .. can|could|shall|would|should|do|are|might .. we|you ... meet|talk|speak|chat|call|zoom|free|available", "when|what .. good|best|convenient|suitable time|moment|day .. to|for .. talk|call|chat|meet|speak|ring|phone|show|walk|catch|discuss|go|zoom|us|you", "can|could|may|shall|should i [just] call|ring|phone you", $"can|could|shall we .. catch|meet|link up", "can|could|shall|should we discuss|go|run|walk|talk .. over|through|on .. phone|call|zoom|teams"),
            new("schedule-call", true, $"like|love|want|need|happy|good|great|useful|possible|helpful|keen|glad|pleased|hoping|hope|prefer|nice|delighted to .. schedule|arrange|set|organise|organize|have|book|propose|suggest|request|plan|get|find|put|fix|do|grab|see|host|hold|invite ... {Surely}|meeting|coffee|teams|diary|consultation", $"propose|suggest .. {Talk}", "like|love|want|need|good|must|have|glad|happy|pleased|delighted|nice|great|rather|should|prefer to [quickly|briefly|really|finally|also|just] talk|speak|chat|meet|discuss .. with|to you|over|on|by|in|face|properly|up", "must|should|better speak|talk to|with you", "i|we need|want|must|ought [to] [quickly] talk|speak to|with you", "need to talk|speak|chat [to|with|about] ", "need to have a talk|chat|word|conversation|call", $"schedule|arrange|set|book|organise|organize|put [up] [in] .. {Talk} .. with|for me|us|you", $"schedule|book|arrange|set|put [up] a|another|some|our|something .. {Surely} $", "get|put|find|have|pop something|a|some|this|time|it .. in|into|on .. diary|diaries|calendar|calendars", "discuss|go|talk|run|walk|cover|sort ... on|over|by|in|during|via a|the|our|your .. call|phone|zoom|video|meeting|coffee|lunch", "discuss|talk|go|explain|cover|meet|over|through|do|it|this ... in person|face to face|face-to-face|over zoom|over teams|on zoom|on teams|by phone|by telephone", "face to face", "meet|see|meeting|seeing you in person", "in person ... ?", "meet in person", "a|to word with you", "have|a [quick|brief] word ... ?"),
            new("minutes-to-talk", true, $"#|{Minutes}|time|slot|half .. for|to .. {Surely}|talk|phone|coffee|conversation|consultation", $"{Minutes}|time .. to talk|discuss|speak|chat|meet|catch|connect|zoom", $"#|fifteen|ten|thirty|twenty|five [to] {Minutes} .. {Surely}|talk|phone|coffee", $"{Minutes} .. on|over zoom|teams|the|meet .. ?", $"grab|borrow|steal|have|get|spare|got|need .. #|few|couple|fifteen|ten|five|half|twenty|thirty|quick [of] {Minutes} .. of|with|from|on|this|next|{Day}|together|? .. you|your|{Day}|me", $"grab|borrow|steal you|you|# .. for .. {Minutes}", $"have|got|spare .. {Minutes} ... {Day} ?", $"have|got|spare a|# {Minutes} [please|today|tomorrow] $ ?", $"have|got|any time ... {Day} [at|for|around|morning|afternoon] [#] $ ?", "pick your brain|brains", $"you|u have|got .. {Minutes} ... {Day}", $"#|{Minutes}|hour ... screen sharing|share"),
            new("call-me", true, "give|gimme|drop me|us a .. call|ring|shout|buzz|bell|tinkle", "please|pls|could|can|will|would [you] [please|just|kindly] call|ring|phone|facetime me|us|back", "^ call|ring|phone|facetime me|us [back|when|asap|on|at|please|pls|tomorrow|today|tonight|now|if|as|later|urgently|immediately]", "call|ring|phone me|us back|when|tomorrow|today|tonight|at|on|asap|please|pls|as|later|urgently|immediately|right", "get|speak on|over the phone", "on|over|by the phone instead|?", "call|chat would|might be better|easier|best"),
            new("available-for", true, $"available|free|around|time|up|game|open|in .. for .. {Surely}|coffee|lunch|talk|conversation|consultation|drink", "available|free|around .. to meet|talk|speak|chat|discuss|connect|catch", $"available|free ... {Surely} ?", $"are|would|will|you you|be|u [be|all|both] [free|around|about] free|available|around|about|in ... {Day} ?", $"^ free|available ... {Day}|at ?", $"you|u free|available|around ... {Day}|at|# ?", "when|what days|times are you free|available|around|in", "your|her|his availability", "availability .. for|on|this|next|to", "fancy|grab|have|get|go a|for|meeting|some .. coffee|lunch|beer|chat|catch|up|cuppa ", $"^ meeting|call|zoom|coffee|lunch|skype|teams .. on|at|{Day} ?", $"^ {Surely}|coffee|lunch .. ?"),
            new("quick-call", true, "quick|short|brief|little|proper|five-minute|15-minute call|chat|meeting|zoom|catch|catch-up|catchup|talk|conversation|sync|huddle|videocall|skype", "quick|short|brief video|phone call|chat", $"{Talk} ... suit|suits|work|works|ok|okay|possible|convenient .. you|everybody|everyone|# ?", $"how|what about ... {Surely}|coffee|lunch|talk", $"call|zoom ... {Day} ?", "like|love|want a call|meeting|chat"),
            new("join-us", true, $"join us|me|the|our ... {Surely}|meeting|teams|session", "join|dial in|into .. call|meeting|zoom", "have|want|need|get you|u on|at|in|there the|a|our|for .. call|meeting|kick-off|kickoff|zoom|workshop|briefing", "can|could|to|please|you|and come|pop|drop|stop|swing by|round|over|in", "could|can|will|would you .. come by|in|over|round|to our|the|my", "fancy|about|for meeting|catching up", "meet up", "teams|zoom|meet link to|follow|below|follows", "i'll|we'll|will send .. invite", "i'll|we'll|will send .. calendar|meeting|zoom|teams invitation"),
            new("move-it", true, $"push|move|reschedule|postpone|shift|rearrange ... our|the|my|this|today's|tomorrow's|*day's .. {Surely}|meeting|session|appointment|consultation", $"push|move|reschedule|postpone|shift|rearrange|swap ... {Surely} .. to|by|till|until|from|forward|back", $"rather|prefer ... {Talk} ... instead"),
            new("would-day-suit", false, $"would|does|will|is|are|could .. {Day}|#|am|pm|then .. work|suit|ok|okay|good|possible|convenient|be|fine .. you|? ?", $"when|what|which .. suits|suit|works|work|convenient|good|best|free .. you|?", $"i'm|i am|am free|available ... {Day}"),
            new("day", false, $"would|does|will|is|are ... {Day} ... ?", "able|want|like|care|happy to join|come|attend|make", $"{Day} .. works|suits|good|fine|free|best|possible|work|suit", $"what|how about ... {Day}|#", "would|does|will that|this|it|either work|suit|be ... ?", "when|what .. you ?") { BelongsOnly = true },
        ],
        "came|got|back|home from .. meeting|call",
        "after|during|since|from|before|following the|our|my|yesterday's|today's|last|this|* .. meeting|call",
        "at|in the|our|my|yesterday's|today's|last|this meeting",
        "thank|thanks .. for .. call|meeting|chat|time",
        "had|was|were|went a|the|our .. call|meeting|chat",
        "call|meeting|meetings|chat with the|a|an|my client|clients|customer|customers|board|team|bank|lawyer|agency",
        "the call|meeting|chat|zoom with|on|went|was|is|has|took|lasted|about|to",
        "conference call with",
        "can't|cannot|couldn't|won't|don't|not|no .. meet|talk|call|speak|need|meeting",
        "catch .. errors|mistakes|bug*|train|flight|bus|typo*",
        "schedule|scheduling|scheduled .. post|posts|newsletter|campaign|reel|reels",
        "meeting room|minutes|notes|agenda|recording|link|rooms",
        "minutes of|from the meeting",
        "call to action",
        "call|phone|ring us today",
        "sales|press|phone|cold|customer call|calls|number",
        "we|i|they|us|me|s met|talked|spoke|discussed|agreed ... ",
        "you're free|available to",
        "feel|are|for free to",
        "free of|trial|shipping|delivery|sample",
        "call|called it|them|him|her|this|that",
        "call for",
        "meet the|a|our deadline|deadlines|requirements|team|target",
        "video for|of|on|about|file|is|needs");
}
