using GoldenPath.Configuration;
using GoldenPath.Scenarios.Judging.Rules;

namespace GoldenPath.Scenarios.Walking;

/// <summary>Fills the placeholders of a message: those of the user first, then those of the run of the pipeline.</summary>
internal static class MessageTexts
{
    /// <summary>Fills a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="context">The walk.</param>
    /// <param name="user">What <c>{user}</c> stands for.</param>
    /// <param name="nonce">What <c>{nonce}</c> stands for.</param>
    /// <param name="token">What <c>{token}</c> stands for.</param>
    /// <param name="run">The agent's run that <c>{run_id}</c> and <c>{thread_id}</c> speak of, as when it is resumed.</param>
    public static string Fill(string text, WalkContext context, int user, string? nonce, string? token, Run? run = null) =>
        context.Fill(
            Placeholders.FillFirst(
                text,
                new Dictionary<string, string?>
                {
                    ["nonce"] = nonce,
                    ["token"] = token,
                    ["user"] = user.ToString(provider: null),
                    ["run_id"] = run?.Id,
                    ["thread_id"] = run?.Started?.ThreadId,
                }
            )
        );
}
