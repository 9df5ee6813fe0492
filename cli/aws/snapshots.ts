import { ControlClient } from "../../targets/controlClient.ts";
import { print } from "../context.ts";
import type { Context } from "../context.ts";
import { runningAws, type WhichAws } from "./runningAws.ts";

/** What `keylab aws snapshot` was told to do. */
export type SnapshotTask =
  | { readonly kind: "list" }
  | { readonly kind: "save"; readonly name: string }
  | { readonly kind: "load"; readonly name: string }
  | { readonly kind: "delete"; readonly name: string };

/**
 * Keeps the state of an embedded AWS under a name, brings one back, lists or deletes them.
 *
 * @throws UserError when none runs, when it has no folder for its state, and for names that are taken or not there.
 */
export async function snapshots(task: SnapshotTask, which: WhichAws, context: Context): Promise<void> {
  const { url, controlToken } = await runningAws(which, context);
  const control = new ControlClient(url, controlToken);
  switch (task.kind) {
    case "list": {
      const names = await control.snapshots();
      if (names.length === 0)
        print(context, 'There is no snapshot yet. Make one: "npx keylab aws snapshot save <name>"');
      for (const name of names) print(context, name);
      return;
    }
    case "save":
      await control.saveSnapshot(task.name);
      return print(context, `Saved as "${task.name}".`);
    case "load":
      await control.loadSnapshot(task.name);
      return print(context, `The embedded AWS at ${url} is as it was when "${task.name}" was saved.`);
    case "delete":
      await control.deleteSnapshot(task.name);
      return print(context, `There is no snapshot "${task.name}" any more.`);
  }
}
