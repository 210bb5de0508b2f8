using System.Text.RegularExpressions;
using BoundaryWorker.Core.Code;
using BoundaryWorker.Core.Deciding;

namespace BoundaryWorker.Core.Mail;

/// <summary>replies.md A20 as far as no words are weighed: reactions of mail programs, and Outlook's attempt to take a message back.</summary>
internal static partial class Reactions
{
    public static Because? Reaction(IncomingMessage m, Owner owner) =>
        m.OwnParts().FirstOrDefault(p => p.MediaType == "text/vnd.google.email-reaction+json") is { } part ? new(Deciding.Reason.Reaction, Evidence.Of(part.MediaType))
        : m.Subject.TrimStart().StartsWith("Recall:", StringComparison.OrdinalIgnoreCase) ? new(Deciding.Reason.Reaction, "Recall:")
        : OutlookReaction().Match(m.Text[..Math.Min(m.Text.Length, 400)]) is { Success: true } words ? new(Deciding.Reason.Reaction, Evidence.Of(words.Groups["words"].Value))
        : null;

    // The first line of what Outlook and Exchange send outside their own organisation: "👍 Jane Doe reacted to your message:".
    [GeneratedRegex(
        @"^\s*[^\r\n]{0,120}?\b(?<words>reacted to your (message|email)|zareagowa[łl](a|\(a\))? na (Twoj[ąa]|Pa[nń](a|stwa)) wiadomo[śs][ćc]|hat auf (Ihre|deine) Nachricht reagiert|a réagi à votre message|ha reaccionado a (su|tu) mensaje|ha reagito al (tuo|suo) messaggio)\b[^\r\n]{0,10}(\r|\n|$)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex OutlookReaction();
}
