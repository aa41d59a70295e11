using Knowledge.Text;

namespace Knowledge.Tests.Text;

public class IdiomTests
{
    public static TheoryData<string> Listed() => [.. TextData.Words("idioms")];

    [Theory]
    [MemberData(nameof(Listed))]
    public void An_idiom_is_no_numeral(string idiom) => Assert.Empty(NumberReader.Read($"请问{idiom}，谢谢"));

    [Theory]
    [InlineData("5G、PM2.5、B2B、4K、H5、A12、MP3")]
    [InlineData("千万别忘了")]
    [InlineData("市县统一，万一")]
    public void Figures_of_Latin_words_are_no_numerals(string text) => Assert.Empty(NumberReader.Read(text));
}
