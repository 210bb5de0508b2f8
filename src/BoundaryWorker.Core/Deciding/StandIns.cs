using BoundaryWorker.Core.Code;
using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Core.Mail;

namespace BoundaryWorker.Core.Matters;

internal static class NewText { public static string Of(string text) => text; }

internal static class LanguageGuess { public static string? Of(string text) => text.Length == 0 ? null : "en"; }

internal static class MatterReader
{
    public static IReadOnlyList<MatterFinding> Read(IncomingMessage message, string newText, BoundaryCode code) => [new(Matter.Other, [])];
}

internal static class UrgentTag
{
    public static bool IsIn(string subject, Channel tagChannel) => tagChannel.SubjectTag is { } tag && subject.Contains(tag, StringComparison.OrdinalIgnoreCase);
}

internal static class Words
{
    public static bool AnyIn(string text, IEnumerable<string> words) => words.Any(w => text.Contains(w, StringComparison.OrdinalIgnoreCase));
}
