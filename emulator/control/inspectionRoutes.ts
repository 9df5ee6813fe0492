import type { FastifyInstance } from "fastify";
import type { CurrentWorld } from "../currentWorld.ts";
import type { Guard } from "./guard.ts";
import { RandomSource } from "../randomSource.ts";
import { ItemCipher } from "../services/dynamodb/storage/itemCipher.ts";

interface TablePath {
  readonly Params: { readonly accountId: string; readonly region: string; readonly name: string };
}

/**
 * What is stored, as it is stored: the bytes of a table's items. Nothing is decrypted, and nobody's permission is needed.
 * `guard` sends strangers away.
 */
export function registerInspection(server: FastifyInstance, current: CurrentWorld, guard: Guard): void {
  // Names items in the answers; it has nothing to do with the key of any table.
  const random = new RandomSource();
  const labels = new ItemCipher(random.bytes(32), random);
  const path = "/_keylab/inspect/tables/:accountId/:region/:name";
  server.get<TablePath>(path, { preHandler: guard }, async ({ params }, reply) => {
    const { accountId, region, name } = params;
    const store = current.instance.findRegion(accountId, region)?.dynamodb;
    const table = store?.table(name);
    if (!store || !table) {
      return reply.code(404).send({ message: `There is no table ${name} in account ${accountId}, region ${region}.` });
    }
    return {
      tableArn: table.arn,
      keyArn: table.key?.keyArn ?? null,
      items: store.items
        .inspect(name, labels)
        .map(({ key, bytes }) => ({ key, bytes: Buffer.from(bytes).toString("base64") })),
    };
  });
}
