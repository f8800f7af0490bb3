const createNextIntlPlugin = require("next-intl/plugin");

const distDir = process.env.NEXT_DIST_DIR ?? ".next";

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
    beforeFiles: [{ source: "/@:handle", destination: "/channel/:handle" }],
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
    // Packed once, when they are built, and not for each visitor.
    ...["/modules/:file", "/background-blur/:version/:file"].map((source) => ({
      source,
      has: [{ type: "header", key: "accept-encoding", value: ".*\\bbr\\b.*" }],
      headers: [{ key: "Content-Encoding", value: "br" }],
    })),
  ],
};

module.exports = createNextIntlPlugin("./lib/words/request.ts")(config);
