using System.Text.Json.Nodes;
using BoundaryWorker.Files.Reading;

namespace BoundaryWorker.Files.Shapes;

/// <summary>
/// What may stand at a place of a file: one description from which both the reader and the JSON Schema come, so that neither can
/// accept what the other does not know.
/// </summary>
internal abstract record Shape;

/// <summary>One value on its own.</summary>
/// <param name="Kind">What it is, after "must be": <c>a date such as 2026-12-28</c>.</param>
/// <param name="Parse">Reads it; never given a null.</param>
/// <param name="Schema">Its JSON Schema without the description.</param>
internal sealed record Scalar(string Kind, Func<ScalarNode, Parsed> Parse, Func<JsonObject> Schema) : Shape;

/// <summary>A list.</summary>
/// <param name="Item">What its items are.</param>
/// <param name="OrOne">A single item may stand there without the list.</param>
/// <param name="Min">How many there must be at least.</param>
internal sealed record ListOf(Shape Item, bool OrOne = false, int Min = 0) : Shape;

/// <summary>A group whose keys are data: days, languages, matters.</summary>
/// <param name="Key">Reads a key.</param>
/// <param name="Value">What stands under each.</param>
/// <param name="Min">How many there must be at least.</param>
internal sealed record MapOf(Scalar Key, Shape Value, int Min = 0) : Shape;

/// <summary>A group with the keys of a table.</summary>
/// <param name="What">What it describes, for the schema.</param>
/// <param name="Keys">Its table.</param>
internal sealed record ObjectOf(string What, params IReadOnlyList<Key> Keys) : Shape;

/// <summary>One row of a table of keys.</summary>
/// <param name="Name">As it is written in the file.</param>
/// <param name="Shape">What stands under it.</param>
/// <param name="Doc">What it does, for the owner.</param>
/// <param name="Required">Whether it must be there.</param>
internal sealed record Key(string Name, Shape Shape, string Doc, bool Required = false);

/// <summary>What came of reading one value.</summary>
/// <param name="Value">The value, null where it could not be read.</param>
/// <param name="What">What is wrong.</param>
/// <param name="Remedy">What would be right.</param>
/// <param name="Offset">At which character of the text it is wrong.</param>
internal readonly record struct Parsed(object? Value, string What = "", string Remedy = "", int Offset = 0)
{
    public static Parsed Ok(object value) => new(value);

    public static Parsed Bad(string what, string remedy, int offset = 0) => new(null, what, remedy, offset);
}
