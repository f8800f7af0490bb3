const { existsSync, readFileSync } = require("node:fs");
const { extname, join } = require("node:path");
const createNextIntlPlugin = require("next-intl/plugin");

const distDir = process.env.NEXT_DIST_DIR ?? ".next";

// The files in public/ that belong to this build, each with a packed copy beside it
// (scripts/launcher/builds/public-files.mjs). None before the first build.
const record = join(__dirname, ".browser-modules", distDir, "public-files.json");
const builtFiles = existsSync(record) ? JSON.parse(readFileSync(record, "utf8")) : [];
const typeOf = {
  ".js": "text/javascript; charset=utf-8",
  ".wasm": "application/wasm",
  ".tflite": "application/octet-stream",
};

/** "br" in a list of encodings, unless with q=0. */
const brotli = "(?:.*,)?\\s*br\\s*(?:,.*|;\\s*q=(?:1|0\\.0*[1-9]).*)?";
const acceptsBrotli = { has: [{ type: "header", key: "accept-encoding", value: brotli }] };

/** @type {import("next").NextConfig} */
const config = {
  distDir,
  poweredByHeader: false,
  reactStrictMode: true,
  reactCompiler: true,
  // A build after a small change takes 23 s instead of 64 s.
  experimental: { turbopackFileSystemCacheForBuild: true },
  // A page's title and its preview stand in its head, for whoever reads it.
  htmlLimitedBots: /./,
  // Pictures are ready when they are stored; nothing else is to be fetched and redrawn for a stranger.
  images: { unoptimized: true },
  // The seeds name routes with and without a trailing slash, and give them different statuses.
  skipTrailingSlashRedirect: true,
  // One copy of it in a browser, shared with the script that shows the first picture.
  turbopack: {
    resolveAlias: {
      "livekit-client": { browser: `./.browser-modules/${distDir}/livekit-client.mjs` },
    },
  },
  serverExternalPackages: ["@node-rs/argon2", "pg", "pino", "livekit-server-sdk"],
  // The development server prints each address; these two carry an invite or a token.
  logging: { incomingRequests: { ignore: [/^\/(join|rtc)\b/] } },
  redirects: async () => [
    // A channel has one address, and this is not it.
    { source: "/channel/:handle", destination: "/@:handle", permanent: true },
  ],
  rewrites: async () => ({
    // A folder that begins with @ means something else to Next.
    beforeFiles: [
      { source: "/@:handle", destination: "/channel/:handle" },
      ...builtFiles.map((file) => ({ source: file, ...acceptsBrotli, destination: `${file}.br` })),
    ],
    // What is neither a page nor a route, and not asked for by a person's browser, is an endpoint
    // that does not exist: refused in the API's words.
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
    // In a sandboxed frame the player has an opaque origin: its fonts, its modules and the icon (for
    // the server's time, lib/client/server-api/server-clock.ts) are cross-origin requests. They hold no secrets.
    ...["/_next/static/:path*", "/modules/:file", "/icon.svg"].map((source) => ({
      source,
      headers: [
        { key: "Access-Control-Allow-Origin", value: "*" },
        { key: "Access-Control-Expose-Headers", value: "Date" },
      ],
    })),
    // File by file: on an error's answer these headers would be wrong.
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
