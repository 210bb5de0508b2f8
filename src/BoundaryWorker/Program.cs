using System.CommandLine;
using BoundaryWorker.Commands;
using NodaTime.Extensions;

// The host of `run` hears SIGTERM and Ctrl+C itself and takes the time an orderly end needs, so the command line does not.
return await CommandLine.Root(TimeProvider.System.ToClock()).Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
