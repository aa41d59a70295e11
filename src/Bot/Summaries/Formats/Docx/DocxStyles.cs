using DocumentFormat.OpenXml.Wordprocessing;

namespace Bot.Summaries.Formats.Docx;

/// <summary>The looks of an official letter: 黑体 for headings, 仿宋 for the text.</summary>
internal static class DocxStyles
{
    internal const string Title = "SummaryTitle";
    internal const string Heading = "SummaryHeading";
    internal const string Subheading = "SummarySubheading";
    internal const string Label = "SummaryLabel";
    internal const string Text = "SummaryText";
    internal const string Item = "SummaryItem";
    internal const string Quote = "SummaryQuote";
    internal const string Source = "SummarySource";
    internal const string Token = "SummaryToken";

    private const string Song = "仿宋";
    private const string Hei = "黑体";
    private const string Latin = "Times New Roman";

    // Sizes are in half points: 44 is 二号, 32 三号, 28 四号, 24 小四. Indents are in twentieths of a point.
    internal static Styles Build() => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(Fonts(Song, Latin), new FontSize { Val = "28" }, new Languages { Val = "en-US", EastAsia = "zh-CN" })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { After = "0", Line = "400", LineRule = LineSpacingRuleValues.AtLeast }))),
        new Style(new StyleName { Val = "Normal" }, new PrimaryStyle()) { Type = StyleValues.Paragraph, StyleId = "Normal", Default = true },
        Style(Title, "答复单标题", Hei, "44", new SpacingBetweenLines { Before = "120", After = "360" }, centred: true),
        Style(Heading, "答复单节标题", Hei, "32", new SpacingBetweenLines { Before = "280", After = "80" }, keepNext: true, level: 0),
        Style(Subheading, "答复单小标题", Hei, "28", new SpacingBetweenLines { Before = "120", After = "40" }, keepNext: true, level: 1),
        Style(Label, "答复单栏目", Hei, "28"),
        Style(Text, "答复单正文", Song, "28"),
        Style(Item, "答复单条目", Song, "28", indent: new Indentation { Left = "280", Hanging = "280" }, keepNext: false),
        Style(Quote, "答复单引文", Song, "28", new SpacingBetweenLines { Before = "80" }, new Indentation { Left = "560", Right = "280" }),
        Style(Source, "答复单出处", Song, "24", new SpacingBetweenLines { After = "120" }, new Indentation { Left = "560" }),
        Style(Token, "答复单回执", Song, "18", latin: "Courier New"));

    private static Style Style(
        string id, string name, string font, string size, SpacingBetweenLines? spacing = null, Indentation? indent = null, bool centred = false, bool keepNext = false, int? level = null, string latin = Latin)
    {
        var paragraph = new StyleParagraphProperties();
        if (keepNext) paragraph.Append(new KeepNext());
        if (spacing is not null) paragraph.Append(spacing);
        if (indent is not null) paragraph.Append(indent);
        if (centred) paragraph.Append(new Justification { Val = JustificationValues.Center });
        if (level is { } depth) paragraph.Append(new OutlineLevel { Val = depth });
        return new Style(
            new StyleName { Val = name },
            new BasedOn { Val = "Normal" },
            new PrimaryStyle(),
            paragraph,
            new StyleRunProperties(Fonts(font, latin), new FontSize { Val = size }))
        { Type = StyleValues.Paragraph, StyleId = id, CustomStyle = true };
    }

    private static RunFonts Fonts(string chinese, string latin) => new() { Ascii = latin, HighAnsi = latin, EastAsia = chinese, ComplexScript = latin };
}
