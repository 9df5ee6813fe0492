/** What the item storage does by itself, without HTTP and authorisation: how it grows, and what encryption costs. */
import { RandomSource } from "../emulator/randomSource.ts";
import { encodeItem } from "../emulator/services/dynamodb/storage/encodeItem.ts";
import { ItemCipher } from "../emulator/services/dynamodb/storage/itemCipher.ts";
import { MemoryStorage } from "../emulator/services/dynamodb/storage/memoryStorage.ts";
import { median } from "../reporters/text/median.ts";

const calls = 20_000;
const rounds = 5;
const TableName = "bench";
const cipher = new ItemCipher(new RandomSource().bytes(32), new RandomSource());

const Item = (id: number) => ({ id: { S: `item-${id}` }, number: { N: String(id) }, text: { S: "x".repeat(200) } });

/** Microseconds of processor time that one call takes. */
function cost(call: (count: number) => unknown): number {
  const times = Array.from({ length: rounds }, () => {
    const before = process.cpuUsage();
    for (let count = 0; count < calls; count++) call(count);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / calls;
  });
  return median(times);
}

function tableOf(size: number) {
  const storage = new MemoryStorage();
  storage.createTable({
    TableName,
    AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }],
    KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
    BillingMode: "PAY_PER_REQUEST",
  });
  const items = storage.use(new Map([[TableName, cipher]]));
  for (let id = 0; id < size; id++) items.putItem({ TableName, Item: Item(id) });
  return {
    get: (count: number) => items.getItem({ TableName, Key: { id: { S: `item-${count % size}` } } }),
    put: (count: number) => items.putItem({ TableName, Item: Item(count % size) }),
  };
}

const perSecond = (microseconds: number) => Math.round(1_000_000 / microseconds / 1000) * 1000;

const [small, large] = [tableOf(10), tableOf(10_000)];
const text = encodeItem(Item(1));
const sealed = cipher.seal(text);
const [open, seal] = [cost(() => cipher.open(sealed)), cost(() => cipher.seal(text))];
for (const { name, encryption } of [
  { name: "get", encryption: open },
  // What was there is read first.
  { name: "put", encryption: open + seal },
] as const) {
  const [few, many] = [cost(small[name]), cost(large[name])];
  console.log(
    `item storage, ${name}: ${perSecond(many)} a second among 10,000 items (${(many / few).toFixed(2)} × the time among 10); encryption is ${Math.round((100 * encryption) / many)} % of it`,
  );
}
