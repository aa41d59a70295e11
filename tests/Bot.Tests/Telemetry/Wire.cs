namespace Bot.Tests.Telemetry;

/// <summary>A protobuf message as far as the wire tells: the fields that have a length, by number.</summary>
internal sealed class Wire
{
    private readonly List<(int Field, byte[] Bytes)> fields = [];

    /// <summary>Every value of a field, in order.</summary>
    internal IEnumerable<byte[]> Of(int field) => fields.Where(f => f.Field == field).Select(f => f.Bytes);

    /// <summary>Reads a message.</summary>
    /// <exception cref="InvalidDataException">It is none.</exception>
    internal static Wire Read(byte[] message)
    {
        var read = new Wire();
        for (var at = 0; at < message.Length;)
        {
            var tag = Varint(message, ref at);
            switch (tag & 7)
            {
                case 0:
                    Varint(message, ref at);
                    break;
                case 1:
                    at += 8;
                    break;
                case 2:
                    var length = (int)Varint(message, ref at);
                    read.fields.Add(((int)(tag >> 3), message[at..(at + length)]));
                    at += length;
                    break;
                case 5:
                    at += 4;
                    break;
                default:
                    throw new InvalidDataException($"Wire type {tag & 7}");
            }
        }

        return read;
    }

    private static ulong Varint(byte[] message, ref int at)
    {
        var value = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var part = message[at++];
            value |= (ulong)(part & 0x7f) << shift;
            if (part < 0x80) return value;
        }
    }
}
