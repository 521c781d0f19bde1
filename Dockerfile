FROM node:24-slim AS build
WORKDIR /app
COPY . .
RUN npm run build && npx --yes pnpm@12 install --prod --frozen-lockfile --config.confirmModulesPurge=false

FROM node:24-slim
ENV NODE_ENV=production HOST=0.0.0.0 DATA_DIR=/data
WORKDIR /app
COPY --from=build /app /app
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
CMD ["node", "--max-semi-space-size=4", "--heap-growing-percent=40", "apps/api/dist/main.js"]
