using Bot.Cli;
using Bot.Hosting;

return await CommandLine.RunAsync(args, Terminal.OfConsole(), Parts.Default);
