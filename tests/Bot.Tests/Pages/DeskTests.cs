using Bot.Tests.Pages.Support;
using Microsoft.Playwright;

namespace Bot.Tests.Pages;

[Collection(PageTests.Name)]
public sealed class DeskTests(Site site)
{
    [Theory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task A_clause_is_found_and_opened_by_keyboard_alone(int width)
    {
        await using var visit = await site.VisitAsync(width);
        await visit.OpenAsync("/desk");
        await Assertions.Expect(visit.Page.Locator("#session")).ToContainTextAsync("本机模式");
        await visit.Page.Locator("#tab-search").FocusAsync();
        await visit.Page.Keyboard.PressAsync("/");
        await visit.Page.Keyboard.TypeAsync("基金投资");
        var first = visit.Page.Locator("#results [role=option]").First;
        await Assertions.Expect(first).ToContainTextAsync("七、支持数字经济股权基金投资");
        await Assertions.Expect(first.Locator("mark").First).ToHaveTextAsync("基金投资");
        await Assertions.Expect(visit.Page.Locator("#search")).ToHaveAttributeAsync("aria-activedescendant", "hit-0");
        await visit.Page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(visit.Page.Locator("#search")).ToHaveAttributeAsync("aria-activedescendant", "hit-1");
        await visit.Page.Keyboard.PressAsync("ArrowUp");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visit.Page.Locator(".clause.current h3")).ToHaveTextAsync("七、支持数字经济股权基金投资");
        await Assertions.Expect(visit.Page.Locator(".clause.current mark").First).ToBeInViewportAsync();
        await Assertions.Expect(visit.Page.Locator("#outline [aria-current]")).ToContainTextAsync("七、");
        await visit.AssertFitsAsync();
        await visit.AssertAccessibleAsync();
        await visit.PictureAsync("desk-search", height: width < 600 ? 0 : 560);
        await visit.Page.Keyboard.PressAsync("/");
        await visit.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(visit.Page.Locator("#results [role=option]")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Results_are_narrowed_by_document_department_and_date()
    {
        await using var visit = await site.VisitAsync(1280);
        await visit.OpenAsync("/desk");
        await visit.Page.SelectOptionAsync("#of-department", "县人社局");
        await Assertions.Expect(visit.Page.Locator("#search-note")).ToContainTextAsync("2 条");
        await visit.Page.SelectOptionAsync("#of-department", "");
        await visit.Page.SelectOptionAsync("#of-document", "xunwu-51");
        await Assertions.Expect(visit.Page.Locator("#results .badge.expired")).ToHaveCountAsync(14);
        await visit.Page.FillAsync("#as-of", "2022-10-01");
        await Assertions.Expect(visit.Page.Locator("#results .badge.in-force")).ToHaveCountAsync(14);
        await Assertions.Expect(visit.Page.Locator("#text .validity").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_pasted_sentence_is_found_and_every_change_in_it_shown()
    {
        await using var visit = await site.VisitAsync(1280);
        await visit.OpenAsync("/desk");
        await visit.Page.ClickAsync("#tab-locate");
        await visit.Page.FillAsync("#passage", "按照合同实际执行金额的2%给予奖励，\n最高不超过50万元");
        await visit.Page.ClickAsync("#locate-form button");
        await Assertions.Expect(visit.Page.Locator("#located")).ToContainTextAsync("与原文一字不差");
        await visit.Page.FillAsync("#passage", "按照合同实际执行金额的5%给予奖励，最高不超过50万元");
        await visit.Page.ClickAsync("#locate-form button");
        await Assertions.Expect(visit.Page.Locator("#located .diff del")).ToHaveTextAsync("5");
        await Assertions.Expect(visit.Page.Locator("#located .diff ins")).ToHaveTextAsync("2");
        await visit.AssertAccessibleAsync();
        await visit.PictureAsync("desk-locate");
        await visit.Page.FillAsync("#passage", "床前明月光，疑是地上霜，举头望明月，低头思故乡。");
        await visit.Page.ClickAsync("#locate-form button");
        await Assertions.Expect(visit.Page.Locator("#located")).ToContainTextAsync("没有这段话");
    }

    [Theory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task A_caller_is_answered_and_the_summary_made_saved_verified_and_a_forged_one_caught(int width)
    {
        await using var visit = await site.VisitAsync(width);
        await visit.OpenAsync("/desk");
        await visit.Page.ClickAsync("#tab-answer");
        await visit.Page.FillAsync("#caller", "服务了12家本地企业，合同执行1200万元，有奖励吗？");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visit.Page.Locator("#answered .amount .number").First).ToHaveTextAsync("24");
        await visit.Page.GetByLabel("年度服务本地企业", new PageGetByLabelOptions { Exact = true }).FillAsync("9");
        await Assertions.Expect(visit.Page.Locator(".revised .unmet-list")).ToContainTextAsync("还差1家");

        await visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "生成答复单" }).ClickAsync();
        await Assertions.Expect(visit.Page.Locator(".paper h3")).ToContainTextAsync("答复单");
        await visit.AssertFitsAsync();
        await visit.AssertAccessibleAsync();
        await visit.PictureAsync("desk-answer", width < 600 ? ".summary" : "main");
        await SummaryForms.CheckCopiesAsync(visit.Page, site.Address);
        await SummaryForms.CheckPrintAsync(visit.Page);
        foreach (var form in new[] { "Markdown", "HTML", "Word" }) await SummaryForms.CheckFileAsync(visit.Page, form, site.Scratch);
        await visit.AssertAccessibleAsync();
    }

    [Theory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task The_office_sees_what_was_not_answered_and_takes_it_away_as_evaluation_lines(int width)
    {
        await using var visit = await site.VisitAsync(width);
        await visit.OpenAsync("/");
        await visit.AskAsync("今天寻乌天气怎么样？");
        await visit.AskAsync("今天寻乌天气怎么样");
        var weak = await visit.AskAsync("获得股权投资有什么支持？");
        await weak.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "没帮助" }).ClickAsync();
        await weak.Locator(".comment textarea").FillAsync("想知道钱多久能到账");
        await weak.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "提交" }).ClickAsync();
        await Assertions.Expect(weak.Locator(".feedback")).ToContainTextAsync("谢谢");
        await visit.OpenAsync("/desk/questions");
        await Assertions.Expect(visit.Page.Locator(".question .comments").First).ToContainTextAsync("想知道钱多久能到账");
        var entry = visit.Page.Locator(".question", new PageLocatorOptions { Has = visit.Page.Locator("h2", new PageLocatorOptions { HasText = "今天寻乌天气怎么样" }) });
        await Assertions.Expect(entry).ToHaveCountAsync(1);
        await Assertions.Expect(entry.Locator(".badge")).ToContainTextAsync("未能回答");
        await visit.AssertFitsAsync();
        await visit.AssertAccessibleAsync();
        await visit.PictureAsync("desk-questions");
        var download = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Page.ClickAsync("#export"));
        var lines = await File.ReadAllLinesAsync(await download.PathAsync());
        Assert.Contains(lines, line => line.Contains("\"今天寻乌天气怎么样\"", StringComparison.Ordinal) && line.Contains("\"kind\":\"\"", StringComparison.Ordinal));
    }
}
