using System.Net.Sockets;
using BoundaryWorker.Pipeline.Ports;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Polly.CircuitBreaker;

namespace BoundaryWorker.Mail.Smtp;

/// <summary>What a failure means (replies.md E2, E3), and its words for the owner. Neither the password nor what else was said in AUTH comes into them.</summary>
internal static class SubmissionWords
{
    /// <summary>The longest answer of a server that is kept, in characters.</summary>
    private const int Longest = 300;

    /// <summary>Whether it is the network's, the server's or the caller's doing: everything else is a mistake of this program and is not hidden.</summary>
    public static bool IsOfTheOtherSide(Exception failure) => failure is
        IOException or SocketException or OperationCanceledException or TimeoutException or NotSupportedException
        or CommandException or ProtocolException or AuthenticationException or SslHandshakeException
        or ServiceNotConnectedException or ServiceNotAuthenticatedException or BrokenCircuitException;

    /// <summary>What came of it.</summary>
    /// <param name="failure">What MailKit threw.</param>
    /// <param name="stage">How far it came.</param>
    /// <param name="settings">The server.</param>
    /// <param name="certificate">Why the certificate was not believed, or null.</param>
    public static SendOutcome Outcome(Exception failure, SubmissionStage stage, SmtpSettings settings, string? certificate) => stage switch
    {
        SubmissionStage.Connecting => ShutOut(Connecting(failure, settings, certificate)),
        SubmissionStage.SigningIn => ShutOut(SigningIn(failure, settings)),
        _ when failure is ServiceNotAuthenticatedException or SmtpCommandException { StatusCode: (SmtpStatusCode)530 or (SmtpStatusCode)534 or (SmtpStatusCode)535 or (SmtpStatusCode)538 } =>
            ShutOut(SigningIn(failure, settings)),
        _ when failure is SmtpCommandException { StatusCode: var code } && (int)code is >= 400 and < 600 =>
            new((int)code < 500 ? SendResult.TryAgain : SendResult.Refused, Answer(failure, settings)),
        SubmissionStage.Ended => new(SendResult.Unknown, $"The mail server {settings.Host} took the whole message and did not say whether it accepted it. It is not sent again."),
        _ when failure is NotSupportedException => new(SendResult.Refused, $"The mail server {settings.Host} does not take such an address; it was not sent."),
        _ => new(SendResult.TryAgain, $"The connection to the mail server {settings.Host} broke before the message was sent: {Clean(failure.Message, settings)}"),
    };

    /// <summary>In one line, not too long, and without the password.</summary>
    public static string Clean(string words, SmtpSettings settings)
    {
        var safe = settings.Password is { Length: > 0 } password ? words.Replace(password, "***", StringComparison.Ordinal) : words;
        var line = string.Join(' ', string.Concat(safe.Select(c => char.IsControl(c) ? ' ' : c)).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return line.Length > Longest ? line[..Longest] + "…" : line;
    }

    private static SendOutcome ShutOut(string words) => new(SendResult.TryAgain, words) { IsShutOut = true };

    private static string Connecting(Exception failure, SmtpSettings settings, string? certificate) => failure switch
    {
        BrokenCircuitException { RetryAfter: var after } =>
            $"The mail server {settings.Host} failed several times; it is let alone {(after is { } wait ? $"for {Math.Ceiling(wait.TotalSeconds):0} seconds" : "a while")} and then tried again.",
        _ when certificate is not null =>
            $"The certificate of the mail server {settings.Host} cannot be believed: {certificate}. Nothing was said to it. Check Smtp:Host; the certificate of a server of your own must come from an issuer that this machine trusts.",
        SslHandshakeException =>
            $"No encrypted connection to {settings.Host}, port {settings.Port}, could be made. Check Smtp:Security: Tls goes with port 465, StartTls with port 587.",
        NotSupportedException =>
            $"The mail server {settings.Host} does not offer STARTTLS on port {settings.Port}, so nothing was said to it. Check Smtp:Port and Smtp:Security: Tls goes with port 465.",
        TimeoutException => $"The mail server {settings.Host}, port {settings.Port}, did not answer in time.",
        CommandException or ProtocolException => $"The mail server {settings.Host} did not greet: {Clean(failure.Message, settings)}",
        _ => $"The mail server {settings.Host}, port {settings.Port}, cannot be reached: {Clean(failure.Message, settings)} Check Smtp:Host and Smtp:Port.",
    };

    private static string SigningIn(Exception failure, SmtpSettings settings) => failure switch
    {
        NotSupportedException => $"The mail server {settings.Host} offers no way to sign in with a password. Take Smtp:User out, or use the port for submission (587 or 465).",
        ServiceNotAuthenticatedException => $"The mail server {settings.Host} wants somebody to sign in. Set Smtp:User and Smtp:Password.",
        AuthenticationException or CommandException =>
            $"The mail server {settings.Host} did not accept the user name or the password: {Clean(failure.Message, settings)} Check Smtp:User and Smtp:Password; many hosts want an app password.",
        TimeoutException => $"The mail server {settings.Host} did not answer in time while signing in.",
        _ => $"The connection to the mail server {settings.Host} broke while signing in: {Clean(failure.Message, settings)}",
    };

    private static string Answer(Exception failure, SmtpSettings settings) =>
        $"{settings.Host} answered {(failure is SmtpCommandException { StatusCode: var code } ? $"{(int)code}" : "no")}: {Clean(failure.Message, settings)}";
}
