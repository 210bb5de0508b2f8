using System.CommandLine;
using BoundaryWorker.Core.Code;
using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Core.Replies;
using BoundaryWorker.Settings;
using BoundaryWorker.Templates;
using NodaTime;

namespace BoundaryWorker.Commands.Replies;

/// <summary>The options of the commands that show sample replies, and what they mean.</summary>
internal sealed class Samples
{
    // Nothing that is shown needs an identity, and a key made of this one is never that of a real reply.
    private static readonly Installation Nobody = new("sample", new byte[32]);

    /// <summary><c>--client</c>.</summary>
    public Option<string> Client { get; } = new("--client") { Description = "Who would be answered: an id of clients.yaml.", HelpName = "ID", Required = true };

    /// <summary><c>--rule</c>.</summary>
    public Option<string?> Rule { get; } = new("--rule") { Description = "The rule that is broken. Default: every rule that is enforced.", HelpName = "NUMBER" };

    /// <summary><c>--lang</c>.</summary>
    public Option<string?> Language { get; } = new("--lang") { Description = "Another language than the client's: pl, en, or one you added.", HelpName = "LANGUAGE" };

    /// <summary><c>--subject</c>.</summary>
    public Option<string> Subject { get; } = new("--subject") { Description = "The subject of the message that is answered.", HelpName = "TEXT", DefaultValueFactory = _ => "" };

    /// <summary>Composes what is asked for.</summary>
    /// <returns>The samples in the order of the Code; or what is wrong with the question, in words; neither where her files are broken, which is printed then.</returns>
    public SampleResult Compose(ParseResult given, Instant now)
    {
        if (OwnerInput.Read(given, given.InvocationConfiguration.Error) is not { } input)
        {
            return SampleResult.Failed(null, ExitCode.BrokenFiles);
        }

        var templates = LiquidTemplates.Load(SettingsFile.Read(CommonOptions.SettingsPath(given), CommonOptions.Overrides()).Value?.Files.Templates);
        var (clientId, ruleId, language) = (given.GetRequiredValue(Client), given.GetValue(Rule), given.GetValue(Language));
        var client = input.Clients.Clients.FirstOrDefault(c => c.Id.Equals(clientId, StringComparison.OrdinalIgnoreCase));
        var rules = input.Code.Rules.Where(r => ruleId is null || r.Id == ruleId).ToList();
        if (WhyNot(input.Code, client, rules, templates, given) is { } why)
        {
            return SampleResult.Failed(why, ExitCode.Usage);
        }

        var situation = new Situation { Code = input.Code, Clients = input.Clients, Windows = input.Windows, Mode = Mode.Enforce };
        var who = language is null ? client! : client! with { Language = language };
        var samples = rules.SelectMany(r => SampleReplies.Of(situation, who, r, given.GetValue(Subject)!, Nobody, now)).ToList();
        return samples.Count == 0
            ? SampleResult.Failed(
                ruleId is null ? "No rule of the Code is enforced, so nobody is answered." : $"Rule {ruleId} is part of the Code, but no reply quotes it: it has neither `enforces: hours` nor `when`.",
                ExitCode.Failed)
            : new SampleResult([.. samples.Select(s => (s, ReplyComposer.Compose(s.Request, templates)))], input, null, ExitCode.Done);
    }

    private string? WhyNot(BoundaryCode code, Client? client, List<Rule> rules, LiquidTemplates templates, ParseResult given) =>
        client is null ? $"there is no client `{given.GetRequiredValue(Client)}` in clients.yaml"
        : rules.Count == 0 ? $"there is no rule `{given.GetValue(Rule)}` in the Code; its rules are {string.Join(", ", code.Rules.Select(r => r.Id))}"
        : given.GetValue(Language) is { } language && !templates.Languages.ContainsKey(language.Split('-')[0].ToLowerInvariant()) && !templates.Languages.ContainsKey(language.ToLowerInvariant())
            ? $"there are no texts in `{language}`; there are {string.Join(", ", templates.Languages.Keys.Order(StringComparer.Ordinal))}"
        : null;
}

/// <summary>Composed samples, or why there are none.</summary>
/// <param name="Replies">Each with its message, or why it could not be composed.</param>
/// <param name="Input">Her files; null where there are no samples.</param>
/// <param name="Why">For her to read; null where it was printed already.</param>
/// <param name="Code">The exit code where there are none.</param>
internal sealed record SampleResult(
    IReadOnlyList<(SampleReply Sample, (OutgoingMessage? Message, string? WhyNot) Composed)> Replies, OwnerInput? Input, string? Why, int Code)
{
    /// <summary>There are none.</summary>
    public static SampleResult Failed(string? why, int code) => new([], null, why, code);
}
