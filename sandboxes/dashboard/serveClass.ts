import type { AddressInfo } from "node:net";
import { UserError } from "../../errors/userError.ts";
import type { Desk } from "../desk.ts";
import { addressOf } from "./addressOf.ts";
import { listeningPlace, type ListeningPlace } from "./listeningPlace.ts";
import { premises } from "./premises.ts";
import type { ServeOptions } from "./serveOptions.ts";

/** What an instructor signs in with, once, within ten minutes. Secret. */
export interface SignIn {
  readonly token: string;
  /** The page with the token in its fragment, which browsers send nobody. */
  readonly url: string;
}

/** The pages of a class, while they are served. */
export interface ServedClass {
  /** Of the instructor's page: `http://127.0.0.1:4567`. */
  readonly url: string;
  /** Where students type their code. */
  readonly joinUrl: string;
  /** Signs in the instructor, once: to be typed. Secret. */
  readonly token: string;
  /** The page with the token in its fragment, which browsers send nobody. Secret. */
  readonly signInUrl: string;
  /** Makes another token, for whoever was too late or signs in elsewhere. */
  newToken(): SignIn;
  /** Ends all that is under way. */
  close(): Promise<void>;
}

/**
 * Serves the instructor's dashboard of a class, and the students' pages.
 *
 * @throws UserError where others than this machine would reach it without TLS, where key or certificate are none, and where the port
 *   is in use.
 */
export async function serveClass(desk: Desk, options: ServeOptions = {}): Promise<ServedClass> {
  const place = listeningPlace(options);
  const shared = premises(desk, options);
  // Loaded only where it is used: it makes the scripts of the pages.
  const { classServer } = await import("./classServer.ts");
  const server = classServer(shared, place);
  await server.listen({ host: place.host, port: place.port }).catch((error: unknown) => {
    throw portProblem(error, place) ?? error;
  });
  const url = addressOf(place, portOf(server.server.address()));
  const newToken = () => {
    const token = shared.tokens.make();
    return { token, url: `${url}/#token=${token}` };
  };
  const first = newToken();
  return {
    url,
    joinUrl: `${url}/join`,
    token: first.token,
    signInUrl: first.url,
    newToken,
    close: () => server.close(),
  };
}

function portOf(address: AddressInfo | string | null): number {
  if (address !== null && typeof address !== "string") return address.port;
  throw new Error("The server has no port.");
}

function portProblem(error: unknown, { host, port }: ListeningPlace): UserError | undefined {
  if (!(error instanceof Error) || !("code" in error)) return undefined;
  if (error.code === "EADDRINUSE") {
    return new UserError(`Port ${port} is in use.`, "Take another one, or 0 for one that is free.", 1);
  }
  if (error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND") {
    return new UserError(`${host} is no address of this machine.`, "Name one that is, or 0.0.0.0 for all.", 1);
  }
  return undefined;
}
