using System.Globalization;

namespace Calculators.Money;

/// <summary>Writes amounts the way the documents and their readers do.</summary>
public static class YuanText
{
    /// <summary>
    /// 25万元, 1.2亿元; an amount that is no round number of 万 stands exactly, with the short form behind it where that is exact too: 850,500元（85.05万元）.
    /// </summary>
    public static string Chinese(this Yuan yuan)
    {
        var amount = yuan.Amount;
        if (amount != 0 && amount % 10_000m == 0)
        {
            // 1.2亿元 reads better than 12000万元; 1.2345亿元 does not read better than 12345万元.
            return amount >= 100_000_000m && amount % 10_000_000m == 0
                ? Digits(amount / 100_000_000m) + "亿元"
                : Digits(amount / 10_000m) + "万元";
        }

        var exact = amount.ToString("#,##0.##", CultureInfo.InvariantCulture) + "元";
        return amount >= 10_000m && amount % 100m == 0 ? $"{exact}（{Digits(amount / 10_000m)}万元）" : exact;
    }

    private static string Digits(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
