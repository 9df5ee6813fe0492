import { Notes } from "../../../scenarios/contract/notes.ts";
import { Session } from "../../../scenarios/contract/session.ts";
import type { OpenSite, Where } from "../../../sandboxes/places/site.ts";
import type { Workplace } from "../../../sandboxes/workplace.ts";

/** A site at which nothing can be done but to close it. */
export function fakeSite({ accountId, region }: Where, close: () => Promise<void> = async () => undefined): OpenSite {
  const unused = (): never => {
    throw new Error("Nothing is done at this site.");
  };
  const place: Workplace = {
    get target() {
      return unused();
    },
    get pulumi() {
      return unused();
    },
    pulumiHome: "",
    signal: new AbortController().signal,
    parallel: 2,
  };
  const credentials = { accessKeyId: "none", secretAccessKey: "none" };
  const administrator = new Session(
    { region, endpoint: "http://127.0.0.1:1", credentials, maxAttempts: 1 },
    new Notes(),
  );
  return { partition: "aws", accountId, region, place, administrator, close };
}
