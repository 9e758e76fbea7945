using System.Globalization;
using System.Text;

namespace GoldenPath.Adopting;

/// <summary>A workflow of GitHub Actions that runs the pipeline: pinned actions, a teardown whatever happened, and the run's folder to look at.</summary>
internal static class WorkflowDraft
{
    /// <summary>Writes it.</summary>
    /// <param name="survey">What was found: what has to be installed follows from it.</param>
    /// <param name="branch">The default branch.</param>
    /// <param name="config">The pipeline's file, relative.</param>
    /// <param name="nuke">Whether a build of Nuke runs it, and not the tool.</param>
    public static string Write(Survey survey, string branch, string config, bool nuke)
    {
        var option = config == "goldenpath.yml" ? "" : $" --config {config}";
        // A cancelled step's signals go to its top process alone: the pipeline takes the place of the shell.
        var (run, teardown) = nuke ? ("exec ./build.cmd SmokeTest", "./build.cmd Teardown") : ("exec goldenpath", "goldenpath teardown");
        var text = new StringBuilder(
            $$$"""
            name: golden-path

            on:
              push:
                branches: [{{{branch}}}]
              pull_request:
              workflow_dispatch:

            permissions: {}

            concurrency:
              group: ${{ github.workflow }}-${{ github.ref == 'refs/heads/{{{branch}}}' && github.run_id || github.ref }}
              cancel-in-progress: true

            jobs:
              golden-path:
                runs-on: ubuntu-latest
                timeout-minutes: 15
                permissions: { contents: read, issues: write }
                steps:
                  - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
                    with:
                      persist-credentials: false

            """
        );
        Steps(survey).ForEach(step => text.Append(step));
        if (!nuke)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"      - run: dotnet tool install --global GoldenPath.Tool --version {Templates.Version}\n"
            );
        }

        text.Append(
            $$$"""
                  - run: {{{run}}}{{{option}}}
                    env:
                      GITHUB_TOKEN: ${{ secrets.GITHUB_TOKEN }}
                  - run: {{{teardown}}}{{{option}}}
                    if: always()
                  - uses: actions/upload-artifact@043fb46d1a93c77aae656e7c1c64a875d1fc6a0a # v7.0.1
                    if: always()
                    with:
                      name: golden-path
                      if-no-files-found: ignore
                      path: |
                        artifacts/golden-path
                        !artifacts/golden-path/latest
                        artifacts/outbox

            """
        );
        return text.ToString().ReplaceLineEndings("\n");
    }

    private static List<string> Steps(Survey survey)
    {
        var steps = new List<string>();
        foreach (
            var package in survey
                .Tree.Named("package.json")
                .Select(file => new NodePackage(survey.Tree, file))
                .Where(package => package.Manager == "npm")
        )
        {
            var command = survey.Tree.Has(Path.Combine(package.Folder, "package-lock.json")) ? "npm ci" : "npm install";
            steps.Add(Step(command, package.Folder));
        }

        foreach (var folder in survey.Tree.Named("requirements.txt").Select(SourceTree.FolderOf))
        {
            steps.Add(Step("python3 -m pip install -r requirements.txt", folder));
        }

        return steps;
    }

    private static string Step(string command, string folder) =>
        $"      - run: {command}\n" + (folder == "." ? "" : $"        working-directory: {Yaml.Scalar(folder)}\n");
}
