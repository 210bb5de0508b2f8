using BoundaryWorker.Pipeline.Ports;

namespace BoundaryWorker.Pipeline;

/// <summary>Of what she wants to hear at any hour, and where beside her mail (promise 11).</summary>
/// <param name="AtOnce">The kinds she named; all others wait for her hours.</param>
/// <param name="Post">The webhook, or null.</param>
public sealed record AlarmChoice(IReadOnlySet<NoticeKind> AtOnce, IAlarmPost? Post)
{
    /// <summary>Nothing at once, by mail alone.</summary>
    public static AlarmChoice None { get; } = new(new HashSet<NoticeKind>(), null);
}
