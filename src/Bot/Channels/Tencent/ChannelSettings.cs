using System.Globalization;

namespace Bot.Channels.Tencent;

/// <summary>Reads the settings of one door and collects what is wrong with them, in sentences that never repeat a secret.</summary>
internal sealed class ChannelSettings(IConfiguration configuration, string section)
{
    private readonly List<string> faults = [];

    /// <summary>What is wrong.</summary>
    internal IReadOnlyList<string> Faults => faults;

    internal string Text(string name) => configuration[$"{section}:{name}"]?.Trim() ?? "";

    internal void Fault(string name, string fault) => faults.Add($"{section}:{name} {fault}");

    /// <summary>A text that must be there.</summary>
    internal string Required(string name, string what)
    {
        var text = Text(name);
        if (text.Length == 0) Fault(name, $"未设置：{what}。");
        return text;
    }

    internal int Whole(string name, int otherwise, int least, int most)
    {
        var text = Text(name);
        if (text.Length == 0) return otherwise;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
        Fault(name, string.Create(CultureInfo.InvariantCulture, $"应为 {least} 至 {most} 的整数。"));
        return otherwise;
    }

    internal bool Flag(string name)
    {
        var text = Text(name);
        if (text.Length > 0 && !bool.TryParse(text, out _)) Fault(name, "应为 true 或 false。");
        return bool.TryParse(text, out var flag) && flag;
    }

    /// <summary>An address; http is for this machine alone.</summary>
    internal Uri Address(string name, string otherwise)
    {
        var text = Text(name) is { Length: > 0 } given ? given : otherwise;
        if (Uri.TryCreate(text.TrimEnd('/') + "/", UriKind.Absolute, out var address) && (address.Scheme == "https" || (address.Scheme == "http" && address.IsLoopback))) return address;
        Fault(name, "应为 https 地址（只有本机可用 http）。");
        return new Uri(otherwise + "/");
    }

    /// <summary>The keys that are set, the current one first.</summary>
    internal IReadOnlyList<CallbackCipher> Ciphers(string receiver)
    {
        List<CallbackCipher> ciphers = [];
        foreach (var name in (string[])["EncodingAesKey", "PreviousEncodingAesKey"])
        {
            var key = Text(name);
            if (key.Length == 0) continue;
            if (CallbackCipher.IsKey(key)) ciphers.Add(new CallbackCipher(key, receiver));
            else Fault(name, $"应为 {CallbackCipher.KeyCharacters} 个字母或数字。");
        }

        if (Text("EncodingAesKey").Length == 0 && ciphers.Count > 0) Fault("EncodingAesKey", "未设置，却设置了 PreviousEncodingAesKey。");
        return ciphers;
    }
}
