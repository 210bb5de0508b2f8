using BoundaryWorker.Files.Reading;
using BoundaryWorker.Files.Shapes;
using BoundaryWorker.Mail.Smtp;

namespace BoundaryWorker.Settings;

/// <summary>How mail goes out of a mailbox: what its shape cannot say, and the settings.</summary>
internal static class SmtpChecks
{
    /// <summary>Tells what is wrong.</summary>
    public static void Check(Bound mailbox, Findings findings)
    {
        var smtp = mailbox["Smtp"];
        var ways = (mailbox.Node as MapNode)?.Entries.Where(e => e.Key.Text.ToUpperInvariant() is "SMTP" or "PICKUP").ToList() ?? [];
        if (ways.Count == 0)
        {
            findings.Error(mailbox.At, "it is not said how mail goes out", "add Smtp (a server) or Pickup (a folder)");
        }
        else if (ways.Select(w => w.Key.Text.ToUpperInvariant()).Distinct().Count() == 2)
        {
            findings.Error(ways[1].Key.At, "there are two ways for mail to go out", "keep Smtp or Pickup");
        }

        if (smtp?.Get("Security", SmtpSecurity.StartTls) == SmtpSecurity.None && smtp.Find<string>("Host") is { } host && !SmtpSettings.IsLoopback(host))
        {
            findings.Error(smtp["Security"]!.At, $"mail to {host} would go out in open text", "write StartTls or Tls; None is possible to this very machine alone");
        }

        if (smtp is not null && smtp["User"] is null != smtp["Password"] is null)
        {
            var (there, missing) = smtp["User"] is null ? ("Password", "User") : ("User", "Password");
            findings.Error(smtp[there]!.At, $"there is a {there} without a {missing}", missing == "Password" ? "add it, best as a secret: Boundary__Mailboxes__0__Smtp__Password" : "add it");
        }
    }

    /// <summary>The settings; null where there are none.</summary>
    public static SmtpSettings? Build(Bound? smtp)
    {
        if (smtp is null)
        {
            return null;
        }

        var security = smtp.Get("Security", SmtpSecurity.StartTls);
        return new SmtpSettings
        {
            Host = smtp.Find<string>("Host")!,
            Port = smtp.Get("Port", security == SmtpSecurity.Tls ? 465 : 587),
            Security = security,
            User = smtp.Find<string>("User"),
            Password = smtp.Find<string>("Password"),
        };
    }
}
