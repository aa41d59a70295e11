using Bot.Api;
using Bot.Hosting;
using Bot.Store;
using Bot.Summaries;
using Bot.Summaries.Formats;

namespace Bot.Channels.Tencent;

/// <summary>The 答复单 behind the link that staff are sent; whoever has the answer's 128 random bits may read it.</summary>
internal static class SummaryPage
{
    internal const string Path = "/wechat/summaries";
    private static readonly SummaryFormat Page = SummaryFormat.All.First(f => f is HtmlFormat);

    internal static void Map(IEndpointRouteBuilder app) => app.MapGet(Path + "/{answerId}", ShowAsync).ExcludeFromDescription();

    internal static async Task<IResult> ShowAsync(string answerId, HttpContext context, Composition composition, IStore store)
    {
        context.Response.Headers.CacheControl = "no-store";
        var office = composition.Summaries;
        if (!AskBody.IsId(answerId)
            || await store.FindAnswerAsync(answerId, context.RequestAborted) is not { Channel: WeChat.WeChatEndpoints.Channel or WeCom.WeComEndpoints.Channel } record)
            return new ProblemReply(404, "没有这份答复单。");
        return record.CorpusVersion == office.Summariser.CorpusVersion && RecordedAnswer.Reproduce(record, office.Summariser) is { } receipt
            ? new SummaryReply(office.Write(receipt, Page).File, Page)
            : new ProblemReply(409, "收录的文件有变动，或这次回答不能原样重现，请重新提问。");
    }
}
