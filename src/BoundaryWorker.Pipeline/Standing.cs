using BoundaryWorker.Core.Code;
using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Core.Time;
using NodaTime;

namespace BoundaryWorker.Pipeline;

/// <summary>What her files say at the moment, for one mailbox.</summary>
/// <param name="Situation">What is decided under; null in <c>release-only</c>, when nothing new is held or answered.</param>
/// <param name="Code">The Code in force or its last good version; null where there is none at all.</param>
/// <param name="Clients">The clients, or their last good version.</param>
/// <param name="Windows">The windows by which is released; null where there is no Code at all: then Held is emptied at once.</param>
public sealed record Standing(Situation? Situation, BoundaryCode? Code, ClientBook? Clients, WindowsBook? Windows)
{
    /// <summary>The longest hold. With <c>hold_through_leave</c> she gave it up for long leaves (row 25); every other window ends before it anyway.</summary>
    public Duration MaxHold => Code switch
    {
        null => Duration.FromDays(7),
        { HoldThroughLeave: true } => WorkingWindows.Horizon,
        { MaxHold: var longest } => longest,
    };

    /// <summary>Whether nothing new is held or answered.</summary>
    public bool IsReleaseOnly => Situation is null;
}
