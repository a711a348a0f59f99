# The command line in a container: docker build -t vrp . && docker run --rm -v "$PWD:/work:ro" vrp check .
FROM node:22-alpine AS build
WORKDIR /src
COPY package.json package-lock.json .npmrc .npmignore language-configuration.json ./
COPY LICENSE README.md CHANGELOG.md SECURITY.md ThirdPartyNotices.txt ./
COPY scripts ./scripts
COPY server ./server
COPY client ./client
COPY schemas ./schemas
COPY snippets ./snippets
COPY docs ./docs
COPY tree-sitter-vrp/tree-sitter-vrp.wasm ./tree-sitter-vrp/
RUN npm pack --pack-destination /tmp && npm install --global --prefix /opt/vrp --ignore-scripts --no-audit --no-fund /tmp/vrp-hot-backup-*.tgz

# Node and its libraries alone: no shell, no package manager, and a user without rights (65532).
FROM gcr.io/distroless/nodejs22-debian12:nonroot
LABEL org.opencontainers.image.title="vrp" \
      org.opencontainers.image.description="Checks pairs of Huawei VRP configurations" \
      org.opencontainers.image.licenses="MIT"
COPY --from=build /opt/vrp/lib/node_modules/vrp-hot-backup /opt/vrp
WORKDIR /work
USER 65532:65532
ENTRYPOINT ["/nodejs/bin/node", "/opt/vrp/dist/cli.js"]
CMD ["--help"]
