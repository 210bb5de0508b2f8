using System.Globalization;
using System.Text;
using BoundaryWorker.Core.Mail;

namespace BoundaryWorker.Tests.Matters;

/// <summary>Precision and recall per matter, every found matter of a message counted, and the strongest matters against the strongest labels.</summary>
internal sealed class MatterScores(IReadOnlyList<(IReadOnlySet<Matter> Labels, IReadOnlyList<Matter> Found)> results)
{
    public static IReadOnlyList<Matter> Classes { get; } =
        [Matter.Urgent, Matter.Task, Matter.Meeting, Matter.Invoice, Matter.Question, Matter.Thanks, Matter.Other];

    public double Precision(Matter matter) => Share(Hits(matter), results.Count(r => r.Found.Contains(matter)));

    public double Recall(Matter matter) => Share(Hits(matter), results.Count(r => r.Labels.Contains(matter)));

    private int Hits(Matter matter) => results.Count(r => r.Found.Contains(matter) && r.Labels.Contains(matter));

    private static double Share(int part, int whole) => whole == 0 ? 1 : (double)part / whole;

    public string Table(string title)
    {
        var table = new StringBuilder().AppendLine(CultureInfo.InvariantCulture, $"{title}: {results.Count} messages");
        table.AppendLine("matter     labelled found hit precision recall");
        foreach (var m in Classes)
        {
            table.AppendLine(
                CultureInfo.InvariantCulture,
                $"{m,-10} {results.Count(r => r.Labels.Contains(m)),8} {results.Count(r => r.Found.Contains(m)),5} {Hits(m),3} {Precision(m),9:0.000} {Recall(m),6:0.000}");
        }

        table.AppendLine("strongest label (rows) against strongest found (columns)").Append("          ");
        table.AppendLine(string.Concat(Classes.Select(c => $"{c,9}")));
        foreach (var row in Classes)
        {
            table.Append(CultureInfo.InvariantCulture, $"{row,-10}");
            table.AppendLine(string.Concat(Classes.Select(c => $"{results.Count(r => r.Labels.Min() == row && r.Found[0] == c),9}")));
        }

        return table.ToString();
    }
}
