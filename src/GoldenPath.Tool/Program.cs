using GoldenPath.Tool;

return await Face.RunAsync(args);
