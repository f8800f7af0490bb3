import { freePort } from "@/scripts/launcher/services/ports.mjs";

/** A port that no outgoing connection takes before the server opens it. */
export const aFreePort = (): Promise<number> => freePort("tcp", "127.0.0.1");
