import type { Metadata } from "next";
import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import { ServerChecks } from "@/components/admin/server-checks";
import {
  ServerLoad,
  ServerProcess,
  ServerStorage,
  ServerVersions,
} from "@/components/admin/server-figures";
import { Notice } from "@/components/ui/notice";
import { PageHeading, SectionHeading } from "@/components/ui/page";
import { PageWords } from "@/components/ui/page-words";
import { adminOfPage } from "@/lib/auth/admin-of-page";
import { appContext } from "@/lib/context";
import type { ServerState } from "@/lib/contracts/admin/server";
import { readServer } from "@/lib/diagnostics/read-server";
import { proxiesBefore } from "@/lib/http/from-this-machine";
import { Problem } from "@/lib/problem";

export async function generateMetadata(): Promise<Metadata> {
  await adminOfPage();
  const t = await getTranslations("admin");
  return { title: t("sections.server") };
}

export default async function AdminServerPage() {
  const { id } = await adminOfPage();
  const t = await getTranslations("server");
  const state = await readServer(appContext(), id, proxiesBefore(await headers())).catch(tooMany);
  return (
    <>
      <PageHeading title={t("title")} lede={t("lede")} />
      {state instanceof Problem ? <TooMany problem={state} /> : <Server state={state} />}
    </>
  );
}

/** Returns the refusal, which the page shows; throws anything else. */
function tooMany(error: unknown): Problem {
  if (error instanceof Problem && error.code === "too-many-requests") return error;
  throw error;
}

async function TooMany({ problem }: { problem: Problem }) {
  const t = await getTranslations("problems.codes");
  const seconds = problem.extra.retryAfterSeconds ?? 0;
  return (
    <Notice tone="problem" announce={false}>
      {t("too-many-requests", { seconds })}
    </Notice>
  );
}

async function Server({ state }: { state: ServerState }) {
  const t = await getTranslations("server");
  return (
    <>
      <section aria-labelledby="checks">
        <SectionHeading id="checks" title={t("checks")} />
        <PageWords of={["admin", "preflight", "server"]}>
          <ServerChecks checks={state.checks} />
        </PageWords>
      </section>
      <ServerVersions state={state} />
      <ServerLoad state={state} />
      <ServerProcess state={state} />
      <ServerStorage state={state} />
    </>
  );
}
