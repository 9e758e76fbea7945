namespace AgentBackend.Accounts;

/// <summary>Somebody who may talk to the agent.</summary>
/// <param name="Id">The user id: the token's <c>sub</c> and the events' <c>user_id</c>.</param>
/// <param name="Email">What they log in with.</param>
/// <param name="Permissions">What they may do.</param>
internal sealed record Account(string Id, string Email, IReadOnlyList<string> Permissions);
