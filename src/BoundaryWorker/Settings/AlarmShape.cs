using System.Text.Json.Nodes;
using BoundaryWorker.Files.Shapes;
using BoundaryWorker.Mail.Smtp;
using BoundaryWorker.Pipeline;

namespace BoundaryWorker.Settings;

/// <summary>The keys of <c>Alarms</c>: what she wants to hear at any hour, and where beside her mail (promise 11).</summary>
internal static class AlarmShape
{
    /// <summary>The table.</summary>
    public static ObjectOf Keys => new(
        "What you are told at any hour, and where. Everything else about the worker waits for your hours.",
        new("AtOnce", new ListOf(Kind, OrOne: true), "The kinds that do not wait. None."),
        new("Webhook", Page, "A page that is told by POST as well as you are by mail, with JSON that names no person and no subject. Better given by the environment (Boundary__Alarms__Webhook) or a secret of that name than written here."));

    private static Scalar Kind => TextShapes.Choice([.. Enum.GetValues<NoticeKind>().Select(k => (k.ToString(), k))]);

    // What is wrong is told without the page itself: its path is a secret.
    private static Scalar Page { get; } = new(
        "a link that begins with https://",
        n => !Uri.TryCreate(n.Text.Trim(), UriKind.Absolute, out var page) || page.Scheme is not ("https" or "http") || page.Host.Length == 0
                ? Parsed.Bad("the webhook is no link", "write it whole: https://...")
            : page.Scheme == "http" && !SmtpSettings.IsLoopback(page.Host)
                ? Parsed.Bad("the webhook would be told in open text", "write https; http is possible to this very machine alone")
            : page.UserInfo.Length > 0
                ? Parsed.Bad("the webhook holds a user name or a password before the @", "take it out: nobody asks for it that way; most hooks have their secret in the path")
            : Parsed.Ok(page),
        () => new JsonObject { ["type"] = "string", ["pattern"] = "^https?://[^\\s/]+" });

    /// <summary>The settings.</summary>
    public static AlarmSettings Build(Bound? alarms) => alarms is null
        ? new AlarmSettings()
        : new AlarmSettings { AtOnce = alarms.All<object>("AtOnce").OfType<NoticeKind>().ToHashSet(), Webhook = alarms.Find<Uri>("Webhook") };
}
