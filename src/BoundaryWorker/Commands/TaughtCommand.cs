using System.CommandLine;

namespace BoundaryWorker.Commands;

/// <summary>A command whose <c>--help</c> ends with examples to copy.</summary>
/// <param name="name">As it is typed.</param>
/// <param name="description">What it does, for somebody who has never used it; the first sentence must stand alone in the list of commands.</param>
/// <param name="examples">What to type after the program's name.</param>
internal sealed class TaughtCommand(string name, string description, params string[] examples) : Command(name, description)
{
    /// <summary>What to type after the program's name.</summary>
    public IReadOnlyList<string> Examples { get; } = examples;
}
