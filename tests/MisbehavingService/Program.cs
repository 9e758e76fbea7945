using MisbehavingService;

return args switch
{
    ["listen", .. var endPoints] => await ListenCommand.RunAsync(endPoints),
    ["exit", var code, .. var words] => await ExitCommand.RunAsync(code, words),
    ["hang"] => await HangCommand.RunAsync(),
    _ => 0,
};
