// Runs at the far end of a link, where the kernel sends it the browser's connections, and forwards each
// packet late. The kernels of many machines, such as virtual ones, lack netem.
import { createSocket } from "node:dgram";
import { connect, createServer } from "node:net";

const { address, tcp, udp, delayMs, user } = JSON.parse(process.argv[2] ?? "");

// Not every address: an answer must come from the one that the kernel redirected to.
const here = "127.0.0.1";

const later = (/** @type {() => void} */ work) => setTimeout(work, delayMs);

/**
 * @param {import("node:net").Socket} from
 * @param {import("node:net").Socket} to
 */
function forward(from, to) {
  from.on("data", (chunk) => later(() => to.write(chunk)));
  from.on("end", () => later(() => to.end()));
  from.on("close", () => later(() => to.destroy()));
  from.on("error", () => undefined);
}

function relayTcp(/** @type {number} */ port) {
  const server = createServer({ allowHalfOpen: true, noDelay: true }, (near) => {
    const far = connect({ host: address, port, allowHalfOpen: true, noDelay: true });
    forward(near, far);
    forward(far, near);
  });
  return new Promise((resolve) => server.listen(port, here, () => resolve(null)));
}

function relayUdp(/** @type {number} */ port) {
  const server = createSocket("udp4");
  /** @type {Map<string, import("node:dgram").Socket>} */
  const sockets = new Map();
  server.on("message", (packet, browser) => {
    const key = `${browser.address} ${browser.port}`;
    const known = sockets.get(key) ?? createSocket("udp4");
    if (!sockets.has(key)) {
      sockets.set(key, known);
      known.on("message", (answer) =>
        later(() => server.send(answer, browser.port, browser.address)),
      );
      // A port that no one listens on, for example.
      known.on("error", () => undefined);
    }
    later(() => known.send(packet, port, address));
  });
  return new Promise((resolve) => server.bind(port, here, () => resolve(null)));
}

await Promise.all([...tcp.map(relayTcp), ...udp.map(relayUdp)]);
process.setuid?.(user);
process.on("disconnect", () => process.exit());
process.send?.("ready");
