namespace BoundaryWorker.Time;

/// <summary>A holiday file that cannot be used; the message is for the owner.</summary>
/// <param name="file">Its name.</param>
/// <param name="line">The line, from 1; 0 where it is the whole file.</param>
/// <param name="problem">What is wrong and what would be right.</param>
public sealed class HolidayFileException(string file, int line, string problem)
    : Exception($"{file}{(line > 0 ? $", line {line}" : "")}: {problem}.");
