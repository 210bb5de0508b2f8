using BoundaryWorker.Core.Code;
using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Core.Matters.Cues;

namespace BoundaryWorker.Core.Matters;

/// <summary>
/// Finds what a message is about by cues: phrases of Polish and English kept in tables, and the owner's own. The same text always gives the
/// same answer, and each answer names the cues it rests on (promise 9).
/// </summary>
public static class MatterReader
{
    private const int LongestRead = 20_000;

    private static readonly string[] AskingMethods = ["REQUEST", "ADD", ""];

    /// <summary>
    /// The matters of a message, strongest first, never empty: <see cref="Matter.Other"/> where nothing was met.
    /// </summary>
    /// <param name="message">Its subject counts unless it is a reply's or a forward's; its calendar object makes it an invitation.</param>
    /// <param name="newText">What <see cref="NewText.Of"/> left; its first 20,000 characters are read.</param>
    /// <param name="code">For the owner's own cues, which are explicit, with ids <c>task.own.1</c>, <c>task.own.2</c>...</param>
    public static IReadOnlyList<MatterFinding> Read(IncomingMessage message, string newText, BoundaryCode code)
    {
        var text = newText.Length > LongestRead ? newText[..LongestRead] : newText;
        var body = SentenceSplitter.Split(text);
        var sentences = SentenceSplitter.Split(SubjectLine.NewPartOf(message.Subject)).Concat(body).Select(CueTables.Typos.Corrected).ToList();

        var met = new MetCues(sentences);
        met.TryTables(CueTables.All, CueTables.Index);
        met.TryOwn(code.Cues);
        met.TryQuestionMarks();
        if (message.Invitation is { } invitation && AskingMethods.Contains(invitation.Method))
        {
            met.Add(Matter.Invitation, new Cue("invitation.calendar", true, invitation.Method));
        }

        if (met.IsEmpty && ThanksOnly.In(text, body) is { } thanks)
        {
            met.Add(Matter.Thanks, thanks);
        }

        return met.Findings();
    }
}
