using BoundaryWorker.Commands;
using NodaTime.Extensions;

return await CommandLine.InvokeAsync(args, TimeProvider.System.ToClock());
