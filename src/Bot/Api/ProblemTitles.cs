namespace Bot.Api;

/// <summary>What a status is called, and what to say where nothing better is known.</summary>
internal static class ProblemTitles
{
    internal static string Of(int status) => status switch
    {
        400 => "请求有误",
        401 => "需要登录",
        403 => "没有权限",
        404 => "没有找到",
        405 => "不支持该请求方法",
        406 => "不支持所要求的格式",
        408 => "请求超时",
        409 => "与已有记录冲突",
        413 => "请求内容过大",
        415 => "不支持该内容类型",
        429 => "请求过于频繁",
        503 => "暂时不可用",
        507 => "存储空间不足",
        < 500 => "请求有误",
        _ => "服务出错",
    };

    internal static string Detail(int status) => status switch
    {
        404 => "没有这个地址，请检查路径；可用的接口见 /openapi/v1.json。",
        405 => "这个地址不支持该请求方法，请参照 /openapi/v1.json。",
        406 => "不支持所要求的格式，请检查 Accept。",
        408 => "请求内容没有按时到达，请重试。",
        413 => $"请求内容过大，请控制在 {RequestBody.LongestKiB} KiB 以内。",
        415 => "请以 Content-Type: application/json 发送 UTF-8 编码的 JSON。",
        429 => "请求过于频繁，请稍后再试。",
        503 => "服务暂时不可用，请稍后再试。",
        < 500 => "请求无法处理，请检查后重试。",
        _ => "服务出错，请稍后再试。",
    };
}
