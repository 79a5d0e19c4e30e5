/**
 * Two real dev servers in front of one Node server, one line apart. The page lets you pick the one that
 * its streams come through; edit `compress` here and save, and `npm start` starts both again.
 */
import path from "node:path";
import HtmlWebpackPlugin from "html-webpack-plugin";
import webpack, { type Configuration } from "webpack";
import type { Configuration as DevServer } from "webpack-dev-server";
import { host, serverUrl } from "./dev/addresses.ts";
import { askTarget, targetProxies } from "./dev/ask-target.ts";
import {
  CompiledLine,
  listenOnLoopback,
  outages,
  tellSetting,
  webpackLog,
} from "./dev/dev-server.ts";
import { licences, minifier } from "./dev/licences.ts";
import { PROBE_FILE, probeBundle } from "./dev/probe-bundle.ts";
import { behindChecks, noOwnRoutes, protect } from "./dev/protection.ts";
import { viewer } from "./dev/viewer.ts";
import { madeWhenAsked, packagesWhenAsked } from "./dev/when-asked.ts";
import { allowedHosts } from "./server/http/allowed-hosts.ts";
import { contentSecurityPolicy } from "./server/http/content-security-policy.ts";
import { ports } from "./server/http/ports.ts";

const production = process.env["NODE_ENV"] === "production";

/** The folder of a page that was built before, as most browser tests want it: then nothing is compiled. */
const builtPage = process.env["BUILT_PAGE"];

/** In the bundle's page; a dev server evaluates strings to load what was edited. */
const policy = {
  csp: { "http-equiv": "Content-Security-Policy", content: contentSecurityPolicy },
};

const portsHere = {
  DEV_SERVER_PORTS: JSON.stringify([ports.page, ports.twin]),
  SERVER_PORT: JSON.stringify(ports.server),
};

/** The built page stands alone, but where its head names the dev servers that serve it, as in browser tests. */
const portsInHead = {
  DEV_SERVER_PORTS: `JSON.parse(${inHead("dev-servers")} ?? "[]")`,
  SERVER_PORT: `Number(${inHead("server")})`,
};

const configurations: Configuration[] = [
  {
    ...(builtPage ? nothing() : page()),
    name: "page", // by which hot reload in the page knows its own
    devServer: {
      ...devServer(ports.page),
      compress: false,
    },
  },
  {
    ...nothing(), // each dev server serves all that is built here: the twin shows the same page
    name: "twin",
    devServer: {
      ...devServer(ports.twin),
      compress: true,
    },
  },
];

export default production ? [...configurations, viewer(), probeBundle()] : configurations;

function devServer(port: number): DevServer {
  return {
    host,
    port,
    allowedHosts: allowedHosts(),
    proxy: [{ context: ["/api"], target: serverUrl, logger: outages }, ...targetProxies],
    client: { logging: "error", overlay: { runtimeErrors: false } },
    static: builtPage ? { directory: builtPage, watch: false } : false,
    onListening: listenOnLoopback,
    setupMiddlewares: (middlewares, server) =>
      protect(
        behindChecks(tellSetting(middlewares, server), [
          noOwnRoutes,
          askTarget,
          ...(builtPage ? [] : madeWhenAsked),
        ]),
      ),
  };
}

function page(): Configuration {
  return {
    ...nothing(),
    target: ["web", "es2024"],
    devtool: production ? "source-map" : "cheap-module-source-map",
    entry: "./client/main.ts",
    output: {
      filename: production ? "[name].[contenthash].js" : "[name].js",
      clean: { keep: (file) => file === "viewer.js" || file === PROBE_FILE },
    },
    externals: production ? {} : packagesWhenAsked,
    plugins: [
      new HtmlWebpackPlugin({ template: "./client/index.html", meta: production ? policy : {} }),
      new webpack.DefinePlugin(production ? portsInHead : portsHere),
      new CompiledLine(),
      licences(),
    ],
    optimization: { minimizer: [minifier] },
    // Two playgrounds at a time, on ports of their own, must not share what they cache.
    cache: { type: "filesystem", cacheDirectory: path.resolve(`.cache/webpack-${ports.page}`) },
  };
}

function inHead(name: string): string {
  return `document.querySelector("meta[name=${name}]")?.content`;
}

function nothing(): Configuration {
  return {
    mode: production ? "production" : "development",
    entry: {},
    stats: { all: false, errors: true, warnings: true },
    infrastructureLogging: { level: "warn", console: webpackLog },
  };
}
