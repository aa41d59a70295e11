using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Bot.Tests.Summaries;
using Microsoft.Playwright;

namespace Bot.Tests.Pages.Support;

/// <summary>A 答复单 that says 24万元, made on the page: every form of it is right, and a change in it is found.</summary>
internal static class SummaryForms
{
    private const string Right = "24万元";
    private const string Wrong = "42万元";

    /// <summary>What is copied is what stands there; the Markdown verifies, and does not once it was changed.</summary>
    internal static async Task CheckCopiesAsync(IPage page, string address)
    {
        var text = await CopyAsync(page, "复制文字");
        var paper = (await page.Locator(".paper").TextContentAsync())!;
        Assert.Contains(Right, text, StringComparison.Ordinal);
        Assert.All(text.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.Contains(line.StartsWith("· ", StringComparison.Ordinal) ? line[2..] : line, paper, StringComparison.Ordinal));
        var markdown = await CopyAsync(page, "复制 Markdown");
        Assert.True(await IsValidAsync(address, markdown));
        Assert.False(await IsValidAsync(address, markdown.Replace(Right, Wrong, StringComparison.Ordinal)));
    }

    /// <summary>The printer gets the summary with its receipt and nothing else.</summary>
    internal static async Task CheckPrintAsync(IPage page)
    {
        await page.EvaluateAsync("() => { window.print = () => { window.printed = true; }; }");
        await Button(page, "打印").ClickAsync();
        Assert.True(await page.EvaluateAsync<bool>("window.printed"));
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        Assert.Contains(Right, await page.Locator(".paper").InnerTextAsync(), StringComparison.Ordinal);
        await Assertions.Expect(page.Locator(".paper pre")).ToBeVisibleAsync();
        foreach (var other in new[] { "header.top", "#ask-form", ".answer", "#verify", ".tools", "#session" }) await Assertions.Expect(page.Locator(other).First).ToBeHiddenAsync();
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Screen });
    }

    /// <summary>A saved file verifies on the page, and does not once its figure was changed.</summary>
    internal static async Task CheckFileAsync(IPage page, string form, string folder)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => Button(page, $"下载 {form}").ClickAsync());
        var path = Path.Combine(folder, $"{Guid.NewGuid():N}{Path.GetExtension(download.SuggestedFilename)}");
        await download.SaveAsAsync(path);
        await VerifyAsync(page, path, ".note.good", "核对无误");
        var original = await File.ReadAllBytesAsync(path);
        var changed = Path.GetExtension(path) == ".docx" ? DocxTampering.With(original, ChangeTexts) : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(original).Replace(Right, Wrong, StringComparison.Ordinal));
        Assert.NotEqual(original, changed);
        await File.WriteAllBytesAsync(path, changed);
        await VerifyAsync(page, path, ".note.error", "不符");
        File.Delete(path);
    }

    private static void ChangeTexts(XElement body)
    {
        var texts = body.Descendants().Where(element => element.Name.LocalName == "t" && element.Value.Contains(Right, StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(texts);
        foreach (var text in texts) text.Value = text.Value.Replace(Right, Wrong, StringComparison.Ordinal);
    }

    private static async Task VerifyAsync(IPage page, string path, string note, string said)
    {
        await page.SetInputFilesAsync("#verify-file", path);
        await Assertions.Expect(page.Locator($"#verify {note}")).ToContainTextAsync(said);
        await page.SetInputFilesAsync("#verify-file", Array.Empty<string>());
    }

    private static async Task<string> CopyAsync(IPage page, string label)
    {
        await Button(page, label).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "已复制" })).ToBeVisibleAsync();
        await Assertions.Expect(Button(page, label)).ToBeVisibleAsync();
        return await page.EvaluateAsync<string>("navigator.clipboard.readText()");
    }

    private static async Task<bool> IsValidAsync(string address, string markdown)
    {
        using var client = new HttpClient { BaseAddress = new Uri(address) };
        using var reply = await client.PostAsync(new Uri("/api/verify", UriKind.Relative), new StringContent(markdown, Encoding.UTF8, "text/markdown"));
        return (await reply.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("valid").GetBoolean();
    }

    private static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = name, Exact = true });
}
