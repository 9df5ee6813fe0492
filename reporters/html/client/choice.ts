/** What is to be shown; an empty text means all. */
export interface Choice {
  readonly outcome: string;
  readonly area: string;
  readonly principal: string;
  readonly verdict: string;
  /** In lower case; every one must be found. */
  readonly words: readonly string[];
}

/** Reads what was chosen. */
export function readChoice(form: HTMLFormElement, search: HTMLInputElement): Choice {
  const data = new FormData(form);
  const chosen = (name: string) => {
    const value = data.get(name);
    return typeof value === "string" ? value : "";
  };
  return {
    outcome: chosen("outcome"),
    area: chosen("area"),
    principal: chosen("principal"),
    verdict: chosen("verdict"),
    words: search.value
      .toLowerCase()
      .split(/\s+/)
      .filter((word) => word !== ""),
  };
}
