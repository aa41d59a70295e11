using System.Buffers.Binary;
using System.IO.Compression;

namespace Bot.Channels.Activity.Package;

/// <summary>The app's icons, drawn here so that no picture needs to be kept: a sheet of paper with a seal.</summary>
internal static class TeamsIcons
{
    internal const string Accent = "#1F5FA8";
    private const int ColorSize = 192, OutlineSize = 32;

    // Red, green, blue, alpha.
    private const uint Clear = 0x00000000, White = 0xFFFFFFFF, Blue = 0x1F5FA8FF, Red = 0xC8322BFF;

    /// <summary>192 × 192, in colour.</summary>
    internal static byte[] Color() => Png(ColorSize, (x, y) => Sheet(x, y, ColorSize, frame: Blue, paper: White, line: Blue, seal: Red));

    /// <summary>32 × 32, white on nothing, as Teams wants it.</summary>
    internal static byte[] Outline() => Png(OutlineSize, (x, y) => Sheet(x, y, OutlineSize, frame: Clear, paper: White, line: Clear, seal: Clear));

    private static uint Sheet(int x, int y, int size, uint frame, uint paper, uint line, uint seal)
    {
        // In 32nds of the side.
        var (column, row) = (x * 32 / size, y * 32 / size);
        if (column is < 8 or > 23 || row is < 5 or > 26) return frame;
        if (column is >= 18 and <= 21 && row is >= 20 and <= 23) return seal;
        return column is >= 11 and <= 20 && row is (9 or 13 or 17) ? line : paper;
    }

    private static byte[] Png(int size, Func<int, int, uint> pixel)
    {
        var rows = new byte[size * ((size * 4) + 1)];
        for (var y = 0; y < size; y++)
        {
            // The byte before each row says that it is not filtered.
            var row = rows.AsSpan((y * ((size * 4) + 1)) + 1);
            for (var x = 0; x < size; x++) BinaryPrimitives.WriteUInt32BigEndian(row[(x * 4)..], pixel(x, y));
        }

        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true)) zlib.Write(rows);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, size);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), size);
        // 8 bits a channel, red green blue and alpha.
        (header[8], header[9]) = (8, 6);
        using var png = new MemoryStream();
        png.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        Chunk(png, "IHDR"u8, header);
        Chunk(png, "IDAT"u8, packed.ToArray());
        Chunk(png, "IEND"u8, []);
        return png.ToArray();
    }

    private static void Chunk(MemoryStream png, ReadOnlySpan<byte> name, ReadOnlySpan<byte> content)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        png.Write(number);
        png.Write(name);
        png.Write(content);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Crc(Crc(uint.MaxValue, name), content));
        png.Write(number);
    }

    // CRC-32 as PNG's annex D defines it.
    private static uint Crc(uint crc, ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
        }

        return crc;
    }
}
