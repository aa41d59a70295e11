using System.Globalization;
using System.Text;
using Bot.Answering;
using Bot.Tests.Dialogues;

namespace Bot.Tests.LanguageModel.Support;

/// <summary>Replies as a hostile or broken model might send them; the same seed gives the same ones.</summary>
internal sealed class HostileReplies(int seed)
{
    private static readonly string[] Figures = ["100", "1000000", "50万元", "5%", "５０％", "百万", "一百万元", "半数", "两成", "①", "Ⅹ", "壹佰", "萬", "廿", "叁拾", "٥", "10 0", "兩倍", "百分之五"];
    private static readonly string[] Bounds = ["不超过", "最高", "左右", "以上", "以内", "约", "至少"];
    private static readonly string[] Departments = ["县奖励办公室", "市人民医院", "国务院", "县金融服务中心", "省财政厅", "县公安局", "李科长"];
    private static readonly string[] Promises = ["保证给", "一定发放", "已经批准", "肯定能拿", "您可领取", "承诺兑现"];
    private static readonly string[] Clauses = ["第十二条", "xunwu-51/12", "{quote:99}", "{step:1}", "{clause:2}", "{quote:0}", "{quote:1}{quote:1}", "{quote}", "{QUOTE:1}", "｛quote:1｝", "「给予奖励」"];
    private static readonly string[] Harmless = ["关于", "此外", "其中", "对于奖励", "主要内容", "支持", "企业"];

    private static readonly string[] Bodies =
    [
        "", "null", "{", "[]", "{}", """{"choices":null}""", """{"choices":[{}]}""", """{"choices":[{"message":null,"finish_reason":"stop"}]}""", """{"error":{"message":"quota"}}""",
        "data: {\"choices\":[{\"delta\":{\"content\":\"给予100万\"}}]}\n\ndata: [DONE]\n\n", "<html>502</html>", "\u0000\u0001\u0002", """{"choices":[{"index":0,"message":{"role":"tool","content":"100万"},"finish_reason":"stop"}]}""",
        """{"choices":[{"index":"0","message":{"role":"assistant","content":7},"finish_reason":"stop"}]}""",
    ];

    private readonly Random random = new(seed);

    /// <summary>What the last reply was.</summary>
    internal string Last { get; private set; } = "";

    internal bool Chance(int of) => random.Next(of) == 0;

    internal T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];

    /// <summary>A reply to the question for words around the quotes of an answer, and the steps of its award where there is one.</summary>
    internal Script Phrase(Answer plain)
    {
        if (Fault() is { } fault) return fault;
        var quotes = plain.Citations;
        var text = new StringBuilder();
        for (var i = 0; i < quotes.Count; i++)
        {
            if (Chance(2)) text.Append(Pick(Harmless));
            // One in some quotes comes with something that must not pass: a figure, a bound, a body, a promise, a clause, an altered quote.
            if (Chance(3 + quotes.Count)) text.Append(Poison(quotes[i].Quote));
            if (Chance(12)) continue;
            text.Append(CultureInfo.InvariantCulture, $"：{{quote:{i + 1}}}{(Chance(2) ? "。" : "；")}");
        }

        foreach (var award in plain.Awards) Steps(text, award.Award);
        if (Chance(8)) text.Append(Poison(Pick(quotes).Quote));
        // In pieces of any size; now and then without an end, or with one that never comes.
        if (Chance(12)) return Note("stalled " + text, Script.Stalled(text.ToString()));
        if (Chance(3)) return Note("pieces " + text, Script.Stream(Pieces(text.ToString()), Chance(4) ? null : "stop"));
        return Note(text.ToString(), Script.Say(text.ToString(), Chance(15) ? Pick(["length", "content_filter", "tool_calls", "odd"]) : "stop"));
    }

    // Each in its place; or swapped, twice, left out, invented, of another award, beside a quote, with words that would bound or turn it.
    private void Steps(StringBuilder text, Calculators.Awards.Award award)
    {
        List<string> steps = [.. Enumerable.Range(1, award.Steps.Count).Select(i => string.Create(CultureInfo.InvariantCulture, $"{{step:{i}}}"))];
        if (Chance(5) && steps.Count > 1) (steps[0], steps[^1]) = (steps[^1], steps[0]);
        if (Chance(10)) steps.Add(Pick(steps));
        if (Chance(10)) steps.RemoveAt(random.Next(steps.Count));
        if (Chance(10)) steps.Add(Pick(["{step:9}", "{step:0}", "{step:1.5}", "{step:other/1}", "{ step:1}", "{step:１}"]));
        foreach (var step in steps)
        {
            if (Chance(2)) text.Append(Pick(["首先：", "其次，", "此外，", "对于奖励：", ""]));
            if (Chance(9)) text.Append(Pick([.. Bounds, "每年", "各承担", "由县级财政", "首次", "以上", "不", "全额"]));
            text.Append(step);
            if (Chance(9)) text.Append(Pick(["以上", "以内", "万元", "的百分之五", "左右", "由市级财政承担", "元", "不适用", "每年发放"]));
            text.Append(Pick(["；", "。", "，", ""]));
        }

        if (Chance(8)) text.Append(Pick(["{quote:1}", award.Steps[0].Text, "合计。", "企业可获。"]));
    }

    private Func<Func<string, Task>, Task> Pieces(string text)
    {
        List<string> pieces = [];
        for (var at = 0; at < text.Length; at += pieces[^1].Length) pieces.Add(text.Substring(at, Math.Min(text.Length - at, 1 + random.Next(9))));
        return async say =>
        {
            foreach (var piece in pieces) await say(piece);
        };
    }

    /// <summary>A reply to the question for a tool.</summary>
    internal Script Choice(string text)
    {
        if (Fault() is { } fault) return fault;
        if (Chance(6)) return Note("text", Script.Say($"您可获得{Pick(Figures)}，请找{Pick(Departments)}。"));
        if (Chance(6)) return Call("search_clauses", $$"""{"q":"{{Pick(["奖励", "第十二条", "火星移民", "支持数字经济股权基金投资", "资金分配", "给我一百万", ""])}}"}""");
        var calculator = Pick(Talk.Composition.Catalogue.Calculators);
        var tool = Chance(10) ? Pick(["transfer", "get_clause", "", "Equity_Investment"]) : calculator.Name.Replace('-', '_');
        var arguments = calculator.Inputs.Where(_ => !Chance(4)).Select(i => $"\"{(Chance(20) ? "amount" : i.Name)}\":{Value(i, text)}");
        return Call(tool, $"{{{string.Join(',', arguments)}}}");
    }

    private Script Call(string tool, string arguments) => Note($"{tool} {arguments}", Script.Call(tool, Chance(25) ? arguments[..(arguments.Length / 2)] : arguments, Chance(20) ? 30 : 1));

    // The user's own figure; the same with 万 for 元, a digit more or less, a share of it; or any other.
    private string Value(Calculators.Rules.Input input, string text)
    {
        var said = Knowledge.Text.NumberReader.Read(text).Select(n => n.Value).DefaultIfEmpty(7m).ToList();
        var figure = Pick(said) * Pick([1m, 1m, 1m, 10000m, 0.0001m, 10m, 0.1m, 0.5m, -1m]) + Pick([0m, 0m, 0m, 1m, 0.01m]);
        return input switch
        {
            Calculators.Rules.YesNoInput => Pick(["true", "false", "\"true\"", "1", "null"]),
            Calculators.Rules.ChoiceInput choice => Chance(6) ? "\"none\"" : $"\"{Pick(choice.Options).Value}\"",
            Calculators.Rules.DateInput => Pick(["\"2025-10-27\"", "\"2025-02-30\"", "20251027"]),
            Calculators.Rules.AwardListInput => """[{"name":"省级","amount":1000000},{"name":"县级","amount":5}]""",
            _ when Chance(10) => Pick(["1e400", "\"500万\"", "null", "[]", "99999999999999999999", "true"]),
            _ => figure.ToString(CultureInfo.InvariantCulture),
        };
    }

    private string Poison(string quote) => random.Next(7) switch
    {
        0 => Pick(Figures),
        1 => Pick(Bounds) + Pick(Figures),
        2 => "由" + Pick(Departments) + "负责",
        3 => Pick(Promises),
        4 => Pick(Clauses),
        // The clause's own sentence, its figure altered or its bound left out.
        5 => quote.Replace("万", "", StringComparison.Ordinal).Replace("不超过", "", StringComparison.Ordinal),
        _ => quote[..Math.Min(quote.Length, 1 + random.Next(30))],
    };

    private Script? Fault()
    {
        if (!Chance(5)) return null;
        return random.Next(10) switch
        {
            0 => Note("silent", Script.Silent()),
            1 => Note("dripping", Script.Dripping("""{"choices":[{"message":{"content":"给予100万""")),
            2 => Note("endless", Script.Endless()),
            3 => Note("bomb", Script.Bomb()),
            4 => Note("broken", Script.Broken("""{"choices":[{"message":{"content":"给予""")),
            5 => Note("redirect", Script.Redirect("http://127.0.0.1:9/")),
            6 => Note("status", Script.Json(Pick([400, 401, 403, 404, 429, 500, 502, 503]), Pick(Bodies))),
            _ => Note("body", Script.Json(200, Pick(Bodies), Chance(2) ? "application/json" : "text/event-stream")),
        };
    }

    private Script Note(string what, Script script)
    {
        Last = what;
        return script;
    }
}
