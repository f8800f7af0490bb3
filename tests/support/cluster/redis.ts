import { once } from "node:events";
import { connect } from "node:net";
import { aFreePort } from "../free-port";
import { type Program, startProgram } from "./program";

export type Redis = Program & {
  address: string;
  password: string;
  /** The LiveKit node that has a room; null if none. */
  nodeOf: (room: string) => Promise<string | null>;
};

/** Redis as deploy/compose.many.yaml runs it. */
export async function startRedis(): Promise<Redis> {
  const port = await aFreePort();
  const password = "the password of the tests";
  const program = await startProgram({
    command: process.env.REDIS ?? "",
    args: [
      ...["--port", String(port), "--bind", "127.0.0.1"],
      ...["--requirepass", password, "--save", ""],
    ],
    isReady: (said) => said.includes("Ready to accept connections"),
  });
  return {
    ...program,
    address: `127.0.0.1:${port}`,
    password,
    nodeOf: async (room) => {
      const socket = connect(port, "127.0.0.1");
      socket.write(`AUTH "${password}"\r\nHGET room_node_map ${room}\r\nQUIT\r\n`);
      let said = "";
      socket.on("data", (chunk) => {
        said += chunk;
      });
      await once(socket, "close");
      return /ND_\w+/.exec(said)?.[0] ?? null;
    },
  };
}
