namespace Docker.DotNet.Models;

public class ImagesCreateParameters
{
    public string FromImage { get; set; }

    public string Tag { get; set; }
}
