namespace Knowledge.Corpus;

/// <summary>A corpus that cannot be trusted: nothing may start with it.</summary>
public sealed class CorpusException : Exception
{
    /// <summary>Says what is wrong in one line: file, line, what is there and what would be right.</summary>
    /// <param name="file">The file's name.</param>
    /// <param name="line">The line, from 1; 0 where the file as a whole is meant.</param>
    /// <param name="message">What is wrong and what would be right.</param>
    /// <param name="inner">What a library reported, if it was one.</param>
    public CorpusException(string file, int line, string message, Exception? inner = null)
        : base(line > 0 ? $"{file}:{line}: {message}" : $"{file}: {message}", inner)
    {
        File = file;
        Line = line;
    }

    /// <summary>The file's name.</summary>
    public string File { get; }

    /// <summary>The line, from 1; 0 where the file as a whole is meant.</summary>
    public int Line { get; }
}
