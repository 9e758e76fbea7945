namespace GoldenPath.Configuration;

/// <summary>Finds the project that a folder or a file name stands for.</summary>
internal static class ProjectFile
{
    /// <summary>The full path of the project file; <c>null</c> where there is none, with the problem in words.</summary>
    /// <param name="directory">Where a relative path starts.</param>
    /// <param name="project">A project file, or a folder that holds exactly one.</param>
    /// <param name="problem">Why there is none.</param>
    public static string? Find(string directory, string project, out string problem)
    {
        var path = Path.GetFullPath(project, directory);
        problem = $"{path} does not exist";
        if (File.Exists(path))
        {
            problem = $"{path} is no project file";
            return path.EndsWith("proj", StringComparison.OrdinalIgnoreCase) ? path : null;
        }
        if (!Directory.Exists(path))
            return null;
        var files = Directory.GetFiles(path, "*.*proj");
        problem = files.Length == 0 ? $"{path} holds no project file" : $"{path} holds {files.Length} project files; name one of them";
        return files.Length == 1 ? files[0] : null;
    }
}
