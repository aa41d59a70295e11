using System.Collections.Frozen;
using Bot.Hosting;

namespace Bot.Channels.Web;

/// <summary>Every file of the pages, read once.</summary>
internal sealed class PageFiles
{
    private readonly FrozenDictionary<string, PageFile> files;

    private PageFiles(FrozenDictionary<string, PageFile> files) => this.files = files;

    /// <summary>The paths of what anybody may fetch: styles, scripts and pictures; pages have addresses of their own.</summary>
    internal IEnumerable<string> Parts => files.Keys.Where(path => !path.EndsWith(".html", StringComparison.Ordinal));

    /// <summary>The file.</summary>
    /// <exception cref="KeyNotFoundException">There is none of that path.</exception>
    internal PageFile this[string path] => files[path];

    /// <summary>Reads the folder that is shipped beside the program.</summary>
    /// <exception cref="StartException">It is not there.</exception>
    internal static PageFiles Read()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "wwwroot");
        if (!Directory.Exists(folder)) throw new StartException("找不到网页文件夹 wwwroot，请检查安装是否完整。");
        return new PageFiles(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToFrozenDictionary(
            path => Path.GetRelativePath(folder, path).Replace('\\', '/'),
            path => new PageFile(path, File.ReadAllBytes(path)),
            StringComparer.Ordinal));
    }
}
