using System.Globalization;

namespace Bot.Summaries.Formats.Docx;

/// <summary>Settings of a Word file that hide words, strike them out, make them unreadable or add some.</summary>
internal static class Disguises
{
    private const int SmallestHalfPoints = 12;
    private const int SmallestScale = 50;

    /// <summary>Whether a setting is one.</summary>
    /// <param name="element">Its element, without the prefix.</param>
    /// <param name="attribute">Finds an attribute's value.</param>
    internal static bool IsOne(string element, Func<string, string?> attribute) => element switch
    {
        "vanish" or "specVanish" or "webHidden" or "strike" or "dstrike" or "hidden" => attribute("val") is not ("0" or "false" or "off"),
        "ins" or "del" or "moveFrom" or "moveTo" or "cellIns" or "cellDel" or "cellMerge" or "vMerge" or "hMerge" or "framePr" or "headerReference" or "footerReference" => true,
        "numId" => attribute("val") != "0",
        "color" => IsLight(attribute("val")) || attribute("themeColor") is "background1" or "background2" or "light1" or "light2",
        "shd" => IsDark(attribute("fill")) || attribute("themeFill") is "text1" or "text2" or "dark1" or "dark2",
        "highlight" => attribute("val") is { } colour && (colour == "black" || colour.StartsWith("dark", StringComparison.Ordinal)),
        "sz" => Number(attribute("val")) is < SmallestHalfPoints,
        "w" => Number(attribute("val")) is < SmallestScale,
        "spacing" => attribute("lineRule") == "exact",
        "trHeight" => attribute("hRule") == "exact",
        _ => false,
    };

    private static bool IsLight(string? colour) => Channels(colour) is { } c && Math.Max(c.Red, Math.Max(c.Green, c.Blue)) > 0x90 && Math.Min(c.Red, Math.Min(c.Green, c.Blue)) > 0x60;

    private static bool IsDark(string? colour) => Channels(colour) is { } c && Math.Min(c.Red, Math.Min(c.Green, c.Blue)) < 0x80;

    private static (int Red, int Green, int Blue)? Channels(string? colour) =>
        colour is { Length: 6 } && int.TryParse(colour, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rgb) ? (rgb >> 16, (rgb >> 8) & 0xFF, rgb & 0xFF) : null;

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
