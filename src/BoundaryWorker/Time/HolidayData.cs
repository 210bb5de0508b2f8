using System.Reflection;
using BoundaryWorker.Core.Time;

namespace BoundaryWorker.Time;

/// <summary>
/// Public holidays by year and region. The countries that come with the program are the text files under <c>Time/Holidays</c>; files of the
/// same form in a folder of the owner's add a country, or replace one, without a build.
/// </summary>
public sealed class HolidayData
{
    private const string Folder = "BoundaryWorker.Time.Holidays.";
    private readonly Dictionary<string, HolidayTable> _tables;

    private HolidayData(IEnumerable<HolidayTable> tables)
    {
        _tables = tables.ToDictionary(t => t.Region, StringComparer.OrdinalIgnoreCase);
        Regions = [.. _tables.Keys.Order(StringComparer.Ordinal)];
    }

    /// <summary>All regions there is data for, in order: <c>DE</c>, <c>DE-BB</c>, ..., <c>US</c>.</summary>
    public IReadOnlyList<string> Regions { get; }

    /// <summary>Reads the countries that come with the program, then the owner's.</summary>
    /// <param name="folder">A folder with files named after a country (<c>FR.tsv</c>), or null for none. A file there takes the place of the built-in one of the same name.</param>
    /// <exception cref="HolidayFileException">A file is not of the form described there; the message names file, line and remedy.</exception>
    public static HolidayData Load(string? folder = null)
    {
        var texts = BuiltIn().ToDictionary(f => f.Name, f => f.Text, StringComparer.OrdinalIgnoreCase);
        foreach (var path in Directory.Exists(folder) ? Directory.GetFiles(folder, "*.tsv") : [])
        {
            texts[Path.GetFileName(path)] = File.ReadAllText(path);
        }

        var tables = texts.SelectMany(f => HolidayFile.Read(f.Key, f.Value).Select(t => (File: f.Key, Table: t))).ToList();
        var twice = tables.GroupBy(t => t.Table.Region, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1);
        return twice is null
            ? new HolidayData(tables.Select(t => t.Table))
            : throw new HolidayFileException(string.Join(" and ", twice.Select(t => t.File)), 0, $"both describe the region {twice.Key}. Take it out of one of them");
    }

    /// <summary>The holidays of that region, any letter case; null where there is no data for it.</summary>
    public HolidayTable? For(string region) => _tables.GetValueOrDefault(region);

    private static IEnumerable<(string Name, string Text)> BuiltIn()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var resource in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Folder, StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            yield return (resource[Folder.Length..], reader.ReadToEnd());
        }
    }
}
