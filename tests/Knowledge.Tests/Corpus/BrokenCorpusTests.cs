using System.Text;
using Knowledge.Corpus;
using Knowledge.Tests.Support;

namespace Knowledge.Tests.Corpus;

/// <summary>A corpus that cannot be trusted is refused in one line: file, line and what would be right.</summary>
public sealed class BrokenCorpusTests
{
    private const string Good = """
        ---
        document: tower-9
        title: 灯塔工厂办法
        number: 测府字〔2024〕9号
        issuer: 测试县人民政府
        issued: 2024-01-10
        signature: 2024年1月10日
        source: 测试
        ask: [县工信局]
        clauses: [preamble, "1", "2"]
        validity:
          - status: in-force
            from: { date: 2024-01-10, clause: signature, quote: 2024年1月10日, reads: day }
            to: { date: 2026-01-09, clause: "2", quote: 自印发之日起施行两年, reads: years-since-issue }
        ---

        # 灯塔工厂办法

        ## 引言 {#preamble}

        为支持灯塔工厂，制定本办法。

        ## 一、补助 {#1}

        一、补助。对每座灯塔工厂给予30万元补助。

        ## 二、期限 {#2}

        二、期限。本办法自印发之日起施行两年。

        """;

    private const string Window = "validity:\n  - status: in-force\n    from: { date: 2024-01-10, clause: signature, quote: 2024年1月10日, reads: day }\n    to: { date: 2026-01-09, clause: \"2\", quote: 自印发之日起施行两年, reads: years-since-issue }\n";

    /// <summary>What is broken, the words to replace, what stands there instead, the line and what the message must say.</summary>
    public static TheoryData<string, string, string, int, string[]> Faults => new()
    {
        { "duplicate id", "## 二、期限 {#2}", "## 二、期限 {#1}", 27, ["'1'", "line 23 already", "should stand once"] },
        { "missing clause", "## 一、补助 {#1}\n\n一、补助。对每座灯塔工厂给予30万元补助。\n\n", "", 23, ["clause 1 should stand here", "2 stands here"] },
        { "missing last clause", "## 二、期限 {#2}\n\n二、期限。本办法自印发之日起施行两年。\n", "", 0, ["clause 2 should stand here", "at the end of the file"] },
        { "clause that is not listed", "[preamble, \"1\", \"2\"]", "[preamble, \"1\"]", 27, ["clause 2 is not among", "add it there"] },
        { "wrong order", "[preamble, \"1\", \"2\"]", "[preamble, \"2\", \"1\"]", 23, ["clause 2 should stand here", "gives the order"] },
        { "clause without text", "一、补助。对每座灯塔工厂给予30万元补助。\n", "", 23, ["clause 1 has no text", "should stand below"] },
        { "no front matter", "---\ndocument: tower-9", "document: tower-9", 1, ["YAML front matter between two lines '---'"] },
        { "bad YAML", "ask: [县工信局]", "ask: [县工信局", 9, ["front matter cannot be read", "should be YAML"] },
        { "missing key", "issuer: 测试县人民政府\n", "", 2, ["lacks 'issuer:'"] },
        { "no one to ask", "ask: [县工信局]\n", "", 2, ["lacks 'ask:'", "such as [县大数据中心]"] },
        { "no list of clauses", "clauses: [preamble, \"1\", \"2\"]\n", "", 2, ["lacks 'clauses:'"] },
        { "no validity", Window, "", 2, ["lacks 'validity:'"] },
        { "unknown key", "source: 测试", "sauce: 测试", 8, ["'sauce'", "the keys are", "source"] },
        { "unknown key of a window", "  - status: in-force", "  - state: in-force", 12, ["'state'", "the keys are", "status"] },
        { "key twice", "source: 测试", "source: 测试\nsource: 测试", 9, ["source"] },
        { "id with a slash", "document: tower-9", "document: tower/9", 2, ["should hold no '/'"] },
        { "bad date of issue", "issued: 2024-01-10", "issued: 10.01.2024", 6, ["10.01.2024", "such as 2022-04-25"] },
        { "day that no calendar has", "issued: 2024-01-10", "issued: 2024-02-30", 6, ["2024-02-30", "such as 2022-04-25"] },
        { "bad date of a window", "date: 2026-01-09", "date: 2026年", 14, ["2026年", "such as 2022-04-25"] },
        { "window that contradicts its quote", "date: 2026-01-09", "date: 2027-01-09", 14, ["tower-9/2", "2027-01-09", "reads 2026-01-09"] },
        { "quote that does not stand in its clause", "quote: 自印发之日起施行两年", "quote: 自印发之日起施行三年", 14, ["tower-9/2", "施行三年", "(3)", "施行两年", "(2)"] },
        { "changed quoted clause", "本办法自印发之日起施行两年", "本办法自印发之日起施行五年", 14, ["tower-9/2", "(2)", "施行五年", "(5)"] },
        { "quote of a clause that is not there", "clause: \"2\", quote", "clause: \"9\", quote", 14, ["no clause '9'", "preamble, 1, 2"] },
        { "quote of a signature that is not there", "signature: 2024年1月10日\n", "", 12, ["lacks 'signature:'"] },
        { "way to read that is not known", "reads: years-since-issue", "reads: forever", 14, ["'forever'", "years-since-issue"] },
        { "status that is not known", "status: in-force", "status: fine", 12, ["'fine'", "'in-force' or 'unclear'"] },
        { "window without an end", "    to: { date: 2026-01-09, clause: \"2\", quote: 自印发之日起施行两年, reads: years-since-issue }\n", "", 12, ["needs 'to:'"] },
        { "window without a beginning", "    from: { date: 2024-01-10, clause: signature, quote: 2024年1月10日, reads: day }\n", "", 12, ["needs 'from:'"] },
        { "boundary without its way to read", ", reads: day", "", 13, ["date, clause, quote and reads"] },
        { "space in a text", "给予30万元补助", "给予 30万元补助", 25, ["clause 1", "no white space", "灯塔工厂给予"] },
        { "line break in a text", "给予30万元补助", "给予\n30万元补助", 25, ["clause 1", "no white space"] },
        { "text before the first clause", "## 引言 {#preamble}", "序言。\n\n## 引言 {#preamble}", 19, ["belongs to no clause", "such as {#preamble}"] },
        { "list", "为支持灯塔工厂，制定本办法。", "- 为支持灯塔工厂，制定本办法。", 21, ["only headings and paragraphs"] },
        { "code", "为支持灯塔工厂，制定本办法。", "```\n为支持灯塔工厂，制定本办法。\n```", 21, ["only headings and paragraphs"] },
        { "mark that is not closed", "{#1}", "{#1", 23, ["{#2.1}"] },
        { "number that is none", "{#1}", "{#第一}", 23, ["'第一'", "letters, digits and points"] },
    };

    [Fact]
    public void The_corpus_that_is_broken_below_can_be_read() => Assert.Equal(3, CorpusReader.ReadDocument("tower-9.md", Good).Clauses.Count);

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_broken_file_is_named_with_its_line_and_what_would_be_right(string name, string words, string instead, int line, string[] says)
    {
        Assert.Equal(2, Good.Split(words).Length);
        using var folder = new TemporaryFolder();
        folder.Write("tower-9.md", Good.Replace(words, instead, StringComparison.Ordinal));
        Says(folder.Path, line > 0 ? $"tower-9.md:{line}: " : "tower-9.md: ", says, name);
    }

    [Fact]
    public void A_file_that_is_not_UTF_8_is_named_with_the_line_of_the_first_wrong_byte()
    {
        using var folder = new TemporaryFolder();
        var bytes = Encoding.UTF8.GetBytes(Good);
        var at = bytes.AsSpan().IndexOf("number:"u8) + 8;
        folder.Write("tower-9.md", [.. bytes[..at], 0xB2, 0xE2, .. bytes[at..]]);
        Says(folder.Path, "tower-9.md:4: ", ["UTF-8"], "GBK bytes");
    }

    [Fact]
    public void A_file_may_begin_with_a_byte_order_mark_and_end_its_lines_as_Windows_does()
    {
        using var folder = new TemporaryFolder();
        folder.Write("tower-9.md", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Good.ReplaceLineEndings("\r\n"))]);
        Assert.Equal(3, CorpusReader.Read(folder.Path).Clauses.Count);
    }

    [Fact]
    public void Two_files_with_one_document_id_are_refused()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.md", Good);
        folder.Write("b.md", Good);
        Says(folder.Path, "b.md:2: ", ["'tower-9'", "a.md", "should stand once"], "one id twice");
    }

    [Fact]
    public void An_empty_folder_is_refused()
    {
        using var folder = new TemporaryFolder();
        Says(folder.Path, folder.Path + ": ", ["no document (*.md)"], "empty folder");
    }

    [Fact]
    public void A_missing_folder_is_refused_with_the_setting_that_names_it()
    {
        var folder = Path.Combine(Path.GetTempPath(), "no-such-corpus");
        Says(folder, folder + ": ", ["no such folder", "Corpus:Folder"], "missing folder");
    }

    private static void Says(string folder, string start, string[] says, string name)
    {
        var fault = Assert.Throws<CorpusException>(() => CorpusReader.Read(folder));
        Assert.DoesNotContain('\n', fault.Message);
        Assert.True(fault.Message.StartsWith(start, StringComparison.Ordinal), $"{name}: should begin with '{start}': {fault.Message}");
        Assert.All(says, words => Assert.Contains(words, fault.Message, StringComparison.Ordinal));
    }
}
