using System.Globalization;

namespace BoundaryWorker.Store.Sqlite;

/// <summary>One step of the schema.</summary>
/// <param name="Version">From 1 on, without gaps.</param>
/// <param name="Script">SQL; a statement ends with the line that ends with a semicolon outside a comment.</param>
public sealed record Migration(int Version, string Script)
{
    /// <summary>Those in <c>Store/Migrations</c>, by version: <c>0001-ledger.sql</c>.</summary>
    public static IReadOnlyList<Migration> Shipped { get; } = ReadShipped();

    /// <summary>The statements, each to be run by itself.</summary>
    public IEnumerable<string> Statements()
    {
        var statement = new List<string>();
        foreach (var line in Script.Split('\n'))
        {
            statement.Add(line);
            if (WithoutComment(line).EndsWith(';'))
            {
                yield return string.Join('\n', statement).Trim();
                statement.Clear();
            }
        }
    }

    private static string WithoutComment(string line)
    {
        var comment = line.IndexOf("--", StringComparison.Ordinal);
        return (comment < 0 ? line : line[..comment]).TrimEnd();
    }

    private static List<Migration> ReadShipped()
    {
        const string Folder = ".Store.Migrations.";
        var assembly = typeof(Migration).Assembly;
        return assembly.GetManifestResourceNames()
            .Where(name => name.Contains(Folder, StringComparison.Ordinal) && name.EndsWith(".sql", StringComparison.Ordinal))
            .Select(name =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                var digits = name.AsSpan(name.IndexOf(Folder, StringComparison.Ordinal) + Folder.Length, 4);
                return new Migration(int.Parse(digits, CultureInfo.InvariantCulture), reader.ReadToEnd());
            })
            .OrderBy(m => m.Version)
            .ToList();
    }
}
