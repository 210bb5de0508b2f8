namespace BoundaryWorker.Core.Matters.Cues.English;

/// <summary>
/// Verbs of work that is handed over. "Send me" and "tell me" are not among them: they ask for what is there already. Each stands here as
/// "do", "doing" and "done".
/// </summary>
internal static class WorkVerbs
{
    /// <summary>Hardly ever anything else than a verb: one of them opens an order whatever follows.</summary>
    private const string Only =
        "prepare preparing prepared|create creating created|write writing written|rewrite rewriting rewritten|add adding added|remove removing removed|delete deleting deleted|replace replacing replaced|insert inserting inserted|upload uploading uploaded|publish publishing published|translate translating translated|transcribe transcribing transcribed|"
        + "proofread proofreading proofread|arrange arranging arranged|organise organising organised|organize organizing organized|compile compiling compiled|collect collecting collected|gather gathering gathered|collate collating collated|merge merging merged|finalise finalising finalised|finalize finalizing finalized|complete completing completed|fill filling filled|"
        + "convert converting converted|shorten shortening shortened|lengthen lengthening lengthened|resize resizing resized|crop cropping cropped|invite inviting invited|install installing installed|configure configuring configured|summarise summarising summarised|summarize summarizing summarized|redo redoing redone|rework reworking reworked|revise revising revised|amend amending amended|"
        + "adjust adjusting adjusted|assign assigning assigned|migrate migrating migrated|rename renaming renamed|calculate calculating calculated|assemble assembling assembled|generate generating generated|register registering registered|renew renewing renewed|correct correcting corrected|edit editing edited|verify verifying verified|"
        + "retype retyping retyped|reformat reformatting reformatted|recolour recolouring recoloured|unpublish unpublishing unpublished|reinstall reinstalling reinstalled|untangle untangling untangled|reorder reordering reordered|rearrange rearranging rearranged|reschedule rescheduling rescheduled|reword rewording reworded|tidy tidying tidied|digitise digitising digitised|digitize digitizing digitized|"
        + "categorise categorising categorised|categorize categorizing categorized|unsubscribe unsubscribing unsubscribed|enter entering entered|research researching researched|laminate laminating laminated|notify notifying notified|inform informing informed|apologise apologising apologised|illustrate illustrating illustrated|produce producing produced|integrate integrating integrated|embed embedding embedded|swap swapping swapped|chase chasing chased|restore restoring restored|"
        + "animate animating animated|subtitle subtitling subtitled|paste pasting pasted|attach attaching attached|type typing typed|populate populating populated|trim trimming trimmed|tweak tweaking tweaked|extract extracting extracted|disable disabling disabled|enable enabling enabled|activate activating activated|ship shipping shipped|deliver delivering delivered|fetch fetching fetched|select selecting selected|bin binning binned|circulate circulating circulated|draught draughting draughted|laser lasering lasered|typeset typesetting typeset|optimise optimising optimised|optimize optimizing optimized|refresh refreshing refreshed|distribute distributing distributed|transfer transferring transferred|consolidate consolidating consolidated";

    /// <summary>Nouns as well, or said of other things too: a thing must follow where they open an order.</summary>
    private const string Also =
        "make making made|draft drafting drafted|design designing designed|build building built|update updating updated|change changing changed|fix fixing fixed|post posting posted|format formatting formatted|book booking booked|reserve reserving reserved|order ordering ordered|buy buying bought|schedule scheduling scheduled|clean cleaning cleaned|sort sorting sorted|finish finishing finished|"
        + "set setting set|put putting put|process processing processed|print printing printed|scan scanning scanned|record recording recorded|cut cutting cut|reply replying replied|answer answering answered|move moving moved|copy copying copied|launch launching launched|test testing tested|turn turning turned|sort sorting sorted|plan planning planned|develop developing developed|export exporting exported|import importing imported|"
        + "cancel cancelling cancelled|archive archiving archived|measure measuring measured|pull pulling pulled|mock mocking mocked|polish polishing polished|outline outlining outlined|list listing listed|label labelling labelled|tag tagging tagged|link linking linked|highlight highlighting highlighted|colour colouring coloured|color coloring colored|drop dropping dropped|duplicate duplicating duplicated|review reviewing reviewed|"
        + "file filing filed|pack packing packed|post posting posted|remind reminding reminded|nudge nudging nudged|email emailing emailed|contact contacting contacted|map mapping mapped|switch switching switched|hide hiding hidden|pin pinning pinned|share sharing shared|draw drawing drawn|source sourcing sourced|track tracking tracked|split splitting split|rotate rotating rotated|"
        + "sign signing signed|extend extending extended|reset resetting reset|double-check|pick picking picked|choose choosing chosen|find finding found|bring bringing brought|download downloading downloaded|reach reaching reached|take taking taken|check checking checked|get getting got|line lining lined|note noting noted|tally tallying tallied|log logging logged|pay paying paid|credit crediting credited";

    /// <summary>Too wide to open an order; meant as work after "could you", "please".</summary>
    private const string Asked =
        "do doing done|handle handling handled|work working worked|deal dealing dealt|look looking looked|help helping helped|give giving given|run running run|sort sorting sorted|go going gone|keep keeping kept|start starting started|follow following followed|ring ringing rung|swing|manage managing managed|quote quoting quoted|proof proofing proofed|oversee overseeing overseen|lead leading led|double doubling doubled";

    private static readonly string All = string.Join('|', (Only + "|" + Also + "|" + Asked).Split('|').Where(v => v.Split(' ').Length == 3));

    /// <summary>"could you prepare", "please update".</summary>
    public static string Base { get; } = VerbForms.Of(All, 0) + "|-go|-give|-keep|-start|-get|-run|-follow|-ring|-help|-share|-note|-pay|-lead|-bring|-pick|-choose|-reach|-work";

    /// <summary>Verbs that open an order whatever follows but the words of <see cref="NoThing"/>.</summary>
    public static string OrdersAlone { get; } = VerbForms.Of(Only, 0) + "|-correct|-complete|-deliver|-enter|-transfer|-refresh|-select|-bin";

    /// <summary>Verbs that open an order where what follows them is a thing.</summary>
    public static string Orders { get; } = VerbForms.Of(string.Join('|', (Only + "|" + Also).Split('|').Where(v => v.Split(' ').Length == 3)), 0) + "|-get|-note|-pay|-reach|-take|-check|-find|-share|-sign";

    /// <summary>"would you mind preparing".</summary>
    public static string Gerunds { get; } = VerbForms.Of(All, 1) + "|-going|-getting|-paying|-working|-starting|-helping";

    /// <summary>"needs to be updated", "to be translated".</summary>
    public static string Participles { get; } = VerbForms.Of(All, 2) + "|-paid|-got|-gone|-given|-kept|-started|-made|-taken|-bought|-helped|-worked|-found|-informed|-notified|-credited|-noted|-reached|-looked|-followed|-delivered|-signed|-brought|-transferred|-distributed";

    /// <summary>What follows a word that is a noun after all: "Draft is ready", "update on the site".</summary>
    public const string NoThing =
        "-is|-are|-was|-were|-be|-has|-have|-had|-will|-would|-can|-could|-should|-must|-may|-might|-did|-does|-do|-looks|-look|-looked|-went|-goes|-came|-of|-from|-that|-which|-who|-enclosed|-received|-arrived|-done|-ready|-below|-above|-i|-we|-you|-they|-he|-she|-it's|-that's|-@|-not|-today|-yesterday|-now";

    /// <summary>What comes out of work: "I need a blog post".</summary>
    public const string Products =
        "report|reports|presentation|deck|slides|slide|proposal|banner|banners|graphic|graphics|translation|post|posts|article|text|texts|description|descriptions|flyer|poster|logo|newsletter|analysis|spreadsheet|table|form|cards|invitation|transcript|transcription|booking|hotel|flight|flights|ticket|tickets|quote|estimate|brochure|overview|summary|list|draft|page|mockup|infographic|template|video|design|"
        + "chart|graph|leaflet|survey|questionnaire|itinerary|agenda|bio|caption|captions|thumbnail|cover|label|labels|menu|letter|workbook|checklist|timeline|outline|script|carousel|reel|reels|database|directory|blurb|write-up|writeup|comparison|breakdown|one-pager|pager|catalogue|calendar|announcement|press|headline|map|signage|research|minutes";
}
