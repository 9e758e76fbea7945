# Runs the pipeline: .\build.ps1 [TARGETS] [--parameter VALUE]...      (.\build.ps1 --help explains both)
# The same as build.sh, for Windows: see there for the reasons. Runs with Windows PowerShell 5.1 and PowerShell 7; not yet run on a Windows machine.
$ErrorActionPreference = 'Stop'
Set-StrictMode -Version 3

$root = $PSScriptRoot
$temp = Join-Path $root '.nuke/temp'
$assembly = Join-Path $root 'build/bin/pipeline/_build.dll'
$stamp = Join-Path $temp 'pipeline.stamp'
$probe = Join-Path $temp 'stand-ins'

function Say([string] $text) { [Console]::Error.WriteLine($text) }

function Stop-WithUsageError([string] $text) {
    Say $text
    exit 3
}

# --- Environment: variables that Nuke would take for parameters step aside as GOLDENPATH_ENV_<name>.

$hijackers = 'target', 'host', 'root', 'skip', 'plan', 'help', 'profile', 'verbosity', 'continue', 'nologo', 'partition', 'configuration',
    'solution', 'port', 'config', 'timeout', 'keep', 'repository', 'run', 'runs', 'shard', 'outbox', 'measure', 'dryrun', 'noissue', 'fileissue', 'quick'
foreach ($variable in Get-ChildItem env:) {
    if ($hijackers -contains ($variable.Name -replace '[^A-Za-z0-9]', '')) {
        Set-Item "env:GOLDENPATH_ENV_$($variable.Name)" $variable.Value
        Remove-Item "env:$($variable.Name)"
    }
}
if ([Console]::IsOutputRedirected -and $env:TERM) {
    $env:GOLDENPATH_ENV_TERM = $env:TERM
    $env:TERM = 'dumb'
}

# --- Arguments: all but --standins belong to the pipeline.

$arguments = [System.Collections.Generic.List[string]]::new()
$choice = 'remembered'
for ($i = 0; $i -lt $args.Count; $i++) {
    if ($args[$i] -eq '--standins') { $choice = if ($i + 1 -lt $args.Count) { $args[++$i] } else { '' } }
    elseif ("$($args[$i])".StartsWith('--standins=')) { $choice = "$($args[$i])".Substring('--standins='.Length) }
    else { $arguments.Add("$($args[$i])") }
}
if ($choice -notin 'remembered', 'true', 'false', 'auto') { Stop-WithUsageError "--standins is true, false or auto (ask the feed again), not '$choice'." }

# --- The .NET SDK: the machine's, or one fetched here before.

function Use-FetchedSdk {
    if (Test-Path "$temp/dotnet/dotnet.exe") {
        $env:DOTNET_ROOT = "$temp/dotnet"
        $env:PATH = "$temp/dotnet;$env:PATH"
    }
}

# Windows PowerShell makes an error that ends the script of a line on standard error that is redirected; what counts is the exit code.
function Invoke-Quietly([scriptblock] $command) {
    $ErrorActionPreference = 'Continue'
    & $command 2>&1 | Out-String
}

function Test-Sdk {
    if (-not (Get-Command dotnet -ErrorAction SilentlyContinue)) { return $false }
    Push-Location $root
    try { Invoke-Quietly { & dotnet --version } | Out-Null; return $LASTEXITCODE -eq 0 } finally { Pop-Location }
}

function Assert-Sdk {
    if (Test-Sdk) { return }
    Say 'Fetching the .NET SDK of global.json into .nuke/temp/dotnet ...'
    try {
        Invoke-WebRequest -UseBasicParsing -TimeoutSec 60 'https://dot.net/v1/dotnet-install.ps1' -OutFile "$temp/dotnet-install.ps1"
        & "$temp/dotnet-install.ps1" -JSonFile "$root/global.json" -InstallDir "$temp/dotnet" -NoPath *> "$temp/dotnet-install.log"
        Use-FetchedSdk
    }
    catch { $_ | Out-File "$temp/dotnet-install.log" -Append }
    if (-not (Test-Sdk)) {
        Stop-WithUsageError ('GoldenPath needs the .NET SDK that global.json names (10.0.100 or a later 10.0). It is not on this machine, and it could ' +
            'not be fetched from https://dot.net. Install it from https://dot.net/download or with winget (Microsoft.DotNet.SDK.10), then run this again.')
    }
}

New-Item -ItemType Directory -Force $temp | Out-Null
Use-FetchedSdk
$env:DOTNET_CLI_USE_MSBUILD_SERVER = '0'
$env:MSBUILDDISABLENODEREUSE = '1'
$env:UseSharedCompilation = 'false'
$env:DOTNET_CLI_TELEMETRY_OPTOUT = '1'
$env:DOTNET_NOLOGO = '1'
$env:NUKE_TELEMETRY_OPTOUT = '1'

# --- Packages or stand-ins: what the feed carries is asked once. This part goes when the stand-ins go.

function Find-Packages {
    $folder = Join-Path $temp "feed-probe.$PID"
    New-Item -ItemType Directory -Force $folder | Out-Null
    $names = 'Nuke.Common', 'Nuke.Components'
    $references = ($names | ForEach-Object { "<PackageReference Include=`"$_`" />" }) -join ''
    Set-Content "$folder/probe.csproj" ("<Project Sdk=`"Microsoft.NET.Sdk`"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>" +
        "<ItemGroup>$references</ItemGroup></Project>")
    $env:StandIns = 'false'
    $log = Invoke-Quietly { & dotnet restore "$folder/probe.csproj" }
    $found = $LASTEXITCODE -eq 0
    Set-Content "$temp/feed-probe.log" $log
    Remove-Item -Recurse -Force $folder
    $answered = $log -notmatch 'NU1301'
    if ($found) { Say 'Packages: from the feed.' }
    elseif ($answered) { Say 'Packages: the feed lacks some, so the stand-ins of this repository are in use (standins/README.md).' }
    else { Say "Packages: the feed gave no answer ($temp/feed-probe.log), so the stand-ins are in use for this run; the next one asks again." }
    $state = if ($found) { 'false' } else { 'true' }
    if ($answered) { Set-Content $probe $state }
    return $state
}

if ($choice -in 'true', 'false') { Set-Content $probe $choice }
if ($choice -eq 'auto' -and (Test-Path $probe)) { Remove-Item $probe }
if (Test-Path $probe) { $standins = (Get-Content -Raw $probe).Trim() }
else {
    Assert-Sdk
    $standins = Find-Packages
}
$env:StandIns = $standins

# --- Building: only when a source was changed, added or removed, and never twice at once.

function Get-Sources {
    $folders = @('build') + (Get-ChildItem "$root/src/GoldenPath*" -Directory | ForEach-Object { "src/$($_.Name)" }) + @('standins')
    $files = $folders | Where-Object { Test-Path "$root/$_" } | ForEach-Object { Get-ChildItem "$root/$_" -Recurse -File }
    @($files | Where-Object { $_.FullName -notmatch '[\\/](bin|obj)[\\/]' }) +
        @(Get-ChildItem "$root/*" -File -Include 'Directory.*.props', 'Directory.*.targets', 'global.json', 'BannedSymbols.txt', '.editorconfig')
}

function Get-Snapshot($sources) { (@("stand-ins: $standins") + ($sources.FullName | Sort-Object)) -join "`n" }

function Test-Current {
    if (-not ((Test-Path $assembly) -and (Test-Path $stamp))) { return $false }
    $sources = Get-Sources
    if ((Get-Content -Raw $stamp).Trim() -ne (Get-Snapshot $sources)) { return $false }
    $built = (Get-Item $stamp).LastWriteTimeUtc
    return -not ($sources | Where-Object { $_.LastWriteTimeUtc -gt $built } | Select-Object -First 1)
}

function Build-Pipeline {
    if (Test-Current) { return }
    Assert-Sdk
    Set-Content "$stamp.new" (Get-Snapshot (Get-Sources))
    $publish = 'build', "$root/build/_build.csproj", '--configuration', 'Release', '--target:Publish', "--property:PublishDir=$(Split-Path $assembly)/", '--nologo',
        '--verbosity', 'quiet'
    $log = Invoke-Quietly { & dotnet @publish --property:Precompile=true }
    $exitCode = $LASTEXITCODE
    if ($exitCode -ne 0 -and $log -match 'error NU1') {
        $log = Invoke-Quietly { & dotnet @publish }
        $exitCode = $LASTEXITCODE
    }
    Set-Content "$temp/pipeline.log" $log
    if ($exitCode -ne 0) {
        Say (($log -split "`r?`n" | Where-Object { $_ -match 'error|fail' } | Sort-Object -Unique) -join "`n")
        Stop-WithUsageError "The pipeline does not compile, so nothing was run. The whole log: $temp/pipeline.log"
    }
    Move-Item -Force "$stamp.new" $stamp
}

if (-not (Test-Current)) {
    $lock = $null
    while ($null -eq $lock) {
        try { $lock = [System.IO.File]::Open("$temp/pipeline.lock", 'OpenOrCreate', 'ReadWrite', 'None') }
        catch [System.IO.IOException] { Start-Sleep -Milliseconds 100 }
    }
    try { Build-Pipeline } finally { $lock.Dispose() }
}

if ($arguments -notcontains '--root' -and -not "$PWD/".Replace('\', '/').StartsWith("$root/".Replace('\', '/'))) { $arguments.AddRange([string[]]('--root', $root)) }
# Before 7.3 PowerShell writes no escapes for a native command, and leaves an empty argument out.
if ($PSVersionTable.PSVersion -lt [version] '7.3') {
    $arguments = @($arguments | ForEach-Object {
        $escaped = $_ -replace '(\\*)"', '$1$1\"'
        if ($escaped -eq '') { '""' } elseif ($escaped -match '\s') { $escaped -replace '(\\+)$', '$1$1' } else { $escaped }
    })
}

& dotnet $assembly @arguments
exit $LASTEXITCODE
