using BoundaryWorker.Core.Code;
using BoundaryWorker.Core.Mail;

namespace BoundaryWorker.Core.Replies;

/// <summary>The right channels of broken rules and the urgent way, as data for the templates (replies.md C9).</summary>
internal static class WaysToReachHer
{
    /// <summary>
    /// Where each broken channel rule says the matter belongs: its <c>not_via</c>, else the channels that are for its matter; those the message came
    /// through left out. Each as <c>matter</c>, <c>kind</c> and <c>value</c>.
    /// </summary>
    public static List<object?> RightChannels(ReplyRequest request, IReadOnlyList<string> rules)
    {
        var via = request.Classification.Via;
        return [.. request.Code.Rules
            .Where(r => rules.Contains(r.Id) && r.When is not null)
            .SelectMany(r => Channels(request, r.When!))
            .Where(c => !via.Contains(c.Channel.Id))
            .DistinctBy(c => c.Channel.Id)
            .Select(c => Way(c.Channel, c.Matter))];
    }

    /// <summary>The urgent way and what is left of it, or null where the Code has none: <c>kind</c>, <c>value</c>, <c>limited</c>, <c>left</c>, <c>allowed</c>, <c>per</c>.</summary>
    /// <param name="used">How often this client used it in the current period.</param>
    public static Dictionary<string, object?>? Urgent(BoundaryCode code, int used)
    {
        if ((code.UrgentTag ?? code.Channels.FirstOrDefault(c => c.For.Contains(Matter.Urgent))) is not { } channel)
        {
            return null;
        }

        var way = Way(channel, Matter.Urgent);
        way["limited"] = channel.Allowance is not null;
        if (channel.Allowance is { } allowance)
        {
            way["left"] = Math.Max(0, allowance.Count - used);
            way["allowed"] = allowance.Count;
            way["per"] = allowance.Per.ToString().ToLowerInvariant();
        }

        return way;
    }

    private static IEnumerable<(Channel Channel, Matter Matter)> Channels(ReplyRequest request, Condition when)
    {
        var matters = request.Classification.Matters.Select(m => m.Matter).Where(when.Matter.Contains).Concat(when.Matter).Distinct().ToList();
        var matter = matters.Count > 0 ? matters[0] : Matter.Other;
        var named = request.Code.Channels.Where(c => when.NotVia.Contains(c.Id)).ToList();
        return (named.Count > 0 ? named : request.Code.Channels.Where(c => c.For.Contains(matter))).Select(c => (c, matter));
    }

    private static Dictionary<string, object?> Way(Channel channel, Matter matter)
    {
        var (kind, value) = channel switch
        {
            { Url: { } url } => ("url", url),
            { SubjectTag: { } tag } => ("tag", tag),
            { Telephone: { } number } => ("telephone", number),
            { Address: { } address } => ("address", address.Bare),
            _ => ("other", channel.Id),
        };
        return new() { ["matter"] = matter.ToString().ToLowerInvariant(), ["kind"] = kind, ["value"] = value };
    }
}
