# BoundaryWorker in a container: one process, not root, a root file system that may be read-only, its records and mail under /data, your files
# under /config. How to use it: deploy/install.md and deploy/compose.yaml.

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
ENV DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

# What the restore depends on comes first, so that this layer lasts until a package changes.
COPY .editorconfig Directory.Build.props Directory.Packages.props ./
COPY src/BoundaryWorker.Core/BoundaryWorker.Core.csproj src/BoundaryWorker.Core/packages.lock.json src/BoundaryWorker.Core/
COPY src/BoundaryWorker.Pipeline/BoundaryWorker.Pipeline.csproj src/BoundaryWorker.Pipeline/packages.lock.json src/BoundaryWorker.Pipeline/
COPY src/BoundaryWorker/BoundaryWorker.csproj src/BoundaryWorker/packages.lock.json src/BoundaryWorker/
RUN dotnet restore src/BoundaryWorker/BoundaryWorker.csproj --locked-mode

COPY src/ src/
COPY deploy/ deploy/
RUN dotnet publish src/BoundaryWorker/BoundaryWorker.csproj -c Release --no-restore -o /app -p:PublishDocumentationFiles=false \
    && find /app/runtimes -mindepth 1 -maxdepth 1 ! -name unix ! -name linux-x64 ! -name linux-arm64 -exec rm -r {} +

# The files to begin with: the English example, its data under /data. A folder of your own mounted on /config takes their place.
RUN mkdir /config /data \
    && cp deploy/examples/en/code.yaml deploy/examples/en/clients.yaml /config/ \
    && sed -e 's#"data/#"/data/#g' -e '/"$schema"/d' deploy/examples/en/appsettings.json > /config/appsettings.json

FROM mcr.microsoft.com/dotnet/aspnet:10.0
COPY --from=build /app /app
COPY --from=build /config /config
COPY --from=build --chown=1654:1654 /data /data

# A worker needs no second heap per processor, and no debugger's socket in /tmp.
ENV DOTNET_gcServer=0 DOTNET_EnableDiagnostics=0 \
    Boundary__Store__Sqlite=/data/ledger.db
RUN ln -s /app/BoundaryWorker /usr/local/bin/boundaryworker
WORKDIR /config
VOLUME /data

# The user `app` of the base image.
USER 1654:1654

# The program asks itself; there is no curl in the image.
HEALTHCHECK --interval=60s --timeout=10s --start-period=30s --retries=3 CMD ["boundaryworker", "health"]
ENTRYPOINT ["boundaryworker"]
