# The registry on Node. It takes a PostgreSQL and its settings (README.md); compose.yaml has all of it together.
FROM node:24.21.0-bookworm-slim AS build
WORKDIR /registry
COPY package.json package-lock.json .npmrc ./
COPY patches patches
RUN npm ci --no-audit --no-fund
COPY . .
# What was patched stays so; what only builds and tests goes.
RUN npm run bundle && npm prune --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production
WORKDIR /registry
COPY --from=build /registry/package.json /registry/LICENSE /registry/NOTICE ./
COPY --from=build /registry/node_modules node_modules
COPY --from=build /registry/migrations migrations
COPY --from=build /registry/examples examples
COPY --from=build /registry/scripts scripts
COPY --from=build /registry/src src
COPY --from=build /registry/dist dist
# It writes nothing here, and belongs to root.
USER node
EXPOSE 8787
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 8787}/healthz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--enable-source-maps", "dist/node/server.mjs"]
