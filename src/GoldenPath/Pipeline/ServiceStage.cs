using GoldenPath.Builds;
using GoldenPath.Configuration;
using GoldenPath.Guard.Leases;
using GoldenPath.Readiness;
using GoldenPath.Runs;
using GoldenPath.Services;

namespace GoldenPath.Pipeline;

/// <summary>The services of a run: started, proved ready, watched.</summary>
/// <param name="session">The run.</param>
/// <param name="definition">What it declares.</param>
/// <param name="hosts">What starts services.</param>
/// <param name="console">Where a person is told what goes on.</param>
internal sealed class ServiceStage(
    RunSession session,
    PipelineDefinition definition,
    IReadOnlyList<IServiceHost> hosts,
    IRunConsole console
) : IDisposable
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(100);

    private readonly List<RunningService> _running = [];
    private readonly ServiceWatch _watch = new(
        session.Clock.Time,
        end =>
            session.Journal.Write(
                "service",
                $"{end.Service} {(end.Exit is { } exit ? ProcessEnd.Describe(exit) : "broke")}",
                ("service", end.Service),
                ("ended", true)
            )
    );
    private ServiceStartup? _startup;

    /// <summary>The ports of the services.</summary>
    public ServicePorts Ports { get; } = new();

    /// <summary>What the placeholders stand for.</summary>
    public PlaceholderValues Values { get; private set; } = null!;

    /// <summary>The services that were asked to start.</summary>
    public IReadOnlyList<RunningService> Running => _running;

    /// <summary>The URLs that lead to them.</summary>
    public PublishedUrls Urls
    {
        get
        {
            lock (_running)
            {
                return new([.. _running]);
            }
        }
    }

    /// <summary>Whether services were taken up that an earlier command had started.</summary>
    public bool TookUp { get; private set; }

    /// <summary>Whether this command started services itself.</summary>
    public bool Started { get; private set; }

    /// <summary>Starts what does not run yet.</summary>
    /// <param name="kept">What an earlier command left running; <c>null</c> for nothing.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <exception cref="PipelineException">One could not be started.</exception>
    public async Task StartAsync(KeptServices? kept, CancellationToken cancellationToken)
    {
        TookUp = kept is not null;
        Ports.Choose(definition, session.Settings.Port, kept?.Ports ?? new Dictionary<string, int>());
        session.Supervisor = await GuardedSupervisor.StartAsync(session.SupervisorOptions(console), cancellationToken);
        var stamps = Path.Combine(session.Folder.Root, "builds");
        var builds = new ProjectBuild(definition.Directory, stamps, session.Folder, session.Supervisor, console, session.Clock.Time);
        Values = new PlaceholderValues
        {
            RunId = session.Folder.RunId,
            ResultsDirectory = session.Folder.ResultsDirectory,
            Ports = Ports.ByService,
            Port = definition.Primary is { } primary ? Ports.Of(primary.Name) : null,
            Build = builds.BuildAsync,
        };
        _startup = new ServiceStartup(
            definition.Services,
            (service, token) =>
                kept?.Processes.GetValueOrDefault(service.Name) is { } process ? Task.FromResult(TakeUp(service, process))
                : kept?.Resources.GetValueOrDefault(service.Name) is { } resource ? TakeUpAsync(service, resource, token)
                : StartAsync(service, token),
            BecomeReadyAsync
        );
        await UnlessOneEndsAsync(_startup.StartAsync(cancellationToken), cancellationToken);
    }

    /// <summary>Waits until all are ready.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="PipelineException">One did not become ready, or did not stay it until the last one was.</exception>
    public async Task WaitUntilReadyAsync(CancellationToken cancellationToken)
    {
        await UnlessOneEndsAsync(_startup!.WaitUntilReadyAsync(), cancellationToken);
        Ports.Dispose();
    }

    /// <summary>A service that ended although nobody asked it to; <c>null</c> where all run.</summary>
    /// <param name="suspect">Whether something failed, so that an end which is just being noticed is worth a moment.</param>
    public async Task<ServiceEnd?> EndedAsync(bool suspect)
    {
        if (suspect)
        {
            var moment = _running.Select(service => service.Process?.NoticedWithin ?? TimeSpan.Zero).DefaultIfEmpty().Max();
            await Task.WhenAny(_watch.First, Task.Delay(moment, session.Clock.Time, CancellationToken.None));
        }

        return _watch.Ends is [var first, ..] ? first : null;
    }

    /// <summary>What is not ready yet, for a person; empty where all is.</summary>
    public string Missing()
    {
        lock (_running)
        {
            return string.Join(
                ", ",
                definition
                    .Services.Select(service => (service.Name, Running: _running.Find(one => one.Definition == service)))
                    .Where(service => service.Running?.ReadyAfter is null)
                    .Select(service => $"'{service.Name}' ({(service.Running is null ? "not started yet" : "not ready yet")})")
            );
        }
    }

    /// <summary>From now on the services end because they are asked to.</summary>
    public void StopWatching() => _watch.Stop();

    /// <inheritdoc/>
    public void Dispose()
    {
        _startup?.Dispose();
        Ports.Dispose();
    }

    // The end of a service that was ready explains what the others fail by: it is what is told, whichever is seen first.
    private async Task UnlessOneEndsAsync(Task<RunningService[]> startup, CancellationToken cancellationToken)
    {
        await Task.WhenAny(startup, _watch.First);
        if (!cancellationToken.IsCancellationRequested && await EndedAsync(suspect: startup.IsFaulted) is { } ended)
        {
            var others = await _startup!.AbandonAsync();
            throw new PipelineException(await ServiceWatch.DescribeAwaitingAsync(ended, others, cancellationToken));
        }

        await startup;
    }

    private RunningService TakeUp(ServiceDefinition service, ISupervisedService process)
    {
        console.Information($"{service.Name}: runs already ({RunningService.Of(process)})");
        return Add(new RunningService(service, Ports.Of(service.Name), process, session.Clock.Time.GetTimestamp()));
    }

    private async Task<RunningService> TakeUpAsync(
        ServiceDefinition service,
        LeasedResource resource,
        CancellationToken cancellationToken
    ) => TakeUp(service, await HostOf(service).TakeUpAsync(Describe(service), resource, cancellationToken));

    private async Task<RunningService> StartAsync(ServiceDefinition service, CancellationToken cancellationToken)
    {
        var port = Ports.Of(service.Name);
        if (service.Host is ExternalHostDefinition)
        {
            console.Information($"{service.Name}: started by somebody else; it is only checked");
            return Add(new RunningService(service, port, null, session.Clock.Time.GetTimestamp()));
        }

        RefuseTakenPort(service, port, ScenarioEndpoint.Of(definition, service)?.Host ?? "localhost");
        var filled = service with { Host = await FilledAsync(service.Host, Values.Within(service.Name), cancellationToken) };
        var asked = session.Clock.Time.GetTimestamp();
        var process = await HostOf(service).StartAsync(Describe(filled), cancellationToken);
        Started = true;
        session.Journal.Write(
            "service",
            $"{service.Name} started",
            ("service", service.Name),
            ("pid", process.Pid),
            ("container", process.ContainerId),
            ("port", port)
        );
        console.Information($"{service.Name}: started ({RunningService.Of(process)}{(port is null ? "" : $", port {port}")})");
        return Add(new RunningService(service, port, process, asked));
    }

    private IServiceHost HostOf(ServiceDefinition service) =>
        hosts.FirstOrDefault(host => host.Runs(service.Host)) ?? throw NoHost(service);

    private ServiceStart Describe(ServiceDefinition service)
    {
        var values = Values.Within(service.Name);
        return new ServiceStart(
            service,
            Ports.Of(service.Name),
            session.Folder,
            (text, token) => Placeholders.FillAsync(text, values, token),
            session.Supervisor!,
            console
        )
        {
            Redactor = session.Redactor,
        };
    }

    // Before it is asked to start: building a project is none of the time that a service takes.
    private async Task<HostDefinition> FilledAsync(HostDefinition host, PlaceholderValues values, CancellationToken cancellationToken)
    {
        if (host is not ProcessHostDefinition process)
        {
            return host;
        }

        var command = await Placeholders.FillAsync(process.Command, values, cancellationToken);
        var environment = await Placeholders.FillAsync(process.Environment, values, cancellationToken);
        return process with
        {
            Command = [.. command.Select(Urls.Complete)],
            Environment = environment.ToDictionary(variable => variable.Key, variable => Urls.Complete(variable.Value)),
        };
    }

    private static void RefuseTakenPort(ServiceDefinition service, int? port, string host)
    {
        if (port is { } number && service.Host is ProcessHostDefinition && new PortCheck().Find(service.Name, number, host) is { } taken)
        {
            throw new PipelineException(taken);
        }
    }

    private async Task BecomeReadyAsync(RunningService service, CancellationToken cancellationToken)
    {
        var endpoint = ScenarioEndpoint.Of(definition, service.Definition);
        var ready = Placeholders.Fill(service.Definition.Ready, Values.Within(service.Definition.Name));
        ready = ready with { Http = ready.Http is null ? null : Urls.Complete(ready.Http) };
        var outcome = await new ReadinessWait(session.Clock.Time).WaitAsync(
            new ReadinessTarget
            {
                Service = service.Definition.Name,
                Host = ready.HttpUrl?.Host.Trim('[', ']') ?? service.HostOf(endpoint),
                Port = service.Port,
                Ready = ready with { Timeout = ready.Timeout < session.Remaining ? ready.Timeout : session.Remaining },
                DefaultWebSocketPath = endpoint?.Path,
                Tls = endpoint?.Tls ?? false,
                Process = service.Process,
                StartTimestamp = service.AskedAt,
                Console = console,
            },
            cancellationToken
        );
        await ReadinessEvidence.SaveAsync(outcome, session.Folder, cancellationToken);
        Record(service, outcome);
        if (outcome.Failure is { } failure)
        {
            throw new PipelineException(
                outcome.HasTimedOut && session.Remaining < Moment ? new SpentBudget(session.Settings).Before(failure) : failure
            );
        }

        if (service.Process is not null)
        {
            _watch.Add(service.Process);
        }
    }

    private void Record(RunningService service, ReadinessOutcome outcome)
    {
        service.Identity = outcome.Identity;
        service.ReadyAfter = outcome.IsReady ? outcome.After : null;
        service.Endpoint = outcome.EndPoint is { } endpoint
            ? $"http{(ScenarioEndpoint.IsSecure(definition, service.Definition) ? "s" : "")}://{endpoint}"
            : null;
        session.Journal.Write(
            "readiness",
            $"{service.Definition.Name}: {outcome.Timeline}",
            ("service", service.Definition.Name),
            ("ready", outcome.IsReady),
            ("listener", outcome.Listener),
            ("asked", Math.Round((session.Clock.Elapsed - session.Clock.Time.GetElapsedTime(service.AskedAt)).TotalMilliseconds, 1)),
            ("probes", ReadinessEvidence.Facts(outcome.Timeline))
        );
        if (!outcome.IsReady && service.Process?.Exited is { IsCompletedSuccessfully: true } exited)
        {
            session.Journal.Write(
                "service",
                $"{service.Definition.Name} {ProcessEnd.Describe(exited.Result)}",
                ("service", service.Definition.Name),
                ("ended", true)
            );
        }

        foreach (var warning in outcome.Warnings)
        {
            console.Warning($"{service.Definition.Name}: {warning}");
        }

        if (outcome.IsReady)
        {
            console.Information($"{service.Definition.Name}: ready after {Elapsed.Text(outcome.After)}");
            console.Detail($"  {outcome.Listener ?? "nobody could see who listens"}");
            console.Detail($"  {outcome.Timeline}");
        }
    }

    private RunningService Add(RunningService service)
    {
        lock (_running)
        {
            _running.Add(service);
        }

        return service;
    }

    private static PipelineException NoHost(ServiceDefinition service) =>
        new(
            new Failure
            {
                Cause = Causes.ServiceNotStarted,
                Kind = FailureKind.Misconfigured,
                Summary = $"Service '{service.Name}' is a {service.Host.Kind}, and this build has nothing that runs one.",
                Service = service.Name,
                Remedies = [new Remedy($"Give the run a host for '{service.Host.Kind}' services.")],
            }
        );
}
