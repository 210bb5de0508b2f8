namespace BoundaryWorker.Mail.Reading;

/// <summary>What reading one message may cost. Generous for people, small for a bomb; what lies beyond is read as far as the limit.</summary>
internal static class ReadingLimits
{
    /// <summary>Bytes of a message that are parsed; the mails of people are smaller.</summary>
    public const long MessageBytes = 64L << 20;

    /// <summary>Bytes of the top-level header.</summary>
    public const int HeaderBytes = 1 << 20;

    /// <summary>Fields kept of the top-level header.</summary>
    public const int HeaderFields = 2_000;

    /// <summary>Characters kept of one field's value.</summary>
    public const int FieldCharacters = 16_384;

    /// <summary>Bytes of one field that are parsed; decoding and address parsing grow faster than what they are given.</summary>
    public const int FieldBytes = 32_768;

    /// <summary>Fields in all headers of the message together, parts included.</summary>
    public const int FieldsInAll = 20_000;

    /// <summary>MIME parts.</summary>
    public const int Parts = 500;

    /// <summary>Nesting of MIME parts.</summary>
    public const int MimeDepth = 32;

    /// <summary>Addresses kept of one field.</summary>
    public const int Addresses = 500;

    /// <summary>References kept, the newest.</summary>
    public const int References = 200;

    /// <summary>Characters of text (design.md section 5: the start of the text).</summary>
    public const int TextCharacters = 65_536;

    /// <summary>Decoded bytes of a text part that are looked at; markup is longer than what it says.</summary>
    public const int TextBytes = 1 << 20;

    /// <summary>Decoded bytes of a calendar part (design.md section 5).</summary>
    public const int CalendarBytes = 1 << 20;

    /// <summary>Calendar parts that are tried.</summary>
    public const int CalendarParts = 5;

    /// <summary>How far a series is expanded from the arrival.</summary>
    public const int HorizonDays = 400;

    /// <summary>Occurrences kept of a series.</summary>
    public const int Occurrences = 500;
}
