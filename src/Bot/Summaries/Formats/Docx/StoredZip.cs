using System.Buffers.Binary;
using System.Text;

namespace Bot.Summaries.Formats.Docx;

/// <summary>A zip file whose bytes depend on its content alone.</summary>
/// <remarks>
/// Nothing is compressed and no clock, time zone, operating system or library version leaves a trace, as each does in
/// System.IO.Compression. Layout: PKWARE APPNOTE 4.3.7, 4.3.12 and 4.3.16.
/// </remarks>
internal static class StoredZip
{
    private const ushort Version = 20;
    private const ushort Utf8Names = 0x0800;
    // 1980-01-01, the first day that the format can tell.
    private const ushort Day = 0x0021;

    internal static byte[] Write(IReadOnlyList<(string Name, byte[] Content)> entries)
    {
        using var zip = new MemoryStream();
        using var directory = new MemoryStream();
        foreach (var (name, content) in entries)
        {
            var at = (uint)zip.Length;
            var file = Encoding.UTF8.GetBytes(name);
            Number(zip, 0x04034b50u);
            Description(zip, file, content);
            zip.Write(file);
            zip.Write(content);
            Number(directory, 0x02014b50u);
            Number(directory, Version);
            Description(directory, file, content);
            // Comment, disk, attributes inside and outside.
            directory.Write(new byte[10]);
            Number(directory, at);
            directory.Write(file);
        }

        var start = (uint)zip.Length;
        directory.WriteTo(zip);
        Number(zip, 0x06054b50u);
        Number(zip, 0u);
        Number(zip, (ushort)entries.Count);
        Number(zip, (ushort)entries.Count);
        Number(zip, (uint)directory.Length);
        Number(zip, start);
        Number(zip, (ushort)0);
        return zip.ToArray();
    }

    // What the local header and the directory have in common.
    private static void Description(MemoryStream stream, byte[] name, byte[] content)
    {
        Number(stream, Version);
        Number(stream, Utf8Names);
        Number(stream, (ushort)0);
        Number(stream, (ushort)0);
        Number(stream, Day);
        Number(stream, Checksum(content));
        Number(stream, (uint)content.Length);
        Number(stream, (uint)content.Length);
        Number(stream, (ushort)name.Length);
        Number(stream, (ushort)0);
    }

    private static void Number(MemoryStream stream, ushort value)
    {
        Span<byte> bytes = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, value);
        stream.Write(bytes);
    }

    private static void Number(MemoryStream stream, uint value)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        stream.Write(bytes);
    }

    // CRC-32 as zip has it; a few kilobytes need no table.
    private static uint Checksum(byte[] content)
    {
        var crc = uint.MaxValue;
        foreach (var value in content)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320u;
        }

        return ~crc;
    }
}
