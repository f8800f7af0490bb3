import { join } from "node:path";
import { loadSecrets } from "@/scripts/launcher/secrets.mjs";
import { rememberedPorts } from "@/scripts/launcher/services/ports.mjs";
import { ownDatabaseUrl } from "@/scripts/launcher/services/postgres.mjs";
import { Installation, stop } from "@/tests/launcher/installation";

const startMs = 150_000;

export type Program = "app" | "livekit" | "postgres";

export type OwnGreenroom = {
  /** Ends a program without a warning. */
  kill: (program: Program) => void;
  /** What the terminal shows. */
  output: () => string;
  says: (text: string) => Promise<void>;
  stop: () => Promise<void>;
};

/** A whole installation, started with `npm start`. The API's clients of this file use it from then on. */
export async function ownGreenroom(): Promise<OwnGreenroom> {
  const installation = await Installation.make();
  await installation.takesWhatIsBuilt();
  // The clients act as a reverse proxy, so that they do not share one address.
  const started = installation.start({ TRUST_PROXY: "1" });
  await started.says("Greenroom is running:", startMs);
  const dataDir = join(installation.folder, ".data");
  const secrets = loadSecrets(dataDir);
  const { POSTGRES_PORT = 0, LIVEKIT_PORT = 0 } = rememberedPorts(dataDir);
  Object.assign(process.env, {
    BASE_URL: `http://localhost:${installation.port}`,
    DATABASE_URL: ownDatabaseUrl(POSTGRES_PORT, secrets.postgresPassword),
    LIVEKIT_URL: `http://127.0.0.1:${LIVEKIT_PORT}`,
    LIVEKIT_API_KEY: secrets.livekitApiKey,
    LIVEKIT_API_SECRET: secrets.livekitApiSecret,
    FOUNDER_CODE: secrets.founderCode,
    API_JWT_SECRET: secrets.apiJwtSecret,
  });
  return {
    kill: (program) => {
      const pid = installation.running().children[program]?.pid;
      if (!pid) throw new Error(`${program} does not run`);
      process.kill(pid, "SIGKILL");
    },
    output: started.output,
    says: (text) => started.says(text, 10_000),
    stop: async () => {
      await stop(started);
      installation.remove();
    },
  };
}
