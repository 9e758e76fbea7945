:; # One file for two shells: sh takes the lines with a colon, cmd.exe skips them as labels.
:; exec "$(cd "$(dirname "$0")" && pwd)/build.sh" "$@"

@echo off
powershell -ExecutionPolicy ByPass -NoProfile -File "%~dp0build.ps1" %*
exit /b %errorlevel%
