import type { Instrumentation } from "next";

/** Next calls this once when the server starts. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { takeOverConsole } = await import("@/lib/log");
  takeOverConsole();
  const { startSweeping } = await import("@/lib/mirror/sweep");
  startSweeping();
  const { warnOfIgnoredSettings } = await import("@/lib/installation/ignored-settings");
  // Without the database, the sweep says so.
  warnOfIgnoredSettings().catch(() => undefined);
}

/** Logs pages that failed to render. Routes handle and log their own errors. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { log } = await import("@/lib/log");
  const { method } = request;
  const { metrics } = await import("@/lib/metrics");
  metrics().pageErrors.inc({ route: context.routePath });
  log.error("a page failed", error, { method, route: context.routePath, status: 500 });
};
