namespace BoundaryWorker.Tests.Files;

public sealed class FillTemp
{
    [Fact]
    public void Fill()
    {
        foreach (var c in FileCasesTests.Cases)
        {
            var path = Path.Combine(FileCase.Folder, c.Data + ".case");
            var text = File.ReadAllText(path);
            string actual;
            try { actual = FileCase.Load(c.Data).Actual(); } catch (Exception e) { actual = "EXCEPTION " + e + "\n"; }
            File.WriteAllText(path, text[..(text.IndexOf("=== expected\n", StringComparison.Ordinal) + 13)] + actual);
        }
    }
}

public sealed class FillTempSchemas
{
    [Fact]
    public void Fill()
    {
        foreach (var (name, text) in BoundaryWorker.Files.Schemas.Generate())
        {
            File.WriteAllText(Path.Combine(FileCase.Root, "deploy", "schemas", name), text);
        }
    }
}
