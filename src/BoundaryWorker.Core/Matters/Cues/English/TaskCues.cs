using BoundaryWorker.Core.Mail;

namespace BoundaryWorker.Core.Matters.Cues.English;

/// <summary>Work handed over, in English.</summary>
internal static class TaskCues
{
    private static readonly string Do = WorkVerbs.Base;
    private const string Thing = "the|a|an|this|these|that|those|all|my|our|your|his|her|their|it|them|some|any|two|three|four|five|six|ten|new|old|one|#|another|both|every|each|everyone|everybody|everything";
    private const string Soft = "please|kindly|pls|plz|maybe|possibly|also|perhaps|just|quickly|possibly|then|now|still|ever|first|somehow|go|ahead|and|try|to|either|next|finally|always|only";
    private const string Nice = "great|good|nice|lovely|helpful|useful|amazing|wonderful|brilliant|fantastic|ideal|perfect|fab|super|handy|best|grateful|appreciate|appreciated|love|happy";
    private const string CanYou = "could|can|would|will";
    private const string OtherPeople = "him|her|them|everyone|everybody|people|guests|customers|clients|participants|attendees|subscribers|the";

    // What somebody is asked for without being given work: an answer, a file, a talk.
    private const string Answers =
        "-find|-note|-let|-see|-disregard|-ignore|-accept|-confirm|-advise|-tell|-call|-phone|-ring|-send|-resend|-don't|-do|-be|-feel|-not|-keep|-bear|-give|-show|-explain|-say|-remember|-forgive|-excuse|-pass|-forward|-share|-accept|-know|-get|-join|-come|-bring|-meet|-talk|-speak|-chat|-discuss|-text|-wait|-have|-hold|-take|-rest|-enjoy|-stay|-drop|-pop|-swing|-hop|-jump|-refer|-visit|"
        + "-contact|-reply|-respond|-answer|-help|-think|-look|-read|-click|-pay|-settle|-issue|-invoice|-bill|-transfer|-remit|-make|-quote|-use|-propose|-suggest|-provide|-allow|-understand|-expect|-direct|-address|-stop|-remind|-point|-clarify|-recommend|-recall|-hesitate|-i|-we|-you|-the|-a|-an|-this|-that|-it|-if|-when|-and|-or|-me|-us|-my|-our|-in|-at|-on|-by|-for|-of|-to|-as|-asap|-thanks|-thank|-x|-just|-also|-could|-can|-would|-is|-are|-there|-no|-yes|-urgently|-now|-today|-tomorrow|-@|-#|-more|-some|-what|-where|-how|-which|-who|-why|-whether|-one|-manage|-like|-want|-need|-believe|-imagine|-spare|-go|-mind|-possibly|-kindly|-please|-maybe|-perhaps|-really|-revert|-inform|-include|-cc|-whatsapp|-ping|-dm|-dial|-return|-select|-pick|-choose|-name|-state|-specify|-indicate|-acknowledge|-treat|-regard|-wire|-deposit|-debit|-charge|-refund|-reimburse|-release|-process|-credit|-update|-dig|-hear|-learn|-spell|-repeat|-elaborate|-expand|-walk|-stop|-stick|-leave|-fix|-liaise|-consult|-follow|-still|-ever|-see|-hear|-check|-verify|-apologise|-consider|-reconsider|-welcome|-congratulate|-grab|-fit|-touch|-reach|-connect|-catch|-squeeze|-zoom|-set|-arrange|-schedule|-book|-move|-push|-postpone|-reschedule|-try|-begin|-work|-afford|-promise|-guess|-rely|-depend|-sit|-*s|-*ly";

    public static CueTable Table { get; } = new(
        Matter.Task,
        "en",
        [
            new("could-you", true, $"{CanYou} you|u|someone|somebody [{Soft}] [{Soft}] {Do}", $"you could|can [{Soft}] [{Soft}] {Do}", $"you .. able|willing|kind|mind|possible .. to [{Soft}] {Do}", $"any chance .. you .. {Do}|{WorkVerbs.Gerunds}", $"chance|possible .. of|to .. {WorkVerbs.Gerunds}|{Do} .. {Thing}", $"wonder* if|whether you .. {Do}"),
            new("please-do", true, "please|pls|kindly go ahead and|with", $"please|pls|plz|kindly [{Soft}|could|can|you] [{Soft}|could|can|you] {Do}", $"{Do} {Thing} ... please|pls|plz $"),
            new("order", true, $"^ {WorkVerbs.Orders} {Thing}", $"^ just|also|only|then|now|next|first {WorkVerbs.Orders} {Thing}", $"^^ and|so|maybe|ok|okay|right {WorkVerbs.Orders} {Thing}", "^^ fill|print|set|put|sort|type|write|tidy|clean|cut|hand|mock|draw|turn|pull|look|add|take up|out|in|off|down|together|over|to", $"^ {WorkVerbs.Orders} .. please|pls|asap", $"• {WorkVerbs.Orders}", $"^^ {WorkVerbs.OrdersAlone} {WorkVerbs.NoThing}", $"• {WorkVerbs.OrdersAlone}"),
            new("take-down", true, $"^^ take|get|find {OtherPeople}|it|this|that|me|us ... down|off|offline|out|up|for|hold|rid", "find me|us a|an|the|some|#|two|three", $"^^ {CanYou} take ... down|off|offline|over", "get rid of", "^^ get|have .. this|that|it|them|these|those|everything done|fixed|sorted|finished|ready|printed|translated|updated|removed|out|back", "please|pls|and|could|can get|have .. it|this|that|them|these done|fixed|sorted|finished|ready|printed|translated|updated|removed|out|back", "please|pls|can you|could you get hold of", "^ pull|put|bring ... together|back|online|offline", "^^ deal with", "^^ look after"),
            new("need-you-to", true, $"need|want|like|love|ask|asking|prefer|expect|trust|wish [for] you to [{Soft}] -know|-be|-have|-see|-meet|-come|-join|-call|-talk|-speak|-say|-tell|-confirm|-send|-think|-feel|-enjoy|-hear", $"need|want|like|love|ask for you to|help with", $"need|want|like to have|get|see ... {WorkVerbs.Participles}", $"i'd|we'd|would|i|we like|want|need the|this|that|my|our|it|these|them ... {WorkVerbs.Participles}", $"can|could the|this|that|it|these|my|our .. be {WorkVerbs.Participles} ?", $"need|want|like .. {WorkVerbs.Participles} .. by|before|on|in|for|to|today|tomorrow|tonight|please|asap|as", $"please|pls|kindly have|get ... {WorkVerbs.Participles}", "need|want someone|somebody to|who", $"could|can we get|have ... {WorkVerbs.Participles}", "hoping|hope you would|could|will|can -be|-have|-like|-enjoy|-come|-join", "leave you|this with|on you", "leave|leaving this|it|that|these|them with you"),
            new("would-be-nice", true, $"{Nice} if you|u|someone|somebody|we .. could|would|can .. {Do}|{WorkVerbs.Participles}|have|get", $"{Nice} if .. someone|somebody|you ... {WorkVerbs.Participles}|{Do}", $"would be {Nice} to have|get|see .. a|an|the|some|# .. {WorkVerbs.Products}", $"could|can do with .. a|an|some .. {WorkVerbs.Products}"),
            new("mind-doing", true, $"mind {WorkVerbs.Gerunds}", $"^^ start|begin by|with {WorkVerbs.Gerunds}", $"appreciate|grateful ... you .. {Do}", $"help .. me|us .. with .. {WorkVerbs.Gerunds}", $"needs|need {WorkVerbs.Gerunds}", "needs|need a tweak|refresh|update|fix|rewrite|polish|proofread|clean|tidy", $"help .. me|us [to] {Do} {Thing}", $"wants {WorkVerbs.Gerunds}", "please|pls|mind|could|can [you] have|having a go|stab|look|crack at|for|on|with", "^^ have a look|go|stab|crack at|for", "need|want|like|use|with .. help|hand with -me"),
            new("need-a", true, $"i|we need|want|require -to|-you|-your|-more|-my|-our .. {WorkVerbs.Products}", $"i|we need|want|require a|an|the|some|another|two|three|new|short .. {WorkVerbs.Products}", $"i'd|we'd|would|i'll|we'll need|like|love|want a|an|the|some|another|new .. {WorkVerbs.Products}", $"need|needed is|are|for .. a|an|some|the|two|three|# .. {WorkVerbs.Products}", $"need for .. a|an .. {WorkVerbs.Products}", "need|needs|needed this|that|it|them|these|those|all by|before|for|done|asap|today|tomorrow|tonight|ready|finished", $"^^ need|needed .. {WorkVerbs.Products}"),
            new("to-be-done", true, $"needs|need|has|have to be {WorkVerbs.Participles}", $"must|should be {WorkVerbs.Participles}", $"to be {WorkVerbs.Participles} by|before", $"wants|want|needs [to] [be] {WorkVerbs.Participles} by|before|for|into|asap|today|tomorrow", "should|must|needs|has to|be come|taken|take down|off|out"),
            new("go-through", true, $"please|pls|could|can|would|will [you] [{Soft}] [{Soft}] go through|over", "like|want|need you to go through|over", $"please|pls|could|can|would|will [you] [{Soft}] look into|at|through|over|up", $"please|pls|could|can|would|will [you] [{Soft}] give ... a polish|tidy|clean|facelift|refresh|once", "give ... a polish|tidy|refresh|once|facelift|proofread", $"please|pls|could|can|would|will [you] [{Soft}] run|set|start|open|follow|work a|an|the|up|on|through|our|my"),
            new("take-care", true, "^ please|pls .. take care of", "take care of this|that|it", "^^ take care of", "handle|deal with this|that|it $", "can|could you take|handle this|it|care|on", "over to you", "please|pls pay both|these|those|this|them|the|all|it .. from|by|with|before|today", "could|can you pay", "all yours $", "one|task|job for you", "on|to your list|plate .. this|next", "your|next task|assignment .. is"),
            new("tell-them", true, $"^^ tell|email|inform|message|contact|chase|ring|remind|phone|let|write|give|ask|thank|invite|update {OtherPeople}|-me|-us ... that|know|about|to|if|whether|by|access|back|we|a|and|on", $"please|pls|{CanYou} you|u [{Soft}] tell|email|inform|message|contact|chase|ring|remind|phone|let|write|give|ask|text|thank {OtherPeople}|-me|-us", "^ let|give|tell|ask him|her|them|everyone|everybody", "^^ get|write|reply|respond [back] to him|her|them|everyone"),
            new("send-on", true, "^ send -me|-us .. out|off|round|to|over -me|-us", $"please|pls|{CanYou} [you|u] [{Soft}] send|forward|email ... out|off|round|to -me|-us|-by|-before", "^^ then|and|now|also send|forward|post|email it|this|them|that|the .. out|off|round|to|on|over -me|-us", "^ send a|an .. out|to"),
            new("task", true, "new|another|quick|small|next|little|tiny|urgent task|job|assignment", "^ task|tasks ^ ...", "task|tasks|jobs for you", "have|got a|some|# .. task|tasks|job|jobs|assignment|work for you", "^ task|tasks $", "here's|heres|this|here is|what|everything i|we have|need|got for you"),
            new("to-do", true, "to do list|this|today|next", "^ to do $", "^ todo|to-do|todos", "action items|required|needed", "list of things|jobs|tasks", "things|jobs|bits to do|get done", "to-dos", "what needs doing|to be done"),
            new("asked-politely", true, $"hoping|hope|whether|if|wondering|grateful|obliged you might|would|could|can|will [{Soft}] [{Soft}] {Do}", $"{CanYou} you [{Soft}] [{Soft}] try {WorkVerbs.Gerunds}", $"may|might|can|could i ask|trouble|bother you to [{Soft}] {Do}", $"so|very kind|good as to [{Soft}] {Do}", "please|pls|kindly ask|tell|chase|remind|thank|inform him|her|them|everyone|everybody|the", "please|pls|kindly phone|ring|call|email|text|message him|her|them", "please|pls|kindly phone|ring|call|email|text|message ... and ask|tell|say|see|order|check|book|arrange|cancel|get", "ask|tell|remind|get him|her|them|everyone to", "please|pls|kindly pay the|him|her|them|that|these|those|both|it -invoice|-outstanding|-amount|-balance|-overdue|-remaining|-deposit|-sum|-fee|-bill|-total", $"wonder* .. you .. {Do}"),
            new("favour", false, "favour|favor to ask", "favour|favor of you", "do|need me|us a|one [small|big|quick] favour|favor"),
            new("please-open", false, $"^ please|pls|kindly|plz {Answers}", $"^ could|can you|u [please|pls|kindly|also|just] {Answers}|-attend|-prefer|-access|-open|-log|-deliver|-estimate|-remind|-get"),
            new("order-open", false, $"^^ clean|sort|finish|move|remind|hide|extend|cancel|change|fix|build|rotate|draft|update|buy|scan|make {WorkVerbs.NoThing}|-for|-on|-in|-at|-to|-and|-or|-with|-confirmation|-number|-no|-date|-list|-page|-title|-plan|-meeting|-attached|-sent|-review|-report|-form|-sure|-code|-me|-request|-requests|-v#|-#|-version|-fair|-club|-launch|-cover|-log|-notes"),
            new("described", false, "needs a|an|another|some|new -bit|-while|-few|-lot|-little|-password|-day|-week|-rest|-break|-ticket|-call|-meeting|-chat|-invoice|-receipt", "all need a|an|another|some|new -bit|-while|-few|-lot|-little|-password|-day|-week|-rest|-break|-ticket|-call|-meeting|-chat|-invoice|-receipt", $"can|could we {WorkVerbs.Orders} {Thing}", "should|must|needs|need|can|could [to] go|move|be [back|up|down|straight|moved] to|into|in|on|under|off|at the|a|our|my", "should|must|needs|can [to] [just] go $", "should|must|could say|read|lead|link|point|show|open|replace ... rather|instead|not", "should|must [to] say|read|lead|link|point -yes|-no", "should|could|must be [a|much|little|bit|slightly|made] bigger|smaller|larger|shorter|longer|darker|lighter|bolder|brighter|wider|blue|red|green|white|black|bold|centred|centered|removed|moved|changed|gone", "^^ drop|lose|ditch the", "instead|rather of|than the old"),
        ],
        "please|pls find .. attached|enclosed|below|here",
        "please find attached|enclosed|below",
        "find attached|enclosed|below",
        "please|pls|kindly|can|could|would|will [you] [please] take your time|a look|note",
        "please|pls|kindly|can|could|would|will [you] [please] let me|us",
        "let me|us know",
        "please|pls|could|can you|would you [please] get back|in touch",
        "please|pls|could|can you|would [please] give|drop me|us a call|ring|shout|line|bell",
        "please|pls|can|could [you] [please] check|find out .. if|whether|when",
        "please|pls quote",
        "put|find|get|block|save|keep ... diary|calendar|diaries",
        "please|pls [do] not|don't ...",
        "correct me|us",
        "drop everything",
        "check|look|see|consult .. diary|diaries|calendar|availability|schedule",
        "check|see|look [and] [see] .. if|whether|when|what|how|which|who|where",
        "could|can|would|will|please|pls [you] [please|also|just|kindly] reply|answer|respond|contact|update|copy|cc|remind|quote|notify|inform [to] me|us",
        "move|push|reschedule|postpone|shift|rearrange|cancel our|today's|tomorrow's|my|the|*day's .. call|meeting|session|appointment|chat|zoom|consultation",
        "put|set|block|clear|keep .. aside|minutes|mins|hour",
        "pick|choose|book|find|fix|suggest|set a|some|another|any|whatever time|slot|date|day",
        "correct|reissue|re-issue|amend|change|update|fix|split|revise|edit|adjust|redo|cancel|resend .. invoice",
        "issue|raise|make|prepare|address .. invoice to|for us|me|our",
        "add|put .. on|to the|your|our|this|that invoice",
        "do|does|did|what|which|who ... need|needs|has|have|should to|be ... ?",
        "should|must be .. now|already|soon|shortly|automatically",
        "please|pls|can|could|would|will [you] [please] [just] send|forward|email|resend me|us ...",
        "need|needs|want|wanted|take # minutes|mins|min|hours|hour",
        "please do -it|-this|-that|-the|-so|-all|-both",
        "you|u can|will|may|could|might|should find|see|take|get|work",
        "how|what|where|when|why|which .. would|could|can|will|do|should you ...",
        "for|anything|emergency|emergencies|urgent ... please contact|call|email|write|ring ...",
        "congratulations|congrats|your|my|his|her|the new job",
        "do|did you",
        "have|has|had|are|were|when|where|how|why you ...",
        "don't|doesn't|didn't need|want|have to ...",
        "no need to ...",
        "could|can|would you|u do|make tuesday|monday|wednesday|thursday|friday|saturday|sunday|tomorrow|it|next|this|# ...",
        "could|can|would|will you [please] arrange|schedule|set|organise|organize|book|find|put|get .. call|meeting|chat|time|slot|something with|for|in|to -the|-a|-all|-everybody",
        "arrange|schedule|set|organise|organize|book|find|fix|get|put [up] a|another|some|us|quick|something .. call|meeting|chat|time|slot|zoom|diary|calendar $",
        "thank|thanks ... for ...",
        "a|another copy of",
        "look forward",
        "find|make|spare .. time|minutes|mins|moment|slot",
        "take .. easy|rest|off|care $",
        "made out to",
        "should be fine|ok|okay|enough|done|ready|sorted|sent|there|here",
        "drop|lose me|us|by|in");
}
