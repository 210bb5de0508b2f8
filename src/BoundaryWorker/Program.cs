using BoundaryWorker.Commands;
using NodaTime.Extensions;

return await CommandLine.Root(TimeProvider.System.ToClock()).Parse(args).InvokeAsync();
