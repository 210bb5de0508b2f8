using BoundaryWorker.Core.Mail;

namespace BoundaryWorker.Core.Matters.Cues.English;

/// <summary>A meeting or a call asked for, in English. One that has been ("came back from the meeting") is not asked for.</summary>
internal static class MeetingCues
{
    private const string Meet = "meet|talk|speak|chat|call|zoom|catch|discuss|connect|touch|hop|jump|have|schedule|arrange|set|organise|organize|do|grab|book|go";
    private const string Talk = "call|calls|meeting|chat|catch|zoom|talk|videocall|conversation|teams|facetime|coffee|lunch|phone|1:1";

    public static CueTable Table { get; } = new(
        Matter.Meeting,
        "en",
        [
            new("lets-meet", true, $"let's|lets|let us .. meet|talk|speak|chat|connect|call", $"let's|lets|let us {Meet} ... {Talk}", "hop|jump|get on a [quick|short|brief] call|zoom|phone|teams", "let's catch up"),
            new("can-we", true, "can|could|shall|should|may|might we .. meet|talk|speak|chat|connect|zoom", $"can|could|shall|should we .. {Meet} ... {Talk}", "when|where|what time|day .. can|could|shall|would .. we|you .. meet|talk|speak|chat|call|call", "can|could i call|ring|phone you"),
            new("schedule-call", true, $"like|love|want|need|happy|good|great|useful|possible|helpful to .. schedule|arrange|set|organise|organize|have|book|propose|suggest|request|plan .. {Talk}", $"propose|suggest .. {Talk}", "like|love|want|need|good to [quickly|briefly] talk|speak|chat|meet|discuss .. with|to you|over|on|by|in", "i|we need|want to [quickly] talk|speak to|with you", "need to talk|speak to you", $"schedule|arrange|set .. {Talk} with|for me|us"),
            new("minutes-to-talk", true, $"#|minutes|mins|min|moment|time|minute|slot .. for|to .. {Talk}", "minutes|mins|min|moment|time|minute .. to talk|discuss|speak|chat|meet", $"#|fifteen|ten|thirty|twenty minutes|mins|min .. {Talk}"),
            new("call-me", true, "give|gimme me|us a .. call|ring|shout|buzz", "please|pls|could|can|will [you] [please] call|ring|phone me|us|back", "^ call|ring me|us", "call me|us back|when|tomorrow|today|tonight|at|on"),
            new("available-for", true, $"available|free|around|time|up .. for .. {Talk}", "available|free to meet|talk|speak|chat|discuss", $"available|free ... {Talk} ?", "fancy|grab a coffee|lunch|beer|chat", "^ meeting|call|zoom .. on|at|tomorrow|today|monday|tuesday|wednesday|thursday|friday ?"),
            new("quick-call", true, "quick|short|brief call|chat|meeting|zoom|catch", $"{Talk} ... suit|suits|work|works .. you|everybody|everyone ?", $"how|what about .. {Talk} ?", "call tomorrow|today|tonight|monday|tuesday|wednesday|thursday|friday|saturday|sunday ?", "^ call|meeting|chat ?"),
        ],
        "came|got back|home from .. meeting|call",
        "after|during|since|from|before the|our|my|yesterday's|today's|last .. meeting|call",
        "thank|thanks .. for .. call|meeting|chat|time",
        "had a .. call|meeting|chat",
        "call|meeting|meetings with the|a|my client|clients|customer|customers|board|team|bank|lawyer",
        "can't|cannot|couldn't|won't .. meet|talk|call|speak",
        "catch .. errors|mistakes|bug*",
        "schedule|scheduling .. post|posts|newsletter|campaign");
}
