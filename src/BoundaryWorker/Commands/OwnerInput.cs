using System.CommandLine;
using BoundaryWorker.Core.Code;
using BoundaryWorker.Core.Time;
using BoundaryWorker.Files;
using BoundaryWorker.Settings;
using BoundaryWorker.Time;

namespace BoundaryWorker.Commands;

/// <summary>Her files as a command reads them: all of them good, or the findings that say why not.</summary>
/// <param name="Code">The Code.</param>
/// <param name="Clients">Her clients.</param>
/// <param name="Windows">Her windows and each client's.</param>
internal sealed record OwnerInput(BoundaryCode Code, ClientBook Clients, WindowsBook Windows)
{
    /// <summary>Reads what the command line and the settings name; prints every error and gives null where one is broken.</summary>
    /// <param name="given">The command line.</param>
    /// <param name="errors">Where they are printed.</param>
    /// <param name="mailbox">The id of the mailbox whose files are meant; null for the shared ones.</param>
    public static OwnerInput? Read(ParseResult given, TextWriter errors, string? mailbox = null)
    {
        var (codePath, clientsPath, holidaysFolder) = Paths(given, errors, mailbox);
        if (codePath is null || clientsPath is null)
        {
            return null;
        }

        var holidays = HolidayData.Load(holidaysFolder);
        var code = Look(codePath).Read((text, name) => CodeFile.Read(text, name, holidays.Regions));
        var clients = Look(clientsPath).Read((text, name) => ClientsFile.Read(text, name, code.Value));
        if (code.Value is null || clients.Value is null)
        {
            errors.WriteLine(FindingsText.Render([.. code.Findings, .. clients.Findings]));
            return null;
        }

        var table = code.Value.Hours.Holidays is { } region ? holidays.For(region) ?? HolidayTable.None : HolidayTable.None;
        return new OwnerInput(code.Value, clients.Value, WindowsBook.Of(code.Value, table, []));
    }

    private static FileOnDisk Look(string path)
    {
        var file = new FileOnDisk(path);
        file.Look();
        return file;
    }

    private static (string? Code, string? Clients, string? Holidays) Paths(ParseResult given, TextWriter errors, string? mailbox)
    {
        var (code, clients) = (given.GetValue(CommonOptions.Code), given.GetValue(CommonOptions.Clients));
        if (code is not null && clients is not null && mailbox is null)
        {
            return (code, clients, null);
        }

        var settings = SettingsFile.Read(CommonOptions.SettingsPath(given), CommonOptions.Overrides());
        if (settings.Value is null)
        {
            errors.WriteLine(FindingsText.Render(settings.Findings));
            return (null, null, null);
        }

        var files = settings.Value.Files;
        if (mailbox is null)
        {
            return (code ?? files.Code, clients ?? files.Clients, files.Holidays);
        }

        if (settings.Value.Mailboxes.FirstOrDefault(m => m.Id.Equals(mailbox, StringComparison.OrdinalIgnoreCase)) is not { } known)
        {
            errors.WriteLine($"There is no mailbox `{mailbox}` in the settings; there are {string.Join(", ", settings.Value.Mailboxes.Select(m => m.Id))}.");
            return (null, null, null);
        }

        var own = MailboxFiles.Of(known, files);
        return (code ?? own.Code, clients ?? own.Clients, files.Holidays);
    }
}
