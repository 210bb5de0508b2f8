using BoundaryWorker.Core.Mail;

namespace BoundaryWorker.Core.Matters.Cues.English;

/// <summary>A question that is not marked as one by its question mark, in English.</summary>
internal static class QuestionCues
{
    public static CueTable Table { get; } = new(
        Matter.Question,
        "en",
        [
            new("a-question", true, "have|got|had a|one|another|quick .. question|questions|query", "^ question|questions|query $", "quick question", "wanted|want|like|wanna to [quickly|just] ask"),
            new("wondering", true, "wondering|wonder .. if|whether|what|when|how|who|where|which", "not|don't|can't know|sure|remember|recall|work .. if|whether|when|what|how|which|where|who|out", "curious .. if|whether|when|what|how|about|to", "no idea .. if|whether|when|what|how|which|where|who", "interested|keen|love|like|good|great|want|curious to know|hear|learn|understand"),
            new("let-me-know", true, "let me|us know .. if|whether|when|what|how|which|where|who", "tell|remind me|us .. if|whether|when|what|how|which|where|who|again", "please|can|could [you] [please] confirm|clarify|explain|advise", "need|like|want to know", "check|find out .. if|whether", "any|no news|word|idea|update|updates|luck|progress|sign|thoughts|joy .. from|on|about|when|if|why|what|yet|with|of|how|$"),
            new("asked-without-mark", false, "^^ do|did|does|are|is|have|has|will|can|could|am|was|were you|we|i|it|there|the|they|that|this|my|our|your|anyone|anybody|someone|he|she", "^^ what|when|where|who|why|how|which|what's|who's|where's|how's .. is|are|was|were|do|did|does|can|could|will|should|many|much|the|our|your|my", "^^ what's|who's|where's|how's"),
            new("send-me", false, "send|resend|forward|give|show|email .. me|us", "please|pls|could|can you|u|we|i [please] send|resend|forward|share", "please|pls send|resend|forward|share", "could|can|may i|we have|get|see .. copy|link|password|login|file|files|list|address|number|invoice|pdf", "i|we need .. password|login|link|address|number|file"),
        ],
        "^ when|where|how you|i|we .. can|could|get|have|are ... please|pls",
        "give|show me|us a call|ring|shout|buzz",
        "whatever|however you ...",
        "could|can|please|pls [you] [please] send|forward|email -me|-us ... out|off|to -me|-us");
}
