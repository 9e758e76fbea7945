using GoldenPath.Guard.Windows;

namespace GoldenPath.Tests.Guard.Windows;

[Trait(Speed.Name, Speed.Quick)]
public sealed class ProgramSearchSpecs
{
    private const string Usual = ".COM;.EXE;.BAT;.CMD;.VBS;.JS;.MSC";

    [TableSpec]
    [InlineData("dotnet", @"C:\dotnet\dotnet.exe")]
    [InlineData("dotnet.exe", @"C:\dotnet\dotnet.exe")]
    [InlineData("npm", @"C:\node\npm.cmd")] // Not the script for other systems beside it.
    [InlineData("NPM.CMD", @"C:\node\NPM.CMD")]
    [InlineData("python3.12", @"C:\dotnet\python3.12.exe")]
    [InlineData("bare", @"C:\node\bare")]
    [InlineData("script", null)] // A .vbs, which nothing starts without its host.
    [InlineData("nothing", null)]
    public Task A_name_means_the_first_file_that_the_system_can_start(string name, string? file)
    {
        Assert.Equal(file, Search(Usual).InPath(name, "C:\\dotnet\\;;\"C:\\node\""));
        return Task.CompletedTask;
    }

    [TableSpec]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(".PY;.PS1")]
    public Task A_list_without_anything_to_start_is_no_list(string? extensions)
    {
        Assert.Equal(@"C:\node\npm.cmd", Search(extensions).InPath("npm", @"C:\node"));
        return Task.CompletedTask;
    }

    [Spec]
    public Task The_order_of_the_list_decides()
    {
        var search = new ProgramSearch(".CMD;.EXE", file => file is @"C:\x\tool.exe" or @"C:\x\tool.cmd");

        Assert.Equal(@"C:\x\tool.cmd", search.At(@"C:\x\tool"));
        return Task.CompletedTask;
    }

    private static ProgramSearch Search(string? extensions)
    {
        string[] files =
        [
            @"C:\dotnet\dotnet.exe",
            @"C:\dotnet\python3.12.exe",
            @"C:\node\npm",
            @"C:\node\npm.cmd",
            @"C:\node\bare",
            @"C:\node\script.vbs",
        ];
        return new(extensions, file => files.Contains(file, StringComparer.OrdinalIgnoreCase));
    }
}
