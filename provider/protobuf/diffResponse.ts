import type { DiffResponse } from "@pulumi/pulumi/proto/provider_pb.js";
import messages from "@pulumi/pulumi/proto/provider_pb.js";
import type { Change, Difference } from "../lifecycle/diff.ts";

/** Tells the engine which inputs changed, how, and which of them take a new resource. */
export function diffResponse({ changes, deleteBeforeReplace }: Difference): DiffResponse {
  const { DIFF_NONE, DIFF_SOME } = messages.DiffResponse.DiffChanges;
  const response = new messages.DiffResponse()
    .setChanges(changes.size === 0 ? DIFF_NONE : DIFF_SOME)
    .setDiffsList([...changes.keys()])
    .setReplacesList([...changes].filter(([, change]) => change.replaces).map(([name]) => name))
    .setDeletebeforereplace(deleteBeforeReplace)
    .setHasdetaileddiff(true);
  for (const [name, change] of changes) {
    const detail = new messages.PropertyDiff().setKind(kindOf(change)).setInputdiff(true);
    response.getDetaileddiffMap().set(name, detail);
  }
  return response;
}

function kindOf({ kind, replaces }: Change) {
  const { Kind } = messages.PropertyDiff;
  const kinds = {
    add: replaces ? Kind.ADD_REPLACE : Kind.ADD,
    update: replaces ? Kind.UPDATE_REPLACE : Kind.UPDATE,
    delete: replaces ? Kind.DELETE_REPLACE : Kind.DELETE,
  };
  return kinds[kind];
}
