using System.Text;

namespace Bot.Tests.Dialogues.Generated;

/// <summary>Makes messages that no one has thought of; the same seed makes the same ones.</summary>
internal sealed class TurnGenerator(int seed)
{
    private const int Longest = 4000;
    private const string Numerals = "〇一二三四五六七八九十百千万";
    private static readonly string[] Joints = ["", "", "，", "，", "。", "？", "、", "；", " ", "\n", "：", "「"];
    private static readonly DateOnly First = new(2021, 6, 1);
    private readonly Random random = new(seed);

    internal int Turns() => random.Next(1, 9);

    internal DateOnly Day() => First.AddDays(random.Next(0, 8 * 365));

    internal string Message() => random.Next(200) == 0 ? Long() : Joined(random.Next(1, 7));

    private string Joined(int pieces)
    {
        var text = new StringBuilder();
        // A case with its figures and a question comes out often enough to be answered.
        if (random.Next(3) == 0) text.Append(random.Next(2) == 0 ? "我们" : "我们公司").Append(Case());
        for (var i = 0; i < pieces; i++) text.Append(Piece()).Append(Pick(Joints));
        return text.ToString();
    }

    private string Long()
    {
        var text = new StringBuilder();
        while (text.Length < Longest) text.Append(random.Next(4) == 0 ? Joined(6) : Piece());
        return text.ToString(0, Longest);
    }

    private string Case()
    {
        var calculators = Talk.Composition.Catalogue.Calculators;
        var calculator = calculators[random.Next(calculators.Count)];
        var text = new StringBuilder(calculator.Words[random.Next(calculator.Words.Count)]).Append('，');
        foreach (var input in calculator.Inputs)
        {
            if (random.Next(5) == 0) continue;
            text.Append(input switch
            {
                Calculators.Rules.MoneyInput => $"{input.Label}{Figures.Any(random)}",
                Calculators.Rules.CountInput => $"{input.Label}{random.Next(0, 40)}家",
                Calculators.Rules.YesNoInput yesNo => random.Next(3) == 0 ? yesNo.Answers.No : yesNo.Answers.Yes,
                Calculators.Rules.ChoiceInput choice => choice.Options[random.Next(choice.Options.Count)].Label,
                Calculators.Rules.AwardListInput => $"工业政策{Figures.Any(random)}，数字经济政策{Figures.Any(random)}",
                _ => Figures.Any(random),
            }).Append('，');
        }

        return text.Append(random.Next(3) == 0 ? "" : "能拿多少？").ToString();
    }

    private string Piece() => random.Next(16) switch
    {
        0 or 1 or 2 => Pick(Pieces.Negations) + Pick(Pieces.Declared),
        3 or 4 => Pick(Pieces.FigureWords) + Figures.Any(random),
        5 => Figures.Any(random),
        6 or 7 => Pick(Pieces.Cues),
        8 or 9 => Pick(Pieces.Asks),
        10 => Reference(),
        11 => Pick(Pieces.Sentences),
        12 => Fragment(Pick(Pieces.Sentences)),
        13 => Pick(Pieces.Noise),
        14 when random.Next(3) == 0 => Pick(Pieces.Pressure),
        _ => Letters(),
    };

    private string Reference() => random.Next(8) switch
    {
        0 => $"第{random.Next(0, 99)}条",
        1 => $"第{Numerals[random.Next(Numerals.Length)]}条",
        2 => $"第十{Numerals[random.Next(Numerals.Length)]}条",
        3 => $"{random.Next(1, 7)}.{random.Next(0, 7)}.{random.Next(0, 9)}",
        4 => $"第{Numerals[random.Next(1, 8)]}部分（{Numerals[random.Next(1, 8)]}）",
        5 => $"xunwu-51/{random.Next(0, 14)}",
        6 => $"pilot-2025/{random.Next(1, 7)}.{random.Next(1, 6)}",
        _ => Pick(["附件", "附则", "寻府办字〔2022〕51号", "赣发〔2022〕4号", "前言", "最后一条", "试点通知"]),
    };

    private string Fragment(string sentence)
    {
        var start = random.Next(sentence.Length);
        return sentence.Substring(start, random.Next(1, sentence.Length - start + 1));
    }

    private string Letters()
    {
        var text = new StringBuilder();
        var length = random.Next(1, 12);
        for (var i = 0; i < length; i++) text.Append((char)random.Next(0x4E00, 0x9FA5));
        return text.ToString();
    }

    private string Pick(string[] words) => words[random.Next(words.Length)];
}
