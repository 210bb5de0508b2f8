using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace BoundaryWorker.Pipeline.Ports;

/// <summary>A page of hers that is told of alarms beside the mail: so that she hears of it when mail itself does not go out.</summary>
public interface IAlarmPost
{
    /// <summary>Posts one. Never throws for what the other side does; may take some seconds.</summary>
    Task<PostResult> PostAsync(Alarm alarm, CancellationToken token);
}

/// <summary>What is posted: no address, no subject, nothing of a message.</summary>
/// <param name="Id">The same at each try, so that the other side can know a second one.</param>
/// <param name="Kind">A <see cref="NoticeKind"/> by name.</param>
/// <param name="Mailbox">The mailbox's id; null where it is about none.</param>
/// <param name="Text">In her language.</param>
public sealed record Alarm(string Id, string Kind, string? Mailbox, string Text)
{
    /// <summary>The id of a topic that was first told at that instant; says nothing to anybody.</summary>
    public static string IdOf(string topic, Instant at) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{topic} {at.ToUnixTimeTicks()}")))[..16];
}

/// <summary>How posting ended.</summary>
public enum PostResult
{
    /// <summary>The other side took it.</summary>
    Taken,

    /// <summary>Not now.</summary>
    TryAgain,

    /// <summary>The other side wants none of it: trying again changes nothing.</summary>
    Refused,
}
