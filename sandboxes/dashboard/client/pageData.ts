import { find } from "../../../reporters/html/client/find.ts";

/** What the server sent along with a page. */
export interface PageData {
  readonly view: unknown;
  /** What changes have to bring along. */
  readonly token: string;
}

/** Reads what the server sent along. Throws an Error where it is not there, which only another version of the server would do. */
export function pageData(): PageData {
  const data: unknown = JSON.parse(find("data", HTMLElement).textContent);
  if (typeof data === "object" && data !== null && "view" in data && "token" in data) {
    const { view, token } = data;
    if (typeof token === "string") return { view, token };
  }
  throw new Error("The page came without its data.");
}
