using Bot.Store;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using StoreProbe;

// The store alone in a process of its own, to be killed (write) or timed (measure). Settings follow as --Storage:Folder=….
if (args is not ["write" or "measure", ..])
{
    await Console.Error.WriteLineAsync("StoreProbe write|measure [--Storage:Folder=…] [--Storage:ConnectionString=…]");
    return 2;
}
var services = new ServiceCollection().AddLogging().AddStore(new ConfigurationBuilder().AddCommandLine(args[1..]).Build());
await using var provider = services.BuildServiceProvider();
var store = provider.GetRequiredService<IStore>();
if (args[0] == "write")
    await Writers.RunAsync(store);
else
    await Measure.RunAsync(store);
return 0;
