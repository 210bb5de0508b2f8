namespace BoundaryWorker.Mail.Smtp;

/// <summary>How long the server is waited for, by the machine's clock.</summary>
/// <param name="BeforeTheEnd">For everything up to the end of the message.</param>
/// <param name="AfterTheEnd">For the answer to the whole message, from its end on: servers look through mail before they answer (RFC 5321 4.5.3.2.6).</param>
public sealed record SmtpLimits(TimeSpan BeforeTheEnd, TimeSpan AfterTheEnd)
{
    /// <summary>Two minutes, and five.</summary>
    public static SmtpLimits Usual { get; } = new(TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(5));
}
