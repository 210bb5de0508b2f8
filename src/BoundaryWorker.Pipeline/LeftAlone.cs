using BoundaryWorker.Core.Deciding;

namespace BoundaryWorker.Pipeline;

/// <summary>The decision to touch nothing, for a reason that lies outside the decision table.</summary>
public static class LeftAlone
{
    /// <summary>No hold and no reply.</summary>
    public static Decision Because(Reason reason)
    {
        Because[] why = [new(reason)];
        return new Decision { Row = 0, Hold = new HoldPart(null, why), Reply = new ReplyPart(null, why) };
    }
}
