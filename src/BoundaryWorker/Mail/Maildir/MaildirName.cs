using System.Buffers;
using BoundaryWorker.Core.Mail;

namespace BoundaryWorker.Mail.Maildir;

/// <summary>
/// A file name in a Maildir: <c>base:2,FLAGS</c>. The base names the message for good; what follows changes whenever she reads or marks it.
/// A file that was dropped in by hand may lack the second part.
/// </summary>
/// <param name="Base">Before the colon: the message's id in its folder.</param>
/// <param name="Flags">The letters D, F, R, S, T; others (keywords, P) are kept in the name and say nothing here.</param>
public sealed record MaildirName(string Base, MessageFlags Flags)
{
    private const string InfoMark = ":2,";
    private static readonly SearchValues<char> Counting = SearchValues.Create("0123456789_");

    /// <summary>Reads a file name.</summary>
    public static MaildirName Parse(string fileName)
    {
        var length = BaseOf(fileName).Length;
        var flags = MessageFlags.None;
        foreach (var letter in fileName[length..])
        {
            flags |= FlagOf(letter);
        }

        return new MaildirName(fileName[..length], flags);
    }

    /// <summary>The base of a file name.</summary>
    public static ReadOnlySpan<char> BaseOf(ReadOnlySpan<char> fileName)
    {
        var mark = fileName.LastIndexOf(InfoMark, StringComparison.Ordinal);
        return mark > 0 ? fileName[..mark] : fileName;
    }

    /// <summary>The same name with another base: for the rare case that the base is taken in the other folder.</summary>
    public static string WithBase(string fileName, string newBase) => newBase + fileName[BaseOf(fileName).Length..];

    /// <summary>The letters of flags in the order of the alphabet, as the Maildir format wants them.</summary>
    public static string Letters(MessageFlags flags) =>
        string.Concat("DFRST".Where(letter => flags.HasFlag(FlagOf(letter))));

    /// <summary>
    /// Whether a program made that base by the rules of the format (<c>seconds.unique.host</c>): then it is unique for ever, and the file was
    /// renamed into place whole. Other names were dropped in by hand: they may come again, and may still be written to.
    /// </summary>
    public static bool IsUnique(ReadOnlySpan<char> baseName)
    {
        var first = baseName.IndexOf('.');
        if (first < 9 || baseName[..first].ContainsAnyExcept(Counting))
        {
            return false;
        }

        var rest = baseName[(first + 1)..];
        var second = rest.IndexOf('.');
        return second > 0 && second < rest.Length - 1 && !rest.EndsWith(".eml", StringComparison.OrdinalIgnoreCase);
    }

    private static MessageFlags FlagOf(char letter) => letter switch
    {
        'S' => MessageFlags.Seen,
        'R' => MessageFlags.Answered,
        'F' => MessageFlags.Flagged,
        'D' => MessageFlags.Draft,
        'T' => MessageFlags.Deleted,
        _ => MessageFlags.None,
    };
}
