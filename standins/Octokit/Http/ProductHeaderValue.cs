namespace Octokit;

public class ProductHeaderValue(string name, string version)
{
    private readonly System.Net.Http.Headers.ProductHeaderValue _value = new(name, version);

    public string Name => _value.Name;

    public string Version => _value.Version;

    public override string ToString() => _value.ToString();
}
