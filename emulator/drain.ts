import type { FastifyInstance } from "fastify";

/**
 * Stops a server: it takes no new connections, answers what is under way, and ends what is not answered by then.
 *
 * @param milliseconds how long answers are waited for.
 */
export async function drain(server: FastifyInstance, milliseconds: number): Promise<void> {
  const enough = setTimeout(() => server.server.closeAllConnections(), milliseconds);
  try {
    await server.close();
  } finally {
    clearTimeout(enough);
  }
}
