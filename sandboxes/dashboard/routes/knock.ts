import type { FastifyRequest } from "fastify";
import { Refusal } from "../refusal.ts";
import type { AttemptLimit } from "../security/attemptLimit.ts";

/**
 * Tries a token or a code, unless too many were wrong.
 *
 * @param open what is behind it; nothing where it is wrong
 * @throws Refusal where it is wrong (which counts), and where too many were (then it is not even tried)
 */
export async function knock<Found>(
  request: FastifyRequest,
  limit: AttemptLimit,
  wrong: Refusal,
  open: () => Promise<Found | undefined>,
): Promise<Found> {
  const attempt = limit.begin(request.ip);
  if (attempt === undefined) {
    const minutes = Math.ceil(limit.wait(request.ip) / 60_000);
    throw new Refusal(
      429,
      "There were too many wrong ones.",
      `Try again in ${minutes} ${minutes === 1 ? "minute" : "minutes"}.`,
    );
  }
  const found = await open().catch((error: unknown) => {
    // Nobody knows whether it was right.
    attempt.forget();
    throw error;
  });
  if (found === undefined) throw wrong;
  attempt.forget();
  return found;
}
