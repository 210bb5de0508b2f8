using BoundaryWorker.Core.Deciding;
using NodaTime;

namespace BoundaryWorker.Core.Replies;

/// <summary>
/// What the templates of replies may say: true facts, in words of the language. Nothing of the message is among them (C8), and nothing of other
/// clients. README.md of the texts lists the names.
/// </summary>
internal static class ReplyFacts
{
    /// <summary>The facts of one reply.</summary>
    public static Dictionary<string, object?> Of(ReplyRequest request, Answer answer, Wording wording)
    {
        var code = request.Code;
        var back = Return.Of(request, wording.Texts.Language);
        var today = request.Now.InZone(code.Owner.Zone).Date;
        var data = new Dictionary<string, object?>
        {
            ["owner"] = code.Owner.Name,
            ["form"] = (request.Client?.Form ?? Code.AddressForm.Neutral).ToString().ToLowerInvariant(),
            ["first"] = IsFirst(request),
            ["held"] = request.Decision.Hold.IsHeld,
            ["closed"] = request.Decision.ClosedWindow is not null,
            ["back"] = request.Decision.ClosedWindow is not null && back.At is { } at ? wording.OnAt(at, code.Owner.Zone, request.Client?.Zone, today) : null,
            ["away_now"] = back.Now ? back.Reason : null,
            ["away_later"] = back.Now ? null : back.Reason,
            ["rules"] = QuotedRules.Of(code, answer.Rules, wording),
            ["channels"] = WaysToReachHer.RightChannels(request, answer.Rules),
            ["matter"] = request.Classification.Matter.ToString().ToLowerInvariant(),
            ["urgent"] = WaysToReachHer.Urgent(code, request.History.UrgentUsed),
            ["telephone"] = code.Telephone?.Telephone,
            ["link"] = code.Link,
        };
        AddPromise(data, code.AnswerWithin);
        if (answer.Kind == AnswerKind.Invitation)
        {
            InvitedTime.AddTo(data, request, wording);
        }

        return data;
    }

    /// <summary>Whether this client was never answered before: then the whole courtesy and the link (C10).</summary>
    public static bool IsFirst(ReplyRequest request) => request.History.RepliesToClientEver == 0;

    /// <summary>Whole hours as <c>answer_hours</c>, anything else as <c>answer_minutes</c>; neither where the Code promises nothing.</summary>
    private static void AddPromise(Dictionary<string, object?> data, Duration? within)
    {
        var minutes = within is { } time ? (long)time.TotalMinutes : 0;
        data["answer_hours"] = minutes > 0 && minutes % 60 == 0 ? minutes / 60 : null;
        data["answer_minutes"] = minutes % 60 == 0 ? null : minutes;
    }
}
