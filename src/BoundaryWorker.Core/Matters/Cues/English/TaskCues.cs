using BoundaryWorker.Core.Mail;

namespace BoundaryWorker.Core.Matters.Cues.English;

/// <summary>Work handed over, in English.</summary>
internal static class TaskCues
{
    private const string Do = WorkVerbs.Base;
    private const string Thing = "the|a|an|this|these|that|those|all|my|our|your|it|them|some|any|two|three|four|five|new|one|#|another|both|every|each|up|out|together|in|off";

    public static CueTable Table { get; } = new(
        Matter.Task,
        "en",
        [
            new("could-you", true, $"could|can|would|will you|u [please|kindly|pls|maybe|possibly|also|perhaps] [please|kindly|also|just|quickly] {Do}", $"you could|can [please|kindly|also] {Do}", $"you .. able|willing|kind|mind .. to {Do}", $"any chance .. you .. {Do}"),
            new("please-do", true, $"please|pls|plz|kindly [also|just|quickly|could|can|you|now] [also|just|you] {Do}"),
            new("order", true, $"^ {WorkVerbs.Orders} {Thing}", $"^ just|also|only|then|now|and|so|next|first {WorkVerbs.Orders} {Thing}", $"^ {WorkVerbs.Orders} .. please|pls|asap", $"• {WorkVerbs.Orders}"),
            new("need-you-to", true, $"need|want|like|love|ask|asking you to [please|also] {Do}", $"need|want|like to have|get|see .. {WorkVerbs.Participles}"),
            new("mind-doing", true, $"mind {WorkVerbs.Gerunds}", $"appreciate|grateful ... you .. {Do}", $"help .. me|us .. with .. {WorkVerbs.Gerunds}"),
            new("need-a", true, $"i|we need|want|require .. a|an|the|some|another|two|three|new|short .. {WorkVerbs.Products}", $"i'd|we'd|would need|like a|an|the|some .. {WorkVerbs.Products}"),
            new("to-be-done", true, $"needs|need|has|have to be {WorkVerbs.Participles}", $"must|should be {WorkVerbs.Participles}", $"to be {WorkVerbs.Participles} by"),
            new("go-through", true, "please|pls|could|can|would [you] [to] go through|over", "like|want|need you to go through|over", "please|pls|could|can|would [you] look into|at|through|over"),
            new("take-care", true, "^ please|pls .. take care of", "take care of this|that|it", "handle|deal with this|that|it $", "can|could you take|handle this|it|care"),
            new("task", true, "new|another|quick|small|next task|job|assignment", "^ task|tasks ^ ...", "task|tasks for you", "have|got a .. task|job|assignment for you", "^ task|tasks $"),
            new("to-do", true, "to do list|this|today|next", "^ to do $", "^ todo", "action items|required"),
        ],
        "please|pls find .. attached|enclosed|below|here",
        "please find attached|enclosed|below",
        "please|pls|kindly|can|could|would|will [you] [please] let|take your time|a look|note",
        "please|pls|could|can you|would you [please] get back|in touch",
        "please|pls|can|could [you] [please] check|find out .. if|whether|when",
        "do|did you",
        "could|can|would you|u do|make tuesday|monday|wednesday|thursday|friday|tomorrow|it|# ...",
        "could|can|would|will you [please] arrange|schedule|set|organise|organize|book .. call|meeting|chat|time with|for me|us",
        "thank|thanks ... for ...",
        "a|another copy of",
        "look forward",
        "find|make|spare .. time|minutes|mins|moment|slot",
        "take .. easy|rest|off");
}
