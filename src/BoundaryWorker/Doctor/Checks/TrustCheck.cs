using BoundaryWorker.Core.Mail;

namespace BoundaryWorker.Doctor.Checks;

/// <summary>Whether her host's word about senders is believed, and is there to be believed (replies.md A12).</summary>
public static class TrustCheck
{
    private const string Without = "Where nothing is believed, only people whose full address stands in clients.yaml are answered.";

    /// <summary>The finding.</summary>
    /// <param name="proposal">What recent mail speaks for.</param>
    /// <param name="configured">The setting <c>Trust</c>, or null.</param>
    /// <param name="place">Where the settings of the mailbox stand.</param>
    public static Finding Of(TrustProposal proposal, string? configured, SettingPlace place)
    {
        var support = $"{proposal.Supporting} of the {Words.Count(proposal.Looked, "message")} of the last 14 days";
        return (configured, proposal) switch
        {
            (null, { Setting: { } setting }) => Finding.ToDo(
                $"Your host says of each message whether its sender is genuine, and nobody believes it yet. {Without}",
                $"{place.Of()}: add \"Trust\": \"{setting}\" to the mailbox ({support} speak for it)."),
            (null, { Looked: < TrustProposal.Fewest }) => Finding.Note($"There is too little mail to see by which name your host says whether senders are genuine. {Without}", "Run `doctor` again in some days."),
            (null, _) => Finding.Note(
                $"Your host does not say in a way that can be believed whether senders are genuine. {Without}",
                "List the people of your clients by full address in clients.yaml (`addresses`)."),
            ({ } set, { Seen: var seen }) when seen * 2 > proposal.Looked => Finding.Fine($"Your host's word about senders is believed (\"Trust\": \"{set}\"): {seen} of the {Words.Count(proposal.Looked, "message")} of the last 14 days bear it."),
            ({ } set, { Looked: < TrustProposal.Fewest }) => Finding.Note($"There is too little mail to see whether \"Trust\": \"{set}\" is what your host writes."),
            ({ } set, { Setting: { } setting }) => Finding.ToDo(
                $"\"Trust\": \"{set}\" is believed, but {Share(proposal)} of the last 14 days: clients are not answered for it.",
                $"{place.Of("Trust")}: \"Trust\": \"{setting}\" ({support} speak for it)."),
            ({ } set, _) => Finding.ToDo(
                $"\"Trust\": \"{set}\" is believed, but {Share(proposal)} of the last 14 days: clients are not answered for it.",
                $"{place.Of("Trust")}: take it out, and list the people of your clients by full address in clients.yaml; or ask your host for its authserv-id."),
        };
    }

    private static string Share(TrustProposal proposal) => proposal.Seen == 0
        ? $"it stands in none of the {Words.Count(proposal.Looked, "message")}"
        : $"it stands in only {proposal.Seen} of the {Words.Count(proposal.Looked, "message")}";
}
