using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Bot.Channels.Web.Oidc;

/// <summary>One attempt to sign in at the provider: what only its beginning and its end know.</summary>
/// <param name="State">Ties the callback to the browser that began.</param>
/// <param name="Nonce">Ties the token to the attempt.</param>
/// <param name="Verifier">Ties the code to the attempt (RFC 7636).</param>
/// <param name="Page">Where the user wanted to go.</param>
internal sealed record Flow(string State, string Nonce, string Verifier, string Page)
{
    /// <summary>What the provider is told of the verifier beforehand (S256).</summary>
    internal string Challenge => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));
}
