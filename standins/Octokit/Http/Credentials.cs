namespace Octokit;

public class Credentials(string token)
{
    public string Password { get; } = token;
}
