using GoldenPath.Reporting.Pages.Html;

namespace GoldenPath.Tests.Reporting.Pages.Html;

[Trait(Speed.Name, Speed.Quick)]
public sealed class OnceSpecs
{
    [Spec]
    public Task What_was_said_is_not_new_again()
    {
        var once = new Once();

        Assert.True(once.IsNew("Service 'backend' exited with code 70."));
        Assert.False(once.IsNew("service 'backend'  exited with code 70"));
        Assert.False(once.IsNew("'backend' exited with code 70"));
        Assert.False(once.IsNew("WaitForPort8002: Service 'backend' exited with code 70."));
        Assert.True(once.IsNew("Service 'backend' exited with code 71."));
        Assert.True(once.IsNew("code 70"));
        return Task.CompletedTask;
    }

    [Spec]
    public Task A_text_goes_on_after_a_first_line_that_was_said()
    {
        var once = new Once();
        once.IsNew("expected 200, got 503");

        Assert.Equal("at cart.py:41", once.Rest("expected 200, got 503\nat cart.py:41"));
        Assert.Equal("", once.Rest("expected 200, got 503"));
        Assert.Equal("expected 201\nat cart.py:41", once.Rest("expected 201\nat cart.py:41"));
        return Task.CompletedTask;
    }

    [Spec]
    public Task Nearly_the_same_words_are_an_echo()
    {
        var once = new Once();
        once.IsNew("It exited with code 70; it had never been ready; it was pid 7.");

        Assert.True(once.IsEchoed("backend: exited with code 70; it had never been ready; it was pid 7"));
        Assert.False(once.IsEchoed("fatal: the table 'agents' is missing"));
        return Task.CompletedTask;
    }
}
