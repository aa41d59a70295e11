namespace Benchmarks.Product;

/// <summary>The whole product beside the official echo bots: same machine, same messages, same load, in turns.</summary>
internal static class ProductVerb
{
    private const string Ours = "this program";
    private static readonly string[] Peers = ["agents-echo", "botbuilder-echo"];
    private static readonly int[] Connections = [16, 64];

    internal static int Run(string[] options)
    {
        var (seconds, rounds, warming) = options is ["--short"] ? (2, 1, 3) : options is [] ? (8, 3, 20) : throw new UsageException("expected nothing or --short");
        foreach (var peer in Peers) Commands.Run("npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts"], folder: Repository.Benchmarks("Peers", peer));
        var folder = Directory.CreateTempSubdirectory("product-").FullName;
        var load = Load.FromDevelopment(folder);
        using var ours = Server.Ours(Publication.Folder);
        var peers = Peers.Select(name => (Name: name, Server: Server.Peer(name))).ToList();
        List<(string Name, Server Server, string Kind)> cases = [.. peers.Select(p => (p.Name, p.Server, "messages")), (Ours, ours, "messages"), (Ours, ours, "ask")];
        foreach (var (_, server, kind) in cases) load.Run(server, kind, Connections[0], warming);
        var (results, syncs) = (new List<(string Name, string Kind, int Connections, LoadResult Result)>(), new List<double>());
        // In turns, so that what else the machine does falls on all alike.
        for (var round = 0; round < rounds; round++)
        {
            syncs.AddRange(Disk.Sync(folder));
            foreach (var connections in Connections)
                foreach (var (name, server, kind) in cases) results.Add((name, kind, connections, load.Run(server, kind, connections, seconds)));
        }

        var resident = ours.Resident;
        foreach (var (_, server) in peers) server.Dispose();
        Directory.Delete(folder, recursive: true);
        syncs.Sort();
        ProductReport.Write(results, syncs, resident, seconds, rounds);
        return 0;
    }
}
