using Bot.Answering;

namespace Benchmarks;

/// <summary>What a turn costs without HTTP and store, as a whole and by its steps.</summary>
internal static class TurnVerb
{
    internal static int Run(string[] options)
    {
        var rounds = Rounds.Count(options);
        var development = new Development();
        Console.WriteLine($"{development.Turns.Count} turns, {rounds} rounds\n{Gauge.Heading}\n{string.Join('\n', Rows(development, rounds))}");
        return 0;
    }

    internal static IEnumerable<string> Rows(Development development, int rounds)
    {
        var (dialogue, turns) = (development.Program.Dialogue, development.Turns);
        Gauge Step(string name) => new(name, turns.Count, rounds);
        var (whole, read, understand, write, guard) = (Step("turn"), Step("read"), Step("understand"), Step("write"), Step("guard"));
        Rounds.Run(turns.Count, rounds, (i, round) => whole.Measure(i, round, () => dialogue.Respond(turns[i].Turn, turns[i].Before, "a", "c")));
        // In a pass of their own: right after the whole turn the steps would find all their data at hand.
        Rounds.Run(turns.Count, rounds, (i, round) =>
        {
            var (turn, before) = turns[i];
            var message = read.Measure(i, round, () => dialogue.Reader.Read(turn.Text, before.Document));
            var understood = understand.Measure(i, round, () => dialogue.Intents.Read(message, before));
            var (reply, answer) = write.Measure(i, round, () =>
            {
                var reply = dialogue.Responder.Write(understood.Intent, message, turn.AsOf);
                return (reply, Dialogue.Finish(reply, "a", "c"));
            });
            guard.Measure(i, round, () => dialogue.Guard.Fault(reply.Draft, answer, turn, before.Turns));
        });
        return [whole.Row(), read.Row(), understand.Row(), write.Row(), guard.Row()];
    }
}
