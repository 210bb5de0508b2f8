using System.Text;

namespace BoundaryWorker.AdapterTests.Imap.Gmail;

/// <summary>A command in its words: atoms, quoted strings and lists. Text in square brackets belongs to its atom (<c>BODY.PEEK[HEADER]</c>).</summary>
internal sealed class GmailWords
{
    private readonly List<object> words;

    private GmailWords(List<object> words) => this.words = words;

    public int Count => words.Count;

    public static GmailWords Of(string command)
    {
        var at = 0;
        return new GmailWords(Read(command, ref at));
    }

    public string Word(int at) => at < words.Count ? words[at] as string ?? "" : "";

    public IReadOnlyList<string> List(int at) => words[at] is List<object> list ? [.. list.OfType<string>()] : [];

    public IReadOnlyList<string> ListOrWord(int at) => words[at] is string word ? [word] : List(at);

    private static List<object> Read(string text, ref int at)
    {
        var words = new List<object>();
        while (at < text.Length && text[at] != ')')
        {
            switch (text[at])
            {
                case ' ':
                    at++;
                    break;
                case '(':
                    at++;
                    words.Add(Read(text, ref at));
                    at++;
                    break;
                case '"':
                    words.Add(Quoted(text, ref at));
                    break;
                default:
                    words.Add(Atom(text, ref at));
                    break;
            }
        }

        return words;
    }

    private static string Quoted(string text, ref int at)
    {
        var word = new StringBuilder();
        for (at++; text[at] != '"'; at++)
        {
            at += text[at] == '\\' ? 1 : 0;
            word.Append(text[at]);
        }

        at++;
        return word.ToString();
    }

    private static string Atom(string text, ref int at)
    {
        var (start, depth) = (at, 0);
        for (; at < text.Length && (depth > 0 || (text[at] != ' ' && text[at] != ')')); at++)
        {
            depth += text[at] == '[' ? 1 : text[at] == ']' ? -1 : 0;
        }

        return text[start..at];
    }
}
