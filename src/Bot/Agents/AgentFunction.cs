using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Inputs;
using Microsoft.Extensions.AI;

namespace Bot.Agents;

/// <summary>A function that a language model or another agent may call. It reads its arguments as the HTTP calls read a body, and says in its result what is wrong with them.</summary>
/// <param name="name">Letters, digits and underscores: what every host takes.</param>
/// <param name="title">What people call it.</param>
/// <param name="description">When to call it and what it gives, in Chinese.</param>
/// <param name="schema">The JSON Schema of its arguments.</param>
internal abstract class AgentFunction(string name, string title, string description, JsonObject schema) : AIFunction
{
    /// <inheritdoc />
    public override string Name => name;

    /// <inheritdoc />
    public override string Description => description;

    /// <inheritdoc />
    public override JsonElement JsonSchema { get; } = JsonSerializer.SerializeToElement(schema);

    /// <summary>What people call it.</summary>
    internal string Title => title;

    /// <summary>Whether nothing is kept of a call, so that the same arguments give the same result.</summary>
    internal virtual bool IsReadOnly => true;

    /// <summary>Runs it.</summary>
    /// <param name="arguments">The arguments, as they were written.</param>
    /// <param name="cancellation">Ends it early.</param>
    internal Task<Outcome> CallAsync(Json.Object arguments, CancellationToken cancellation) => RunAsync(new Fields(arguments, []), cancellation);

    /// <summary>Runs it with the arguments as members of an object.</summary>
    protected abstract Task<Outcome> RunAsync(Fields fields, CancellationToken cancellation);

    /// <inheritdoc />
    protected sealed override async ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken) =>
        (await CallAsync(ArgumentReader.Read(arguments, JsonSchema), cancellationToken)).Element();
}
