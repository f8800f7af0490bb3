import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LocalTime } from "@/components/ui/local-time";
import { SectionHeading } from "@/components/ui/page";
import type { ServerState } from "@/lib/contracts/admin/server";

type State = { state: ServerState };

export function ServerVersions({ state: { versions } }: State) {
  const t = useTranslations("server");
  return (
    <Figures id="versions" title={t("versions.title")}>
      <Figure label="Greenroom">{versions.greenroom}</Figure>
      <Figure label="Node">{versions.node}</Figure>
      <Figure label="Next">{versions.next}</Figure>
      <Figure label="PostgreSQL">{versions.postgresql ?? t("unknown")}</Figure>
      <Figure label={t("versions.livekit")}>{t("versions.livekit-where")}</Figure>
    </Figures>
  );
}

export function ServerLoad({ state }: State) {
  const t = useTranslations("server");
  const { startedAt, appProcesses, load, memory, liveShows, connected } = state;
  const [one, five, fifteen] = load.averages;
  return (
    <Figures id="load" title={t("load.title")}>
      <Figure label={t("load.shows")}>{liveShows ?? t("unknown")}</Figure>
      <Figure label={t("load.connected")}>{connected ?? t("unknown")}</Figure>
      <Figure label={t("load.averages")}>{t("load.averages-value", { one, five, fifteen })}</Figure>
      <Figure label={t("load.cpus")}>{load.cpus}</Figure>
      <Figure label={t("load.memory")}>
        <FreeOf {...memory} />
      </Figure>
      <Figure label={t("load.app-memory")}>
        <Megabytes bytes={memory.app} />
      </Figure>
      <Figure label={t("load.processes")}>{appProcesses ?? t("unknown")}</Figure>
      <Figure label={t("load.running")}>
        <LocalTime value={startedAt} />
      </Figure>
    </Figures>
  );
}

/** The app process that answered. With several, the next visit may reach another one. */
export function ServerProcess({ state }: State) {
  const t = useTranslations("server");
  const { draining, eventStreams, signalConnections, database, metrics } = state.process;
  return (
    <Figures id="process" title={t("process.title")}>
      <Figure label={t("process.state")}>
        {t(draining ? "process.stopping" : "process.serving")}
      </Figure>
      <Figure label={t("process.event-streams")}>{eventStreams}</Figure>
      <Figure label={t("process.signal-connections")}>{signalConnections}</Figure>
      <Figure label={t("process.database")}>{t("process.database-value", database)}</Figure>
      <Figure label={t("process.metrics")}>{metrics ?? t("process.metrics-off")}</Figure>
    </Figures>
  );
}

export function ServerStorage({ state: { disk, databaseBytes } }: State) {
  const t = useTranslations("server");
  return (
    <Figures id="storage" title={t("storage.title")}>
      <Figure label={t("storage.disk")}>{disk ? <FreeOf {...disk} /> : t("unknown")}</Figure>
      <Figure label={t("storage.database")}>
        {databaseBytes === null ? t("unknown") : <Megabytes bytes={databaseBytes} />}
      </Figure>
    </Figures>
  );
}

type FiguresProps = { id: string; title: string; children: ReactNode };

function Figures({ id, title, children }: FiguresProps) {
  return (
    <section aria-labelledby={id} className="mt-10">
      <SectionHeading id={id} title={title} />
      <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[16rem_1fr]">{children}</dl>
    </section>
  );
}

function Figure({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="sm:contents">
      <dt className="text-ink-soft">{label}</dt>
      <dd className="tabular-nums wrap-anywhere">{children}</dd>
    </div>
  );
}

const tenths = (value: number) => Math.round(value * 10) / 10;

function FreeOf({ free, total }: { free: number; total: number }) {
  const t = useTranslations("server");
  return t("free-of", { free: tenths(free / 1e9), total: tenths(total / 1e9) });
}

function Megabytes({ bytes }: { bytes: number }) {
  const t = useTranslations("server");
  return t("megabytes", { value: Math.round(bytes / 1e6) });
}
