using System.Security.Cryptography;
using System.Text;

namespace Bot.Channels.Shared;

/// <summary>Encrypts an access token for the database, and names it there.</summary>
/// <remarks>
/// The key comes from the account's own secret, which every instance has and whose bearer can fetch the token anyway, and
/// from <c>Privacy:Key</c>. The name does too: an instance with other settings looks elsewhere instead of failing.
/// </remarks>
internal sealed class TokenSeal
{
    private const int KeyBytes = 32;
    private const int NameBytes = 16;
    private static readonly int NonceBytes = AesGcm.NonceByteSizes.MaxSize;
    private static readonly int TagBytes = AesGcm.TagByteSizes.MaxSize;
    private readonly byte[] key;

    /// <param name="account">The service, its address and the account there.</param>
    /// <param name="secret">The account's secret.</param>
    /// <param name="privacyKey"><c>Privacy:Key</c>; empty where it is not set.</param>
    internal TokenSeal(string account, string secret, string privacyKey)
    {
        var material = HKDF.Extract(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(privacyKey));
        key = Expand(material, KeyBytes, "access token key v1", account);
        Name = Convert.ToHexStringLower(Expand(material, NameBytes, "access token name v1", account));
    }

    /// <summary>What the token is called in the database.</summary>
    internal string Name { get; }

    /// <summary>Encrypts; the same token is another text each time.</summary>
    internal string Close(string token)
    {
        var plain = Encoding.UTF8.GetBytes(token);
        var all = new byte[NonceBytes + plain.Length + TagBytes];
        RandomNumberGenerator.Fill(all.AsSpan(0, NonceBytes));
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(all.AsSpan(0, NonceBytes), plain, all.AsSpan(NonceBytes, plain.Length), all.AsSpan(NonceBytes + plain.Length));
        return Convert.ToBase64String(all);
    }

    /// <summary>Decrypts; null where it was not closed by this seal, or was changed.</summary>
    internal string? Open(string closed)
    {
        var all = new byte[closed.Length];
        if (!Convert.TryFromBase64String(closed, all, out var size) || size < NonceBytes + TagBytes) return null;
        var plain = new byte[size - NonceBytes - TagBytes];
        using var aes = new AesGcm(key, TagBytes);
        try
        {
            aes.Decrypt(all.AsSpan(0, NonceBytes), all.AsSpan(NonceBytes, plain.Length), all.AsSpan(NonceBytes + plain.Length, TagBytes), plain);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }

        return Encoding.UTF8.GetString(plain);
    }

    private static byte[] Expand(byte[] material, int length, string use, string account) =>
        HKDF.Expand(HashAlgorithmName.SHA256, material, length, Encoding.UTF8.GetBytes($"{use}\n{account}"));
}
