:; # One file for two shells: sh takes the lines with a colon, cmd.exe skips them as labels.
:; exec "$(cd "$(dirname "$0")" && pwd)/build.sh" "$@"

@echo off
dotnet build "%~dp0build\_build.csproj" --nologo --verbosity quiet || exit /b 3
dotnet "%~dp0build\bin\_build.dll" %*
exit /b %errorlevel%
