using BoundaryWorker.Core.Code;
using BoundaryWorker.Files.Shapes;

namespace BoundaryWorker.Files;

/// <summary>The keys of clients.yaml (design.md section 3): the reader and the JSON Schema both come from these tables.</summary>
internal static class ClientsShape
{
    /// <summary>The whole file.</summary>
    public static ObjectOf Root { get; } = new(
        "Your clients. This file is private.",
        new("clients", new ListOf(Client), "The firms and people to whom your Code applies; [] for none yet.", true),
        new("strangers", TextShapes.Choice(("leave", StrangerPolicy.Leave), ("hold", StrangerPolicy.Hold), ("hold-and-reply", StrangerPolicy.HoldAndReply)), "What happens to mail of everybody else: leave (nothing; the default), hold, hold-and-reply."));

    private static ObjectOf Client => new(
        "A firm or a person.",
        new("id", TextShapes.Id, "A short name for commands and rules.", true),
        new("name", TextShapes.Line, "Their name, shown to you alone.", true),
        new("addresses", new ListOf(Addresses.Full, OrOne: true), "Full addresses of people."),
        new("domains", new ListOf(Addresses.Domain, OrOne: true), "Everybody at this domain; \"*.acme.example\" (in quotes) for those below it. Never a freemail domain, never your own."),
        new("language", TextShapes.Language, "The language in which they are answered."),
        new("form", TextShapes.Choice(("neutral", AddressForm.Neutral), ("ty", AddressForm.Ty), ("pan", AddressForm.Pan), ("pani", AddressForm.Pani)), "How they are addressed in Polish. neutral."),
        new("time_zone", Addresses.Zone, "Their time zone, if it is not yours."),
        new("extra_hours", CodeShape.Weekly, "Hours in which you are there for this client too; not on holidays or leave."),
        new("code_given", CodeGiven, "Which version of the Code they were given, and when. Without it they are never answered automatically."),
        new("overrides", Overrides, "What is different for this client."));

    private static ObjectOf CodeGiven => new(
        "Which version they were given, and when.",
        new("version", TextShapes.Whole(1, 100_000), "The version.", true),
        new("date", Dates.Day, "The day.", true));

    private static ObjectOf Overrides => new(
        "What is different for this client.",
        new("hold", TextShapes.Choice(("never", true)), "never: their mail is never held (a lawyer, a court, a school)."),
        new("reply", TextShapes.Choice(("never", true)), "never: they are never answered automatically."),
        new("lift", new ListOf(TextShapes.Text, OrOne: true), "Marks of bulk mail that do not count for this client: A3 (list headers), A5 (Precedence)."));
}
