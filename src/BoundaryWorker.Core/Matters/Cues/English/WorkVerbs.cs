namespace BoundaryWorker.Core.Matters.Cues.English;

/// <summary>Verbs of work that is handed over, by form. "Send me" and "tell me" are not among them: they ask for what is there already.</summary>
internal static class WorkVerbs
{
    /// <summary>"could you prepare", "please update".</summary>
    public const string Base =
        "prepare|make|create|write|rewrite|draft|design|build|update|change|edit|fix|correct|add|remove|delete|replace|insert|upload|publish|post|translate|transcribe|proofread|format|book|reserve|order|buy|arrange|organise|organize|schedule|"
        + "compile|collect|gather|merge|clean|sort|research|find|check|review|verify|finish|complete|finalise|finalize|set|put|do|take|handle|process|fill|enter|type|print|scan|file|convert|shorten|resize|crop|record|cut|reply|answer|invite|move|copy|"
        + "install|configure|launch|test|summarise|summarize|turn|redo|rework|revise|work|sort|deal|look|plan|develop|produce|assemble|generate|export|import|register|renew|cancel|resend|amend|adjust|swap|migrate|archive|rename|tidy|calculate|measure|quote|pull|mock|polish";

    /// <summary>Verbs that open an order without "please": what follows them must be a thing.</summary>
    public const string Orders =
        "prepare|make|create|write|rewrite|draft|design|build|update|change|edit|fix|correct|add|remove|delete|replace|insert|upload|publish|translate|transcribe|proofread|format|book|reserve|order|arrange|organise|organize|schedule|compile|collect|gather|merge|"
        + "clean|research|review|finish|complete|finalise|finalize|fill|print|scan|convert|shorten|resize|crop|invite|move|copy|install|summarise|summarize|redo|revise|resend|amend|swap|rename|cancel|renew|put|set";

    /// <summary>"would you mind preparing".</summary>
    public const string Gerunds =
        "preparing|making|creating|writing|rewriting|drafting|designing|building|updating|changing|editing|fixing|correcting|adding|removing|deleting|replacing|uploading|publishing|posting|translating|transcribing|proofreading|formatting|booking|reserving|ordering|arranging|organising|organizing|scheduling|compiling|collecting|gathering|merging|cleaning|sorting|researching|finding|checking|reviewing|finishing|completing|doing|handling|filling|typing|printing|scanning|converting|shortening|resizing|recording|cutting|replying|inviting|moving|copying|summarising|summarizing|revising|taking|looking|putting";

    /// <summary>"needs to be updated", "to be translated".</summary>
    public const string Participles =
        "prepared|made|created|written|rewritten|drafted|designed|built|updated|changed|edited|fixed|corrected|added|removed|deleted|replaced|uploaded|published|posted|translated|transcribed|proofread|formatted|booked|ordered|arranged|organised|organized|scheduled|compiled|merged|cleaned|sorted|checked|reviewed|finished|completed|done|printed|scanned|converted|shortened|resized|revised";

    /// <summary>What comes out of work: "I need a blog post".</summary>
    public const string Products =
        "report|reports|presentation|deck|slides|proposal|banner|graphic|graphics|translation|post|posts|article|copy|text|description|flyer|poster|logo|newsletter|analysis|spreadsheet|table|form|cards|invitation|transcript|booking|hotel|flight|flights|ticket|tickets|plan|quote|estimate|brochure|overview|summary|list|draft|page|mockup|infographic|template|video|design";
}
