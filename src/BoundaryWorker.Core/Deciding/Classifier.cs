using BoundaryWorker.Core.Code;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Core.Matters;

namespace BoundaryWorker.Core.Deciding;

/// <summary>What a message is: whose, by what marks, to whom, about what, through which channel. Decides nothing.</summary>
public static class Classifier
{
    /// <summary>The id under which the client of <see cref="Supposition.Client"/> appears.</summary>
    public const string SupposedClientId = "supposed";

    /// <summary>Classifies. The same input gives the same classification; whatever the message holds, it never throws.</summary>
    public static Classification Classify(IncomingMessage message, Situation situation)
    {
        var code = situation.Code;
        var client = ClientOf(message, situation);
        var recipients = new HerRecipients(message, code.Owner, situation.Suppose.HasFlag(Supposition.Addressed));
        var newText = NewText.Of(message.Text);
        var hasTag = code.UrgentTag is { } tag && UrgentTag.IsIn(message.Subject, tag);
        return new Classification
        {
            Client = client,
            Machine = AutomatedMail.MarksOf(message, situation.AlsoHers.Count == 0 ? code.Owner : code.Owner with { Addresses = [.. code.Owner.Addresses, .. situation.AlsoHers] }),
            IsAddressed = recipients.IsAddressed,
            IsCcOnly = recipients.IsCcOnly,
            Alias = recipients.Alias,
            Authentication = AuthenticationOf(message, situation),
            IsSpam = SpamMarks.Has(message),
            Matters = MattersOf(message, newText, client?.Client, situation),
            HasUrgentTag = hasTag,
            Via = [.. code.Channels.Where(c => hasTag && c.Id == code.UrgentTag!.Id || recipients.Include(c.Address)).Select(c => c.Id)],
            Language = LanguageGuess.Of(newText),
            NewText = newText,
        };
    }

    private static ClientMatch? ClientOf(IncomingMessage message, Situation situation) => message.Author switch
    {
        null => null,
        { } author when situation.Suppose.HasFlag(Supposition.Client) => new ClientMatch(SupposedClient(author, message, situation.Code), ByFullAddress: false),
        { } author => situation.Clients.Match(author),
    };

    private static Client SupposedClient(EmailAddress author, IncomingMessage message, BoundaryCode code) => new()
    {
        Id = SupposedClientId,
        Name = author.Domain,
        Domains = [author.Domain],
        CodeGiven = new CodeGiven(code.Version, message.Received.InZone(code.Owner.Zone).Date),
    };

    private static Authentication AuthenticationOf(IncomingMessage message, Situation situation) => message.Author is { } author
        ? SenderTrust.Judge(message.Headers, situation.Suppose.HasFlag(Supposition.Client) ? TrustPolicy.Supposed : situation.Trust, author)
        : Authentication.NothingTrusted;

    private static IReadOnlyList<MatterFinding> MattersOf(IncomingMessage message, string newText, Client? client, Situation situation)
    {
        var found = MatterReader.Read(message, newText, situation.Code);
        return UrgentByDeadline.Of(message, newText, client, situation) is not { } deadline
            ? found
            : [.. found.Where(m => m.Matter == Matter.Invitation), With(deadline, found), .. found.Where(m => m.Matter is not (Matter.Invitation or Matter.Urgent or Matter.Thanks or Matter.Other))];
    }

    private static MatterFinding With(Cue deadline, IReadOnlyList<MatterFinding> found) =>
        new(Matter.Urgent, [.. found.Where(m => m.Matter == Matter.Urgent).SelectMany(m => m.Cues), deadline]);
}
