using System.Globalization;
using Knowledge.Text;

namespace Knowledge.Tests.Text;

public class ClauseFiguresTests
{
    [Theory]
    [InlineData("xunwu-51", "notice", "2022 51 11 11 14 14 2022 4 25")]
    [InlineData("xunwu-51", "2", "1000000 100000000 500000000 1000000000 10000000 50000000 100000000 100000 250000 500000")]
    [InlineData("xunwu-51", "3", "2022 5 10 10000000 2 500000 2 50")]
    [InlineData("xunwu-51", "4", "10 1000000")]
    [InlineData("xunwu-51", "5", "500000 200000 2 50")]
    [InlineData("xunwu-51", "7", "5 1000000")]
    [InlineData("xunwu-51", "8", "5")]
    [InlineData("xunwu-51", "closing", "2 2022 2023")]
    [InlineData("pilot-2025", "1.2", "2025 2027 40 2025 10 2")]
    [InlineData("pilot-2025", "3.2", "1 20")]
    [InlineData("pilot-2025", "4.1", "15000000 10000000 15000000 70")]
    [InlineData("pilot-2025", "5.2", "2025 2 1 2 10 27")]
    public void The_figures_of_a_clause_are_read(string document, string clause, string values)
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "corpus", document + ".md"));
        var heading = Array.FindIndex(lines, line => line.EndsWith($"{{#{clause}}}", StringComparison.Ordinal));
        var text = lines.Skip(heading + 1).First(line => line.Length > 0);
        Assert.Equal(values, string.Join(' ', NumberReader.Read(text).Select(r => (r.Value / 1.0000000000m).ToString("0.####", CultureInfo.InvariantCulture))));
    }

    [Fact]
    public void Nothing_is_read_where_a_clause_has_no_figure()
    {
        Assert.Empty(NumberReader.Read("二、支持数字核心产业做优做强"));
        Assert.Empty(NumberReader.Read("十一、支持“一事一议”“一企一策”"));
        Assert.Empty(NumberReader.Read("(一)资金分配"));
    }
}
