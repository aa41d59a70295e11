namespace Bot.Channels.Tencent;

/// <summary>What the doors say themselves; everything about the policies is the assistant's.</summary>
internal static class Sentences
{
    internal const string Welcome = "welcome";
    internal const string WelcomeStaff = "welcome-staff";
    internal const string VoiceUnread = "voice";
    internal const string Picture = "picture";
    internal const string Location = "location";
    internal const string Link = "link";
    internal const string Other = "other";
    internal const string TooFast = "too-fast";
    internal const string NoMore = "no-more";
    internal const string NoAnswerYet = "no-answer-yet";
    internal const string Rated = "rated";
    internal const string RateUnknown = "rate-unknown";
    internal const string Empty = "empty";
    internal const string TooLong = "too-long";

    /// <summary>Where the account cannot send later by itself.</summary>
    internal const string Working = "这个问题需要多一点时间，请稍等几秒，再回复「继续」查看答复。";

    internal const string Failed = "抱歉，刚才没能答复您，请稍后再问一次。";

    internal const string Waiting = "\n\n（您前面的问题已有答复，回复「继续」查看。）";

    /// <summary>The sentence by its name.</summary>
    internal static string Of(string name) => name switch
    {
        Welcome => "您好，欢迎关注！我是政策问答助手，可以查条款原文、核算奖励金额，并附上出处。您可以试着问：\n· 我们首次入围中国互联网百强，能奖多少？\n· 第七条怎么规定的？\n· 我们县够条件报集群试点吗？\n回复「转人工」可以联系工作人员。",
        WelcomeStaff => "您好，我是政策问答助手，可以查条款原文、核算奖励金额，并附上出处。您可以试着问：\n· 首次入围中国互联网百强，能奖多少？\n· 第七条怎么规定的？\n· 县里够条件报集群试点吗？\n答复之后回复「答复单」，可以得到摘要和链接。",
        VoiceUnread => "抱歉，这段语音没有识别出文字，请用文字告诉我您的问题。",
        Picture => "已收到，不过我还看不懂图片和视频。请用文字告诉我您的问题，例如：第三条奖励多少？",
        Location => "已收到您的位置，不过政策问答用不到位置信息。请用文字告诉我您的问题。",
        Link => "已收到链接，不过我不会打开外部网页。请用文字告诉我您的问题。",
        TooFast => "您发得有些快，请一分钟后再问。",
        NoMore => "前面的内容已经全部发给您了，请直接输入新的问题。",
        NoAnswerYet => "还没有可以整理的答复，请先提出您的问题。",
        Rated => "谢谢，已收到您的评价。",
        RateUnknown => "这次答复已不在记录中，无法评价。",
        TooLong => "您的问题有些长，请控制在 4000 字以内，或分成几次来问。",
        Empty => "请输入您的问题，例如：第三条奖励多少？",
        _ => "抱歉，我目前只看得懂文字，请用文字告诉我您的问题。",
    };
}
