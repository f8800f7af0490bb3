import "server-only";
import type { NextRequest } from "next/server";
import { actorOfCookies } from "@/lib/auth/actor";
import { appContext } from "@/lib/context";
import { env } from "@/lib/env";
import { limitTokens } from "@/lib/http/limit-tokens";
import { nonceOf } from "@/lib/http/security-headers";
import { log } from "@/lib/log";
import { Problem } from "@/lib/problem";
import { type Visit, visitShow } from "@/lib/show/viewer-pass";
import { holdPage, letPageCome } from "./held-pages";
import { headOf, withoutScripts } from "./lean-page";
import { forgetVisit, leaveVisit } from "./left-visits";
import { browserModules } from "./modules";
import { outlineOf } from "./outline";
import { heldPagePath, wholePageHeader } from "./page-parts";

/** Headers of one connection (RFC 9110, 7.6.1), or of a body that is not passed on as it came. */
const ofTheHop = [
  ...["connection", "proxy-connection", "keep-alive", "te", "trailer", "transfer-encoding"],
  ...["upgrade", "http2-settings", "expect", "proxy-authenticate", "proxy-authorization"],
  ...["date", "content-length", "content-encoding"],
];

/**
 * The watch page with its scripts held back until the first picture: its head and its outline as soon
 * as there is a pass, the rest when the picture is there; null when it could not be had, and
 * Next answers by itself. Next has no way to say when its scripts load, so its page is asked for here,
 * within the process's own machine, and rewritten.
 */
export async function answerWatchPage(
  request: NextRequest,
  mint: string,
): Promise<Response | null> {
  try {
    const visit = await visitOf(request, mint);
    if (!visit) return null;
    const ask = () => askWithVisit(request, mint, visit);
    if (!visit.pass || visit.livestream.status !== "live") return asItCame(await ask());
    const modules = browserModules();
    const { id, mayCome } = holdPage();
    const outline = outlineOf(visit.livestream, heldPagePath(mint, id), modules.outline);
    // What the page takes would keep the picture waiting, in this process and in the browser.
    const page = mayCome.then(ask);
    const nonce = nonceOf(request.headers.get("content-security-policy")) ?? "";
    return leanAnswer(headOf(visit.pass, modules, nonce) + outline, page, request.signal);
  } catch (error) {
    if (!request.signal.aborted) log.warn("the watch page could not be asked for", error);
    return null;
  }
}

/** Lets the rest of a page come; for one that came, or never was, there is nothing to do. */
export function answerHeldPage(id: string): Response {
  letPageCome(id);
  return new Response(null, { status: 204 });
}

async function askWithVisit(request: NextRequest, mint: string, visit: Visit): Promise<Response> {
  const ticket = leaveVisit(mint, visit);
  try {
    return await askWholePage(request, ticket);
  } finally {
    forgetVisit(ticket);
  }
}

/** Null for who is refused: the page asks once more, and says why in its own words. */
async function visitOf(request: NextRequest, mint: string): Promise<Visit | null> {
  const actor = await actorOfCookies(request.cookies);
  const count = () => limitTokens(request, actor);
  return visitShow(appContext(), actor, mint, count).catch((error) => {
    if (error instanceof Problem) return null;
    throw error;
  });
}

function asItCame(page: Response): Response {
  const headers = new Headers(page.headers);
  for (const name of ofTheHop) headers.delete(name);
  return new Response(page.body, { status: page.status, headers });
}

/**
 * What is said of every page that is made for one reader is said by next.config.js, before this. A
 * reverse proxy that collected an answer would keep the beginning from the one who is to ask for the rest.
 */
const leanHeaders = {
  "Content-Type": "text/html; charset=utf-8",
  "Cache-Control": "private, no-cache, no-store, max-age=0, must-revalidate",
  "X-Accel-Buffering": "no",
};

function leanAnswer(beginning: string, page: Promise<Response>, gone: AbortSignal): Response {
  const text = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      controller.enqueue(text.encode(beginning));
      try {
        const html = await (await page).text();
        controller.enqueue(text.encode(withoutScripts(html)));
        controller.close();
      } catch (error) {
        if (!gone.aborted) log.warn("a watch page broke off after its head", error);
        controller.error(error);
      }
    },
  });
  return new Response(body, { headers: leanHeaders });
}

function askWholePage(request: NextRequest, ticket: string): Promise<Response> {
  const { pathname, search } = request.nextUrl;
  const headers = new Headers(request.headers);
  for (const name of ["accept-encoding", ...ofTheHop]) headers.delete(name);
  headers.set(wholePageHeader, ticket);
  return fetch(`${ownAddress()}${pathname}${search}`, {
    headers,
    redirect: "manual",
    cache: "no-store",
    signal: request.signal,
  });
}

function ownAddress(): string {
  const { host, port } = env();
  const reachable = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
  return `http://${reachable.includes(":") ? `[${reachable}]` : reachable}:${port}`;
}
