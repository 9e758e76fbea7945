#!/usr/bin/env bash
# Builds the pipeline and becomes it, so that signals reach it and its exit code is ours: ./build.sh [TARGETS] [--parameter VALUE]...
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

# Nuke takes a variable that is called like one of its or our parameters for that parameter: a PORT meant for a service would move it.
# Such variables step aside; services get them back under their own names. Those with NUKE_ in front are meant for the pipeline.
shopt -s nocasematch
for variable in $(compgen -e); do
  case ${variable//[^[:alnum:]]/} in
    target | host | root | skip | plan | help | profile | verbosity | continue | nologo | configuration | solution | \
      port | config | timeout | keep | repository | run | dryrun | noissue)
      export "GOLDENPATH_ENV_$variable=${!variable}"
      unset "$variable"
      ;;
  esac
done
shopt -u nocasematch

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 NUKE_TELEMETRY_OPTOUT=1
output=$(dotnet build "$root/build/_build.csproj" --nologo --verbosity quiet 2>&1) || {
  printf '%s\n' "$output" "The pipeline does not compile, so nothing was run." >&2
  exit 3
}
# Nuke looks for its root upwards from the current folder; from outside it must be told.
case $PWD/ in
  "$root"/*) exec dotnet "$root/build/bin/_build.dll" "$@" ;;
  *) exec dotnet "$root/build/bin/_build.dll" "$@" --root "$root" ;;
esac
