using GoldenPath.Results;

namespace GoldenPath.Tests.Results;

/// <summary>That a runner found no test is read in the words of any runner, and not where something else went wrong.</summary>
[Trait(Speed.Name, Speed.Quick)]
public sealed class RunnerWordsSpecs
{
    [Theory]
    [InlineData("collected 0 items\n\n=== no tests ran in 0.01s ===")]
    [InlineData("ERROR: file or directory not found: smoke2\n\nno tests ran in 0.00s")]
    [InlineData("No tests found, exiting with code 1\nRun with `--passWithNoTests` to exit with code 0")]
    [InlineData("No test files found, exiting with code 1")]
    [InlineData("Error: No test files found: \"./test/*.spec.{js,cjs,mjs}\"")]
    [InlineData("  ✘ Couldn’t find any files to test")]
    [InlineData("Could not find '/srv/shop/smoke/'")]
    [InlineData("[ ERROR ] Suite 'Smoke' contains no tests.")]
    [InlineData("No tests executed!")]
    [InlineData("No tests were found!!!")]
    [InlineData("Error: No tests found")]
    [InlineData("No test is available in /srv/Smoke.dll. Make sure that test discoverer & executors are registered")]
    [InlineData("[ERROR] No tests were executed!  (Set -DfailIfNoTests=false to ignore this error.)")]
    [InlineData("No tests found for given includes: [shop.Smoke]")]
    [InlineData("Can't run because no spec files were found.")]
    [InlineData("Ran 0 tests in 0.000s\n\nNO TESTS RAN")]
    [InlineData("No examples found.\n\n0 examples, 0 failures")]
    [InlineData("running 0 tests\n\ntest result: ok. 0 passed; 0 failed")]
    [InlineData("error: no tests to run")]
    public void A_runner_says_that_it_found_none(string said) => Assert.NotNull(RunnerWords.SayNone(said.Split('\n')));

    [Theory]
    [InlineData("collected 0 items / 2 errors\nModuleNotFoundError: No module named 'shop'")]
    [InlineData("no tests ran in 0.01s\n1 error in 0.10s")]
    [InlineData("5 passing\n1 failing")]
    [InlineData("Tests: 1 failed, 0 total")]
    [InlineData("Segmentation fault")]
    [InlineData("Error: Cannot find module 'mocha'")]
    [InlineData("the order was not found")]
    [InlineData("10 tests, 0 failures")]
    [InlineData("Ran 12 tests, all fine")]
    public void A_runner_that_broke_says_no_such_thing(string said) => Assert.Null(RunnerWords.SayNone(said.Split('\n')));
}
