const { existsSync, readFileSync } = require("node:fs");
const { extname, join } = require("node:path");
const createNextIntlPlugin = require("next-intl/plugin");

const distDir = process.env.NEXT_DIST_DIR ?? ".next";

// This build's files in public/, each with a compressed copy next to it
// (scripts/launcher/builds/public-files.mjs). None before the first build.
const record = join(__dirname, ".browser-modules", distDir, "public-files.json");
const builtFiles = existsSync(record) ? JSON.parse(readFileSync(record, "utf8")) : [];
const typeOf = {
  ".js": "text/javascript; charset=utf-8",
  ".wasm": "application/wasm",
  ".tflite": "application/octet-stream",
};

/** Matches "br" in a list of encodings, unless it has q=0. */
const brotli = "(?:.*,)?\\s*br\\s*(?:,.*|;\\s*q=(?:1|0\\.0*[1-9]).*)?";
const acceptsBrotli = { has: [{ type: "header", key: "accept-encoding", value: brotli }] };

/** @type {import("next").NextConfig} */
const config = {
  distDir,
  poweredByHeader: false,
  reactStrictMode: true,
  reactCompiler: true,
  // Cuts a rebuild after a small change from 64 s to 23 s.
  experimental: { turbopackFileSystemCacheForBuild: true },
  // Waits for a page's title and preview before streaming, so that every client finds them in the
  // head.
  htmlLimitedBots: /./,
  // Pictures are stored in their final size. Nothing is fetched and resized on request.
  images: { unoptimized: true },
  // The contract names routes with and without a trailing slash, and gives them different statuses.
  skipTrailingSlashRedirect: true,
  // One copy in the browser, shared with the script that shows the first picture.
  turbopack: {
    resolveAlias: {
      "livekit-client": { browser: `./.browser-modules/${distDir}/livekit-client.mjs` },
    },
  },
  serverExternalPackages: ["@node-rs/argon2", "pg", "pino", "prom-client", "livekit-server-sdk"],
  // The development server logs every URL; these contain an invite or a token.
  logging: { incomingRequests: { ignore: [/^\/(j|join|rtc)\b/] } },
  redirects: async () => [
    // A channel's only address is /@handle.
    { source: "/channel/:handle", destination: "/@:handle", permanent: true },
  ],
  rewrites: async () => ({
    // Next gives folders that begin with @ a special meaning.
    beforeFiles: [
      { source: "/@:handle", destination: "/channel/:handle" },
      // The short link of an invite. The page reads the code from its URL.
      { source: "/j/:code", destination: "/join" },
      ...builtFiles.map((file) => ({ source: file, ...acceptsBrotli, destination: `${file}.br` })),
    ],
    // Anything that is neither a page nor a route, and was not requested by a browser, is an
    // unknown endpoint and gets an API error.
    fallback: [
      {
        source: "/:path*",
        missing: [
          { type: "header", key: "accept", value: ".*text/html.*" },
          { type: "header", key: "rsc" },
        ],
        destination: "/api/unknown/:path*",
      },
    ],
  }),
  headers: async () => [
    // In a sandboxed frame the player has an opaque origin, so its fonts, its modules and the icon
    // (used for the server's time, lib/client/server-api/server-clock.ts) are cross-origin
    // requests. They hold no secrets.
    ...["/_next/static/:path*", "/modules/:file", "/icon.svg"].map((source) => ({
      source,
      headers: [
        { key: "Access-Control-Allow-Origin", value: "*" },
        { key: "Access-Control-Expose-Headers", value: "Date" },
      ],
    })),
    // Set per file: on an error response these headers would be wrong.
    ...builtFiles.flatMap((file) => [
      {
        source: file,
        headers: [
          { key: "Cache-Control", value: "public, max-age=31536000, immutable" },
          { key: "Content-Type", value: typeOf[extname(file)] },
          { key: "Vary", value: "Accept-Encoding" },
        ],
      },
      { source: file, ...acceptsBrotli, headers: [{ key: "Content-Encoding", value: "br" }] },
    ]),
  ],
};

module.exports = createNextIntlPlugin("./lib/words/request.ts")(config);
