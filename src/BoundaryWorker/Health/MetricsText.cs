using System.Globalization;
using System.Text;

namespace BoundaryWorker.Health;

/// <summary>Writes the Prometheus text format 0.0.4 (https://prometheus.io/docs/instrumenting/exposition_formats/).</summary>
internal sealed class MetricsText
{
    private readonly StringBuilder _text = new();

    /// <summary>A value that goes up and down.</summary>
    public void Gauge(string name, string help, params IEnumerable<Sample> samples) => Family(name, "gauge", help, samples);

    /// <summary>A value that only goes up while the process lives.</summary>
    public void Counter(string name, string help, params IEnumerable<Sample> samples) => Family(name, "counter", help, samples);

    /// <summary>How values spread; bounds and values in the same unit.</summary>
    public void Histogram(string name, string help, IReadOnlyList<double> bounds, IReadOnlyList<double> values)
    {
        Head(name, "histogram", help);
        foreach (var bound in bounds)
        {
            Line($"{name}_bucket", new Sample(values.Count(v => v <= bound), ("le", Number(bound))));
        }

        Line($"{name}_bucket", new Sample(values.Count, ("le", "+Inf")));
        Line($"{name}_sum", new Sample(values.Sum()));
        Line($"{name}_count", new Sample(values.Count));
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    private void Family(string name, string type, string help, IEnumerable<Sample> samples)
    {
        Head(name, type, help);
        foreach (var sample in samples)
        {
            Line(name, sample);
        }
    }

    private void Head(string name, string type, string help) =>
        _text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {help}\n# TYPE {name} {type}\n");

    private void Line(string name, Sample sample)
    {
        var labels = string.Join(',', sample.Labels.Select(l => $"{l.Name}=\"{l.Value}\""));
        _text.Append(CultureInfo.InvariantCulture, $"{name}{(labels.Length > 0 ? $"{{{labels}}}" : "")} {Number(sample.Value)}\n");
    }

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}

/// <summary>One line of a metric.</summary>
/// <param name="Value">Its value.</param>
/// <param name="Labels">Names of ours alone: ids of mailboxes, states, reasons. They need no escaping, and are nobody's address.</param>
internal sealed record Sample(double Value, params IReadOnlyList<(string Name, string Value)> Labels);
