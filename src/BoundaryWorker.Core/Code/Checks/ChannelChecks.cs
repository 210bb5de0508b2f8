using BoundaryWorker.Core.Mail;

namespace BoundaryWorker.Core.Code.Checks;

/// <summary>Channels that cannot be told apart, are not hers, or let anybody through.</summary>
internal static class ChannelChecks
{
    public static IEnumerable<CodeWarning> Of(BoundaryCode code)
    {
        for (var i = 0; i < code.Channels.Count; i++)
        {
            var (channel, path) = (code.Channels[i], HoursChecks.At("channels", i));
            if (channel.Address is { } address && !code.Owner.Owns(address))
            {
                yield return Warn($"{path}.address", $"{address} is not among your addresses, so no message ever comes through `{channel.Id}`", "add it to owner.addresses");
            }

            if (code.Channels.Take(i).FirstOrDefault(c => Same(c, channel)) is { } earlier)
            {
                yield return Warn(
                    channel.Address is null ? $"{path}.subject_tag" : $"{path}.address",
                    $"`{earlier.Id}` and `{channel.Id}` are the same way: a message through one came through the other too",
                    "make one channel of them, with all matters in its `for`");
            }

            if (channel.SubjectTag is not null && channel.For.Contains(Matter.Urgent) && channel.Allowance is null)
            {
                yield return Warn($"{path}.subject_tag", $"the tag of `{channel.Id}` lets every message through, however often it is used", "give it an allowance: 2 per month");
            }
        }
    }

    private static bool Same(Channel a, Channel b) =>
        (a.Address is not null && a.Address.Equals(b.Address))
        || (a.SubjectTag is not null && a.SubjectTag.Equals(b.SubjectTag, StringComparison.OrdinalIgnoreCase));

    private static CodeWarning Warn(string path, string what, string remedy) => new(OwnerFile.Code, path, what, remedy);
}
