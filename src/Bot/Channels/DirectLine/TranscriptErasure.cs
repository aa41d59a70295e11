using Bot.Channels.Activity;
using Bot.Store;
using Bot.Store.Records;

namespace Bot.Channels.DirectLine;

/// <summary>
/// Erases what was said from memory once it is deleted from the store, whoever did so: this program, the command line,
/// another instance; and lets go of what nobody comes for any more.
/// </summary>
internal sealed partial class TranscriptErasure(Transcripts transcripts, ConversationNames names, IPersonalData store, TimeProvider time, ILogger<TranscriptErasure> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2), Back = TimeSpan.FromMinutes(5);

    /// <summary>Looks once.</summary>
    internal async Task LookAsync(CancellationToken cancellation)
    {
        if (transcripts.IsEmpty) return;
        var deletions = await store.DeletionsAsync(time.GetUtcNow() - Back, cancellation);
        transcripts.Erase(transcript => deletions.Any(deletion => IsOf(transcript, deletion)));
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        // Whoever stops the program stops the clock: no tick is left to wait for, and nothing is thrown.
        using var stopped = stoppingToken.Register(timer.Dispose);
        while (await timer.WaitForNextTickAsync(CancellationToken.None))
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // A later look goes back far enough to make up for it.
                Log.Failed(logger, e);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    // Named by the conversation, by its place or by its user; what was said after the deletion is not deleted.
    private bool IsOf(Transcript transcript, AccessRecord deletion)
    {
        if (deletion.At < transcript.Begun) return false;
        var (place, user) = (names.Place(ClientActivity.Channel, transcript.Conversation), names.User(ClientActivity.Channel, transcript.User));
        return ((string[])[place, user, ConversationNames.Conversation(place, user)]).Any(name => deletion.Subject == AccessRecord.SubjectOf(ClientActivity.Door, name));
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Whose conversations were deleted could not be read; they are looked for again")]
        internal static partial void Failed(ILogger logger, Exception cause);
    }
}
