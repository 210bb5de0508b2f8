using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Core.Mail;

namespace BoundaryWorker.Commands.Explain;

/// <summary>What would be done with the message of one file, or why it cannot be told.</summary>
/// <param name="File">The path as it was given, or below the directory that was given.</param>
public abstract record ExplainedFile(string File)
{
    /// <summary>It could be read and was judged.</summary>
    /// <param name="File">The path.</param>
    /// <param name="Message">The message, its arrival as it was judged.</param>
    /// <param name="Kind">What it is.</param>
    /// <param name="Decision">What would be done.</param>
    public sealed record Judged(string File, IncomingMessage Message, Classification Kind, Decision Decision) : ExplainedFile(File);

    /// <summary>It could not be read.</summary>
    /// <param name="File">The path.</param>
    /// <param name="Error">Why, in the owner's words.</param>
    public sealed record Unreadable(string File, string Error) : ExplainedFile(File);
}
