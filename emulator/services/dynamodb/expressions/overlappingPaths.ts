import { pathText, type DocumentPath } from "./documentPath.ts";

/** Where overlaps are told. */
export interface OverlapProblems {
  add(kind: "pathOverlap" | "pathConflict", message: string): void;
}

/** Watches that no two paths of an expression lead to the same place, or into each other. */
export class OverlappingPaths {
  readonly #paths: DocumentPath[] = [];
  readonly #problems: OverlapProblems;

  constructor(problems: OverlapProblems) {
    this.#problems = problems;
  }

  add(path: DocumentPath): void {
    for (const other of this.#paths) this.#check(other, path);
    this.#paths.push(path);
  }

  #check(one: DocumentPath, two: DocumentPath): void {
    const length = Math.min(one.length, two.length);
    const shown = `must remove or rewrite one of these paths; path one: ${pathText(one)}, path two: ${pathText(two)}`;
    for (let index = 0; index < length; index++) {
      if (typeof one[index] !== typeof two[index]) {
        this.#problems.add("pathConflict", `Two document paths conflict with each other; ${shown}`);
        return;
      }
      if (one[index] !== two[index]) return;
    }
    this.#problems.add("pathOverlap", `Two document paths overlap with each other; ${shown}`);
  }
}
