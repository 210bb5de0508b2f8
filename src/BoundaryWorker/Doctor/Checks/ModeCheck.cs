using BoundaryWorker.Core.Deciding;

namespace BoundaryWorker.Doctor.Checks;

/// <summary>How far the worker goes in a mailbox (design.md section 8).</summary>
public static class ModeCheck
{
    /// <summary>What the mode means here.</summary>
    /// <param name="mode">That of the settings.</param>
    /// <param name="here">That which counts in this mailbox.</param>
    /// <param name="place">Where its settings stand.</param>
    public static Finding Of(Mode mode, Mode here, SettingPlace place) => here switch
    {
        Mode.Hold when mode == Mode.Enforce => Finding.Note(
            "Mode is enforce, but nobody is answered from here: an address of yours is at the domain of a client, and a reply would speak in their name.",
            $"Should replies go out all the same: {place.Of()}: add \"AllowRepliesHere\": true"),
        Mode.Observe => Finding.Note("Mode is observe: nothing is touched, the digest tells what would have been done."),
        Mode.Hold => Finding.Note("Mode is hold: messages are held and released, nobody is answered."),
        _ => Finding.Fine("Mode is enforce: messages are held, answered and released."),
    };
}
