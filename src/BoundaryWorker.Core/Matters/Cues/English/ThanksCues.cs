namespace BoundaryWorker.Core.Matters.Cues.English;

/// <summary>Thanks and short acknowledgements, in English (replies.md A20), and the words that make a message more than thanks.</summary>
internal static class ThanksCues
{
    /// <summary>Thanks by themselves.</summary>
    public const string Gratitude = "thankful|obliged|indebted|gratitude|thanx|tks|danke|merci|thanks|thank|thankyou|thx|thnx|tnx|ty|tysm|cheers|appreciated|appreciate|grateful";

    /// <summary>Where nothing but these is said, it is a reaction.</summary>
    public const string Reactions =
        "ok|okay|k|great|perfect|awesome|brilliant|excellent|super|lovely|wonderful|fantastic|amazing|cool|nice|good|noted|understood|received|sounds|works|fine|got|it|well|done|job|work|agreed|sure|yes|yep|yay|all|that|very|much|so|a|lot|you|the|is|this|to|me|for|have|weekend|day|evening|one|too|"
        + "same|looks|love|happy|merry|new|year|christmas|and|see|bye|congrats|congratulations|hi|hey|looking|forward|confirmed|absolutely|too|easy|ta|ace|legend|champion|star|hero|gem|spot|on|beautiful|gorgeous|adore|adorable|superb|marvellous|splendid|magic|chuffed|delighted|thrilled|pleased|happy|really|just|what|wanted|loved|cute|wow|ooh|yess|woohoo|hooray|bravo|top|stuff|read|seen|copy|roger|here|with|as|agreed|glad|from|went|out|x|xx|xxx|i|we|ewa|will|do";

    /// <summary>A request of whatever kind.</summary>
    public const string Requests =
        "please|pls|plz|kindly|can|could|would|need|needs|waiting|send|forward|remind|reminder|but|however|unfortunately|problem|issue|missing|when|what|how|still|just|let|confirm|also|one more";
}
