using Knowledge.Tests.Support;
using Knowledge.Validity;

namespace Knowledge.Tests.Validity;

/// <summary>The status of both documents on every day of seven years, as the contract has it.</summary>
public sealed class ContractCalendarTests
{
    private static readonly DateOnly First = new(2022, 1, 1);
    private static readonly DateOnly Last = new(2028, 12, 31);

    /// <summary>Document, first day, last day, status.</summary>
    public static TheoryData<string, string, string, ValidityStatus> Stretches => new()
    {
        { "xunwu-51", "2022-01-01", "2022-04-24", ValidityStatus.NotYet },
        { "xunwu-51", "2022-04-25", "2023-12-31", ValidityStatus.InForce },
        { "xunwu-51", "2024-01-01", "2024-04-24", ValidityStatus.Unclear },
        { "xunwu-51", "2024-04-25", "2028-12-31", ValidityStatus.Expired },
        { "pilot-2025", "2022-01-01", "2025-10-15", ValidityStatus.NotYet },
        { "pilot-2025", "2025-10-16", "2027-12-31", ValidityStatus.InForce },
        { "pilot-2025", "2028-01-01", "2028-12-31", ValidityStatus.Expired },
    };

    [Theory]
    [MemberData(nameof(Stretches))]
    public void A_document_has_the_contract_s_status_on_every_day(string document, string from, string to, ValidityStatus status)
    {
        for (var day = Day(from); day <= Day(to); day = day.AddDays(1))
            Assert.Equal((day, status), (day, Shipped.Documents.FindDocument(document)!.StatusOn(day)));
    }

    [Fact]
    public void The_stretches_leave_no_day_out() => Assert.All(
        Stretches.GroupBy(row => (string)row[0]),
        rows => Assert.Equal(Last.DayNumber - First.DayNumber + 1, rows.Sum(row => Day((string)row[2]).DayNumber - Day((string)row[1]).DayNumber + 1)));

    [Fact]
    public void What_bounds_a_window_is_quoted_from_the_document()
    {
        Assert.Equal(["2022—2023年", "自印发之日起试行两年"], Shipped.County.Windows.Select(w => w.Quote));
        Assert.Equal(["2025-2027年择优选取"], Shipped.Province.Windows.Select(w => w.Quote));
        Assert.All(
            Shipped.Documents.Documents.SelectMany(d => d.Windows),
            w => Assert.Contains(w.Quote, Shipped.Documents.Find(w.Clause)!.Text, StringComparison.Ordinal));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
