using System.Collections.Frozen;
using Bot.Understanding.Deciding;
using Knowledge.Citations;
using Knowledge.Corpus;
using Knowledge.Search;
using Knowledge.Text;

namespace Bot.Answering.Wording;

/// <summary>What to say in order to read a clause: 「支持培育数字经济人才」讲什么？ Only where the words, sent back, name that clause and no other.</summary>
internal sealed class ClauseQuestions
{
    private readonly FrozenDictionary<ClauseId, string> questions;

    internal ClauseQuestions(DocumentSet documents, ClauseReferences references)
    {
        Dictionary<ClauseId, string> named = [];
        foreach (var clause in documents.Clauses)
        {
            if (clause.Outline.Count == 0) continue;
            var question = $"「{HeadingNames.Name(clause.Outline[^1])}」讲什么？";
            if (references.Find(Normaliser.Normalise(question).Text) is [{ Clauses: [var only] }] && only == clause.Id) named.Add(clause.Id, question);
        }

        questions = named.ToFrozenDictionary();
    }

    /// <summary>The question; null for a clause that no words of its own name.</summary>
    internal string? For(ClauseId clause) => questions.GetValueOrDefault(clause);
}
