using BoundaryWorker.Mail.Smtp;
using NodaTime;

namespace BoundaryWorker.Doctor.Checks;

/// <summary>Whether mail can go out.</summary>
public static class OutgoingCheck
{
    /// <summary>Through a server.</summary>
    public static IEnumerable<Finding> Of(SmtpFacts facts, SmtpSettings settings, SettingPlace place, Instant now)
    {
        var server = $"{settings.Host}:{settings.Port}";
        if (facts.Problem is { } problem)
        {
            yield return Finding.ToDo($"Nothing can go out through {server}. {problem}", $"{place.Of("Smtp")}: the settings of the server are there.");
            yield break;
        }

        foreach (var finding in TlsCheck.Of(facts.Tls, server, now))
        {
            yield return finding;
        }

        yield return Finding.Fine(facts.IsSignedIn ? "It accepts your name and password. Nothing was sent." : "It asks nobody to sign in. Nothing was sent.");
        yield return facts.Dsn
            ? Finding.Fine("It tells when a reply cannot be delivered (DSN).")
            : Finding.Note("It cannot be asked to tell when a reply cannot be delivered (no DSN); most servers tell all the same.");
        if (facts.MostBytes is { } bytes)
        {
            yield return Finding.Fine($"It takes messages of up to {Words.Size(bytes / 1024)}.");
        }
    }

    /// <summary>Into a pickup folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="problem">Why nothing can be put there, or null.</param>
    /// <param name="waiting">How many messages lie there.</param>
    /// <param name="place">Where the settings of the mailbox stand.</param>
    public static IEnumerable<Finding> Of(string folder, string? problem, int waiting, SettingPlace place)
    {
        yield return problem is null
            ? Finding.Fine($"What goes out is put as files into {folder}.")
            : Finding.ToDo(problem, $"Give the account this program runs under the right to write there; or {place.Of("Pickup.Path")}: name another folder.");
        if (waiting > 0)
        {
            yield return Finding.Note($"{Words.Count(waiting, "message")} lie{(waiting == 1 ? "s" : "")} there: a mail server or a script must take them, else nobody gets them.");
        }
    }
}
