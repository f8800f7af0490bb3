const createNextIntlPlugin = require("next-intl/plugin");

const distDir = process.env.NEXT_DIST_DIR ?? ".next";
const isDev = process.env.NODE_ENV === "development";

/**
 * WebAssembly finds the person before a background that is blurred; it may do no more than scripts. A
 * page's policy stays with it while one walks on to the studio, so it cannot be the studio's alone.
 */
const scripts = (more) =>
  ["script-src 'self' 'unsafe-inline'", ...more, ...(isDev ? ["'unsafe-eval'"] : [])].join(" ");

const policyWith = (frameAncestors, { wasm }) =>
  [
    ...basePolicy,
    scripts(wasm ? ["'wasm-unsafe-eval'"] : []),
    `frame-ancestors ${frameAncestors}`,
  ].join("; ");

// LiveKit may stand elsewhere (LIVEKIT_PUBLIC_URL), and its media needs no rule: WebRTC is not fetched.
const basePolicy = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob: mediastream:",
  "worker-src 'self' blob:",
  "connect-src 'self' ws: wss: https:",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
];

const securityHeaders = [
  { key: "Content-Security-Policy", value: policyWith("'none'", { wasm: true }) },
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  { key: "Permissions-Policy", value: "camera=(self), microphone=(self), display-capture=(self)" },
];

/** @type {import("next").NextConfig} */
const config = {
  distDir,
  poweredByHeader: false,
  reactStrictMode: true,
  reactCompiler: true,
  // A build after a small change takes 23 s instead of 64 s.
  experimental: { turbopackFileSystemCacheForBuild: true },
  // The seeds name routes with and without a trailing slash, and give them different statuses.
  skipTrailingSlashRedirect: true,
  // One copy of it in a browser, shared with the script that shows the first picture.
  turbopack: {
    resolveAlias: {
      "livekit-client": { browser: `./.browser-modules/${distDir}/livekit-client.mjs` },
    },
  },
  serverExternalPackages: ["@node-rs/argon2", "pg", "livekit-server-sdk"],
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
    { source: "/:path*", headers: securityHeaders },
    // The player alone may stand in anybody's page: it rests on no session, and uses no camera.
    {
      source: "/embed/:mint",
      headers: [
        { key: "Content-Security-Policy", value: policyWith("*", { wasm: false }) },
        { key: "Permissions-Policy", value: "camera=(), microphone=(), display-capture=()" },
      ],
    },
    // Packed once, when they are built, and not for each visitor.
    ...["/modules/:file", "/background-blur/:version/:file"].map((source) => ({
      source,
      has: [{ type: "header", key: "accept-encoding", value: ".*\\bbr\\b.*" }],
      headers: [{ key: "Content-Encoding", value: "br" }],
    })),
    // The invite stands in this page's address until its script has taken it out.
    { source: "/join", headers: [{ key: "Referrer-Policy", value: "no-referrer" }] },
  ],
};

module.exports = createNextIntlPlugin("./lib/words/request.ts")(config);
