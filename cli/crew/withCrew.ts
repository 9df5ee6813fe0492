import type { RunPlace } from "../../runner/runOptions.ts";
import { defaultSettings } from "../../runner/runSettings.ts";
import type { Context } from "../context.ts";
import { entryOptionsOf, textOf, type TargetChoice } from "../run/targetChoice.ts";
import { ThreadCrew } from "./threadCrew.ts";

/** What a crew is made of. */
export interface CrewOrder {
  readonly size: number;
  readonly choice: TargetChoice;
  readonly place: RunPlace;
}

/** Does something with a crew of threads, which end with it. */
export async function withCrew<Result>(
  { size, choice, place }: CrewOrder,
  { environment, workingFolder }: Context,
  work: (crew: ThreadCrew) => Promise<Result>,
): Promise<Result> {
  const { pulumiRoot, pulumiHome, backend, settings = defaultSettings } = place;
  const crew = new ThreadCrew(size, {
    target: textOf(choice),
    ...entryOptionsOf(choice),
    environment,
    workingFolder,
    pulumiRoot,
    pulumiHome,
    backend,
    settings,
  });
  try {
    return await work(crew);
  } finally {
    await crew.close();
  }
}
