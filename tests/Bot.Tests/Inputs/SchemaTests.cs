using System.Text.Json.Nodes;
using Bot.Inputs;
using Bot.Tests.Support;
using Calculators.Rules;

namespace Bot.Tests.Inputs;

public sealed class SchemaTests
{
    private static readonly JsonObject Tower = InputSchema.Of(new TowerGrant().Inputs);

    [Fact]
    public void A_schema_forbids_what_is_not_declared() => Assert.False((bool)Tower["additionalProperties"]!);

    [Fact]
    public void Required_are_the_inputs_that_are_always_required() =>
        Assert.Equal(["towers", "applyMode"], Tower["required"]!.AsArray().Select(n => (string)n!));

    [Fact]
    public void A_choice_names_its_values_and_what_they_are_called()
    {
        var mode = Tower["properties"]!["applyMode"]!;
        Assert.Equal(["alone", "together"], mode["enum"]!.AsArray().Select(n => (string)n!));
        Assert.Equal("联合", (string)mode["oneOf"]![1]!["title"]!);
        Assert.Equal("申报方式", (string)mode["description"]!);
        Assert.Equal("请问是单独还是联合申报？", (string)mode["x-question"]!);
    }

    [Fact]
    public void An_input_that_belongs_to_a_choice_is_required_there_and_forbidden_elsewhere()
    {
        var tie = Tower["allOf"]![0]!;
        Assert.Equal("together", (string)tie["if"]!["properties"]!["applyMode"]!["const"]!);
        Assert.Equal("leadNoted", (string)tie["then"]!["required"]![0]!);
        Assert.Equal("{}", tie["else"]!["properties"]!["leadNoted"]!["not"]!.ToJsonString());
    }

    [Fact]
    public void Counts_dates_and_money_have_their_bounds()
    {
        Assert.Equal(("integer", 0, int.MaxValue, "座"), ((string)Tower["properties"]!["towers"]!["type"]!, (int)Tower["properties"]!["towers"]!["minimum"]!, (int)Tower["properties"]!["towers"]!["maximum"]!, (string)Tower["properties"]!["towers"]!["x-unit"]!));
        Assert.Equal("date", (string)Tower["properties"]!["appliedOn"]!["format"]!);
        var revenue = InputSchema.Of(Catalogue.Default.Find("core-industry-revenue")!.Inputs)["properties"]!;
        Assert.Equal("9999999999999.99", revenue["annualRevenue"]!["maximum"]!.ToJsonString());
        Assert.Equal("0.01", revenue["annualRevenue"]!["multipleOf"]!.ToJsonString());
        Assert.Equal("元", (string)revenue["annualRevenue"]!["x-unit"]!);
        Assert.Equal("0", revenue["previousHighestRevenue"]!["default"]!.ToJsonString());
    }

    [Fact]
    public void In_a_profile_nothing_is_required() => Assert.Empty(InputSchema.Of(Catalogue.Default.Inputs, complete: false)["required"]!.AsArray());
}
