using Bot.Understanding.Words;
using Calculators.Rules;
using Knowledge.Corpus;
using Knowledge.Text;

namespace Bot.Understanding.Marks;

/// <summary>Collects every phrase that means something: from the calculators' declarations, and from the word lists of the dialogue.</summary>
internal static class PhraseBooks
{
    /// <summary>The phrases for these calculators and documents.</summary>
    internal static PhraseBook Build(IReadOnlyList<Calculator> calculators, DocumentSet documents)
    {
        var book = new PhraseBook.Builder();
        foreach (var calculator in calculators) AddCalculator(book, calculator);
        foreach (var (name, words) in WordLists.Read("cues.yml"))
        {
            var cue = Enum.Parse<Cue>(name.Replace("-", "", StringComparison.Ordinal), ignoreCase: true);
            Add(book, words, new Meaning.Signals(cue));
        }

        AddScope(book, documents);
        return book.Build();
    }

    private static void AddCalculator(PhraseBook.Builder book, Calculator calculator)
    {
        Add(book, [calculator.Title, .. calculator.Words], new Meaning.AwardWord(calculator));
        foreach (var point in calculator.OpenPoints) Add(book, point.Words, new Meaning.AsksOpenPoint(calculator, point));
        foreach (var input in calculator.Inputs)
        {
            Add(book, [input.Label, .. input.Words], new Meaning.InputWord(calculator, input));
            Add(book, input.PartWords, new Meaning.InputPart(calculator, input));
            Add(book, input.NotWords, new Meaning.OtherFigure(calculator, input));
            switch (input)
            {
                case YesNoInput yesNo:
                    Add(book, [yesNo.Answers.Yes, .. yesNo.Yes], new Meaning.Says(calculator, yesNo, Yes: true));
                    Add(book, [yesNo.Answers.No, .. yesNo.No], new Meaning.Says(calculator, yesNo, Yes: false));
                    Add(book, yesNo.NoAlone, new Meaning.Says(calculator, yesNo, Yes: false) { IsAlone = true });
                    Add(book, yesNo.Asking, new Meaning.AsksFor(calculator, yesNo));
                    break;
                case ChoiceInput choice:
                    foreach (var option in choice.Options) Add(book, [option.Label, .. option.Words], new Meaning.Chooses(calculator, choice, option));
                    break;
            }
        }
    }

    // What a document of the corpus speaks of is no other matter, whatever the list says.
    private static void AddScope(PhraseBook.Builder book, DocumentSet documents)
    {
        var all = string.Concat(documents.Clauses.Select(c => Normaliser.Normalise(c.Text).Text));
        foreach (var (name, words) in WordLists.Read("scope.yml"))
        {
            Meaning meaning = name switch
            {
                "places-in-province" => new Meaning.Elsewhere(InProvince: true),
                "places-outside" => new Meaning.Elsewhere(InProvince: false),
                _ => new Meaning.OtherMatter(),
            };
            Add(book, words.Where(w => !all.Contains(Normaliser.Normalise(w).Text, StringComparison.Ordinal)), meaning);
        }
    }

    private static void Add(PhraseBook.Builder book, IEnumerable<string> phrases, Meaning meaning)
    {
        foreach (var phrase in phrases.Select(p => string.Join('…', p.Split('…').Select(part => Normaliser.Normalise(part).Text))).Where(p => p.Length > 0).Distinct(StringComparer.Ordinal))
            book.Add(phrase, meaning);
    }
}
