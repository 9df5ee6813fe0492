import type { FastifyInstance, FastifyReply } from "fastify";
import type { CurrentWorld } from "../currentWorld.ts";
import type { Guard } from "./guard.ts";
import type { DataFolder } from "../journal/dataFolder.ts";
import { DataFolderError } from "../journal/dataFolderError.ts";

interface SnapshotPath {
  readonly Params: { readonly name: string };
}

/** What has a state as a whole. */
export interface Stateful {
  readonly current: CurrentWorld;
  /** Absent: nothing is kept beyond the process. */
  readonly folder?: DataFolder;
}

/** Back to the start, and to what was kept under a name. `guard` sends strangers away. */
export function registerState(server: FastifyInstance, { current, folder }: Stateful, guard: Guard): void {
  const guarded = { preHandler: guard };
  const snapshots = "/_keylab/snapshots";
  const withFolder = async (reply: FastifyReply, run: (folder: DataFolder) => Promise<object>): Promise<object> => {
    try {
      if (!folder) throw withoutFolder();
      return await run(folder);
    } catch (error) {
      if (!(error instanceof DataFolderError)) throw error;
      return reply.code(409).send({ message: error.message, advice: error.advice });
    }
  };
  server.post("/_keylab/reset", guarded, async () => {
    await current.reset();
    return {};
  });
  server.get(snapshots, guarded, (_, reply) =>
    withFolder(reply, async (kept) => ({ snapshots: await kept.snapshots() })),
  );
  server.post<SnapshotPath>(`${snapshots}/:name`, guarded, ({ params: { name } }, reply) =>
    withFolder(reply, async (kept) => {
      await current.pause(() => kept.saveSnapshot(name));
      return {};
    }),
  );
  server.post<SnapshotPath>(`${snapshots}/:name/load`, guarded, ({ params: { name } }, reply) =>
    withFolder(reply, async (kept) => {
      await current.replace(() => kept.loadSnapshot(name));
      return {};
    }),
  );
  server.delete<SnapshotPath>(`${snapshots}/:name`, guarded, ({ params: { name } }, reply) =>
    withFolder(reply, async (kept) => {
      await kept.deleteSnapshot(name);
      return {};
    }),
  );
}

function withoutFolder(): DataFolderError {
  return new DataFolderError(
    "This embedded AWS keeps its state in memory alone: it has no snapshots.",
    "Start it with a folder: npx keylab aws start --data <folder>",
  );
}
