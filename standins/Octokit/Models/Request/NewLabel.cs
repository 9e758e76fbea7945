namespace Octokit;

public class NewLabel(string name, string color)
{
    public string Name { get; set; } = name;

    public string Color { get; set; } = color;

    public string Description { get; set; }
}
