import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { afterEach, expect, test } from "vitest";
import { joinSockets } from "@/lib/server/join-sockets";

const sockets: Socket[] = [];
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
});

/** A connection over TCP: both of its ends. */
async function connection(): Promise<[Socket, Socket]> {
  const server = createServer({ allowHalfOpen: true }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const near = connect({ port, host: "127.0.0.1", allowHalfOpen: true });
  const [far] = (await once(server, "connection")) as [Socket];
  server.close();
  sockets.push(near, far);
  return [near, far];
}

/** A client and LiveKit, with the app between them. */
async function joined(): Promise<{ client: Socket; liveKit: Socket }> {
  const [client, inside] = await connection();
  const [outside, liveKit] = await connection();
  joinSockets(inside, outside);
  return { client, liveKit };
}

/** How a socket ends: "end", or the code of an error. */
const endOf = (socket: Socket) =>
  new Promise<string>((resolve) => {
    socket.once("end", () => resolve("end")).resume();
    socket.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
  });

/** Says so much that not all of it is read when the connection ends. */
function talk(socket: Socket): void {
  socket.on("error", () => {});
  for (let time = 0; time < 64; time += 1) socket.write(Buffer.alloc(65_536, "."));
}

test("when LiveKit resets its connection, a client that is still talking sees an ordinary end", async () => {
  const { client, liveKit } = await joined();
  liveKit.write("goodbye");
  await once(client, "data");
  const end = endOf(client);
  talk(client);
  liveKit.resetAndDestroy();
  expect(await end).toBe("end");
});

test("when a client resets its connection, LiveKit, which is still talking, sees an ordinary end", async () => {
  const { client, liveKit } = await joined();
  client.write("leave");
  await once(liveKit, "data");
  const end = endOf(liveKit);
  talk(liveKit);
  client.resetAndDestroy();
  expect(await end).toBe("end");
});

test("a client that does not stop talking is cut off", async () => {
  const { client, liveKit } = await joined();
  const closed = new Promise((resolve) => client.once("close", resolve));
  client.on("error", () => {}).resume();
  const chatter = setInterval(() => client.write("and another thing"), 10);
  liveKit.destroy();
  await closed;
  clearInterval(chatter);
});
