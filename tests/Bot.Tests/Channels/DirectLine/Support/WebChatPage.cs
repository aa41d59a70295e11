using Bot.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Bot.Tests.Channels.DirectLine.Support;

/// <summary>A page with npm's Web Chat on the program's own origin, as tokens are issued to no other; the program itself has no such page.</summary>
internal sealed class WebChatPage : IStartupFilter
{
    internal const string Path = "/web-chat/";
    private readonly string peer = NodePeer.Folder("webchat");

    /// <inheritdoc />
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (context, following) =>
        {
            var (file, type) = context.Request.Path.Value switch
            {
                Path => ("page.html", "text/html; charset=utf-8"),
                Path + "webchat.js" => ("node_modules/botframework-webchat/dist/webchat.js", "text/javascript; charset=utf-8"),
                _ => ("", ""),
            };
            if (file.Length == 0)
            {
                await following(context);
                return;
            }

            context.Response.ContentType = type;
            await context.Response.SendFileAsync(System.IO.Path.Combine(peer, file));
        });
        next(app);
    };
}
