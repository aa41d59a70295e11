namespace Bot.Cli;

/// <summary>Parts the settings of a command line (<c>--Corpus:Folder x</c>, <c>--urls=x</c>) from the words of the verb.</summary>
internal static class SettingArguments
{
    /// <summary>The verb's words and the settings, each setting as <c>--name=value</c>.</summary>
    /// <exception cref="UsageException">A setting has no value.</exception>
    internal static (string[] Words, string[] Settings) Split(IReadOnlyList<string> args)
    {
        var (words, settings) = (new List<string>(), new List<string>());
        for (var i = 0; i < args.Count; i++)
        {
            // What follows -- is text, whatever it looks like.
            if (args[i] == "--")
            {
                words.AddRange(args.Skip(i));
                break;
            }

            if (!IsSetting(args[i])) words.Add(args[i]);
            else if (args[i].Contains('=', StringComparison.Ordinal)) settings.Add(args[i]);
            else if (i + 1 < args.Count) settings.Add($"{args[i]}={args[++i]}");
            else throw new UsageException($"设置 {args[i]} 缺少值，请写成 {args[i]} 值。");
        }

        return ([.. words], [.. settings]);
    }

    private static bool IsSetting(string arg)
    {
        if (!arg.StartsWith("--", StringComparison.Ordinal)) return false;
        var name = arg.AsSpan(2);
        if (name.IndexOf('=') is >= 0 and var at) name = name[..at];
        return name is "urls" or "environment" || (name.Contains(':') && !name.ContainsAny(' ', '/', '"'));
    }
}
