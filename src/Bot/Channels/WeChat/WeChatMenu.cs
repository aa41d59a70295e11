using System.Text.Json;
using Bot.Api;
using Bot.Channels.Tencent;

namespace Bot.Channels.WeChat;

/// <summary>The menu under the talk: its keys, what each asks, and the definition that is published.</summary>
internal static class WeChatMenu
{
    // Three columns of five at most; a column's name has 4 characters, an entry's 8.
    private static readonly (string Column, (string Name, string Key, string Question)[] Entries)[] Columns =
    [
        ("查政策",
        [
            ("收录了什么", "POLICY_LIST", "你能回答哪些问题？"),
            ("有哪些奖励", "AWARD_LIST", "有哪些奖励？"),
            ("是否还有效", "VALIDITY", "寻府办字〔2022〕51号现在还有效吗？"),
            ("试点何时截止", "DEADLINE", "数字产业集群培育试点什么时候截止？"),
        ]),
        ("算奖励",
        [
            ("首次入围百强", "AWARD_TOP100", "首次入围中国互联网百强能奖多少？"),
            ("营业收入达标", "AWARD_REVENUE", "我们是制造类核心产业企业，营业收入达标奖励多少？"),
            ("集群试点资金", "PILOT_FUNDING", "集群试点县最多支持多少资金？"),
        ]),
        ("更多",
        [
            ("继续阅读", "READ_ON", "继续"),
            ("出答复单", "SUMMARY", "答复单"),
            ("转人工", "HUMAN", "转人工"),
        ]),
    ];

    /// <summary>What a key asks for; an unknown one, of a menu published elsewhere, gets help.</summary>
    internal static Act Act(string key) => Words.Of(Columns.SelectMany(c => c.Entries).FirstOrDefault(e => e.Key == key).Question ?? Columns[0].Entries[0].Question);

    /// <summary>Every entry's key with what it asks.</summary>
    internal static IEnumerable<(string Name, string Key, string Question)> Entries => Columns.SelectMany(c => c.Entries);

    /// <summary>The definition that <c>/cgi-bin/menu/create</c> takes.</summary>
    internal static ReadOnlyMemory<byte> Definition() => JsonWords.Bytes(json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("button");
        foreach (var (column, entries) in Columns)
        {
            json.WriteStartObject();
            json.WriteString("name", column);
            json.WriteStartArray("sub_button");
            foreach (var entry in entries) Write(json, entry.Name, entry.Key);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, string name, string key)
    {
        json.WriteStartObject();
        json.WriteString("type", "click");
        json.WriteString("name", name);
        json.WriteString("key", key);
        json.WriteEndObject();
    }
}
