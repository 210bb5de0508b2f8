using System.CommandLine;
using BoundaryWorker.Files;

namespace BoundaryWorker.Commands;

/// <summary><c>schemas</c>: writes the JSON Schemas of the three files, as they are shipped in deploy/schemas.</summary>
internal static class SchemasCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var folder = new Argument<string>("DIR") { Description = "Where to write them." };
        var command = new TaughtCommand("schemas", "Writes the JSON Schemas of the three files, for completion in an editor.", "schemas deploy/schemas") { folder };
        command.Hidden = true;
        command.SetAction(given =>
        {
            var target = Directory.CreateDirectory(given.GetRequiredValue(folder)).FullName;
            foreach (var (name, text) in Schemas.Generate())
            {
                File.WriteAllText(Path.Combine(target, name), text);
            }
        });
        return command;
    }
}
