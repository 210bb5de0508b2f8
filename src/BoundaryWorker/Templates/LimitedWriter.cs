using System.Text;

namespace BoundaryWorker.Templates;

/// <summary>Takes what a template writes, and stops it at a limit.</summary>
/// <param name="limit">The most characters.</param>
internal sealed class LimitedWriter(int limit) : TextWriter
{
    private readonly StringBuilder _text = new();

    /// <inheritdoc/>
    public override Encoding Encoding => Encoding.UTF8;

    /// <inheritdoc/>
    public override void Write(char value) => Write([value]);

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    /// <inheritdoc/>
    public override void Write(string? value) => Write(value.AsSpan());

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<char> buffer)
    {
        if (_text.Length + buffer.Length > limit)
        {
            throw new TemplateLimitException($"it writes more than {limit} characters");
        }

        _text.Append(buffer);
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();
}

/// <summary>A template outgrew a limit of the sandbox.</summary>
internal sealed class TemplateLimitException(string message) : Exception(message);
