namespace Knowledge.Index;

/// <summary>A text as an index takes it in.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its heading; searched together with the text. May be empty.</param>
/// <param name="Text">Its wording.</param>
public sealed record IndexedText(string Id, string Title, string Text);
