using BoundaryWorker.Core.Mail;

namespace BoundaryWorker.Core.Matters.Cues.English;

/// <summary>A question that is not marked as one by its question mark, in English.</summary>
internal static class QuestionCues
{
    public static CueTable Table { get; } = new(
        Matter.Question,
        "en",
        [
            new("a-question", true, "have|got|had a|one|another|quick .. question|questions|query", "^ question|questions|query $", "quick question", "wanted|want|like to [quickly] ask"),
            new("wondering", true, "wondering|wonder .. if|whether|what|when|how|who|where|which", "not|don't know|sure .. if|whether|when|what|how", "curious .. if|whether|when|what|how|about"),
            new("let-me-know", true, "let me|us know .. if|whether|when|what|how|which|where|who", "tell me|us .. if|whether|when|what|how|which|where|who", "please|can|could [you] confirm", "need|like|want to know", "check|find out .. if|whether"),
            new("asked-without-mark", false, "^ do|did|does|are|is|have|has|will|can|could you|we|i|it|there|the|they", "^ what|when|where|who|why|how|which .. is|are|was|were|do|did|does|can|could|will|should|many|much"),
            new("send-me", false, "send|forward|give|show .. me|us", "please|pls|could|can [you] [please] send|forward|share"),
        ],
        "^ when|where|how you|i|we .. can|could|get|have|are ... please|pls");
}
