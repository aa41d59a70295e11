using Bot.Tests.Pages.Support;
using Microsoft.Playwright;

namespace Bot.Tests.Pages;

[Collection(PageTests.Name)]
public sealed class CalculatorPageTests(Site site)
{
    private static readonly PageGetByLabelOptions Exact = new() { Exact = true };

    [Theory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task The_figure_its_steps_its_clause_and_its_curve_stand_beside_the_form(int width)
    {
        await using var visit = await site.VisitAsync(width);
        await visit.OpenAsync("/calculators#core-industry-revenue");
        await visit.Page.GetByLabel("数字产品制造业").CheckAsync();
        await visit.Page.GetByLabel("年度营业收入", Exact).FillAsync("6");
        await visit.Page.GetByLabel("年度营业收入的单位").SelectOptionAsync("亿元");
        await Assertions.Expect(visit.Page.Locator(".result .amount .number")).ToHaveTextAsync("25");
        await Assertions.Expect(visit.Page.Locator(".plot .here-label")).ToContainTextAsync("25万元");
        Assert.Contains("达到5亿元时25万元", await visit.Page.Locator(".plot figcaption").InnerTextAsync(), StringComparison.Ordinal);
        await Assertions.Expect(visit.Page.Locator(".clause-beside mark").First).ToBeVisibleAsync();
        await visit.AssertFitsAsync();
        await visit.AssertAccessibleAsync();
        await visit.PictureAsync("calculator", width < 600 ? ".caveats" : "h2", height: width < 600 ? 0 : 780);
        await visit.PictureAsync("calculator-curve", width < 600 ? ".picture" : ".steps", height: width < 600 ? 560 : 700);
    }

    [Fact]
    public async Task A_ceiling_shows_as_the_flat_end_of_the_curve()
    {
        await using var visit = await site.VisitAsync(1280);
        await visit.OpenAsync("/calculators#manufacturing-internet-service");
        await visit.Page.GetByLabel("年度服务本地企业", Exact).FillAsync("12");
        await visit.Page.GetByLabel("合同实际执行金额", Exact).FillAsync("1200.5");
        await Assertions.Expect(visit.Page.Locator(".result .amount .number")).ToHaveTextAsync("24.01");
        await Assertions.Expect(visit.Page.Locator(".plot figcaption")).ToContainTextAsync("达到1000万元时20万元，达到2500万元时50万元；此后不再增加");
        await visit.Page.GetByLabel("横轴").SelectOptionAsync("localEnterprisesServed");
        await Assertions.Expect(visit.Page.Locator(".plot figcaption")).ToContainTextAsync("达到10家时24.01万元");
    }

    [Fact]
    public async Task A_wrong_input_is_told_beside_its_field()
    {
        await using var visit = await site.VisitAsync(390);
        visit.Expected.Add("status of 400");
        await visit.OpenAsync("/calculators#manufacturing-internet-service");
        await visit.Page.GetByLabel("年度服务本地企业", Exact).FillAsync("十二");
        await visit.Page.GetByLabel("合同实际执行金额", Exact).FillAsync("1200");
        await Assertions.Expect(visit.Page.Locator(".field:has([aria-invalid=true]) .error")).ToContainTextAsync("整数");
        await visit.AssertAccessibleAsync();
    }

    [Theory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task A_check_up_tells_what_is_met_nearly_met_and_still_open(int width)
    {
        await using var visit = await site.VisitAsync(width);
        await visit.OpenAsync("/calculators");
        await visit.Page.GetByLabel("数字产品制造业").CheckAsync();
        await visit.Page.GetByLabel("年度营业收入", Exact).FillAsync("20000");
        await visit.Page.Locator(".group > summary").Nth(3).ClickAsync();
        await visit.Page.GetByLabel("年度服务本地企业", Exact).FillAsync("9");
        await visit.Page.GetByLabel("合同实际执行金额", Exact).FillAsync("1200");
        await Assertions.Expect(visit.Page.Locator(".total .number")).ToHaveTextAsync("10万元");
        await Assertions.Expect(visit.Page.Locator(".near .entry-amount")).ToHaveTextAsync("还差1家");
        await visit.Page.Locator(".near summary").ClickAsync();
        await Assertions.Expect(visit.Page.Locator(".near .next")).ToContainTextAsync("24万元");
        Assert.True(await visit.Page.Locator(".open .open-item").CountAsync() > 3);
        await visit.AssertFitsAsync();
        await visit.AssertAccessibleAsync();
        await visit.PictureAsync("check-up", width < 600 ? ".result" : "main");
    }

    [Fact]
    public async Task Every_calculator_has_a_form_that_fits_a_phone()
    {
        await using var visit = await site.VisitAsync(390);
        await visit.OpenAsync("/calculators");
        var links = await visit.Page.Locator("#menu a").EvaluateAllAsync<string[]>("all => all.map(one => one.hash)");
        Assert.Equal(12, links.Length);
        foreach (var link in links.Skip(1))
        {
            await visit.Page.Locator($"#menu a[href='{link}']").ClickAsync();
            await Assertions.Expect(visit.Page.Locator(".clause-beside .clause-text")).ToBeVisibleAsync();
            await visit.AssertFitsAsync();
            // The rest are made of the same controls.
            if (link is "#highest-award" or "#pilot-eligibility") await visit.AssertAccessibleAsync();
        }
    }
}
