#!/usr/bin/env bash
# Runs the pipeline: ./build.sh [TARGETS] [--parameter VALUE]...      (./build.sh --help explains both)
# Builds it first where its sources have changed, and then becomes it, so that signals reach it and its exit code is ours.
# --standins true|false|auto decides by hand between the packages of the feed and the stand-ins of this repository.
set -euo pipefail
shopt -s nullglob

# --- Environment: Nuke takes every variable that is called like one of its or our parameters, in any case and punctuation, for that
# parameter: a PORT meant for the service would move the service, a HOST would end the run. Such variables step aside under the name
# GOLDENPATH_ENV_<name>; services get them back under their own. Those with NUKE_ in front are meant for the pipeline and stay.

set_aside() {
  export "GOLDENPATH_ENV_$1=${!1}"
  unset "$1"
}

shopt -s nocasematch
for variable in $(compgen -e); do
  case ${variable//[^[:alnum:]]/} in
    target | host | root | skip | plan | help | profile | verbosity | continue | nologo | partition | configuration | solution | \
      port | config | timeout | keep | repository | run | runs | shard | outbox | measure | dryrun | noissue | fileissue | quick) set_aside "$variable" ;;
  esac
done
shopt -u nocasematch
# Nuke colours by TERM alone, also where its output goes into a file.
if [[ ! -t 1 && -n ${TERM-} && $TERM != dumb ]]; then
  set_aside TERM
  export TERM=dumb
fi

# --- Places.

start=$PWD
script=${BASH_SOURCE[0]}
# A link to this file, in a folder of the PATH or of another repository, means this file.
while [[ -L $script ]]; do
  target=$(readlink "$script")
  [[ $target == /* ]] || target=$(dirname "$script")/$target
  script=$target
done
root=$(cd "$(dirname "$script")" && pwd)
temp=$root/.nuke/temp
assembly=$root/build/bin/pipeline/_build.dll
stamp=$temp/pipeline.stamp
probe=$temp/stand-ins
readonly usage_error=3

say() { printf '%s\n' "$*" >&2; }

fail() {
  say "$@"
  exit "$usage_error"
}

# --- Arguments: all but --standins belong to the pipeline.

args=()
choice=remembered
while [[ $# -gt 0 ]]; do
  case $1 in
    --standins)
      choice=${2-}
      shift $(($# > 1 ? 2 : 1))
      ;;
    --standins=*)
      choice=${1#*=}
      shift
      ;;
    *)
      args+=("$1")
      shift
      ;;
  esac
done
case $choice in
  remembered | true | false | auto) ;;
  *) fail "--standins is true, false or auto (ask the feed again), not '$choice'." ;;
esac

# --- The .NET SDK: the machine's, or one fetched here before.

use_fetched_sdk() {
  [[ ! -x $temp/dotnet/dotnet ]] || export DOTNET_ROOT=$temp/dotnet PATH=$temp/dotnet:$PATH
}

fetch_sdk() {
  local script=$temp/dotnet-install.sh url=https://dot.net/v1/dotnet-install.sh log=$temp/dotnet-install.log
  mkdir -p "$temp"
  say "Fetching the .NET SDK of global.json into .nuke/temp/dotnet ..."
  if command -v curl >/dev/null; then curl -fsSL --max-time 60 -o "$script" "$url" >"$log" 2>&1 || return 1
  elif command -v wget >/dev/null; then wget -q -T 60 -O "$script" "$url" >"$log" 2>&1 || return 1
  else return 1; fi
  bash "$script" --jsonfile "$root/global.json" --install-dir "$temp/dotnet" --no-path >>"$log" 2>&1 || return 1
  use_fetched_sdk
}

has_sdk() {
  (cd "$root" && dotnet --version >/dev/null 2>&1)
}

# Only asked where something has to be built: starting the SDK costs more than the rest of this script.
need_sdk() {
  has_sdk || { fetch_sdk && has_sdk; } ||
    fail "GoldenPath needs the .NET SDK that global.json names (10.0.100 or a later 10.0). It is not on this machine, and it could not be fetched" \
      "from https://dot.net. Install it from https://dot.net/download or with a package manager (dotnet-sdk-10.0), then run this again."
}

use_fetched_sdk

# No process of a build outlives it, and nothing of it speaks to anybody outside.
export DOTNET_CLI_USE_MSBUILD_SERVER=0 MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 NUKE_TELEMETRY_OPTOUT=1

# --- Packages or stand-ins: what the feed carries is asked once. This part goes when the stand-ins go.

probe_feed() {
  local folder=$temp/feed-probe.$$ log=$temp/feed-probe.log missing
  mkdir -p "$folder"
  cat >"$folder/probe.csproj" <<'PROJECT'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="Nuke.Common" />
    <PackageReference Include="Nuke.Components" />
  </ItemGroup>
</Project>
PROJECT
  standins=true
  if StandIns=false NUGET_ENHANCED_MAX_NETWORK_TRY_COUNT=2 dotnet restore "$folder/probe.csproj" >"$log" 2>&1; then
    standins=false
    say "Packages: from the feed."
  elif grep -q 'NU110[123]' "$log" && ! grep -q NU1301 "$log"; then
    missing=$(grep -oE 'Unable to find package [A-Za-z.]*[A-Za-z]' "$log" | sed 's/.* //' | sort -u | paste -sd ' ' -)
    say "Packages: the feed lacks ${missing// /, }, so the stand-ins of this repository are in use (standins/README.md)."
  else
    say "Packages: the feed gave no answer ($log), so the stand-ins are in use for this run; the next one asks again."
  fi
  rm -rf "$folder"
  grep -q NU1301 "$log" || printf '%s\n' "$standins" >"$probe"
}

decide_packages() {
  { mkdir -p "$temp" && [[ -w $temp ]]; } 2>/dev/null ||
    fail "$root/.nuke/temp cannot be written, and the pipeline keeps there what it builds. Work in a copy that you may write to."
  case $choice in
    true | false) printf '%s\n' "$choice" >"$probe" ;;
    auto) rm -f "$probe" ;;
  esac
  if [[ -f $probe ]]; then standins=$(<"$probe"); else need_sdk && probe_feed; fi
}

# --- Building: only when a source was changed, added or removed, and never twice at once.

# The names of all sources, because a file that is gone is newer than nothing.
sources() {
  printf 'stand-ins: %s\n' "$standins"
  find "${inputs[@]}" -type d \( -name bin -o -name obj \) -prune -o -type f -print | LC_ALL=C sort
}

is_current() {
  [[ -f $assembly && -f $stamp && $(<"$stamp") == "$(sources)" ]] &&
    [[ -z $(find "${inputs[@]}" -type d \( -name bin -o -name obj \) -prune -o -type f -newer "$stamp" -print -quit) ]]
}

publish() {
  dotnet build build/_build.csproj --configuration Release --target:Publish --property:PublishDir="${assembly%/*}/" --nologo --verbosity quiet "$@"
}

build() {
  is_current && return
  need_sdk
  say "Building the pipeline ..."
  local log=$temp/pipeline.log
  # Older than the build, so that what is edited meanwhile counts as newer.
  sources >"$stamp.new"
  # The compiler to machine code is a package too, and a feed may lack it: then each part is compiled when it first runs.
  if ! publish --property:Precompile=true >"$log" 2>&1 && ! { grep -q 'error NU1' "$log" && publish >"$log" 2>&1; }; then
    grep -E '(error|fail)' "$log" | sed 's/ \[[^]]*\]$//' | sort -u >&2 || cat "$log" >&2
    fail "The pipeline does not compile, so nothing was run. The whole log: $log"
  fi
  mv "$stamp.new" "$stamp"
}

# Where there is no flock (macOS), a folder is the lock; the one of a process that is gone is taken over.
lock_by_folder() {
  local lock=$temp/pipeline.lock.d owner
  until mkdir "$lock" 2>/dev/null; do
    owner=$(cat "$lock/pid" 2>/dev/null || true)
    if is_gone "$lock" "$owner" && mv "$lock" "$lock.$$" 2>/dev/null; then rm -rf "$lock.$$"; else sleep 0.1; fi
  done
  printf '%s\n' "$$" >"$lock/pid"
  trap 'rm -rf "$temp/pipeline.lock.d"' EXIT
}

# Without a pid it is being made just now, or its maker died in between.
is_gone() {
  if [[ -n $2 ]]; then ! kill -0 "$2" 2>/dev/null; else [[ -n $(find "$1" -maxdepth 0 -mmin +1 2>/dev/null) ]]; fi
}

build_alone() (
  if command -v flock >/dev/null; then
    exec 9>"$temp/pipeline.lock"
    flock 9
    # The compiler must not inherit the lock.
    build 9>&-
  else
    lock_by_folder
    build
  fi
)

cd "$root"
inputs=(build src/GoldenPath* standins* Directory.*.props Directory.*.targets global.json* BannedSymbols.txt* .editorconfig*)
decide_packages
export StandIns=$standins
is_current || build_alone
use_fetched_sdk
command -v dotnet >/dev/null || need_sdk

# Nuke takes the nearest folder upwards that is marked as a root: where that is another one, or none, it must be told.
cd "$start"
nearest=$start
until [[ -e $nearest/.nuke || -z $nearest ]]; do nearest=${nearest%/*}; done
if [[ ! ${nearest:-/} -ef $root && " ${args[*]-} " != *" --root "* ]]; then args+=(--root "$root"); fi

exec dotnet "$assembly" ${args[@]+"${args[@]}"}
