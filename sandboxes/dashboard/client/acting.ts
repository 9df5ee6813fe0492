import type { Answer } from "./post.ts";

/** What dialogs need to carry out what was chosen. */
export interface Acting {
  /** Asks the server for a change. */
  readonly ask: (body: object) => Promise<Answer>;
  /** Says in the page that it was done, or, `isBad`, why not. */
  readonly say: (text: string, isBad?: boolean) => void;
}
