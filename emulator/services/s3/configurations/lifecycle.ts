import { noneYet, type StoredConfiguration } from "./storedConfiguration.ts";

/**
 * When objects are deleted or moved. The rules are kept, and nothing is deleted or moved by them here. Source of the
 * error: public transcripts.
 */
export const lifecycle: StoredConfiguration<"lifecycle"> = {
  name: "lifecycle",
  actions: { read: "GetLifecycleConfiguration", write: "PutLifecycleConfiguration" },
  ofNone: noneYet("NoSuchLifecycleConfiguration", "The lifecycle configuration does not exist"),
};
