/**
 * Calls with enforcement against servers without: GetItem and PutItem, Encrypt with Decrypt, GetSecretValue, GetCallerIdentity, by a client
 * that takes little time itself; GetItem and Encrypt with Decrypt also by the AWS SDK, as users make them.
 *
 * Usage: `tsx bench/calls.ts [--awake]`; with `--awake` on processors that do not go idle between calls.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { median } from "../reporters/text/median.ts";
import { keepAwake } from "./awake.ts";
import { oneItem, tablesAlone, whole, type Contender } from "./contenders.ts";
import { startDynalite, startKeylab, startLeastServer, startMoto } from "./otherServers.ts";

const rounds = 7;
/** How long each kind of call is made in a round, by every contender: a pause makes the first calls after it slower. */
const roundMilliseconds = 1_000;
/** Before it is timed, each kind of call is made for this long: V8 takes some 4,000 calls until all is compiled that is called often. */
const warmUpMilliseconds = 5_000;

const bySdk = " by the AWS SDK";

/** Keylab's own GetItem by the same client, measured beside another kind of call: the machine is not as fast at all times. */
function ownGetItem({ calls, close }: Contender, kind: string): Contender {
  const name = kind.endsWith(bySdk) ? `GetItem${bySdk}` : "GetItem";
  const getItem = calls[name];
  return { name, calls: getItem && kind !== name ? { [kind]: getItem } : {}, close };
}

if (process.argv.includes("--awake")) keepAwake();
const folder = await mkdtemp(join(tmpdir(), "keylab-bench-"));
const keylab = await whole("keylab", await startKeylab(folder));
// Making everything takes ten calls; from then on moto asks for permissions.
const motoServer = await startMoto(folder, 10);
const contenders = [
  keylab,
  await tablesAlone("dynalite", await startDynalite(folder)),
  oneItem("the least server", await startLeastServer(folder)),
  ...(motoServer ? [await whole("moto", motoServer)] : []),
];
for (const kind of Object.keys(keylab.calls)) {
  const rivals = [...contenders, ownGetItem(keylab, kind)].flatMap(({ name, calls }) => {
    const timed = calls[kind];
    return timed ? [{ name, timed, took: new Array<number>() }] : [];
  });
  for (const { timed } of rivals) await timed(warmUpMilliseconds);
  for (let round = 0; round < rounds; round++) {
    for (const { timed, took } of rivals) took.push(await timed(roundMilliseconds));
  }
  const [own, ...others] = rivals;
  const ratios = others.map(({ name, took }) => {
    const ratio = median((own?.took ?? []).map((ours, round) => (took[round] ?? Number.NaN) / ours));
    return `${ratio.toFixed(2)} × the rate of ${name} (${median(took).toFixed(2)} ms)`;
  });
  console.log(`${kind}: ${median(own?.took ?? []).toFixed(2)} ms; ${ratios.join("; ")}`);
}
if (!motoServer) console.log("moto_server is not installed: not compared with.");

for (const { close } of contenders) await close();
await rm(folder, { recursive: true, force: true });
