using System.Globalization;
using BoundaryWorker.Core.Mail;
using MimeKit;
using NodaTime;

namespace BoundaryWorker.Mail.Reading;

/// <summary>What came of reading a calendar object: the invitation, or why it was refused. A refused one is ordinary mail (replies.md F1).</summary>
/// <param name="Invitation">What was read, or null.</param>
/// <param name="Refused">Why not, in words for a log, or null.</param>
public sealed record InvitationReading(Invitation? Invitation, string? Refused);

/// <summary>Calendar objects in mail (RFC 5546, 6047), wherever programs put them and however they get them wrong (replies.md F1, F2).</summary>
/// <param name="zone">What floating and all-day times are meant in.</param>
public sealed class InvitationReader(DateTimeZone zone)
{
    /// <summary>Whether a part is a calendar object: by type, or by the name of a file of no type.</summary>
    internal static bool IsCalendar(MimePart part) => part.ContentType.MimeType.ToLowerInvariant() switch
    {
        "text/calendar" or "application/ics" or "text/x-vcalendar" or "application/icalendar" => true,
        "application/octet-stream" or "text/plain" or "application/x-unknown" =>
            (part.FileName ?? "").Trim().EndsWith(".ics", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    /// <summary>The first calendar object of a message that can be read.</summary>
    internal Invitation? Find(MimeEntity body, Instant received) =>
        MimeTree.OwnLeaves(body)
            .Where(IsCalendar)
            .Take(ReadingLimits.CalendarParts)
            .Select(part => Read(part, received).Invitation)
            .FirstOrDefault(i => i is not null);

    /// <summary>Reads the text of one calendar object.</summary>
    /// <param name="text">iCalendar (RFC 5545).</param>
    /// <param name="method">What the Content-Type says, where the object itself has no METHOD.</param>
    /// <param name="received">From when the horizon of a series counts.</param>
    public InvitationReading Read(string text, string? method, Instant received)
    {
        try
        {
            return Read(CalendarLines.Of(text), method, received);
        }
        catch (CalendarRefusedException e)
        {
            return new InvitationReading(null, e.Message);
        }
        catch (Exception e) when (e is not IOException)
        {
            // The calendar library says no by many types of exceptions.
            return new InvitationReading(null, $"the calendar object cannot be read ({e.GetType().Name})");
        }
    }

    private InvitationReading Read(MimePart part, Instant received)
    {
        var (bytes, isWhole) = MimeTree.Content(part, ReadingLimits.CalendarBytes);
        return isWhole
            ? Read(TextDecoding.Decode(bytes, part.ContentType.Charset), part.ContentType.Parameters["method"], received)
            : new InvitationReading(null, "the calendar object is longer than 1 MB");
    }

    private InvitationReading Read(CalendarLines lines, string? method, Instant received)
    {
        if (lines.Count("VCALENDAR") != 1)
        {
            return new InvitationReading(null, "not exactly one VCALENDAR in the part");
        }

        if (!lines.HasEvent)
        {
            return new InvitationReading(null, "no event in the calendar object");
        }

        var verb = (lines.Calendar("METHOD") ?? method ?? "").Trim().Trim(';').ToUpperInvariant();
        var occurrences = new CalendarOccurrences(lines, zone).Between(received, received + Duration.FromDays(ReadingLimits.HorizonDays));
        if (occurrences.Count == 0 && verb is ("REQUEST" or "ADD"))
        {
            return new InvitationReading(null, "an invitation for no time that can be read");
        }

        return new InvitationReading(
            new Invitation
            {
                Method = verb,
                Uid = lines.Event("UID")?.Value.Trim() ?? "",
                Sequence = Sequence(lines.Event("SEQUENCE")?.Value),
                RecurrenceId = lines.Event("RECURRENCE-ID")?.Value.Trim() is { Length: > 0 } id ? id : null,
                Occurrences = occurrences,
                Organizer = Address(lines.Event("ORGANIZER")),
                Attendees = [.. lines.AllOfEvent("ATTENDEE").Take(ReadingLimits.Addresses).Select(Address).OfType<EmailAddress>()],
            },
            null);
    }

    // Some counters are times in milliseconds, or longer.
    private static long Sequence(string? text) =>
        text is not null && Int128.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? (long)Int128.Min(n, long.MaxValue)
        : text is not null && text.Trim() is { Length: > 30 } digits && digits.All(char.IsAsciiDigit) ? long.MaxValue
        : 0;

    // "mailto:jane%40acme.example", "MAILTO:jane@...", or without the scheme; Exchange puts the address into EMAIL for some.
    private static EmailAddress? Address(CalendarLine? line)
    {
        if (line is null)
        {
            return null;
        }

        var value = line.Value.Trim().Trim('"', '<', '>');
        value = value.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? value[7..].Split('?')[0] : value;
        return EmailAddress.TryParse(Uri.UnescapeDataString(value)) ?? EmailAddress.TryParse(line.Parameter("EMAIL"));
    }
}
