using Bot.Tests.Pages.Support;
using Microsoft.Playwright;

namespace Bot.Tests.Pages;

[Collection(PageTests.Name)]
public sealed class ChatTests(Site site)
{
    private const string Service = "服务了12家本地企业，合同执行1200万元，有奖励吗？";

    [Theory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task A_question_is_answered_with_the_amount_its_steps_and_its_clause(int width)
    {
        await using var visit = await site.VisitAsync(width);
        await visit.OpenAsync("/");
        await visit.AssertAccessibleAsync();
        await visit.PictureAsync("chat-start");

        var card = await visit.AskAsync(Service);
        Assert.Equal("24", await card.Locator(".amount .number").InnerTextAsync());
        Assert.Equal("万元", await card.Locator(".amount .unit").InnerTextAsync());
        Assert.True(await card.Locator(".steps li").CountAsync() >= 3);
        Assert.Equal(2, await card.Locator(".shares rect").CountAsync());
        Assert.Equal("已过期", await card.Locator(".validity .badge").InnerTextAsync());
        await visit.AssertFitsAsync();
        await visit.AssertAccessibleAsync();
        await visit.PictureAsync("chat-answer");

        var followed = await visit.AskAsync("那如果是9家呢？");
        Assert.Contains("还差1家", await followed.Locator(".unmet-list").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("24万元", await followed.Locator(".next").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task A_citation_opens_its_clause_whole_with_the_quoted_words_marked_and_in_view(int width)
    {
        await using var visit = await site.VisitAsync(width);
        await visit.OpenAsync("/");
        var card = await visit.AskAsync(Service);
        await card.Locator(".citation").First.ClickAsync();
        var mark = visit.Page.Locator("dialog[open] mark").First;
        await mark.WaitForAsync();
        Assert.StartsWith("对年度服务本地企业达到10家（含）以上", await mark.InnerTextAsync(), StringComparison.Ordinal);
        Assert.StartsWith("三、支持制造业与互联网的深度融合。", await visit.Page.Locator("dialog[open] .clause-text").InnerTextAsync(), StringComparison.Ordinal);
        await Assertions.Expect(mark).ToBeInViewportAsync();
        await visit.AssertAccessibleAsync();
        await visit.PictureAsync("chat-clause");
        await visit.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(visit.Page.Locator("dialog[open]")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_link_to_a_clause_opens_it()
    {
        await using var visit = await site.VisitAsync(390);
        await visit.OpenAsync("/#clause=xunwu-51/3");
        await Assertions.Expect(visit.Page.Locator("dialog[open] .clause-text")).ToContainTextAsync("三、支持制造业与互联网的深度融合。");
    }

    [Fact]
    public async Task A_fact_is_corrected_in_the_answer_and_reckoned_again()
    {
        await using var visit = await site.VisitAsync(390);
        await visit.OpenAsync("/");
        var card = await visit.AskAsync(Service);
        await card.Locator(".revise > summary").ClickAsync();
        await Assertions.Expect(card.GetByLabel("年度服务本地企业", new LocatorGetByLabelOptions { Exact = true })).ToHaveValueAsync("12");
        await card.GetByLabel("合同实际执行金额", new LocatorGetByLabelOptions { Exact = true }).FillAsync("3000");
        await Assertions.Expect(card.Locator(".revised .amount .number")).ToHaveTextAsync("50");
        await visit.AssertAccessibleAsync();
    }

    [Fact]
    public async Task A_word_of_the_user_is_never_markup()
    {
        await using var visit = await site.VisitAsync(390);
        await visit.OpenAsync("/");
        await visit.AskAsync("<img src=x onerror=alert(1)><b>第七条</b>怎么规定？");
        Assert.Equal(0, await visit.Page.Locator("#log img, #log .bubble b").CountAsync());
        Assert.Contains("<img src=x", await visit.Page.Locator(".bubble").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_conversation_is_still_there_after_a_reload_and_gone_after_a_new_start()
    {
        await using var visit = await site.VisitAsync(390);
        await visit.OpenAsync("/");
        await visit.AskAsync(Service);
        await visit.OpenAsync("/");
        Assert.Equal(1, await visit.Page.Locator("#log .answer").CountAsync());
        var followed = await visit.AskAsync("那如果是9家呢？");
        Assert.Contains("还差1家", await followed.InnerTextAsync(), StringComparison.Ordinal);
        await visit.Page.ClickAsync("#again");
        Assert.Equal(0, await visit.Page.Locator("#log .answer").CountAsync());
        await visit.OpenAsync("/");
        Assert.Equal(0, await visit.Page.Locator("#log .answer").CountAsync());
    }

    [Fact]
    public async Task A_suggestion_asks_and_feedback_is_taken()
    {
        await using var visit = await site.VisitAsync(390);
        await visit.OpenAsync("/");
        await visit.Page.Locator("#starters .chip").First.ClickAsync();
        var card = visit.Page.Locator("#log .answer").First;
        await card.Locator(".chips .chip").First.ClickAsync();
        var second = visit.Page.Locator("#log .answer").Nth(1);
        await second.WaitForAsync();
        await card.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "没帮助" }).ClickAsync();
        await card.Locator(".comment textarea").FillAsync("想知道今年还有没有");
        await visit.AssertAccessibleAsync();
        await card.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "提交" }).ClickAsync();
        await Assertions.Expect(card.Locator(".feedback")).ToContainTextAsync("谢谢");
        await second.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "有帮助", Exact = true }).ClickAsync();
        await Assertions.Expect(second.Locator(".feedback")).ToContainTextAsync("谢谢");
    }

    [Fact]
    public async Task A_lost_connection_is_told_kindly_and_can_be_tried_again()
    {
        await using var visit = await site.VisitAsync(390);
        await visit.OpenAsync("/");
        visit.Expected.Add("ERR_INTERNET_DISCONNECTED");
        await visit.Page.Context.SetOfflineAsync(true);
        await visit.Page.FillAsync("#question", Service);
        await visit.Page.ClickAsync("#send");
        var note = visit.Page.Locator("#log .note.error");
        Assert.Contains("网络", await note.InnerTextAsync(), StringComparison.Ordinal);
        await visit.AssertAccessibleAsync();
        await visit.Page.Context.SetOfflineAsync(false);
        await note.GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(visit.Page.Locator("#log .answer .amount .number")).ToHaveTextAsync("24");
    }

    [Fact]
    public async Task Whoever_asks_too_fast_is_told_when_to_try_again()
    {
        await using var visit = await site.VisitAsync(390);
        await visit.OpenAsync("/");
        visit.Expected.Add("status of 429");
        await visit.Page.RouteAsync("**/api/ask", route => route.FulfillAsync(new RouteFulfillOptions
        {
            Status = 429,
            ContentType = "application/problem+json",
            Headers = [new("Retry-After", "1")],
            Body = """{"detail":"请求过于频繁，请在 1 秒后再试。"}""",
        }));
        await visit.Page.FillAsync("#question", Service);
        await visit.Page.ClickAsync("#send");
        var note = visit.Page.Locator("#log .note.error");
        await Assertions.Expect(note).ToContainTextAsync("过于频繁");
        await visit.Page.UnrouteAsync("**/api/ask");
        await note.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "重试", Exact = true }).ClickAsync();
        await Assertions.Expect(visit.Page.Locator("#log .answer .amount .number")).ToHaveTextAsync("24");
    }

    [Fact]
    public async Task In_the_dark_everything_can_still_be_read()
    {
        await using var visit = await site.VisitAsync(390, dark: true);
        await visit.OpenAsync("/");
        var card = await visit.AskAsync("那9家企业，合同1200万元呢？");
        await visit.AskAsync(Service);
        await visit.AssertAccessibleAsync();
        await visit.PictureAsync("chat-dark");
        Assert.True(await card.IsVisibleAsync());
        await visit.OpenAsync("/calculators#core-industry-revenue");
        await visit.Page.GetByLabel("数字技术应用企业").CheckAsync();
        await visit.Page.GetByLabel("年度营业收入", new PageGetByLabelOptions { Exact = true }).FillAsync("6000");
        await visit.Page.Locator(".plot .here-label").WaitForAsync();
        await visit.AssertAccessibleAsync();
    }

    [Fact]
    public async Task A_person_is_named_who_can_be_asked_instead()
    {
        await using var visit = await site.VisitAsync(390);
        await visit.OpenAsync("/");
        var card = await visit.AskAsync(Service);
        await card.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "转人工" }).ClickAsync();
        var dialog = visit.Page.Locator("dialog[open]");
        Assert.Contains("县工信局", await dialog.Locator(".whom").InnerTextAsync(), StringComparison.Ordinal);
        await dialog.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "下载" }).WaitForAsync();
        Assert.Contains("24万元", await dialog.Locator("textarea").InputValueAsync(), StringComparison.Ordinal);
        await visit.AssertAccessibleAsync();
    }
}
