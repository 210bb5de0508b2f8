using System.CommandLine;
using BoundaryWorker.Settings;

namespace BoundaryWorker.Commands;

/// <summary>The options every command knows: which files to read.</summary>
internal static class CommonOptions
{
    /// <summary><c>--settings</c>.</summary>
    public static Option<string?> Settings { get; } = new("--settings")
    {
        Description = "The settings file. Default: appsettings.json in the current folder, else beside the program.",
        HelpName = "FILE",
        Recursive = true,
    };

    /// <summary><c>--code</c>.</summary>
    public static Option<string?> Code { get; } = new("--code")
    {
        Description = "Another Code than the one the settings name.",
        HelpName = "FILE",
        Recursive = true,
    };

    /// <summary><c>--clients</c>.</summary>
    public static Option<string?> Clients { get; } = new("--clients")
    {
        Description = "Another clients file than the one the settings name.",
        HelpName = "FILE",
        Recursive = true,
    };

    /// <summary><c>--mailbox</c>, for the commands that look at one Code. A new one each time: an option belongs to one command.</summary>
    public static Option<string?> Mailbox() => new("--mailbox")
    {
        Description = "Whose Code and clients are meant, where mailboxes have their own. Default: the shared ones.",
        HelpName = "ID",
    };

    /// <summary>The settings file a command is to read.</summary>
    public static string SettingsPath(ParseResult given) =>
        SettingsFile.Find(given.GetValue(Settings), Environment.CurrentDirectory, AppContext.BaseDirectory);

    /// <summary>What overrides it: environment variables, then mounted secrets.</summary>
    public static IReadOnlyList<SettingOverride> Overrides() =>
        [.. SettingOverride.FromEnvironment(Environment.GetEnvironmentVariables()), .. SettingOverride.FromSecrets("/run/secrets")];
}
