import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Server, type Socket } from "node:net";

/** A way to the server that can be cut, so that one address stays while the server behind it goes and comes. */
export interface SwitchableProxy {
  readonly uri: string;
  /** Forwards to the server at a `bolt://` address. */
  readonly open: (target: string) => Promise<void>;
  /** Cuts every connection and refuses new ones, as when the server has ended. */
  readonly cut: () => Promise<void>;
  /** Keeps every connection, takes new ones and swallows all that is said, as when the network has a hole. */
  readonly hush: () => void;
}

/** Starts cut. */
export async function startProxy(): Promise<SwitchableProxy> {
  const sockets = new Set<Socket>();
  let target = new URL("bolt://127.0.0.1:1");
  let isHushed = false;
  const track = (socket: Socket): void => {
    sockets.add(socket);
    socket.on("error", () => socket.destroy());
    socket.on("close", () => sockets.delete(socket));
  };
  const forward = (from: Socket, to: Socket): void => {
    from.on("data", (chunk) => {
      if (!isHushed && !to.destroyed) to.write(chunk);
    });
    from.on("close", () => {
      if (!isHushed) to.destroy();
    });
  };
  const server = createServer((client) => {
    track(client);
    if (isHushed) return;
    const upstream = connect(Number(target.port), target.hostname);
    track(upstream);
    forward(client, upstream);
    forward(upstream, client);
  });
  const port = await firstPort(server);
  const cut = async (): Promise<void> => {
    if (server.listening) server.close();
    for (const socket of sockets) socket.destroy();
  };
  return {
    uri: `bolt://127.0.0.1:${port}`,
    open: async (to) => {
      await cut();
      target = new URL(to);
      isHushed = false;
      server.listen(port, "127.0.0.1");
      await once(server, "listening");
    },
    cut,
    hush: () => {
      isHushed = true;
    },
  };
}

async function firstPort(server: Server): Promise<number> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
