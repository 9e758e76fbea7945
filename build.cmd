:; # One file for two shells: sh takes the lines with a colon, cmd.exe skips them as labels.
:; s=$0; while [ -L "$s" ]; do t=$(readlink "$s"); case $t in /*) s=$t ;; *) s=$(dirname "$s")/$t ;; esac; done
:; exec "$(cd "$(dirname "$s")" && pwd)/build.sh" "$@"

@echo off
powershell -ExecutionPolicy ByPass -NoProfile -File "%~dp0build.ps1" %*
exit /b %errorlevel%
