using Xunit.Abstractions;
using Xunit.Sdk;

namespace Bot.Tests.Support;

/// <summary>A fact of the long run alone: without its variable it is no test at all, rather than one that is skipped.</summary>
/// <param name="variable">The variable that <c>./test --long</c> sets.</param>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("Bot.Tests.Support." + nameof(LongFactDiscoverer), "Bot.Tests")]
internal sealed class LongFactAttribute(string variable) : FactAttribute
{
    /// <summary>The variable's name.</summary>
    public string Variable => variable;
}

/// <summary>Finds such facts.</summary>
internal sealed class LongFactDiscoverer(IMessageSink messages) : IXunitTestCaseDiscoverer
{
    private readonly FactDiscoverer facts = new(messages);

    /// <inheritdoc />
    public IEnumerable<IXunitTestCase> Discover(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute) =>
        string.IsNullOrEmpty(Environment.GetEnvironmentVariable((string)factAttribute.GetConstructorArguments().Single()!)) ? [] : facts.Discover(discoveryOptions, testMethod, factAttribute);
}
