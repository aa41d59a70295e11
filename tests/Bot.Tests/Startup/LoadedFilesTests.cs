using Bot.Tests.Support;

namespace Bot.Tests.Startup;

/// <summary>What a program that only answers keeps out of its memory.</summary>
public sealed class LoadedFilesTests
{
    [Fact]
    public async Task EF_Core_the_PostgreSQL_driver_and_what_writes_the_OpenAPI_description_are_loaded_by_those_who_use_them()
    {
        var folder = Directory.CreateTempSubdirectory("loaded-").FullName;
        await using (var program = await ServedProgram.StartAsync(folder))
        {
            var answer = await program.AskAsync("听说第七条是10%对吧");
            Assert.Equal("clause", answer.GetProperty("kind").GetString());

            // Whoever watches it asks for these all the time.
            using var figures = await program.Client.GetAsync("/metrics");
            figures.EnsureSuccessStatusCode();

            Assert.Contains("Microsoft.Data.Sqlite.dll", Mapped(program));
            Assert.DoesNotContain("Microsoft.EntityFrameworkCore.dll", Mapped(program));
            Assert.DoesNotContain("Npgsql.dll", Mapped(program));
            Assert.DoesNotContain("Microsoft.OpenApi.dll", Mapped(program));

            // The office's lists do use EF.
            using var list = await program.Client.GetAsync($"/api/feedback?answerId={answer.GetProperty("answerId").GetString()}");
            list.EnsureSuccessStatusCode();
            Assert.Contains("Microsoft.EntityFrameworkCore.dll", Mapped(program));
            using var description = await program.Client.GetAsync("/openapi/v1.json");
            description.EnsureSuccessStatusCode();
            Assert.Contains("Microsoft.OpenApi.dll", Mapped(program));
        }

        Directory.Delete(folder, recursive: true);
    }

    private static HashSet<string> Mapped(ServedProgram program) =>
        File.ReadLines($"/proc/{program.Id}/maps").Select(line => Path.GetFileName(line.Split(' ')[^1])).ToHashSet();
}
