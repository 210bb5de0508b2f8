using BoundaryWorker.Core.Deciding;

namespace BoundaryWorker.Pipeline;

/// <summary>What is done of the decisions in one mailbox (design.md section 8).</summary>
/// <param name="Mode">The mode of the installation.</param>
/// <param name="Trust">Whose Authentication-Results are believed.</param>
/// <param name="AllowReplies">False for a mailbox at a client's own domain, or one that several people read, unless she allowed it: it never goes beyond hold.</param>
public sealed record MailboxPolicy(Mode Mode, TrustPolicy Trust, bool AllowReplies = true)
{
    /// <summary>The mode that counts here.</summary>
    public Mode EffectiveMode => Mode == Mode.Enforce && !AllowReplies ? Mode.Hold : Mode;
}
