namespace BoundaryWorker.Doctor.Checks;

/// <summary>Whether another program answers for her (A18).</summary>
public static class HostAnswersCheck
{
    /// <summary>The finding; none where nobody else answers.</summary>
    /// <param name="replies">Automatic replies of another program among her sent mail of the last 14 days.</param>
    public static IEnumerable<Finding> Of(int replies)
    {
        if (replies > 0)
        {
            yield return Finding.ToDo(
                $"Another program answers for you: {Words.Count(replies, "automatic reply").Replace("replys", "replies", StringComparison.Ordinal)} of its own lie{(replies == 1 ? "s" : "")} among what you sent in the last 14 days. Clients would be answered twice.",
                "Switch the automatic replies (vacation, out of office) of your host or mail program off; or stay in the mode hold.");
        }
    }
}
