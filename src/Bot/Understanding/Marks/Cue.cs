namespace Bot.Understanding.Marks;

/// <summary>What a word says about what the speaker wants; the words themselves are data (Words/cues.yml).</summary>
internal enum Cue
{
    /// <summary>How much is it: 多少钱, 能拿几多, 奖励金额.</summary>
    Amount,

    /// <summary>How many places are they: 几个名额.</summary>
    HowMany,

    /// <summary>Something to be had: 能拿, 能领.</summary>
    Gain,

    /// <summary>The rule itself is asked for: 什么前提, 哪些要求.</summary>
    Rule,

    /// <summary>The clause spoken of: 这一条.</summary>
    ThisClause,

    /// <summary>A person is wanted: 转人工.</summary>
    HandOver,

    /// <summary>Do we qualify: 够条件吗, 符不符合.</summary>
    Eligibility,

    /// <summary>The speaker's own case: 我们, 我司, 咱.</summary>
    Self,

    /// <summary>Gist wanted: 总结, 概括, 要点.</summary>
    Summary,

    /// <summary>Points at what was reckoned: 刚才算的, 把结果.</summary>
    Recap,

    /// <summary>What a document gives as a whole: 给钱吗, 最高能拿多少, 支持政策有哪些.</summary>
    Scheme,

    /// <summary>Who is to apply: 申报主体, 企业来报还是政府来报.</summary>
    Applicant,

    /// <summary>How many clauses there are: 一共几条.</summary>
    Contents,

    /// <summary>Whether a condition met at some time counts: 还算吗, 还赶得上吗.</summary>
    Counts,

    /// <summary>Which body is in charge: 责任单位, 找谁.</summary>
    Department,

    /// <summary>Does it apply still: 过期, 有效期.</summary>
    Validity,

    /// <summary>The wording itself wanted: 原文, 怎么写的.</summary>
    Original,

    /// <summary>Two things held against each other: 区别, 不一样.</summary>
    Compare,

    /// <summary>The clause after the one spoken of.</summary>
    NextClause,

    /// <summary>The clause before the one spoken of.</summary>
    PreviousClause,

    /// <summary>Points back: 这, 那, 它, 上面.</summary>
    Back,

    /// <summary>Goes back to a matter spoken of before: 说回, 回到.</summary>
    Return,

    /// <summary>Takes back what was said: 不对, 说错了.</summary>
    Correction,

    /// <summary>How a result came about: 为什么, 怎么算的.</summary>
    Explain,

    /// <summary>What one has to meet: 要什么条件.</summary>
    Conditions,

    /// <summary>How one applies: 怎么报, 申报流程.</summary>
    Procedure,

    /// <summary>Doubts a result, or wants it confirmed: 你确定, 系唔系25万.</summary>
    Doubt,

    /// <summary>Each year or once: 年年有还是就给一回.</summary>
    HowOften,

    /// <summary>The speaker does not know: 不晓得有没有我们.</summary>
    Unknown,

    /// <summary>When it is paid: 什么时候到账.</summary>
    Payout,

    /// <summary>Who pays: 钱谁出, 哪级财政.</summary>
    Payer,

    /// <summary>Several results wanted: 分别, 各.</summary>
    Each,

    /// <summary>Everything that fits a profile: 能享受哪些, 有哪些奖励适合.</summary>
    Overview,

    /// <summary>A question of any kind: 吗, 什么, 怎么.</summary>
    Question,

    /// <summary>Something wanted that this assistant never does: 伪造, 系统提示词.</summary>
    Forbidden,

    /// <summary>Begin anew: 重新开始.</summary>
    Reset,

    /// <summary>你好.</summary>
    Greeting,

    /// <summary>谢谢.</summary>
    Thanks,

    /// <summary>再见.</summary>
    Farewell,

    /// <summary>你能做什么.</summary>
    Help,

    /// <summary>你是机器人吗.</summary>
    Identity,

    /// <summary>Words without weight beside a greeting: 啊, 哦, 好的.</summary>
    Filler,

    /// <summary>Yes, as an answer to a question: 是的, 对.</summary>
    Yes,

    /// <summary>No, as an answer to a question: 没有, 不是.</summary>
    No,

    /// <summary>The speaker is an enterprise: 我们公司, 企业.</summary>
    Enterprise,

    /// <summary>The speaker is a body that cannot apply where regions apply: 乡镇, 村.</summary>
    OtherBody,

    /// <summary>The document as a whole: 这个政策, 文件.</summary>
    Document,

    /// <summary>Figures stated in the text: 写明了具体金额.</summary>
    Figures,

    /// <summary>Something taken for granted: 听说…对吧.</summary>
    Claim,

    /// <summary>A last day: 截止, 来得及.</summary>
    Deadline,

    /// <summary>Something false: 造假, 虚报.</summary>
    Deceit,

    /// <summary>Wants to be shown or helped: 教我, 怎么.</summary>
    HowTo,

    /// <summary>Asks what follows from something: 后果, 处罚.</summary>
    Consequence,

    /// <summary>Papers handed in: 要不要带营业执照.</summary>
    HandIn,

    /// <summary>What money is spent on: 试点资金能拿来还贷款吗.</summary>
    Spend,

    /// <summary>Whether a clause reaches somebody or something: 第二条认不认小巨人.</summary>
    Covers,

    /// <summary>Who is given the money: 给到谁, 打到谁账上.</summary>
    Payee,

    /// <summary>Signals nothing, and hides a cue inside it: 负责解释 is no question about who is in charge.</summary>
    Content,
}
