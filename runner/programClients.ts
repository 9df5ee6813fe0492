import { getEngine, getMonitor } from "@pulumi/pulumi/runtime/settings.js";
import type { PulumiFn } from "@pulumi/pulumi/automation/index.js";

/**
 * The connections that inline programs open to the engine. Pulumi forgets to close them (3.246: `disconnectSync` closes those of programs in a process of
 * their own alone): each would stay open for the half hour after which gRPC lets go of what is idle, and hold everything that the program has made.
 */
export class ProgramClients {
  readonly #clients = new Set<unknown>();

  /** The program, whose connections are known from now on. */
  of(program: PulumiFn): PulumiFn {
    return async () => {
      // There is one of each for a program; whoever asks first opens it.
      for (const client of [getMonitor(), getEngine()]) this.#clients.add(client);
      return program();
    };
  }

  /** To be called when the engine has ended. */
  close(): void {
    for (const client of this.#clients) if (isOpen(client)) client.close();
    this.#clients.clear();
  }
}

/** The types of Pulumi tell only what is called over the connection. */
function isOpen(client: unknown): client is { close(): void } {
  return typeof client === "object" && client !== null && "close" in client && typeof client.close === "function";
}
